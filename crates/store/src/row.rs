//! Rows as they come back, read by column name.

use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::Row as _;
use sqlx::any::AnyRow;

use crate::error::{Error, Result};
use crate::instant;
use crate::sql::Arg;

/// One row of a result.
pub(crate) struct Row(pub(crate) AnyRow);

impl Row {
    pub(crate) fn text(&self, column: &str) -> Result<String> {
        Ok(self.0.try_get(column)?)
    }

    pub(crate) fn opt_text(&self, column: &str) -> Result<Option<String>> {
        Ok(self.0.try_get(column)?)
    }

    pub(crate) fn int(&self, column: &str) -> Result<i64> {
        Ok(self.0.try_get(column)?)
    }

    pub(crate) fn opt_int(&self, column: &str) -> Result<Option<i64>> {
        Ok(self.0.try_get(column)?)
    }

    pub(crate) fn yes(&self, column: &str) -> Result<bool> {
        Ok(self.int(column)? != 0)
    }

    pub(crate) fn day(&self, column: &str) -> Result<Date> {
        instant::day_from_text(&self.text(column)?)
    }

    pub(crate) fn opt_day(&self, column: &str) -> Result<Option<Date>> {
        self.opt_text(column)?.as_deref().map(instant::day_from_text).transpose()
    }

    pub(crate) fn instant(&self, column: &str) -> Result<Timestamp> {
        instant::from_text(&self.text(column)?)
    }

    pub(crate) fn opt_instant(&self, column: &str) -> Result<Option<Timestamp>> {
        self.opt_text(column)?.as_deref().map(instant::from_text).transpose()
    }

    pub(crate) fn id<T: From<String>>(&self, column: &str) -> Result<T> {
        Ok(T::from(self.text(column)?))
    }

    pub(crate) fn opt_id<T: From<String>>(&self, column: &str) -> Result<Option<T>> {
        Ok(self.opt_text(column)?.map(T::from))
    }

    /// A closed vocabulary stored by key.
    pub(crate) fn key<T>(&self, column: &str, from_key: impl Fn(&str) -> Option<T>) -> Result<T> {
        let key = self.text(column)?;
        from_key(&key).ok_or_else(|| Error::damaged(format!("{column} holds {key:?}")))
    }

    pub(crate) fn json(&self, column: &str) -> Result<serde_json::Value> {
        let text = self.text(column)?;
        serde_json::from_str(&text).map_err(|error| Error::damaged(format!("{column}: {error}")))
    }

    /// A year in a column of numbers.
    pub(crate) fn year(&self, column: &str) -> Result<i16> {
        let year = self.int(column)?;
        i16::try_from(year).map_err(|_| Error::damaged(format!("{column} holds {year}")))
    }

    /// The column at that position, whichever of the two types it has.
    pub(crate) fn at(&self, position: usize, is_number: bool) -> Result<Arg> {
        Ok(if is_number { Arg::Int(self.0.try_get(position)?) } else { Arg::Text(self.0.try_get(position)?) })
    }
}
