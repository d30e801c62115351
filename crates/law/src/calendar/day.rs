//! The answer to "is this day worked here", and the two ways of not knowing.

use jiff::civil::Date;

use super::notice::Notice;
use super::region::Region;

/// One day of a region, with who says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day<'c> {
    /// The day that was asked about.
    pub date: Date,
    /// What it is there, by the notice in `source` or by its weekday.
    pub kind: DayKind,
    /// The holiday of a named day; `None` for a plain working day or weekend.
    pub name: Option<&'c str>,
    /// The notice that names the day; `None` where only the weekday speaks.
    pub source: Option<&'c Notice>,
    /// The region's own notice for this year is unknown, so this is the national day.
    pub provisional: bool,
}

impl Day<'_> {
    /// Whether the day is worked.
    pub fn works(&self) -> bool {
        self.kind.works()
    }
}

/// The four kinds of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DayKind {
    /// A plain weekday.
    Working,
    /// A plain Saturday or Sunday.
    Weekend,
    /// Off by a notice, weekends inside a holiday included.
    Holiday,
    /// A Saturday or Sunday worked by a notice (调休上班).
    Makeup,
}

impl DayKind {
    /// Working days and make-up days are worked.
    pub fn works(self) -> bool {
        matches!(self, DayKind::Working | DayKind::Makeup)
    }

    /// The stable key: `working`, `weekend`, `holiday`, `makeup`.
    pub fn key(self) -> &'static str {
        match self {
            DayKind::Working => "working",
            DayKind::Weekend => "weekend",
            DayKind::Holiday => "holiday",
            DayKind::Makeup => "makeup",
        }
    }

    /// The Chinese word shown to people.
    pub fn label(self) -> &'static str {
        match self {
            DayKind::Working => "工作日",
            DayKind::Weekend => "周末",
            DayKind::Holiday => "放假",
            DayKind::Makeup => "调休上班",
        }
    }
}

/// No notice arranges this year, so no deadline that touches it can be stated.
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
#[error(
    "还没有{year}年{}的放假安排，算不出期限；请导入该年的放假通知",
    region.label()
)]
pub struct CalendarGap {
    /// The layer that is missing; always the national one.
    pub region: Region,
    /// The missing year.
    pub year: i16,
}
