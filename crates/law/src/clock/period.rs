//! What is counted: an event, a period, and what happened since.

use jiff::civil::Date;

use super::article;
use super::pause::{Pause, Restart};

/// How long a period is, and in what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    /// 工作日: days off do not count, so it cannot end on one.
    WorkingDays(u32),
    /// 日: every day counts; a period ending on a day off ends on the next working day.
    NaturalDays(u32),
    /// 月: ends on the same-numbered day or the last of the month; then as natural days.
    Months(u32),
}

/// A period that runs from an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// The day of the event; not counted.
    pub start: Date,
    /// How long it runs, counted from the day after `start`.
    pub period: Period,
    /// The provision that sets the period; the explanation of each day counted.
    pub article: &'static str,
    /// An event from which the whole period is counted anew.
    pub restart: Option<Restart>,
    /// Days taken out of the period.
    pub pauses: Vec<Pause>,
    /// Working days added behind the period; 0 if it was not extended.
    pub extension_working_days: u32,
}

impl Clock {
    /// A clock without restart, pauses or extension, that cites no more than how days are counted.
    pub fn new(start: Date, period: Period) -> Clock {
        Clock::under(article::START_NOT_COUNTED, start, period)
    }

    /// A clock that a provision sets.
    pub fn under(article: &'static str, start: Date, period: Period) -> Clock {
        Clock { start, period, article, restart: None, pauses: Vec::new(), extension_working_days: 0 }
    }
}
