//! The conditions of measures as data, so that one definition is both interpreted here and written
//! as a WHERE by the store.
//!
//! A condition looks at columns and at the year, never at today and never at a current status: a
//! figure of last year must not move because something happened this year.

use jiff::civil::Date;

use super::Year;
use crate::register::{Record, Value};

/// The column in which the store keeps the deadline of a record, so that lateness can be counted. It
/// is no field of a register: the store fills it from `law::clock` and again whenever a calendar is
/// imported. NULL means that the deadline is unknown, because the calendar of the year is missing.
pub const DUE_CACHE: &str = "due_cache";

/// One test on one record. Each names columns of the measure's register (or [`DUE_CACHE`]); `start`
/// and `end` are 1 January and 31 December of the year asked for. The SQL of each stands beside it;
/// a comparison with NULL does not hold, as in SQL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// It happened in the year: `c >= start AND c <= end`.
    InYear(&'static str),
    /// It happened before the year: `c < start`.
    BeforeYear(&'static str),
    /// It had happened when the year ended: `c <= end`.
    ByYearEnd(&'static str),
    /// It had not happened when the year began: `c IS NULL OR c >= start`.
    OpenAtYearStart(&'static str),
    /// It had not happened when the year ended: `c IS NULL OR c > end`.
    OpenAtYearEnd(&'static str),
    /// A last day of validity that reaches 31 December: `c IS NULL OR c >= end`.
    LastsToYearEnd(&'static str),
    /// A last day of validity after which the thing lapsed within the year: `c >= end of last year AND c < end`.
    LapsesInYear(&'static str),
    /// The column holds the year as a number: `c = year`.
    IsYear(&'static str),
    /// One of these keys: `c IN (…)`.
    Is(&'static str, &'static [&'static str]),
    /// Something is written: `c IS NOT NULL`.
    Given(&'static str),
    /// Nothing is written: `c IS NULL`.
    Missing(&'static str),
    /// The first day is after the second: `a > b`.
    After(&'static str, &'static str),
    /// What was asked for has come, or nothing was asked for: `asked IS NULL OR came IS NOT NULL`.
    NotAwaited(&'static str, &'static str),
}

impl Condition {
    /// Whether the record meets the condition in that year. `due` is what [`DUE_CACHE`] holds.
    #[must_use]
    pub fn is_met(&self, record: &Record, due: Option<Date>, year: Year) -> bool {
        let day = |column| day_in(record, due, column);
        match *self {
            Self::InYear(column) => day(column).is_some_and(|day| year.contains(day)),
            Self::BeforeYear(column) => day(column).is_some_and(|day| day < year.start()),
            Self::ByYearEnd(column) => day(column).is_some_and(|day| day <= year.end()),
            Self::OpenAtYearStart(column) => day(column).is_none_or(|day| day >= year.start()),
            Self::OpenAtYearEnd(column) => day(column).is_none_or(|day| day > year.end()),
            Self::LastsToYearEnd(column) => day(column).is_none_or(|day| day >= year.end()),
            Self::LapsesInYear(column) => {
                day(column).is_some_and(|day| day >= year.eve() && day < year.end())
            }
            Self::IsYear(column) => record.value(column).as_int() == Some(year.get().into()),
            Self::Is(column, keys) => record.value(column).as_text().is_some_and(|key| keys.contains(&key)),
            Self::Given(column) => !value_in(record, due, column).is_null(),
            Self::Missing(column) => value_in(record, due, column).is_null(),
            Self::NotAwaited(asked, came) => {
                value_in(record, due, asked).is_null() || !value_in(record, due, came).is_null()
            }
            Self::After(later, earlier) => {
                matches!((day(later), day(earlier)), (Some(later), Some(earlier)) if later > earlier)
            }
        }
    }

    /// The columns it looks at.
    #[must_use]
    pub fn columns(&self) -> Vec<&'static str> {
        match *self {
            Self::InYear(column)
            | Self::BeforeYear(column)
            | Self::ByYearEnd(column)
            | Self::OpenAtYearStart(column)
            | Self::OpenAtYearEnd(column)
            | Self::LastsToYearEnd(column)
            | Self::LapsesInYear(column)
            | Self::IsYear(column)
            | Self::Is(column, _)
            | Self::Given(column)
            | Self::Missing(column) => vec![column],
            Self::After(later, earlier) => vec![later, earlier],
            Self::NotAwaited(asked, came) => vec![asked, came],
        }
    }
}

fn day_in(record: &Record, due: Option<Date>, column: &str) -> Option<Date> {
    value_in(record, due, column).as_text()?.parse().ok()
}

fn value_in(record: &Record, due: Option<Date>, column: &str) -> Value {
    if column == DUE_CACHE {
        return due.map_or(Value::Null, |day| Value::Text(day.to_string()));
    }
    record.value(column)
}
