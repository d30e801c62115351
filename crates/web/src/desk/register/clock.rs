//! The clock of a record in words: in a list one line, on the record's page every day that was counted.

use casework::deadlines::{Deadline, DeadlineStanding, deadline_of};
use jiff::civil::Date;
use law::calendar::{Region, WorkCalendar};
use law::clock::{CountedKind, Due};
use store::RecordRow;

use super::shape::shape;

/// How a day stands to today; the word says it, the colour only helps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    /// A class of the stylesheet: `ok`, `warn`, `bad`, or nothing.
    pub(super) class: &'static str,
    pub(super) word: String,
}

/// The clock of one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clock {
    /// What is to be done: 答复申请.
    pub(super) what: &'static str,
    /// The last day, ISO; none when it cannot be stated.
    pub(super) day: Option<String>,
    pub(super) mark: Mark,
    /// Why no day is stated, or what to add to it; empty if there is nothing to say.
    pub(super) said: String,
    /// The day after which counting began.
    pub(super) counted_from: Option<String>,
    pub(super) basis: Vec<Reason>,
    pub(super) days: Vec<Day>,
    /// How many days were counted.
    pub(super) counted: usize,
}

/// One thing that moved the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reason {
    pub(super) article: &'static str,
    pub(super) words: String,
}

/// One day on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Day {
    pub(super) date: String,
    /// `1月31日`.
    pub(super) short: String,
    pub(super) weekday: &'static str,
    /// 工作日, 春节, 征求意见 …
    pub(super) name: String,
    pub(super) counted: bool,
    /// Its place among the counted days, from 1.
    pub(super) number: usize,
    pub(super) article: &'static str,
    pub(super) source: Option<String>,
    pub(super) last: bool,
}

/// Works out the clock of a record as it stands today; none for records without one.
pub(super) fn clock(row: &RecordRow, calendar: &WorkCalendar, region: &Region, today: Date) -> Option<Clock> {
    let deadline = deadline_of(&row.record().ok()?, calendar, region)?;
    let done = shape(row.register).done.iter().find_map(|key| row.value(key).as_text()?.parse().ok());
    Some(told(deadline, done, today))
}

fn told(deadline: Deadline, done: Option<Date>, today: Date) -> Clock {
    let basis = deadline.basis.into_iter();
    let basis = basis.map(|basis| Reason { article: basis.article, words: basis.reason }).collect();
    let mut clock = Clock {
        what: deadline.what,
        day: None,
        mark: Mark { class: "", word: String::new() },
        said: String::new(),
        counted_from: None,
        basis,
        days: Vec::new(),
        counted: 0,
    };
    match deadline.standing {
        DeadlineStanding::Due(due) => {
            clock.mark = mark(&due, done, today);
            clock.day = Some(due.due.to_string());
            clock.counted_from = Some(due.counted_from.to_string());
            if due.provisional {
                "本地区放假安排尚未导入，暂按国家安排计算".clone_into(&mut clock.said);
            }
            clock.days = days(&due);
            clock.counted = clock.days.iter().filter(|day| day.counted).count();
        }
        DeadlineStanding::Waiting(..) if done.is_some() => {
            clock.mark = Mark { class: "", word: "已办结".to_owned() };
        }
        DeadlineStanding::Waiting(words, until) => {
            let until = until.map(|day| format!("，最晚到 {day}")).unwrap_or_default();
            clock.mark = Mark { class: "", word: "等待".to_owned() };
            clock.said = format!("{words}{until}");
        }
        DeadlineStanding::Gap(gap) => {
            clock.mark = Mark { class: "bad", word: "算不出期限".to_owned() };
            clock.said = format!("{gap}");
        }
        DeadlineStanding::Fault(fault) => {
            clock.mark = Mark { class: "bad", word: "算不出期限".to_owned() };
            clock.said = format!("{fault}");
        }
    }
    clock
}

fn mark(due: &Due, done: Option<Date>, today: Date) -> Mark {
    let mark = |class, word: String| Mark { class, word };
    match done {
        Some(done) if done <= due.due => mark("ok", "按期".to_owned()),
        Some(done) => mark("bad", format!("超期 {} 天", apart(due.due, done))),
        None if due.is_overdue(today) => mark("bad", format!("已超期 {} 天", apart(due.due, today))),
        None if due.due == today => mark("warn", "今天到期".to_owned()),
        // The platform's own day comes without a count of working days.
        None if due.days.is_empty() => {
            mark(near(apart(today, due.due)), format!("还剩 {} 天", apart(today, due.due)))
        }
        None => {
            let left = due.remaining(today);
            mark(near(i32::try_from(left).unwrap_or(i32::MAX)), format!("还剩 {left} 个工作日"))
        }
    }
}

const fn near(days: i32) -> &'static str {
    if days <= 3 { "warn" } else { "" }
}

fn apart(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

fn days(due: &Due) -> Vec<Day> {
    let mut number = 0;
    let mut told = Vec::new();
    for day in &due.days {
        number += usize::from(day.counted);
        let name = match (&day.name, day.kind) {
            (Some(name), CountedKind::Makeup) => format!("{name}调休上班"),
            (Some(name), _) => name.clone(),
            (None, kind) => kind.label().to_owned(),
        };
        told.push(Day {
            date: day.date.to_string(),
            short: format!("{}月{}日", day.date.month(), day.date.day()),
            weekday: crate::day::weekday(day.date),
            name,
            counted: day.counted,
            number,
            article: day.article,
            source: day.source.clone(),
            last: day.date == due.due,
        });
    }
    told
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn due(on: Date) -> Due {
        Due { counted_from: date(2020, 4, 1), due: on, provisional: false, days: Vec::new() }
    }

    #[test]
    fn a_clock_that_stopped_is_judged_by_the_day_it_stopped() {
        let last = due(date(2020, 5, 10));
        let today = date(2020, 6, 1);
        assert_eq!(mark(&last, Some(date(2020, 5, 10)), today).word, "按期");
        assert_eq!(mark(&last, Some(date(2020, 5, 12)), today).word, "超期 2 天");
        assert_eq!(mark(&last, None, today).word, "已超期 22 天");
    }

    #[test]
    fn a_running_clock_says_what_is_left() {
        let last = due(date(2020, 5, 10));
        assert_eq!(mark(&last, None, date(2020, 5, 10)).word, "今天到期");
        assert_eq!(mark(&last, None, date(2020, 5, 1)), Mark { class: "", word: "还剩 9 天".to_owned() });
        assert_eq!(mark(&last, None, date(2020, 5, 8)).class, "warn");
    }
}
