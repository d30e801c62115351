//! The facts as they stand in the register of access requests.

use crate::register::AccessRequest;

use super::consultation::{Consultation, ConsultationKind};
use super::facts::{Extension, Facts};

impl Facts {
    /// The facts of a record; `None` while the day of receipt is not settled, when no clock runs.
    ///
    /// The register notes one consultation with its days and one day for an extension, the day the
    /// applicant was told; it is taken for the day of approval too.
    pub fn of(record: &AccessRequest) -> Option<Facts> {
        let consultation = record.consultation_sent_on.map(|sent_on| Consultation {
            kind: ConsultationKind::Unstated,
            sent_on,
            received_on: None,
            replied_on: record.consultation_ended_on,
        });
        let extension = record.extended_on.zip(record.extension_working_days).map(|(on, days)| Extension {
            approved_on: on,
            notified_on: on,
            // A number that is no count of days is refused by the clock, like any other beyond twenty.
            working_days: u32::try_from(days).unwrap_or(u32::MAX),
        });
        Some(Facts {
            received_on: record.received_on?,
            supplement_notified_on: record.supplement_notified_on,
            supplemented_on: record.supplemented_on,
            fee_noticed_on: record.fee_noticed_on,
            fee_paid_on: record.fee_paid_on,
            consultations: consultation.into_iter().collect(),
            extension,
        })
    }
}
