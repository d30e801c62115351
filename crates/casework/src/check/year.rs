//! A county's checked reports of one year beside each other, last year's beside them, and who is missing.

use std::collections::BTreeMap;

use inspect::AgencyName;
use store::{OrganId, Read, ReportOfYear};

use crate::Result;

/// A body in the year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// Its name: as the list names it, otherwise as its report does.
    pub name: String,
    /// Its report of the year, as checked last.
    pub report: Option<ReportOfYear>,
    /// Its report of the year before, as checked last.
    pub last_year: Option<ReportOfYear>,
    /// Whether it has to report: an organ of this system, or a name somebody entered.
    pub is_listed: bool,
}

/// A year of checks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearSight {
    /// Bodies with a report of the year, those with most that fails first; then those that are missing, by name.
    pub bodies: Vec<Body>,
    /// Reports of the year whose body was not recognised.
    pub nameless: Vec<ReportOfYear>,
    /// How many bodies there are on the list.
    pub listed: usize,
}

impl YearSight {
    /// The bodies of the list without a report.
    pub fn missing(&self) -> impl Iterator<Item = &Body> {
        self.bodies.iter().filter(|body| body.is_listed && body.report.is_none())
    }
}

/// Puts a year together. The list of bodies is the organs below this one, and the names entered with the batches of
/// that year.
///
/// # Errors
/// Failures of the store.
pub async fn year_sight(read: &mut Read, organ: &OrganId, year: i16) -> Result<YearSight> {
    let mut names: Vec<String> =
        read.organs_below(organ).await?.into_iter().map(|organ| organ.name).collect();
    names.extend(read.check_agencies(organ, year).await?);
    let mut rows = Rows::default();
    for name in &names {
        rows.with(name, |body| body.is_listed = true);
    }
    let listed = rows.bodies.len();
    let mut nameless = Vec::new();
    for report in read.checked_of_year(organ, year).await? {
        match report.agency.clone() {
            // The latest comes first and stays.
            Some(agency) => rows.with(&agency, |body| keep_first(&mut body.report, report)),
            None => nameless.push(report),
        }
    }
    for report in read.checked_of_year(organ, year - 1).await? {
        let known =
            report.agency.as_deref().filter(|agency| rows.position(agency).is_some()).map(str::to_owned);
        if let Some(agency) = known {
            rows.with(&agency, |body| keep_first(&mut body.last_year, report));
        }
    }
    let mut bodies = rows.bodies;
    let failed = |body: &Body| body.report.as_ref().map(|report| (report.failed, report.uncertain));
    bodies.sort_by(|one, other| failed(other).cmp(&failed(one)).then_with(|| one.name.cmp(&other.name)));
    Ok(YearSight { bodies, nameless, listed })
}

fn keep_first(place: &mut Option<ReportOfYear>, report: ReportOfYear) {
    if place.is_none() {
        *place = Some(report);
    }
}

/// Bodies by name. One may be named with its county and without it.
#[derive(Default)]
struct Rows {
    bodies: Vec<Body>,
    own: BTreeMap<String, Vec<usize>>,
}

impl Rows {
    fn position(&self, name: &str) -> Option<usize> {
        let wanted = AgencyName::of(name);
        let is_same = |at: &&usize| {
            self.bodies.get(**at).is_some_and(|body| AgencyName::of(&body.name).is_same(&wanted))
        };
        self.own.get(wanted.own())?.iter().find(is_same).copied()
    }

    /// Changes the row of a body, which is made if there is none.
    fn with(&mut self, name: &str, change: impl FnOnce(&mut Body)) {
        let at = self.position(name).unwrap_or_else(|| {
            let own = AgencyName::of(name).own().to_owned();
            self.own.entry(own).or_default().push(self.bodies.len());
            let body = Body { name: name.to_owned(), report: None, last_year: None, is_listed: false };
            self.bodies.push(body);
            self.bodies.len() - 1
        });
        if let Some(body) = self.bodies.get_mut(at) {
            change(body);
        }
    }
}
