//! Days of the demonstration: everything is reckoned in working days from dates in the tables, or from today.

use jiff::ToSpan;
use law::Date;
use law::calendar::{Region, WorkCalendar};

/// Working days as the county knows them, and the day on which the demonstration is made.
///
/// In a year without a published arrangement Monday to Friday stand in: the records need dates, and
/// what is *due* is computed later by the real clock, which then shows the gap.
pub(super) struct Days<'c> {
    calendar: &'c WorkCalendar,
    region: Region,
    today: Date,
}

impl<'c> Days<'c> {
    /// The demonstration county follows the national arrangement.
    pub(super) fn new(calendar: &'c WorkCalendar, today: Date) -> Self {
        Self { calendar, region: Region::CN, today }
    }

    /// The day on which the demonstration is made.
    pub(super) fn today(&self) -> Date {
        self.today
    }

    /// The day, unless it still lies in the future.
    pub(super) fn past(&self, day: Date) -> Option<Date> {
        (day <= self.today).then_some(day)
    }

    /// The day itself if it is worked, otherwise the next one that is.
    pub(super) fn on_or_after(&self, day: Date) -> Date {
        if self.works(day) { day } else { self.after(day, 1) }
    }

    /// The `count`-th working day after the day, which does not count itself.
    pub(super) fn after(&self, day: Date, count: u32) -> Date {
        self.walk(day, count, 1)
    }

    /// The `count`-th working day before the day.
    pub(super) fn before(&self, day: Date, count: u32) -> Date {
        self.walk(day, count, -1)
    }

    fn walk(&self, from: Date, count: u32, step: i32) -> Date {
        let mut day = from;
        let mut left = count;
        while left > 0 {
            let next = later(day, step);
            if next == day {
                break;
            }
            day = next;
            left -= u32::from(self.works(day));
        }
        day
    }

    fn works(&self, day: Date) -> bool {
        self.calendar
            .day(&self.region, day)
            .map_or_else(|_| day.weekday().to_monday_zero_offset() < 5, |known| known.works())
    }
}

/// That day of that month, or the last of the month if the month is shorter.
pub(super) fn date(year: i16, month: i8, day: i8) -> Date {
    Date::new(year, month, 1).map_or(Date::MIN, |first| {
        let last = first.last_of_month();
        if day < last.day() { later(first, i32::from(day) - 1) } else { last }
    })
}

/// So many calendar days later, or earlier if negative; stops at the ends of the calendar.
pub(super) fn later(day: Date, count: i32) -> Date {
    day.saturating_add(count.days())
}
