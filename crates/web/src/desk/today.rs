//! S1, 今天: what must be done now, in one list by legal due time, what cannot be computed first; and the month.

mod month;

use askama::Template;
use casework::Capability;
use casework::deadlines::DeadlineStanding;
use casework::today::{About, DueItem, Urgency, due_items, due_items_for};
use jiff::civil::Date;
use law::calendar::CalendarGap;
use law::register::Register;

use self::month::{Strip, strip};
use super::layout::Frame;
use super::menu::Place;
use super::register::address as registers;
use crate::day;
use crate::desk::visit::Visit;
use crate::fault::Answer;
use crate::frame::{Look, page};
use crate::gate::Signed;

/// Things shown of one group; the rest stand in the registers, where lists have pages.
const GROUP_MAX: usize = 50;

/// The groups from the most pressing: urgency, heading, colour of its edge.
const GROUPS: [(Urgency, &str, &str); 6] = [
    (Urgency::Uncertain, "期限待定", "bad"),
    (Urgency::Overdue, "已超期", "bad"),
    (Urgency::Today, "今天到期", "warn"),
    (Urgency::ThisWeek, "七天内到期", "warn"),
    (Urgency::Later, "以后到期", ""),
    (Urgency::Waiting, "等对方", ""),
];

/// Things that press alike.
struct Group {
    heading: &'static str,
    class: &'static str,
    count: usize,
    lines: Vec<Line>,
    left_out: usize,
}

/// One thing to be done.
struct Line {
    title: String,
    /// 来源编号 of a record.
    number: String,
    what: &'static str,
    /// Where it is handled, a record with the explanation of its deadline.
    href: String,
    /// The anchor of the first line of a day, to which the month leads; empty otherwise.
    anchor: String,
    /// The day, or why there is none.
    due: String,
    /// How much time is left.
    left: String,
}

/// A button above the list.
struct Act {
    label: &'static str,
    href: String,
}

#[derive(Template)]
#[template(path = "desk/today.html")]
struct Today {
    look: Look,
    frame: Frame,
    today: String,
    /// How many are overdue, due today, or cannot be computed.
    pressing: usize,
    total: usize,
    groups: Vec<Group>,
    /// What comes next if nothing presses.
    next: Option<String>,
    /// Years without an arrangement, each with the number of deadlines that wait for it.
    gaps: Vec<String>,
    /// Whether the reader imports arrangements.
    imports: bool,
    acts: Vec<Act>,
    strip: Strip,
}

/// The list; `?month=2021-02` shows another month beside it.
pub(super) async fn show_today(Visit { state, here, signed, sent }: Visit) -> Answer {
    let today = state.today();
    let calendar = state.calendar().get();
    let organ = &signed.seat.organ_id;
    let items = due_items_for(state.store(), &signed.seat, &calendar, today).await?;
    let imports = signed.seat.kind.may(Capability::ImportCalendar);
    // Whoever imports arrangements is told how many deadlines wait for one, not which.
    let gaps = match imports {
        true => gaps(&due_items(state.store(), organ, &calendar, today).await?),
        false => gaps(&items),
    };
    let region = state.store().read().await?.organ(organ).await?.region;
    let pressing = items.iter().filter(|item| item.urgency(today) <= Urgency::Today).count();
    page(&Today {
        look: Look::of(&state, &here),
        frame: Frame::new(&signed, Place::Today, Vec::new()),
        today: format!("{}　{}", day::in_words(today), day::weekday(today)),
        pressing,
        total: items.len(),
        next: next(&items).filter(|_| pressing == 0),
        gaps,
        imports,
        acts: acts(&signed),
        strip: strip(sent.text("month"), &items, (&calendar, &region), today)?,
        groups: groups(&items, today),
    })
}

fn groups(items: &[DueItem], today: Date) -> Vec<Group> {
    let mut last = None;
    let mut lines: Vec<(Urgency, Line)> = Vec::new();
    for item in items {
        let mut line = line(item, today);
        let due = item.deadline.standing.due_on();
        if let Some(day) = due.filter(|_| due != last) {
            line.anchor = format!("d-{day}");
        }
        last = due;
        lines.push((item.urgency(today), line));
    }
    let mut groups: Vec<Group> = Vec::new();
    for (urgency, heading, class) in GROUPS {
        let of_group = |(of, _): &mut (Urgency, Line)| *of == urgency;
        let mut lines: Vec<Line> = lines.extract_if(.., of_group).map(|(_, line)| line).collect();
        let count = lines.len();
        lines.truncate(GROUP_MAX);
        if count > 0 {
            groups.push(Group { heading, class, count, left_out: count - lines.len(), lines });
        }
    }
    groups
}

fn line(item: &DueItem, today: Date) -> Line {
    let (due, left) = due(&item.deadline.standing, today);
    let (number, href) = match &item.about {
        About::Record(register, id, source_no) => {
            (source_no.clone(), format!("{}#clock", registers::record(*register, id)))
        }
        About::AnnualReport(year) => (String::new(), format!("/desk/reports/{year}")),
    };
    let (title, what) = (item.title.clone(), item.deadline.what);
    Line { title, number, what, href, anchor: String::new(), due, left }
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

/// The first thing that has a day.
fn next(items: &[DueItem]) -> Option<String> {
    let item = items.iter().find(|item| item.deadline.standing.due_on().is_some())?;
    let due = item.deadline.standing.due_on()?;
    Some(format!("下一件：{}　{}：{}", day::in_words(due), item.deadline.what, item.title))
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

/// What is begun most often, as far as the post may.
fn acts(signed: &Signed) -> Vec<Act> {
    let may = |capability| signed.seat.kind.may(capability);
    let mut acts = Vec::new();
    if may(Capability::EditRecords) {
        for (label, register) in [
            ("登记公开信息", Register::Publication),
            ("登记申请", Register::AccessRequest),
            ("登记工单", Register::WorkOrder),
        ] {
            acts.push(Act { label, href: registers::new(register) });
        }
    }
    if may(Capability::DeclareFigures) && !may(Capability::EditRecords) {
        acts.push(Act { label: "报送业务数据", href: registers::new(Register::DeclaredFigure) });
    }
    acts
}
