//! Where a request stands: the day its reply is due, or what it waits for.

use jiff::civil::Date;

use crate::calendar::{Region, WorkCalendar};
use crate::clock::article;
use crate::clock::due::Due;
use crate::clock::error::ClockError;
use crate::clock::pause::Pause;
use crate::clock::statutory::{FEE_PAYMENT, REPLY};
use crate::clock::walk::deadline;

use super::asked::{Asked, Effect};
use super::consultation::PausePolicy;
use super::facts::{Extension, Facts};

/// The state of the reply clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// The period runs.
    Running(ReplyDue),
    /// the applicant is to supplement; the period starts when the supplement is received.
    AwaitingSupplement {
        /// The day of the one supplement notice.
        asked_on: Date,
    },
    /// FEE-7: the applicant is to pay by `pay_by`; the period starts again after payment.
    AwaitingFee {
        /// The day the applicant got the fee notice.
        asked_on: Date,
        /// T9: the last day for paying, 20 working days after `asked_on`.
        pay_by: Due,
    },
}

/// The day the reply is due and the reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplyDue {
    /// The last day for the reply, every restart, pause and extension reckoned in.
    pub due: Due,
    /// The day without taking any consultation out: whoever keeps to it is safe however the end-points of
    /// a consultation are read. Equal to `due` if nobody was asked.
    pub without_pauses: Due,
    /// Everything that moved the day, in the order of the rules.
    pub basis: Vec<Basis>,
}

/// One reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basis {
    /// The stable handle, e.g. `R-33`.
    pub rule: &'static str,
    /// The provision behind the rule, as it is cited: `《政府信息公开条例》第三十条`.
    pub article: &'static str,
    /// What it did here, a Chinese sentence without a full stop.
    pub reason: String,
}

impl Standing {
    /// The reply's due day, if the period runs.
    pub fn running(&self) -> Option<&ReplyDue> {
        match self {
            Standing::Running(reply) => Some(reply),
            Standing::AwaitingSupplement { .. } | Standing::AwaitingFee { .. } => None,
        }
    }
}

/// Where the request stands by these facts.
///
/// # Errors
/// [`ClockError::OutOfOrder`], [`ClockError::ExtensionTooLong`] and [`ClockError::ExtensionEmpty`] for facts
/// that cannot be; [`ClockError::Gap`] for a year nobody arranged.
pub fn reply_due(
    facts: &Facts,
    policy: PausePolicy,
    calendar: &WorkCalendar,
    region: &Region,
) -> Result<Standing, ClockError> {
    facts.check()?;
    let mut clock = REPLY.clock(facts.received_on);
    clock.pauses = pauses(facts, policy, calendar, region)?;
    let mut basis = received(facts);
    let supplement = Asked::supplement(facts);
    if let Some(effect) = supplement.effect(facts, &clock, calendar, region)? {
        match (effect, supplement.asked_on, supplement.came_on) {
            (Effect::Waits, Some(asked_on), None) => return Ok(Standing::AwaitingSupplement { asked_on }),
            (effect, ..) => supplement.apply(effect, &mut clock, &mut basis),
        }
    }
    let fee = Asked::fee(facts);
    if let Some(effect) = fee.effect(facts, &clock, calendar, region)? {
        match (effect, fee.asked_on, fee.came_on) {
            (Effect::Waits, Some(asked_on), None) => {
                let pay_by = FEE_PAYMENT.due(asked_on, calendar, region)?;
                return Ok(Standing::AwaitingFee { asked_on, pay_by });
            }
            (effect, ..) => fee.apply(effect, &mut clock, &mut basis),
        }
    }
    basis.extend(paused(&clock.pauses));
    if let Some(extension) = facts.extension {
        let unextended = deadline(&clock, calendar, region)?.due;
        let (effect, reason) = extended(extension, unextended);
        clock.extension_working_days = effect;
        basis.push(Basis { rule: "R-33", article: article::REPLY, reason });
    }
    let due = deadline(&clock, calendar, region)?;
    clock.pauses.clear();
    let without_pauses = deadline(&clock, calendar, region)?;
    Ok(Standing::Running(ReplyDue { due, without_pauses, basis }))
}

/// The working days that an extension adds, with the reason. What the applicant was told only after the
/// period had ended extends nothing: a register may hold such an act, but a late reply stays late.
pub(super) fn extended(extension: Extension, unextended: Date) -> (u32, String) {
    let Extension { approved_on, notified_on, working_days } = extension;
    if notified_on > unextended {
        return (0, format!("{notified_on}告知延期时，答复期限{unextended}已过，不予延长"));
    }
    (working_days, format!("{approved_on}批准延长{working_days}个工作日"))
}

fn pauses(
    facts: &Facts,
    policy: PausePolicy,
    calendar: &WorkCalendar,
    region: &Region,
) -> Result<Vec<Pause>, ClockError> {
    facts.consultations.iter().filter_map(|c| c.pause(policy, calendar, region).transpose()).collect()
}

fn received(facts: &Facts) -> Vec<Basis> {
    let reason = format!("{}收到申请", facts.received_on);
    let received = Basis { rule: "R-31", article: article::RECEIPT, reason };
    let reason = "次日起20个工作日内答复".to_owned();
    vec![received, Basis { rule: "R-33", article: article::REPLY, reason }]
}

fn paused(pauses: &[Pause]) -> impl Iterator<Item = Basis> {
    pauses.iter().map(|pause| {
        let reason = format!("{}至{}{}，不计算在期限内", pause.from, pause.to, pause.cause.label());
        Basis { rule: "R-33", article: pause.cause.article(), reason }
    })
}
