//! How many documents are public, by category and year: one statement, asked again only after something was
//! written for the organ or the day has changed.

use std::collections::BTreeMap;
use std::sync::Arc;

use law::measure::Year;
use law::register::{Category, Chosen as _, Register};
use store::{OrganId, Read};

use crate::fault::Fault;
use crate::state::State;
use crate::visible::shown;

/// The numbers of public documents of one organ.
#[derive(Debug, Default)]
pub(crate) struct Counts(BTreeMap<(i16, String), i64>);

impl Counts {
    /// The numbers as they are now.
    pub(super) async fn of(state: &State, read: &mut Read, organ: &OrganId) -> Result<Arc<Self>, Fault> {
        let today = state.today();
        // Read before counting: what is written in between makes the next reader count again.
        let writes = read.writes_of(organ).await?;
        if let Some(known) = state.known_counts(organ, writes, today) {
            return Ok(known);
        }
        let rows = read.count_by_year(organ, Register::Publication, &shown(today), "category").await?;
        let counts = Arc::new(Self(rows.into_iter().map(|row| ((row.year, row.key), row.count)).collect()));
        state.remember_counts(organ, writes, today, &counts);
        Ok(counts)
    }

    /// How many there are of a category and a year; `None` for all.
    pub(super) fn total(&self, category: Option<Category>, year: Option<Year>) -> i64 {
        let wanted = self.0.iter().filter(|((of, key), _)| {
            year.is_none_or(|year| year.get() == *of) && category.is_none_or(|category| category.key() == key)
        });
        wanted.map(|(_, count)| count).sum()
    }

    /// The years that have something of a category, latest first.
    pub(super) fn years(&self, category: Option<Category>) -> Vec<Year> {
        let mut years: Vec<i16> = self.0.keys().map(|(year, _)| *year).collect();
        years.dedup();
        let years = years.into_iter().rev().filter_map(|year| Year::new(year.into()));
        years.filter(|year| self.total(category, Some(*year)) > 0).collect()
    }
}
