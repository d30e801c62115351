//! The records behind a number: the same WHERE, and the dimension values.

use law::measure::{Dimension, Measure, Year};

use super::{condition, count, dimension};
use crate::error::Result;
use crate::ids::OrganId;
use crate::read::Read;
use crate::record::{Page, RecordRow, select};
use crate::sql::Sql;

/// A page of the records behind a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Members {
    /// How many records there are altogether.
    pub records: i64,
    /// The number they add up to: the same as [`Read::count`] gives for these values.
    pub amount: i64,
    /// This page of them, in the order of entry.
    pub rows: Vec<RecordRow>,
}

impl Read {
    /// The records that a measure counts in a year under these values of its dimensions.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn members(
        &mut self,
        organ: &OrganId,
        measure: &Measure,
        year: Year,
        values: &[(Dimension, String)],
        page: Page,
    ) -> Result<Members> {
        let behind = |mut sql: Sql| {
            condition::add_to(&mut sql, measure, organ, year);
            for (dimension, value) in values {
                dimension::add_member(&mut sql, measure.register, dimension, value);
            }
            sql
        };
        let (open, column, close) = count::amount(measure.counts);
        let table = measure.register.key();
        let sums = |row: &crate::row::Row| Ok((row.int("n")?, row.int("amount")?));
        let sql = format!("SELECT COUNT(*) AS n, {open}{column}{close} AS amount FROM {table} AS r");
        let sql = behind(Sql::new(sql));
        let (records, amount) = self.one("measure", sql, sums).await?;
        let mut sql = behind(Sql::new(format!("{} AS r", select(measure.register))));
        sql.push(" ORDER BY recorded_seq");
        page.add_to(&mut sql);
        let rows = self.all(sql, |row| RecordRow::of(measure.register, row)).await?;
        Ok(Members { records, amount, rows })
    }
}
