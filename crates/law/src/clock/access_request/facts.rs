//! What happened to a request, as far as its clock is concerned.

use jiff::civil::Date;

use crate::clock::error::ClockError;
use crate::clock::statutory::MAX_REPLY_EXTENSION;

use super::consultation::Consultation;

/// The facts of one request. All days are legal days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// the day the request counts as received, by its channel.
    pub received_on: Date,
    /// the day the applicant was asked to supplement; at most once.
    pub supplement_notified_on: Option<Date>,
    /// the day the supplemented request was received.
    pub supplemented_on: Option<Date>,
    /// FEE-6: the day the applicant got the fee notice.
    pub fee_noticed_on: Option<Date>,
    /// FEE-8: the day the fee was paid.
    pub fee_paid_on: Option<Date>,
    /// letters to third parties and other organs.
    pub consultations: Vec<Consultation>,
    /// the one extension.
    pub extension: Option<Extension>,
}

/// an extension, approved by the head of the disclosure office and notified to the applicant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extension {
    /// The day the head of the disclosure office approved it; not after the reply period.
    pub approved_on: Date,
    /// The day the applicant was told; not after the reply period, or it extends nothing.
    pub notified_on: Date,
    /// 1 to 20.
    pub working_days: u32,
}

impl Facts {
    /// A request that was received and nothing more.
    pub fn received(received_on: Date) -> Facts {
        Facts {
            received_on,
            supplement_notified_on: None,
            supplemented_on: None,
            fee_noticed_on: None,
            fee_paid_on: None,
            consultations: Vec::new(),
            extension: None,
        }
    }

    /// Whether the facts can have happened in this order and within these limits.
    pub(super) fn check(&self) -> Result<(), ClockError> {
        let received = ("收到申请", Some(self.received_on));
        let supplement_asked = ("要求补正", self.supplement_notified_on);
        let supplemented = ("收到补正", self.supplemented_on);
        let fee_asked = ("收费通知", self.fee_noticed_on);
        let paid = ("缴费", self.fee_paid_on);
        in_order(received, supplement_asked)?;
        in_order(received, supplemented)?;
        in_order(supplement_asked, supplemented)?;
        in_order(received, fee_asked)?;
        in_order(received, paid)?;
        in_order(fee_asked, paid)?;
        for consultation in &self.consultations {
            let sent = ("发出征求意见书", Some(consultation.sent_on));
            in_order(received, sent)?;
            in_order(sent, ("收到征求意见书", consultation.received_on))?;
            in_order(sent, ("答复征求意见", consultation.replied_on))?;
        }
        self.extension.map_or(Ok(()), |extension| extension.check(self.received_on))
    }
}

impl Extension {
    pub(super) fn check(&self, received_on: Date) -> Result<(), ClockError> {
        if self.working_days == 0 {
            return Err(ClockError::ExtensionEmpty);
        }
        if self.working_days > MAX_REPLY_EXTENSION {
            let working_days = self.working_days;
            return Err(ClockError::ExtensionTooLong { working_days, limit: MAX_REPLY_EXTENSION });
        }
        let approved = ("批准延期", Some(self.approved_on));
        in_order(("收到申请", Some(received_on)), approved)?;
        in_order(approved, ("告知延期", Some(self.notified_on)))
    }
}

type Event = (&'static str, Option<Date>);

/// Both on one day is in order; an event that did not happen is in order with everything.
pub(super) fn in_order(earlier: Event, later: Event) -> Result<(), ClockError> {
    match (earlier, later) {
        ((earlier, Some(earlier_on)), (later, Some(later_on))) if later_on < earlier_on => {
            Err(ClockError::OutOfOrder { earlier, earlier_on, later, later_on })
        }
        _ => Ok(()),
    }
}
