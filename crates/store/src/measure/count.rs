//! Counting: one GROUP BY.

use law::measure::{Counts, Dimension, Measure, Year};

use super::{condition, dimension};
use crate::error::Result;
use crate::ids::OrganId;
use crate::read::Read;
use crate::row::Row;
use crate::sql::Sql;

/// The number under one combination of dimension values.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Count {
    /// One value for each dimension asked for, the empty string where nothing is written.
    pub values: Vec<String>,
    /// Records, or the sum of the measure's column (money in fen).
    pub amount: i64,
}

/// What a measure adds up, as BIGINT on both engines.
pub(super) const fn amount(counts: Counts) -> (&'static str, &'static str, &'static str) {
    match counts {
        Counts::Rows => ("COUNT(*)", "", ""),
        Counts::Sum(column) => ("CAST(COALESCE(SUM(r.", column, "), 0) AS BIGINT)"),
    }
}

impl Read {
    /// A measure for a year, split by these dimensions; combinations that do not occur are absent. Without
    /// dimensions the answer is one number, 0 if there is nothing.
    ///
    /// The parts of a dimension that reads each entry of a list may exceed the whole and are never to be
    /// added up.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn count(
        &mut self,
        organ: &OrganId,
        measure: &Measure,
        year: Year,
        dimensions: &[Dimension],
    ) -> Result<Vec<Count>> {
        let sql = statement(organ, measure, year, dimensions);
        let of = |row: &Row| {
            let value = |position: usize| row.text(&format!("v{position}"));
            let values = (0..dimensions.len()).map(value).collect::<Result<_>>()?;
            Ok(Count { values, amount: row.int("amount")? })
        };
        let mut counts = self.all(sql, of).await?;
        counts.sort();
        Ok(counts)
    }

    /// A measure for a year as one number.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn total(&mut self, organ: &OrganId, measure: &Measure, year: Year) -> Result<i64> {
        self.number(statement(organ, measure, year, &[]), "amount").await
    }
}

fn statement(organ: &OrganId, measure: &Measure, year: Year, dimensions: &[Dimension]) -> Sql {
    let mut sql = Sql::new("SELECT ");
    for (position, dimension) in dimensions.iter().enumerate() {
        sql.push(&dimension::expression(measure.register, dimension, position));
        sql.push(&format!(" AS v{position}, "));
    }
    let (open, column, close) = amount(measure.counts);
    sql.push(open).push(column).push(close).push(" AS amount FROM ");
    sql.push(measure.register.key()).push(" AS r");
    for (position, dimension) in dimensions.iter().enumerate() {
        sql.push(&dimension::join(measure.register, dimension, position));
    }
    condition::add_to(&mut sql, measure, organ, year);
    for position in 1..=dimensions.len() {
        sql.push(if position == 1 { " GROUP BY " } else { ", " }).push(&position.to_string());
    }
    sql
}
