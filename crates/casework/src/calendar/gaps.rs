//! Years without an arrangement, and the deadlines that wait for them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use law::calendar::{Region, WorkCalendar};
use store::{OrganId, Store};

use crate::{
    Result,
    deadlines::DeadlineStanding,
    today::{DueItem, due_items},
};

/// A year without a national arrangement.
#[derive(Clone, Debug)]
pub struct YearGap {
    /// The year.
    pub year: i16,
    /// What the organ has open whose deadline cannot be stated without it.
    pub waiting: Vec<DueItem>,
}

/// The missing years that matter to an organ: those its deadlines run into, this year and the next; ascending.
///
/// # Errors
/// Failures of the store.
pub async fn year_gaps(
    store: &Store,
    organ: &OrganId,
    calendar: &WorkCalendar,
    today: Date,
) -> Result<Vec<YearGap>> {
    let known: BTreeSet<i16> = calendar
        .coverage()
        .into_iter()
        .filter(|coverage| coverage.region == Region::CN)
        .flat_map(|coverage| coverage.years)
        .collect();
    let near =
        [today.year(), today.year().saturating_add(1)].into_iter().filter(|year| !known.contains(year));
    let mut gaps: BTreeMap<i16, Vec<DueItem>> = near.map(|year| (year, Vec::new())).collect();
    for item in due_items(store, organ, calendar, today).await? {
        if let DeadlineStanding::Gap(gap) = &item.deadline.standing {
            gaps.entry(gap.year).or_default().push(item);
        }
    }
    Ok(gaps.into_iter().map(|(year, waiting)| YearGap { year, waiting }).collect())
}
