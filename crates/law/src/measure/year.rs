//! A statistical year: 1 January to 31 December.

use std::fmt;

use jiff::civil::{Date, date};

/// A statistical year, 1949 to 2200.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(i16);

impl Year {
    /// The year, if a report could ever be asked for it.
    #[must_use]
    pub fn new(year: i64) -> Option<Self> {
        i16::try_from(year).ok().filter(|year| (1949..=2200).contains(year)).map(Self)
    }

    /// The year of a day, if it is one that can be reported on.
    #[must_use]
    pub fn of(day: Date) -> Option<Self> {
        Self::new(day.year().into())
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> i16 {
        self.0
    }

    /// 1 January.
    #[must_use]
    pub const fn start(self) -> Date {
        date(self.0, 1, 1)
    }

    /// 31 December.
    #[must_use]
    pub const fn end(self) -> Date {
        date(self.0, 12, 31)
    }

    /// Whether the day lies in the year.
    #[must_use]
    pub fn contains(self, day: Date) -> bool {
        day.year() == self.0
    }

    /// 31 December of the year before.
    #[must_use]
    pub const fn eve(self) -> Date {
        date(self.0 - 1, 12, 31)
    }

    /// The year after, if there is one.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::new(i64::from(self.0) + 1)
    }

    /// The year before, if there is one.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        Self::new(i64::from(self.0) - 1)
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
