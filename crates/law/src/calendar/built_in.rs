//! The shape in which the built-in notices are written down, one file per layer.

use jiff::ToSpan;
use jiff::civil::Date;

use super::notice::{Arrangement, Notice, NoticeDay};
use super::region::Region;
use super::{national, ningxia};

/// A month and a day of the notice's year. Month 0 is the December before: a notice may begin there.
type MonthDay = (i8, i8);

/// A notice as data.
pub(super) struct Issued {
    pub(super) year: i16,
    pub(super) title: &'static str,
    pub(super) number: Option<&'static str>,
    pub(super) issued_on: Option<Date>,
    pub(super) festivals: &'static [Festival],
}

/// One holiday: a run of days off and the days worked for it.
pub(super) struct Festival {
    name: &'static str,
    first: MonthDay,
    last: MonthDay,
    work: &'static [MonthDay],
}

/// `festival("春节", (1, 24), (1, 30), &[(1, 19), (2, 1)])`: name, first and last day off, days worked.
pub(super) const fn festival(
    name: &'static str,
    first: MonthDay,
    last: MonthDay,
    work: &'static [MonthDay],
) -> Festival {
    Festival { name, first, last, work }
}

/// All built-in notices, amendments behind what they amend.
pub(super) fn notices() -> impl Iterator<Item = Notice> {
    let nation = national::NATIONAL.iter().map(|issued| notice(Region::CN, issued));
    let ningxia = ningxia::NINGXIA.iter().map(|issued| notice(Region::NX, issued));
    nation.chain(ningxia)
}

fn notice(region: Region, issued: &Issued) -> Notice {
    Notice {
        region,
        year: issued.year,
        name: issued.title.to_owned(),
        source: issued.number.map(str::to_owned),
        issued_on: issued.issued_on,
        days: issued.festivals.iter().flat_map(|f| days(issued.year, f)).collect(),
    }
}

fn days(year: i16, festival: &Festival) -> Vec<NoticeDay> {
    let named = |date, arrangement| NoticeDay { date, arrangement, name: festival.name.to_owned() };
    let last = in_year(year, festival.last);
    let off = in_year(year, festival.first).series(1.day()).take_while(|day| *day <= last);
    let work = festival.work.iter().map(|&day| in_year(year, day));
    off.map(|day| named(day, Arrangement::Off)).chain(work.map(|day| named(day, Arrangement::Work))).collect()
}

/// The tables are constants and a test builds every one of them, so no wrong date can reach a user.
fn in_year(year: i16, (month, day): MonthDay) -> Date {
    match month {
        0 => Date::constant(year - 1, 12, day),
        _ => Date::constant(year, month, day),
    }
}
