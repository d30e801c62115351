//! The result of counting: a day, and why it is that day.

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use crate::calendar::DayKind;

/// A deadline with its explanation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The day after which counting began: the event, or the restart. Not counted.
    pub counted_from: Date,
    /// The last day on which the act is in time.
    pub due: Date,
    /// Some day lies in a year for which the region's own notice is unknown.
    pub provisional: bool,
    /// One entry a day, from the day after the first event to `due`.
    pub days: Vec<CountedDay>,
}

impl Due {
    /// How many counted days lie after `today`; 0 on the last day and when overdue.
    pub fn remaining(&self, today: Date) -> usize {
        self.days.iter().filter(|day| day.counted && day.date > today).count()
    }

    /// Whether the day has passed.
    pub fn is_overdue(&self, today: Date) -> bool {
        today > self.due
    }
}

/// One day of the strip. Serialises as `{date, kind, name, counted}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CountedDay {
    #[serde(serialize_with = "iso")]
    /// The legal day; `YYYY-MM-DD` when serialised.
    pub date: Date,
    /// What the day was; whether it used up a day of the period is `counted`.
    pub kind: CountedKind,
    /// The holiday, or why the day was taken out.
    pub name: Option<String>,
    /// Whether it uses up a day of the period.
    pub counted: bool,
    /// The provision by which it counts or does not.
    #[serde(skip)]
    pub article: &'static str,
    /// The notice that makes it a holiday or a make-up day.
    #[serde(skip)]
    pub source: Option<String>,
}

/// What a day was to the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum CountedKind {
    /// A plain weekday, [`DayKind::Working`].
    Working,
    /// A plain Saturday or Sunday, [`DayKind::Weekend`].
    Weekend,
    /// Off by a notice, [`DayKind::Holiday`].
    Holiday,
    /// A Saturday or Sunday worked by a notice, [`DayKind::Makeup`].
    Makeup,
    /// It would have counted, but lies in a pause or before a restart.
    Excluded,
}

impl CountedKind {
    /// The stable key: `working`, `weekend`, `holiday`, `makeup`, `excluded`.
    pub fn key(self) -> &'static str {
        match self {
            CountedKind::Working => DayKind::Working.key(),
            CountedKind::Weekend => DayKind::Weekend.key(),
            CountedKind::Holiday => DayKind::Holiday.key(),
            CountedKind::Makeup => DayKind::Makeup.key(),
            CountedKind::Excluded => "excluded",
        }
    }

    /// The Chinese word shown to people.
    pub fn label(self) -> &'static str {
        match self {
            CountedKind::Working => DayKind::Working.label(),
            CountedKind::Weekend => DayKind::Weekend.label(),
            CountedKind::Holiday => DayKind::Holiday.label(),
            CountedKind::Makeup => DayKind::Makeup.label(),
            CountedKind::Excluded => "不计入",
        }
    }
}

impl From<DayKind> for CountedKind {
    fn from(kind: DayKind) -> CountedKind {
        match kind {
            DayKind::Working => CountedKind::Working,
            DayKind::Weekend => CountedKind::Weekend,
            DayKind::Holiday => CountedKind::Holiday,
            DayKind::Makeup => CountedKind::Makeup,
        }
    }
}

/// A legal day as ISO text.
pub(super) fn iso<S: Serializer>(date: &Date, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(date)
}
