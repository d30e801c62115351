//! Asking third parties and other organs, and the days this takes out of the reply period.

use jiff::civil::Date;

use crate::calendar::{Region, WorkCalendar};
use crate::clock::error::ClockError;
use crate::clock::pause::{Pause, PauseCause};
use crate::clock::statutory::{CO_AUTHOR_OPINION, StatutoryPeriod, THIRD_PARTY_OPINION};

/// One letter asking for an opinion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Consultation {
    /// Who is asked; decides the provision and what silence means.
    pub kind: ConsultationKind,
    /// The day the letter left the organ, a legal day.
    pub sent_on: Date,
    /// The day the letter was received; until it is known, the day of sending is taken for it, which
    /// gives the shorter pause.
    pub received_on: Option<Date>,
    /// The day the opinion came; `None` while it is awaited, and for good if none came.
    pub replied_on: Option<Date>,
}

/// Who is asked. The rule on silence differs: no consent from a third party, consent from an organ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ConsultationKind {
    /// 第三方.
    ThirdParty,
    /// 共同制作机关 and other organs.
    OtherOrgan,
    /// One of the two, as in registers that note only the days. The period is the same.
    Unstated,
}

/// Which end-points of a consultation are taken out. The Regulation only says "the time needed", so the
/// county decides; the default takes out the days after sending up to and including the day of the reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PausePolicy {
    /// Whether the day of sending is taken out.
    pub excludes_day_sent: bool,
    /// Whether the day of the reply, or the last day for it, is taken out.
    pub excludes_day_replied: bool,
}

impl Default for PausePolicy {
    fn default() -> PausePolicy {
        PausePolicy { excludes_day_sent: false, excludes_day_replied: true }
    }
}

impl ConsultationKind {
    fn rule(self) -> StatutoryPeriod {
        match self {
            ConsultationKind::ThirdParty | ConsultationKind::Unstated => THIRD_PARTY_OPINION,
            ConsultationKind::OtherOrgan => CO_AUTHOR_OPINION,
        }
    }

    fn cause(self) -> PauseCause {
        match self {
            ConsultationKind::ThirdParty => PauseCause::ThirdParty,
            ConsultationKind::OtherOrgan => PauseCause::OtherOrgan,
            ConsultationKind::Unstated => PauseCause::Consultation,
        }
    }
}

impl Consultation {
    /// The last day for the opinion: 15 working days from receiving the letter (T6, T7).
    ///
    /// # Errors
    /// As [`crate::clock::deadline`].
    pub fn opinion_due(&self, calendar: &WorkCalendar, region: &Region) -> Result<Date, ClockError> {
        let received_on = self.received_on.unwrap_or(self.sent_on);
        self.kind.rule().due(received_on, calendar, region).map(|due| due.due)
    }

    /// The days taken out: from sending to the reply or to the last day for it, whichever is earlier.
    /// `None` if no day is left between them.
    ///
    /// # Errors
    /// As [`crate::clock::deadline`], where the last day for the opinion matters.
    pub fn pause(
        &self,
        policy: PausePolicy,
        calendar: &WorkCalendar,
        region: &Region,
    ) -> Result<Option<Pause>, ClockError> {
        let end = self.end(calendar, region)?;
        let from = if policy.excludes_day_sent { Ok(self.sent_on) } else { self.sent_on.tomorrow() };
        let to = if policy.excludes_day_replied { Ok(end) } else { end.yesterday() };
        let (Ok(from), Ok(to)) = (from, to) else { return Err(ClockError::DateOutOfRange) };
        Ok((from <= to).then_some(Pause { from, to, cause: self.kind.cause() }))
    }

    fn end(&self, calendar: &WorkCalendar, region: &Region) -> Result<Date, ClockError> {
        match (self.opinion_due(calendar, region), self.replied_on) {
            (Ok(due), replied_on) => Ok(replied_on.map_or(due, |day| day.min(due))),
            // The last day lies in a year nobody arranged, but the opinion came before that year.
            (Err(ClockError::Gap(gap)), Some(day)) if day.year() < gap.year => Ok(day),
            (Err(error), _) => Err(error),
        }
    }
}
