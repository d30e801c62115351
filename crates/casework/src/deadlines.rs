//! Deadlines of records: computed from record, rules and calendar whenever they are shown; cached only to sort and to
//! count lateness.

use jiff::civil::Date;
use law::{
    calendar::{CalendarGap, Region, WorkCalendar},
    clock::{
        Clock, ClockError, Due, Period,
        access_request::{Basis, Facts, PausePolicy, Standing, reply_due},
        article, deadline, statutory,
        work_order::Limits,
    },
    register::{Category, ContentKind, Record, Register, RequestChannel, WorkOrder},
};
use store::{Condition, Filter, OrganId, RecordId, RecordRow, Store, Struck};

use crate::Result;

/// Records whose deadlines are computed and kept at a time.
const CHUNK: u32 = 500;

/// The clock of a record, with everything that explains it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// What must be done: 答复申请.
    pub what: &'static str,
    /// The rule that sets the period, e.g. `R-33`.
    pub rule: &'static str,
    /// Where the clock stands.
    pub standing: DeadlineStanding,
    /// Everything that moved the day.
    pub basis: Vec<Basis>,
}

/// Where a clock stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeadlineStanding {
    /// It runs until that day.
    Due(Due),
    /// It waits for somebody else: a Chinese phrase, and until when, if that is known.
    Waiting(String, Option<Date>),
    /// A year on the way has no published arrangement: no day can be stated.
    Gap(CalendarGap),
    /// The record contradicts itself; the text says how.
    Fault(ClockError),
}

impl DeadlineStanding {
    /// The last day, if one can be stated.
    pub fn due_on(&self) -> Option<Date> {
        match self {
            Self::Due(due) => Some(due.due),
            Self::Waiting(..) | Self::Gap(_) | Self::Fault(_) => None,
        }
    }
}

/// The clock that runs (or ran) for a record; none for records without one.
pub fn deadline_of(record: &Record, calendar: &WorkCalendar, region: &Region) -> Option<Deadline> {
    match record {
        Record::AccessRequest(request) => {
            let (what, rule) = ("答复申请", "R-33");
            let Some(facts) = Facts::of(request) else {
                let due = confirmation_due(request.arrived_on?, request.channel, calendar, region);
                return Some(Deadline {
                    what: "与申请人确认收到",
                    rule: "R-31",
                    standing: standing(due),
                    basis: Vec::new(),
                });
            };
            Some(match reply_due(&facts, PausePolicy::default(), calendar, region) {
                Ok(Standing::Running(reply)) => {
                    Deadline { what, rule, standing: DeadlineStanding::Due(reply.due), basis: reply.basis }
                }
                Ok(Standing::AwaitingSupplement { asked_on }) => {
                    waiting(what, "R-30", format!("{asked_on} 已要求补正，等申请人补正后重新起算"), None)
                }
                Ok(Standing::AwaitingFee { asked_on, pay_by }) => {
                    waiting(what, "FEE-7", format!("{asked_on} 已通知缴费，缴费后重新起算"), Some(pay_by.due))
                }
                Err(error) => Deadline { what, rule, standing: standing(Err(error)), basis: Vec::new() },
            })
        }
        Record::WorkOrder(order) => {
            let due = work_order_due(order, calendar, region).transpose()?;
            Some(Deadline { what: "办结工单", rule: "12345", standing: standing(due), basis: Vec::new() })
        }
        Record::Publication(publication) if publication.content_kind == ContentKind::Statutory => {
            let due = statutory::publication_due(publication.formed_on?, calendar, region);
            let (what, rule) = publication_rule(publication.category);
            Some(Deadline { what, rule, standing: standing(due), basis: Vec::new() })
        }
        _ => None,
    }
}

/// What other law says of a category goes before the twenty working days of Article 26. It counts from an approval or
/// a decision, which the register does not hold, so it is said beside the day and not computed.
const fn publication_rule(category: Option<Category>) -> (&'static str, &'static str) {
    match category {
        Some(Category::Budget) => ("公开信息（另有规定：预算、决算自批准之日起二十日内）", "S-1"),
        Some(Category::Licensing | Category::Enforcement) => {
            ("公开信息（另有规定：许可、处罚决定七个工作日内）", "S-4")
        }
        Some(Category::LandExpropriation) => ("公开信息（另有规定：征地公告按土地管理的规定）", "S-8"),
        _ => ("公开信息", "R-26"),
    }
}

/// The platform's day holds where it gave one, with the approved extension behind it; otherwise the county's limits.
fn work_order_due(
    order: &WorkOrder,
    calendar: &WorkCalendar,
    region: &Region,
) -> std::result::Result<Option<Due>, ClockError> {
    let extension =
        order.extension_working_days.and_then(|days| u32::try_from(days).ok()).unwrap_or_default();
    match (order.due_on, extension) {
        (None, _) => {
            Limits::default().reply_due(order.category, order.dispatched_on, extension, calendar, region)
        }
        (Some(due), 0) => {
            let (counted_from, days) = (order.dispatched_on, Vec::new());
            Ok(Some(Due { counted_from, due, provisional: false, days }))
        }
        (Some(due), extension) => {
            let clock = Clock::under(article::CONFIGURED, due, Period::WorkingDays(extension));
            deadline(&clock, calendar, region).map(Some)
        }
    }
}

/// ordinary post is confirmed with the applicant on the day it arrives (T2). For the other ways the law fixes
/// no day, but an application that nobody confirms does not lawfully wait for ever: the next working day.
fn confirmation_due(
    arrived_on: Date,
    channel: Option<RequestChannel>,
    calendar: &WorkCalendar,
    region: &Region,
) -> std::result::Result<Due, ClockError> {
    if channel == Some(RequestChannel::PostOrdinary) {
        let due = statutory::post_confirmation_due(arrived_on);
        return Ok(Due { counted_from: arrived_on, due, provisional: false, days: Vec::new() });
    }
    deadline(&Clock::new(arrived_on, Period::WorkingDays(1)), calendar, region)
}

fn standing(due: std::result::Result<Due, ClockError>) -> DeadlineStanding {
    match due {
        Ok(due) => DeadlineStanding::Due(due),
        Err(ClockError::Gap(gap)) => DeadlineStanding::Gap(gap),
        Err(other) => DeadlineStanding::Fault(other),
    }
}

fn waiting(what: &'static str, rule: &'static str, for_what: String, until: Option<Date>) -> Deadline {
    Deadline { what, rule, standing: DeadlineStanding::Waiting(for_what, until), basis: Vec::new() }
}

/// A record whose cached deadline changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Its register.
    pub register: Register,
    /// Its identifier.
    pub id: RecordId,
    /// 来源编号.
    pub source_no: String,
    /// The day before; none where none could be stated.
    pub before: Option<Date>,
    /// The day now.
    pub after: Option<Date>,
}

/// Brings an organ's cached deadlines up to the calendar, and tells which ones had another day before.
///
/// # Errors
/// Failures of the store.
pub async fn refresh(store: &Store, organ: &OrganId, calendar: &WorkCalendar) -> Result<Vec<Moved>> {
    let version = calendar.version();
    let region = store.read().await?.organ(organ).await?.region;
    let stale = Filter {
        struck: Struck::Shown,
        conditions: vec![Condition::DueNotOf(version.clone())],
        ..Filter::default()
    };
    let mut moved = Vec::new();
    for register in [Register::AccessRequest, Register::WorkOrder] {
        let mut after = 0;
        loop {
            // Read within the transaction that writes, so that nobody corrects a record in between.
            let mut write = store.begin(organ).await?;
            let rows = write.records_after(organ, register, &stale, after, CHUNK).await?;
            let Some(last) = rows.last() else {
                write.rollback().await?;
                break;
            };
            after = last.recorded_seq;
            let due: Vec<(RecordId, Option<Date>)> =
                rows.iter().map(|row| (row.id.clone(), due_on(row, calendar, &region))).collect();
            write.cache_due(register, &version, &due).await?;
            write.commit().await?;
            moved.extend(rows.iter().zip(due).filter_map(|(row, (id, after))| {
                let before = row.due.as_ref()?.due;
                let source_no = row.source_no().to_owned();
                (before != after).then_some(Moved { register, id, source_no, before, after })
            }));
        }
    }
    Ok(moved)
}

/// [`refresh`] behind an act that is already written. It fails nothing: what was written stands, and the days are
/// computed at the next act or when the server looks again.
pub(crate) async fn refresh_after(store: &Store, organ: &OrganId, calendar: &WorkCalendar) {
    if let Err(error) = refresh(store, organ, calendar).await {
        tracing::warn!(%error, organ = organ.as_str(), "an act stands, but its deadlines were not computed yet");
    }
}

fn due_on(row: &RecordRow, calendar: &WorkCalendar, region: &Region) -> Option<Date> {
    deadline_of(&row.record().ok()?, calendar, region)?.standing.due_on()
}
