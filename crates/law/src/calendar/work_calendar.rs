//! The calendar itself: notices laid over one another, and the look-up of a day.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::{Date, Weekday};

use super::day::{CalendarGap, Day, DayKind};
use super::notice::{Arrangement, Notice};
use super::region::Region;
use super::{built_in, version};

/// All notices that are in force, ready to be asked about any day.
#[derive(Debug, Clone)]
pub struct WorkCalendar {
    /// Ordered by region and year; within one, in the order in which they were laid.
    notices: Vec<Arc<Notice>>,
    layers: BTreeMap<Region, Layer>,
    version: String,
}

/// What one region's notices say.
#[derive(Debug, Clone, Default)]
struct Layer {
    years: BTreeSet<i16>,
    days: BTreeMap<Date, Named>,
}

/// A day that a notice names.
#[derive(Debug, Clone)]
struct Named {
    arrangement: Arrangement,
    name: String,
    notice: Arc<Notice>,
}

impl WorkCalendar {
    /// The notices that come with the program: the nation 2007–2026 and 宁夏 2019–2022.
    pub fn built_in() -> WorkCalendar {
        let mut notices = Vec::new();
        for notice in built_in::notices() {
            lay(&mut notices, Arc::new(notice));
        }
        WorkCalendar::of(notices)
    }

    /// The same calendar with imported notices laid over it, in the order given.
    ///
    /// A notice takes the place of what was known of its year and region; a national amendment is laid
    /// over the year instead (see [`Notice::replaces_its_year`]).
    #[must_use]
    pub fn with_notices(self, imported: &[Notice]) -> WorkCalendar {
        let mut notices = self.notices;
        for notice in imported {
            lay(&mut notices, Arc::new(notice.clone()));
        }
        WorkCalendar::of(notices)
    }

    fn of(mut notices: Vec<Arc<Notice>>) -> WorkCalendar {
        // Stable, so amendments stay behind what they amend; by year, so that a day of December named
        // by two notices is decided by the later one.
        notices.sort_by_key(|n| (n.region.clone(), n.year));
        let mut layers: BTreeMap<Region, Layer> = BTreeMap::new();
        for notice in &notices {
            let layer = layers.entry(notice.region.clone()).or_default();
            layer.years.insert(notice.year);
            for day in &notice.days {
                let named = Named {
                    arrangement: day.arrangement,
                    name: day.name.clone(),
                    notice: Arc::clone(notice),
                };
                layer.days.insert(day.date, named);
            }
        }
        let version = version::version(&notices);
        WorkCalendar { notices, layers, version }
    }

    /// 64 hex digits naming this calendar; cached deadlines carry it (invariant 2).
    ///
    /// It does not depend on the order in which different years or regions were imported. Of two notices
    /// for the same year and region the later one wins, so there the order counts, here as in the answers.
    pub fn version(&self) -> String {
        self.version.clone()
    }

    /// The notices in force, ordered by region and year.
    pub fn notices(&self) -> impl Iterator<Item = &Notice> {
        self.notices.iter().map(AsRef::as_ref)
    }

    /// What kind of day this is in this region.
    ///
    /// # Errors
    /// [`CalendarGap`] if no national notice arranges the year.
    pub fn day(&self, region: &Region, date: Date) -> Result<Day<'_>, CalendarGap> {
        self.view(region).day(date)
    }

    /// The calendar as one region sees it, for asking about many days.
    pub(crate) fn view(&self, region: &Region) -> RegionView<'_> {
        let own = if region.is_national() { None } else { Some(self.layers.get(region)) };
        RegionView {
            national: self.layers.get(&Region::CN),
            own,
            stack: region.layers().iter().filter_map(|r| self.layers.get(r)).collect(),
        }
    }

    /// The years for which this region itself has a notice.
    pub(super) fn years(&self, region: &Region) -> BTreeSet<i16> {
        self.layers.get(region).map(|layer| layer.years.clone()).unwrap_or_default()
    }

    /// The regions that have a notice.
    pub(super) fn regions(&self) -> impl Iterator<Item = &Region> {
        self.layers.keys()
    }

    /// The dates that this region's own notices name.
    pub(super) fn named_dates(&self, region: &Region) -> impl Iterator<Item = Date> {
        self.layers.get(region).into_iter().flat_map(|layer| layer.days.keys().copied())
    }
}

fn lay(notices: &mut Vec<Arc<Notice>>, notice: Arc<Notice>) {
    notices.retain(|old| {
        let same_year = old.region == notice.region && old.year == notice.year;
        // An amendment imported twice stands once.
        !(same_year && (notice.replaces_its_year() || *old == notice))
    });
    notices.push(notice);
}

/// A calendar with its region chosen.
#[derive(Debug, Clone)]
pub(crate) struct RegionView<'c> {
    national: Option<&'c Layer>,
    /// `None` for the nation, `Some(None)` for a region without any notice.
    own: Option<Option<&'c Layer>>,
    /// Uppermost first.
    stack: Vec<&'c Layer>,
}

impl<'c> RegionView<'c> {
    /// See [`WorkCalendar::day`].
    pub(crate) fn day(&self, date: Date) -> Result<Day<'c>, CalendarGap> {
        let year = date.year();
        if !self.national.is_some_and(|layer| layer.years.contains(&year)) {
            return Err(CalendarGap { region: Region::CN, year });
        }
        let named = self.stack.iter().find_map(|layer| layer.days.get(&date));
        Ok(Day {
            date,
            kind: kind(date, named.map(|n| n.arrangement)),
            name: named.map(|n| n.name.as_str()),
            source: named.map(|n| n.notice.as_ref()),
            provisional: self.own.is_some_and(|own| own.is_none_or(|layer| !layer.years.contains(&year))),
        })
    }
}

fn kind(date: Date, arrangement: Option<Arrangement>) -> DayKind {
    let weekend = matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday);
    match (arrangement, weekend) {
        (Some(Arrangement::Off), _) => DayKind::Holiday,
        (Some(Arrangement::Work), true) => DayKind::Makeup,
        // A weekday may be named as worked to take back a day off.
        (Some(Arrangement::Work) | None, false) => DayKind::Working,
        (None, true) => DayKind::Weekend,
    }
}
