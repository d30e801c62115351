//! The month strip of 今天: what falls due on which day of a month, from the list that the page shows.

use casework::today::{About, DueItem, Urgency};
use jiff::ToSpan as _;
use jiff::civil::Date;
use law::calendar::{Region, WorkCalendar};
use law::register::Register;

use crate::fault::Fault;
use crate::picture::{DueMark, MonthDay, Picture, month};

/// A month of the calendar with the links to its neighbours.
pub(super) struct Strip {
    pub(super) picture: Picture,
    pub(super) before: Link,
    pub(super) after: Link,
    /// Whether it is the month of today.
    pub(super) is_current: bool,
    /// What was asked for, if it is no month.
    pub(super) unread: Option<String>,
}

/// A link to another month.
pub(super) struct Link {
    pub(super) label: String,
    pub(super) href: String,
}

/// The month that the address asks for as `2021-02`, otherwise the month of `today`.
pub(super) fn strip(
    wanted: &str,
    items: &[DueItem],
    (calendar, region): (&WorkCalendar, &Region),
    today: Date,
) -> Result<Strip, Fault> {
    let this_month = today.first_of_month();
    let asked = format!("{wanted}-01").parse::<Date>().ok().filter(|_| wanted.len() == 7);
    let first = asked.unwrap_or(this_month);
    let days = first.series(1.day()).take_while(|day| day.first_of_month() == first);
    let days: Vec<MonthDay> = days.map(|date| of_day(date, items, (calendar, region), today)).collect();
    Ok(Strip {
        picture: month(&days, today)?,
        before: link(first.saturating_sub(1.month())),
        after: link(first.saturating_add(1.month())),
        is_current: first == this_month,
        unread: (asked.is_none() && !wanted.is_empty()).then(|| wanted.chars().take(20).collect()),
    })
}

fn link(first: Date) -> Link {
    Link {
        label: format!("{}年{}月", first.year(), first.month()),
        href: format!("/desk/?month={}#month", first.strftime("%Y-%m")),
    }
}

fn of_day(
    date: Date,
    items: &[DueItem],
    (calendar, region): (&WorkCalendar, &Region),
    today: Date,
) -> MonthDay {
    let known = calendar.day(region, date).ok();
    let mut due: Vec<DueMark> = Vec::new();
    for item in items.iter().filter(|item| item.deadline.standing.due_on() == Some(date)) {
        let word = word(&item.about);
        match due.iter_mut().find(|mark| mark.word == word) {
            Some(mark) => mark.count += 1,
            None => due.push(DueMark {
                word,
                count: 1,
                class: class(item.urgency(today)),
                href: format!("#d-{date}"),
            }),
        }
    }
    MonthDay {
        date,
        kind: known.map(|day| day.kind),
        name: known.and_then(|day| day.name).map(str::to_owned),
        due,
    }
}

/// One word for a cell of the month.
const fn word(about: &About) -> &'static str {
    match about {
        About::Record(Register::AccessRequest, ..) => "答复",
        About::Record(Register::WorkOrder, ..) => "工单",
        About::Record(Register::Publication, ..) => "公开",
        About::Record(..) => "事项",
        About::AnnualReport(_) => "年报",
    }
}

/// The colour of what is due: red once it is late.
const fn class(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Uncertain | Urgency::Overdue => "bad",
        Urgency::Today | Urgency::ThisWeek => "warn",
        Urgency::Later | Urgency::Waiting => "",
    }
}
