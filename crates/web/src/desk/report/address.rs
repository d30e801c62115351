//! Addresses of the report's pages: of our own report, or of one of an organ below.

use law::measure::Year;
use law::report::{CellKey, Section};
use store::OrganId;

use crate::links::query_value;

/// 年报: the years.
pub(super) const REPORTS: &str = "/desk/reports";

/// The addresses around one version of one year's report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Address {
    root: String,
    /// `?version=1` for a version that is not the latest.
    query: String,
}

impl Address {
    /// Our own report of a year, in its latest version.
    pub(super) fn own(year: Year) -> Self {
        Self { root: format!("{REPORTS}/{year}"), query: String::new() }
    }

    /// The report of an organ below.
    pub(super) fn below(organ: &OrganId, year: Year) -> Self {
        Self { root: format!("/desk/county/{}/reports/{year}", segment(organ)), query: String::new() }
    }

    /// The same in a version that is not the latest.
    pub(super) fn version(mut self, version: i64) -> Self {
        self.query = format!("?version={version}");
        self
    }

    /// The report as a task.
    pub(super) fn page(&self) -> String {
        format!("{}{}", self.root, self.query)
    }

    /// A place on that page.
    pub(super) fn place(&self, id: &str) -> String {
        format!("{}#{id}", self.page())
    }

    /// That page with a word about what was just done, at a place of it.
    pub(super) fn done(&self, what: &str, place: &str) -> String {
        format!("{}?done={what}#{place}", self.root)
    }

    /// One of the six parts.
    pub(super) fn part(&self, section: Section) -> String {
        format!("{}/parts/{}{}", self.root, section.code(), self.query)
    }

    /// A part with a word about what was just done.
    pub(super) fn part_done(&self, section: Section, what: &str, place: &str) -> String {
        format!("{}/parts/{}?done={what}#{place}", self.root, section.code())
    }

    /// What stands behind a figure.
    pub(super) fn cell(&self, key: CellKey) -> String {
        format!("{}/cells/{key}{}", self.root, self.query)
    }

    /// A page of what stands behind a figure.
    pub(super) fn cell_page(&self, key: CellKey, page: u32) -> String {
        let joint = if self.query.is_empty() { "?" } else { "&" };
        format!("{}{joint}page={page}", self.cell(key))
    }

    /// Another page or file below the report: `finalise`, `report.xlsx`.
    pub(super) fn below_it(&self, name: &str) -> String {
        format!("{}/{name}{}", self.root, self.query)
    }

    /// Where a form of the report is sent; the version goes with the form.
    pub(super) fn act(&self, name: &str) -> String {
        format!("{}/{name}", self.root)
    }
}

/// Where a figure is declared: its own input for a business figure, else the part for a cell filled in by hand.
pub(super) fn declare(year: i16, key: CellKey) -> String {
    let form = "/desk/registers/declared_figure/new";
    match key {
        CellKey::Business(..) => format!("{form}?year={year}#f-{key}"),
        _ => format!("{form}?year={year}&by_hand={key}#f-by_hand"),
    }
}

fn segment(organ: &OrganId) -> String {
    query_value(&organ.to_string()).replace('/', "%2F")
}
