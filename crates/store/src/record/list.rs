//! Reading records: one, by identifier, by number, lists, and everything for an export.

use std::collections::BTreeMap;

use law::register::Register;

use super::filter::{Filter, Order, Page};
use super::row::RecordRow;
use super::table;
use crate::error::{Error, Result};
use crate::ids::{OrganId, RecordId};
use crate::read::Read;
use crate::sql::{Arg, Sql};

/// Keys looked up by one statement.
const KEYS: usize = 200;

impl Read {
    /// One record, struck or not.
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn record(&mut self, organ: &OrganId, register: Register, id: &RecordId) -> Result<RecordRow> {
        let sql = format!("{} WHERE organ_id = $1 AND id = $2", table::select(register));
        self.one("record", Sql::new(sql).arg(organ).arg(id), |row| RecordRow::of(register, row)).await
    }

    /// A page of the records that the filter lets through.
    ///
    /// # Errors
    /// `UnknownField`.
    pub async fn records(
        &mut self,
        organ: &OrganId,
        register: Register,
        filter: &Filter,
        order: &Order,
        page: Page,
    ) -> Result<Vec<RecordRow>> {
        let sql = page_of(Sql::new(table::select(register)), organ, register, filter, order, page)?;
        self.all(sql, |row| RecordRow::of(register, row)).await
    }

    /// How SQLite would find such a page: a step a line, in its own words.
    ///
    /// # Errors
    /// `UnknownField`.
    #[cfg(feature = "testing")]
    pub async fn plan_of_records(
        &mut self,
        organ: &OrganId,
        register: Register,
        filter: &Filter,
        order: &Order,
        page: Page,
    ) -> Result<String> {
        let sql = Sql::new(format!("EXPLAIN QUERY PLAN {}", table::select(register)));
        let sql = page_of(sql, organ, register, filter, order, page)?;
        Ok(self.all(sql, |row| row.text("detail")).await?.join("\n"))
    }

    /// How many records the filter lets through.
    ///
    /// # Errors
    /// `UnknownField`.
    pub async fn count_records(
        &mut self,
        organ: &OrganId,
        register: Register,
        filter: &Filter,
    ) -> Result<i64> {
        let mut sql = Sql::new(format!("SELECT COUNT(*) AS n FROM {}", register.key()));
        filter.add_to(&mut sql, organ, register)?;
        self.number(sql, "n").await
    }

    /// The next records in the order of their entry, after the one with that `recorded_seq` (0 to begin);
    /// for an export, which calls until the answer is empty. However many there are, memory holds `limit`.
    ///
    /// # Errors
    /// `UnknownField`.
    pub async fn records_after(
        &mut self,
        organ: &OrganId,
        register: Register,
        filter: &Filter,
        recorded_seq: i64,
        limit: u32,
    ) -> Result<Vec<RecordRow>> {
        let mut sql = Sql::new(table::select(register));
        filter.add_to(&mut sql, organ, register)?;
        sql.push(" AND recorded_seq > ").bind(recorded_seq).push(" ORDER BY recorded_seq");
        sql.push(" LIMIT ").bind(i64::from(limit));
        self.all(sql, |row| RecordRow::of(register, row)).await
    }

    /// Those of these 来源编号 that the register has, struck ones included.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn records_by_source_no(
        &mut self,
        organ: &OrganId,
        register: Register,
        source_nos: &[String],
    ) -> Result<BTreeMap<String, RecordRow>> {
        let rows = self.records_by(organ, register, "source_no", source_nos.iter().map(Arg::from)).await?;
        Ok(rows.into_iter().map(|row| (row.source_no().to_owned(), row)).collect())
    }

    /// Those of these identifiers that the register has.
    pub(super) async fn records_by_id(
        &mut self,
        organ: &OrganId,
        register: Register,
        ids: &[RecordId],
    ) -> Result<BTreeMap<RecordId, RecordRow>> {
        let rows = self.records_by(organ, register, "id", ids.iter().map(Arg::from)).await?;
        Ok(rows.into_iter().map(|row| (row.id.clone(), row)).collect())
    }

    async fn records_by(
        &mut self,
        organ: &OrganId,
        register: Register,
        column: &str,
        keys: impl Iterator<Item = Arg>,
    ) -> Result<Vec<RecordRow>> {
        let keys: Vec<Arg> = keys.collect();
        let mut found = Vec::new();
        for chunk in keys.chunks(KEYS) {
            let mut sql = Sql::new(table::select(register));
            sql.push(" WHERE organ_id = ").bind(organ);
            sql.push(&format!(" AND {column} IN ")).bind_list(chunk.iter().cloned());
            found.extend(self.all(sql, |row| RecordRow::of(register, row)).await?);
        }
        Ok(found)
    }

    /// The years in which the register has records, latest first, each with their number. Records of no
    /// year (not yet published) are left out.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn years_of(&mut self, organ: &OrganId, register: Register) -> Result<Vec<(i16, i64)>> {
        let year = year_of(register);
        let sql = format!(
            "SELECT {year} AS y, COUNT(*) AS n FROM {} WHERE organ_id = $1 AND struck = 0 GROUP BY 1 ORDER BY 1 DESC",
            register.key()
        );
        let rows = self.rows(Sql::new(sql).arg(organ)).await?;
        let pair = |row: &crate::row::Row| -> Result<Option<(i16, i64)>> {
            let Some(year) = row.opt_int("y")? else { return Ok(None) };
            Ok(Some((year_from(year)?, row.int("n")?)))
        };
        rows.iter().filter_map(|row| pair(row).transpose()).collect()
    }

    /// How many records the filter lets through of each year and each key of a field, by one statement. Records
    /// of no year are left out.
    ///
    /// # Errors
    /// `UnknownField`.
    pub async fn count_by_year(
        &mut self,
        organ: &OrganId,
        register: Register,
        filter: &Filter,
        field: &str,
    ) -> Result<Vec<YearCount>> {
        let (year, key) = (year_of(register), table::field(register, field)?.key);
        let mut sql =
            Sql::new(format!("SELECT {year} AS y, {key} AS k, COUNT(*) AS n FROM {}", register.key()));
        filter.add_to(&mut sql, organ, register)?;
        sql.push(&format!(" AND {year} IS NOT NULL GROUP BY 1, 2"));
        let count = |row: &crate::row::Row| {
            Ok(YearCount {
                year: year_from(row.int("y")?)?,
                key: row.opt_text("k")?.unwrap_or_default(),
                count: row.int("n")?,
            })
        };
        self.all(sql, count).await
    }
}

/// The statement of a page of records, after what it selects.
fn page_of(
    mut sql: Sql,
    organ: &OrganId,
    register: Register,
    filter: &Filter,
    order: &Order,
    page: Page,
) -> Result<Sql> {
    filter.add_to(&mut sql, organ, register)?;
    order.add_to(&mut sql, register, filter)?;
    page.add_to(&mut sql);
    Ok(sql)
}

/// How many records of one year have one key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearCount {
    /// By [`super::date_fields`].
    pub year: i16,
    /// The key; empty where nothing is written.
    pub key: String,
    /// How many.
    pub count: i64,
}

/// The year of a record, in SQL.
fn year_of(register: Register) -> String {
    match table::date_fields(register) {
        [] => "year".to_owned(),
        [day] => format!("CAST(substr({day}, 1, 4) AS BIGINT)"),
        days => format!("CAST(substr(COALESCE({}), 1, 4) AS BIGINT)", days.join(", ")),
    }
}

fn year_from(number: i64) -> Result<i16> {
    i16::try_from(number).map_err(|_| Error::damaged(format!("year {number}")))
}
