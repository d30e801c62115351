//! Today (今天): what is due, with why; what cannot be computed first.

use jiff::civil::Date;
use law::{
    calendar::WorkCalendar,
    clock::report::Reporter,
    measure::Year,
    register::{Register, Value},
};
use store::{Condition, Filter, Order, OrderBy, Organ, OrganId, Page, RecordId, Store, UnitId};

use crate::{
    Capability, Result,
    account::Seat,
    deadlines::{Deadline, DeadlineStanding, deadline_of},
    report::{report_due, reporter},
};

/// At most so many open records of one register are looked at; more than a township should have open at once.
const OPEN_MAX: u32 = 2_000;
/// The annual report is shown so many days before it is due.
const REPORT_SHOWN_DAYS: i32 = 60;

/// One thing to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueItem {
    /// What it is about.
    pub about: About,
    /// A line that a clerk recognises it by.
    pub title: String,
    /// The clock.
    pub deadline: Deadline,
}

/// What an item of the list is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// A record of a register, with its 来源编号.
    Record(Register, RecordId, String),
    /// The annual report on a year.
    AnnualReport(Year),
}

/// How pressing an item is; the order of the list.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Urgency {
    /// No day can be stated: the arrangement of a year is missing, or the record contradicts itself.
    Uncertain,
    /// The day has passed.
    Overdue,
    /// Today is the day.
    Today,
    /// Within seven days.
    ThisWeek,
    /// Later.
    Later,
    /// Somebody else must act first.
    Waiting,
}

impl DueItem {
    /// How pressing it is on that day.
    pub fn urgency(&self, today: Date) -> Urgency {
        match &self.deadline.standing {
            DeadlineStanding::Gap(_) | DeadlineStanding::Fault(_) => Urgency::Uncertain,
            DeadlineStanding::Waiting(..) => Urgency::Waiting,
            DeadlineStanding::Due(due) if due.due < today => Urgency::Overdue,
            DeadlineStanding::Due(due) if due.due == today => Urgency::Today,
            DeadlineStanding::Due(due) if days_between(today, due.due) <= 7 => Urgency::ThisWeek,
            DeadlineStanding::Due(_) => Urgency::Later,
        }
    }
}

/// Everything that is open, the most pressing first.
///
/// # Errors
/// Failures of the store.
pub async fn due_items(
    store: &Store,
    organ: &OrganId,
    calendar: &WorkCalendar,
    today: Date,
) -> Result<Vec<DueItem>> {
    let mut read = store.read().await?;
    let described = read.organ(organ).await?;
    let mut items = open_items(&mut read, &described, None, calendar).await?;
    items.extend(annual_report(&mut read, &described, today).await?);
    Ok(sorted(items, today))
}

/// What of it a post may see: a unit's submitter what is open of that unit, an administrator nothing.
///
/// # Errors
/// As [`due_items`].
pub async fn due_items_for(
    store: &Store,
    seat: &Seat,
    calendar: &WorkCalendar,
    today: Date,
) -> Result<Vec<DueItem>> {
    let mut read = store.read().await?;
    let described = read.organ(&seat.organ_id).await?;
    let mut items = match seat.unit_seen() {
        Ok(unit) => open_items(&mut read, &described, unit, calendar).await?,
        Err(_) => Vec::new(),
    };
    if seat.kind.may(Capability::SeeReports) {
        items.extend(annual_report(&mut read, &described, today).await?);
    }
    Ok(sorted(items, today))
}

fn sorted(mut items: Vec<DueItem>, today: Date) -> Vec<DueItem> {
    items.sort_by_key(|item| (item.urgency(today), item.deadline.standing.due_on()));
    items
}

/// The open records of an organ, or of one of its units.
async fn open_items(
    read: &mut store::Read,
    organ: &Organ,
    unit: Option<&UnitId>,
    calendar: &WorkCalendar,
) -> Result<Vec<DueItem>> {
    let mut items = Vec::new();
    for (register, title, by, conditions) in open_records() {
        let filter = Filter { conditions, unit: unit.cloned(), ..Filter::default() };
        // The most pressing first, so that what is left out beyond the most is what can wait.
        let order = Order { by, descending: false };
        for row in read.records(&organ.id, register, &filter, &order, Page::first(OPEN_MAX)).await? {
            let Ok(record) = row.record() else { continue };
            let Some(deadline) = deadline_of(&record, calendar, &organ.region) else { continue };
            let title = row.value(title).as_text().unwrap_or_default().to_owned();
            let about = About::Record(register, row.id.clone(), row.source_no().to_owned());
            items.push(DueItem { about, title, deadline });
        }
    }
    Ok(items)
}

/// Which records are open, by register, with the field that names them and the order in which they press.
fn open_records() -> [(Register, &'static str, OrderBy, Vec<Condition>); 3] {
    let empty = |field: &str| Condition::Empty(field.to_owned());
    [
        (Register::AccessRequest, "subject", OrderBy::Due, vec![empty("replied_on")]),
        (Register::WorkOrder, "subject", OrderBy::Due, vec![empty("closed_on"), empty("returned_on")]),
        (
            Register::Publication,
            "title",
            OrderBy::Field("formed_on".to_owned()),
            vec![
                empty("first_released_on"),
                Condition::Is("content_kind".to_owned(), Value::Text("statutory".to_owned())),
            ],
        ),
    ]
}

/// Last year's report, from two months before its day until it is published.
async fn annual_report(read: &mut store::Read, organ: &Organ, today: Date) -> Result<Option<DueItem>> {
    let rule = match reporter(organ.kind) {
        Reporter::Township => "T15",
        Reporter::Department => "T13",
        Reporter::SupervisingOffice => "T14",
    };
    let published = read.published_reports(&organ.id).await?;
    for reported in [today.year() - 1, today.year()] {
        let due = report_due(read, organ, reported).await?;
        if days_between(today, due) > REPORT_SHOWN_DAYS {
            continue;
        }
        let Some(year) = Year::new(reported.into()) else { continue };
        if published.iter().any(|report| report.year == reported) {
            continue;
        }
        let due = law::clock::Due { counted_from: year.end(), due, provisional: false, days: Vec::new() };
        return Ok(Some(DueItem {
            about: About::AnnualReport(year),
            title: format!("{reported} 年政府信息公开工作年度报告"),
            deadline: Deadline {
                what: "公布年度报告",
                rule,
                standing: DeadlineStanding::Due(due),
                basis: Vec::new(),
            },
        }));
    }
    Ok(None)
}

fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(i32::MAX, |span| span.get_days())
}
