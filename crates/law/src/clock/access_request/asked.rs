//! What the applicant was asked for, and whether the period begins anew with it.

use jiff::civil::Date;

use crate::calendar::{Region, WorkCalendar};
use crate::clock::article;
use crate::clock::error::ClockError;
use crate::clock::pause::{Restart, RestartCause};
use crate::clock::period::Clock;
use crate::clock::walk::deadline;

use super::facts::Facts;
use super::reply::{Basis, extended};

/// A supplement or the fee (FEE-7, FEE-8): asked for one day, there on another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked {
    cause: RestartCause,
    /// The day the applicant was asked.
    pub(super) asked_on: Option<Date>,
    /// The day it came.
    pub(super) came_on: Option<Date>,
}

/// What asking does to the period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effect {
    /// The period waits until it comes.
    Waits,
    /// The period begins anew after that day.
    Restarts(Date),
    /// Nothing: the applicant was asked only after the period had ended on that day. The register holds the act,
    /// but a late reply stays late.
    Nothing(Date),
}

impl Asked {
    ///
    pub(super) const fn supplement(facts: &Facts) -> Self {
        let (asked_on, came_on) = (facts.supplement_notified_on, facts.supplemented_on);
        Self { cause: RestartCause::Supplement, asked_on, came_on }
    }

    /// FEE-7, FEE-8.
    pub(super) const fn fee(facts: &Facts) -> Self {
        Self { cause: RestartCause::FeePaid, asked_on: facts.fee_noticed_on, came_on: facts.fee_paid_on }
    }

    /// What asking does to the clock as it stands, an extension in time included; none if nothing was asked and
    /// nothing came.
    ///
    /// # Errors
    /// As [`deadline`]; a missing year is none here, because whoever asks before it asks in time.
    pub(super) fn effect(
        self,
        facts: &Facts,
        clock: &Clock,
        calendar: &WorkCalendar,
        region: &Region,
    ) -> Result<Option<Effect>, ClockError> {
        if let Some(asked_on) = self.asked_on {
            match end(facts, clock, calendar, region) {
                Ok(ended) if asked_on > ended => return Ok(Some(Effect::Nothing(ended))),
                Ok(_) | Err(ClockError::Gap(_)) => {}
                Err(other) => return Err(other),
            }
        }
        Ok(match (self.asked_on, self.came_on) {
            (_, Some(on)) => Some(Effect::Restarts(on)),
            (Some(_), None) => Some(Effect::Waits),
            (None, None) => None,
        })
    }

    /// Puts the effect into the clock, with its reason.
    pub(super) fn apply(self, effect: Effect, clock: &mut Clock, basis: &mut Vec<Basis>) {
        let (rule, article, asking, coming) = match self.cause {
            RestartCause::Supplement => ("R-30", article::SUPPLEMENT, "要求补正", "收到补正"),
            RestartCause::FeePaid => ("FEE-8", article::FEE, "通知缴费", "缴纳信息处理费"),
        };
        let reason = match effect {
            Effect::Waits => return,
            Effect::Restarts(on) => {
                if clock.restart.is_none_or(|restart| restart.on <= on) {
                    clock.restart = Some(Restart { on, cause: self.cause });
                }
                format!("{on}{coming}，答复期限从次日重新计算")
            }
            Effect::Nothing(ended) => {
                let asked_on = self.asked_on.unwrap_or(ended);
                format!("{asked_on}{asking}时，答复期限{ended}已过，不重新计算")
            }
        };
        basis.push(Basis { rule, article, reason });
    }
}

/// The last day of the period as it stands, with the extension if that was told in time.
fn end(facts: &Facts, clock: &Clock, calendar: &WorkCalendar, region: &Region) -> Result<Date, ClockError> {
    let unextended = deadline(clock, calendar, region)?.due;
    let Some(extension) = facts.extension else { return Ok(unextended) };
    let mut clock = clock.clone();
    clock.extension_working_days = extended(extension, unextended).0;
    Ok(deadline(&clock, calendar, region)?.due)
}
