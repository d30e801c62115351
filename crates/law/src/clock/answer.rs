//! The answer to `gongkai deadline --from D --working-days N [--region R]`, ready to be printed.

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use crate::calendar::{Region, WorkCalendar};

use super::due::{CountedDay, iso};
use super::error::ClockError;
use super::period::{Clock, Period};
use super::walk::deadline;

/// Serialises as `{from, due, region, provisional, gap, days}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// The day of the event; not counted.
    #[serde(serialize_with = "iso")]
    pub from: Date,
    /// The last day, after the roll; `None` if a year on the way has no notice.
    #[serde(serialize_with = "iso_or_null")]
    pub due: Option<Date>,
    /// The region's code.
    #[serde(serialize_with = "code")]
    pub region: Region,
    /// The national calendar stood in for a regional year that is unknown.
    pub provisional: bool,
    /// The missing year, as text: `"2027"`.
    pub gap: Option<String>,
    /// From the day after `from` to `due`; empty if there is a gap.
    pub days: Vec<CountedDay>,
}

/// Counts a plain period; a missing year is part of the answer, not an error.
///
/// # Errors
/// Only [`ClockError::DateOutOfRange`].
pub fn answer(
    from: Date,
    period: Period,
    calendar: &WorkCalendar,
    region: &Region,
) -> Result<Answer, ClockError> {
    let mut answer =
        Answer { from, due: None, region: region.clone(), provisional: false, gap: None, days: Vec::new() };
    match deadline(&Clock::new(from, period), calendar, region) {
        Ok(found) => {
            answer.due = Some(found.due);
            answer.provisional = found.provisional;
            answer.days = found.days;
        }
        Err(ClockError::Gap(gap)) => answer.gap = Some(gap.year.to_string()),
        Err(other) => return Err(other),
    }
    Ok(answer)
}

fn iso_or_null<S: Serializer>(date: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
    match date {
        Some(date) => iso(date, serializer),
        None => serializer.serialize_none(),
    }
}

fn code<S: Serializer>(region: &Region, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(region.code())
}
