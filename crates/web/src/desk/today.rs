//! S1, 今天: what must be done now, in one list, what cannot be computed first.

use askama::Template;
use axum::extract;
use casework::deadlines::DeadlineStanding;
use casework::today::{About, DueItem, Urgency, due_items};
use jiff::civil::Date;
use law::calendar::CalendarGap;

use super::layout::Frame;
use super::menu::Place;
use crate::day;
use crate::fault::Answer;
use crate::frame::{Here, Look, page};
use crate::gate::Signed;
use crate::state::State;

/// One thing to be done.
struct Line {
    title: String,
    /// 来源编号 of a record.
    number: String,
    what: &'static str,
    /// Where it is handled, a record with the explanation of its deadline.
    href: String,
    /// The day, or why there is none.
    due: String,
    /// How much time is left.
    left: String,
    tag: &'static str,
    class: &'static str,
}

#[derive(Template)]
#[template(path = "desk/today.html")]
struct Today {
    look: Look,
    frame: Frame,
    today: String,
    /// How many are overdue, due today, or cannot be computed.
    pressing: usize,
    lines: Vec<Line>,
    /// Years without an arrangement, each with the number of deadlines that wait for it.
    gaps: Vec<String>,
}

/// The list.
pub(super) async fn show_today(
    signed: Signed,
    extract::State(state): extract::State<State>,
    here: Here,
) -> Answer {
    let today = state.today();
    let calendar = state.calendar().get();
    let items = due_items(state.store(), &signed.seat.organ_id, &calendar, today).await?;
    let pressing = items.iter().filter(|item| item.urgency(today) <= Urgency::Today).count();
    page(&Today {
        look: Look::of(&state, &here),
        frame: Frame::new(&signed, Place::Today, Vec::new()),
        today: format!("{}　{}", day::in_words(today), day::weekday(today)),
        pressing,
        lines: items.iter().map(|item| line(item, today)).collect(),
        gaps: gaps(&items),
    })
}

fn line(item: &DueItem, today: Date) -> Line {
    let (tag, class) = tag(item.urgency(today));
    let (due, left) = due(&item.deadline.standing, today);
    let (number, href) = match &item.about {
        About::Record(register, id, source_no) => {
            (source_no.clone(), format!("/desk/registers/{}/{id}#clock", register.key()))
        }
        About::AnnualReport(year) => (String::new(), format!("/desk/reports/{year}")),
    };
    Line { title: item.title.clone(), number, what: item.deadline.what, href, due, left, tag, class }
}

/// The word and the colour of a status.
const fn tag(urgency: Urgency) -> (&'static str, &'static str) {
    match urgency {
        Urgency::Uncertain => ("期限待定", "bad"),
        Urgency::Overdue => ("已超期", "bad"),
        Urgency::Today => ("今天到期", "warn"),
        Urgency::ThisWeek => ("快到期", "warn"),
        Urgency::Later => ("办理中", "ok"),
        Urgency::Waiting => ("等待中", ""),
    }
}

/// The day in words and how far it is.
fn due(standing: &DeadlineStanding, today: Date) -> (String, String) {
    match standing {
        DeadlineStanding::Due(due) => {
            let provisional = if due.provisional { "（暂定）" } else { "" };
            (format!("{}{provisional}", due.due), left(due, today))
        }
        DeadlineStanding::Waiting(for_what, until) => {
            let until = until.map(|day| format!("最迟 {day}")).unwrap_or_default();
            (for_what.clone(), until)
        }
        DeadlineStanding::Gap(gap) => (gap.to_string(), String::new()),
        DeadlineStanding::Fault(fault) => (format!("记录有矛盾：{fault}"), String::new()),
    }
}

fn left(due: &law::clock::Due, today: Date) -> String {
    let natural = today.until(due.due).map_or(0, |span| span.get_days());
    match natural {
        0 => "就是今天".to_owned(),
        days if days < 0 => format!("超 {} 天", days.unsigned_abs()),
        days if due.days.is_empty() => format!("还剩 {days} 天"),
        _ => format!("还剩 {} 个工作日", due.remaining(today)),
    }
}

fn gaps(items: &[DueItem]) -> Vec<String> {
    let mut found: Vec<(&CalendarGap, usize)> = Vec::new();
    for item in items {
        let DeadlineStanding::Gap(gap) = &item.deadline.standing else { continue };
        match found.iter_mut().find(|(known, _)| *known == gap) {
            Some((_, count)) => *count += 1,
            None => found.push((gap, 1)),
        }
    }
    let words = |(gap, count): &(&CalendarGap, usize)| {
        format!("{} 年放假安排没有导入，{count} 件的期限无法计算，排在最前。", gap.year)
    };
    found.iter().map(words).collect()
}
