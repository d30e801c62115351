//! What a calendar knows, and what changes when another takes its place.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::day::DayKind;
use super::region::Region;
use super::work_calendar::WorkCalendar;

/// The years that a region's own notices arrange.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// Whose notices; the nation has a coverage of its own.
    pub region: Region,
    /// Ascending, four digits each.
    pub years: Vec<i16>,
}

/// One difference between two calendars.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A year is arranged that was not before: a gap is closed, or a provisional year becomes certain.
    YearAdded {
        /// Whose notice arranges it.
        region: Region,
        /// The year that is known from now on.
        year: i16,
    },
    /// A year is no longer arranged (an import was undone).
    YearRemoved {
        /// Whose notice is gone.
        region: Region,
        /// The year that is a gap, or for a region provisional, from now on.
        year: i16,
    },
    /// A day of a year known to both calendars is another day now, or carries another name.
    DayChanged {
        /// Where the day changed.
        region: Region,
        /// The day itself.
        date: Date,
        /// What the replaced calendar says of it.
        before: DayState,
        /// What the new calendar says of it; differs from `before`.
        after: DayState,
    },
}

/// What a day is, without who says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayState {
    /// Whether and why it is worked.
    pub kind: DayKind,
    /// The holiday it belongs to; `None` for a plain working day or weekend.
    pub name: Option<String>,
}

impl WorkCalendar {
    /// Every region that has a notice with its years; the nation first, then by code.
    pub fn coverage(&self) -> Vec<Coverage> {
        let mut coverage: Vec<Coverage> = self
            .regions()
            .map(|r| Coverage { region: r.clone(), years: self.years(r).into_iter().collect() })
            .collect();
        coverage.sort_by_key(|c| (!c.region.is_national(), c.region.clone()));
        coverage
    }

    /// The nationally arranged years for which this region's own notice is missing: there its days are
    /// provisional. Empty for the nation.
    pub fn missing_years(&self, region: &Region) -> Vec<i16> {
        self.years(&Region::CN).difference(&self.years(region)).copied().collect()
    }
}

/// What changes when `after` takes the place of `before`: years first, then days, per region.
///
/// The days of an added or removed year are not listed one by one; a day of the December before is,
/// because its year was known already.
pub fn changes(before: &WorkCalendar, after: &WorkCalendar) -> Vec<Change> {
    let mut regions: Vec<&Region> = before.regions().chain(after.regions()).collect();
    regions.sort_by_key(|r| (!r.is_national(), r.code()));
    regions.dedup();
    let mut changes = Vec::new();
    for region in regions {
        let (old, new) = (before.years(region), after.years(region));
        changes.extend(new.difference(&old).map(|&year| Change::YearAdded { region: region.clone(), year }));
        changes
            .extend(old.difference(&new).map(|&year| Change::YearRemoved { region: region.clone(), year }));
        let moved: BTreeSet<i16> = new.symmetric_difference(&old).copied().collect();
        let dates: BTreeSet<Date> = before.named_dates(region).chain(after.named_dates(region)).collect();
        changes.extend(
            dates
                .into_iter()
                .filter(|date| !moved.contains(&date.year()))
                .filter_map(|date| day_change(before, after, region, date)),
        );
    }
    changes
}

fn day_change(before: &WorkCalendar, after: &WorkCalendar, region: &Region, date: Date) -> Option<Change> {
    let (old, new) = (state(before, region, date)?, state(after, region, date)?);
    (old != new).then(|| Change::DayChanged { region: region.clone(), date, before: old, after: new })
}

fn state(calendar: &WorkCalendar, region: &Region, date: Date) -> Option<DayState> {
    let day = calendar.day(region, date).ok()?;
    Some(DayState { kind: day.kind, name: day.name.map(str::to_owned) })
}
