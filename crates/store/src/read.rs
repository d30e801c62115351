//! A reader: one snapshot of the database. The questions it answers stand beside the things they are
//! about, in `impl Read` blocks of the other files.

use sqlx::Transaction;
use sqlx::any::Any;

use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::row::Row;
use crate::sql::{Arg, Sql};

/// Reads one snapshot. Made by [`crate::Store::read`]; a [`crate::Write`] can do all that a `Read` can
/// and sees its own changes.
#[derive(Debug)]
pub struct Read {
    transaction: Transaction<'static, Any>,
    pub(crate) engine: Engine,
}

impl Read {
    pub(crate) const fn new(transaction: Transaction<'static, Any>, engine: Engine) -> Self {
        Self { transaction, engine }
    }

    /// All rows.
    pub(crate) async fn rows(&mut self, sql: Sql) -> Result<Vec<Row>> {
        let rows = sql.query()?.fetch_all(&mut *self.transaction).await?;
        Ok(rows.into_iter().map(Row).collect())
    }

    /// The row, if there is one.
    pub(crate) async fn row(&mut self, sql: Sql) -> Result<Option<Row>> {
        Ok(sql.query()?.fetch_optional(&mut *self.transaction).await?.map(Row))
    }

    /// The number in a column of the only row.
    pub(crate) async fn number(&mut self, sql: Sql, column: &str) -> Result<i64> {
        self.row(sql).await?.ok_or_else(|| Error::damaged("no row"))?.int(column)
    }

    /// Every row made into something.
    pub(crate) async fn all<T>(&mut self, sql: Sql, make: impl Fn(&Row) -> Result<T>) -> Result<Vec<T>> {
        self.rows(sql).await?.iter().map(make).collect()
    }

    /// The one row made into something, or `NotFound`.
    pub(crate) async fn one<T>(
        &mut self,
        what: &'static str,
        sql: Sql,
        make: impl Fn(&Row) -> Result<T>,
    ) -> Result<T> {
        match self.row(sql).await? {
            Some(row) => make(&row),
            None => Err(Error::NotFound(what)),
        }
    }

    /// Runs a statement that changes rows; how many. Only [`crate::Write`] and the restoring of a backup
    /// come here, and a reader's connection refuses it.
    pub(crate) async fn execute(&mut self, sql: Sql) -> Result<u64> {
        Ok(sql.query()?.execute(&mut *self.transaction).await?.rows_affected())
    }

    /// Inserts rows of one table, several to a statement. `columns` are names of this crate's own.
    pub(crate) async fn insert(&mut self, table: &str, columns: &[&str], rows: Vec<Vec<Arg>>) -> Result<()> {
        let head = format!("INSERT INTO {table} ({}) VALUES ", columns.join(", "));
        let at_once = self.engine.rows_per_insert(columns.len());
        let mut rows = rows.into_iter();
        loop {
            let mut sql = Sql::new(head.clone());
            let mut count = 0;
            for row in rows.by_ref().take(at_once) {
                if count > 0 {
                    sql.push(",");
                }
                sql.bind_list(row);
                count += 1;
            }
            if count == 0 {
                return Ok(());
            }
            self.execute(sql).await?;
        }
    }

    pub(crate) async fn rollback(self) -> Result<()> {
        Ok(self.transaction.rollback().await?)
    }

    pub(crate) async fn commit(self) -> Result<()> {
        Ok(self.transaction.commit().await?)
    }
}
