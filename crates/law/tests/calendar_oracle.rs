//! Two ways of knowing which days are worked that share no code with `law`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use chinese_holiday::{Ymd, chinese_holiday};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};
use law::calendar::WorkCalendar;

/// The calendar under test, built once.
pub(crate) static BUILT_IN: LazyLock<WorkCalendar> = LazyLock::new(WorkCalendar::built_in);

pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub(crate) fn days(first: Date, last: Date) -> impl Iterator<Item = Date> {
    first.series(1.day()).take_while(move |d| *d <= last)
}

/// By the crate `chinese_holiday`, which panics after 2026-12-25; no notice names a later day.
///
/// It is wrong twice, both outside the years for which it is the measure: 国办发明电〔2015〕18号 has
/// 2016-10-09 worked, and 国办发明电〔2016〕17号 begins the holiday of 2017 on 1 January.
pub(crate) fn package_works(d: Date) -> bool {
    if d > date(2026, 12, 25) {
        return is_weekday(d);
    }
    if [date(2016, 10, 9), date(2016, 12, 30)].contains(&d) {
        return true;
    }
    let ymd = Ymd::new(d.year().try_into().unwrap(), d.month() as u8, d.day() as u8);
    chinese_holiday(ymd).is_workday()
}

/// By a table of 2019–2026 written down once more, with the days of 宁夏 to 2022 if asked.
pub(crate) struct Table {
    off: BTreeSet<Date>,
    work: BTreeSet<Date>,
}

impl Table {
    pub(crate) fn nation() -> Table {
        let mut table = Table { off: BTreeSet::new(), work: BTreeSet::new() };
        for (year, off, work) in YEARS {
            table.off.extend(runs(*year, off));
            table.work.extend(runs(*year, work));
        }
        table
    }

    pub(crate) fn ningxia() -> Table {
        let mut table = Table::nation();
        for (year, off) in NINGXIA {
            table.off.extend(runs(*year, off));
        }
        table
    }

    pub(crate) fn works(&self, d: Date) -> bool {
        self.work.contains(&d) || (is_weekday(d) && !self.off.contains(&d))
    }
}

/// The day after which `n` worked days have passed.
pub(crate) fn nth_worked_after(start: Date, n: usize, works: impl Fn(Date) -> bool) -> Date {
    days(start.tomorrow().unwrap(), Date::MAX).filter(|d| works(*d)).nth(n - 1).unwrap()
}

fn is_weekday(d: Date) -> bool {
    !matches!(d.weekday(), Weekday::Saturday | Weekday::Sunday)
}

fn runs(year: i16, text: &str) -> Vec<Date> {
    let at = |md: &str| day(&format!("{year}-{md}"));
    text.split_whitespace()
        .flat_map(|run| match run.split_once("..") {
            Some((first, last)) => days(at(first), at(last)).collect::<Vec<_>>(),
            None => vec![at(run)],
        })
        .collect()
}

const YEARS: &[(i16, &str, &str)] = &[
    (
        2019,
        "01-01 02-04..02-10 04-05..04-07 05-01..05-04 06-07..06-09 09-13..09-15 10-01..10-07",
        "02-02 02-03 04-28 05-05 09-29 10-12",
    ),
    (
        2020,
        "01-01 01-24..02-02 04-04..04-06 05-01..05-05 06-25..06-27 10-01..10-08",
        "01-19 04-26 05-09 06-28 09-27 10-10",
    ),
    (
        2021,
        "01-01..01-03 02-11..02-17 04-03..04-05 05-01..05-05 06-12..06-14 09-19..09-21 10-01..10-07",
        "02-07 02-20 04-25 05-08 09-18 09-26 10-09",
    ),
    (
        2022,
        "01-01..01-03 01-31..02-06 04-03..04-05 04-30..05-04 06-03..06-05 09-10..09-12 10-01..10-07 12-31",
        "01-29 01-30 04-02 04-24 05-07 10-08 10-09",
    ),
    (
        2023,
        "01-01..01-02 01-21..01-27 04-05 04-29..05-03 06-22..06-24 09-29..10-06 12-30..12-31",
        "01-28 01-29 04-23 05-06 06-25 10-07 10-08",
    ),
    (
        2024,
        "01-01 02-10..02-17 04-04..04-06 05-01..05-05 06-10 09-15..09-17 10-01..10-07",
        "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12",
    ),
    (
        2025,
        "01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08",
        "01-26 02-08 04-27 09-28 10-11",
    ),
    (
        2026,
        "01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27 10-01..10-07",
        "01-04 02-14 02-28 05-09 09-20 10-10",
    ),
];

const NINGXIA: &[(i16, &str)] = &[
    (2019, "06-05 06-06 08-12 08-13"),
    (2020, "05-25 05-26 07-30 07-31"),
    (2021, "05-13 05-14 07-19 07-20"),
    (2022, "07-11 07-12"),
];
