//! When the annual report is due (T13–T15). Fixed days of the following year; they do not roll.

use jiff::civil::Date;

use super::error::ClockError;

/// Who reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reporter {
    /// T13: a department of the county's government or above, to the supervising office.
    Department,
    /// T14: the supervising office (主管部门) for the whole government.
    SupervisingOffice,
    /// T15: a township. 条例第四十九条 does not name it; the county's notice does.
    Township,
}

/// T15: the day used for a township until the county's notice is entered, as (month, day).
pub const TOWNSHIP_DEFAULT: (i8, i8) = (1, 31);

/// The day by which the report on `year` is published. `township` is the county's day as (month, day).
///
/// # Errors
/// [`ClockError::DateOutOfRange`] if there is no such day.
pub fn annual_report_due(year: i16, reporter: Reporter, township: (i8, i8)) -> Result<Date, ClockError> {
    let (month, day) = match reporter {
        Reporter::Department => (1, 31),
        Reporter::SupervisingOffice => (3, 31),
        Reporter::Township => township,
    };
    year.checked_add(1).and_then(|next| Date::new(next, month, day).ok()).ok_or(ClockError::DateOutOfRange)
}
