//! The acts that change the clock, and when they are lawful.

use jiff::civil::Date;

use crate::calendar::{Region, WorkCalendar};
use crate::clock::error::ClockError;

use super::consultation::PausePolicy;
use super::facts::{Extension, Facts, in_order};
use super::reply::{Standing, reply_due};

impl Facts {
    /// asks the applicant to supplement, once and completely.
    ///
    /// A late notice (after 7 working days, [`crate::clock::statutory::supplement_notice_due`]) is a fault of
    /// the organ, but it is still a notice; it is not refused here.
    ///
    /// # Errors
    /// [`ClockError::SupplementAlreadyAsked`], [`ClockError::OutOfOrder`].
    pub fn ask_supplement(&self, on: Date) -> Result<Facts, ClockError> {
        if let Some(asked_on) = self.supplement_notified_on {
            return Err(ClockError::SupplementAlreadyAsked { asked_on });
        }
        in_order(("收到申请", Some(self.received_on)), ("要求补正", Some(on)))?;
        Ok(Facts { supplement_notified_on: Some(on), ..self.clone() })
    }

    /// extends the reply period.
    ///
    /// # Errors
    /// [`ClockError::AlreadyExtended`]; [`ClockError::ExtensionTooLong`] beyond 20 working days;
    /// [`ClockError::PastReplyDue`] unless it is approved and notified by the due day;
    /// [`ClockError::NotRunning`] while the applicant is to act; and as [`reply_due`].
    pub fn extend(
        &self,
        extension: Extension,
        policy: PausePolicy,
        calendar: &WorkCalendar,
        region: &Region,
    ) -> Result<Facts, ClockError> {
        if self.extension.is_some() {
            return Err(ClockError::AlreadyExtended);
        }
        extension.check(self.received_on)?;
        let due = match reply_due(self, policy, calendar, region)? {
            Standing::Running(reply) => reply.due.due,
            Standing::AwaitingSupplement { .. } => {
                return Err(ClockError::NotRunning { awaited: "补正" });
            }
            Standing::AwaitingFee { .. } => {
                return Err(ClockError::NotRunning { awaited: "缴纳信息处理费" });
            }
        };
        if extension.notified_on > due {
            return Err(ClockError::PastReplyDue { due });
        }
        Ok(Facts { extension: Some(extension), ..self.clone() })
    }
}
