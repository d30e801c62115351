//! What an event is about.

use law::register::Register;

use crate::ids::{CheckBatchId, ImportId, NoticeId, OrganId, PersonId, PostId, RecordId, ReportId, UnitId};

/// What an event is about: the kind of thing and its identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Key of a register, or the name of another table.
    pub kind: &'static str,
    /// Its identifier.
    pub id: String,
}

impl Subject {
    /// A record of a register.
    #[must_use]
    pub fn record(register: Register, id: &RecordId) -> Self {
        Self { kind: register.key(), id: id.to_string() }
    }

    /// An import.
    #[must_use]
    pub fn import(id: &ImportId) -> Self {
        Self { kind: "import", id: id.to_string() }
    }

    /// A version of an annual report.
    #[must_use]
    pub fn report(id: &ReportId) -> Self {
        Self { kind: "report", id: id.to_string() }
    }

    /// A checked report.
    #[must_use]
    pub fn checked_report(id: &ReportId) -> Self {
        Self { kind: "checked_report", id: id.to_string() }
    }

    /// Reports uploaded to be checked.
    #[must_use]
    pub fn check_batch(id: &CheckBatchId) -> Self {
        Self { kind: "check_batch", id: id.to_string() }
    }

    /// An organ.
    #[must_use]
    pub fn organ(id: &OrganId) -> Self {
        Self { kind: "organ", id: id.to_string() }
    }

    /// A unit.
    #[must_use]
    pub fn unit(id: &UnitId) -> Self {
        Self { kind: "unit", id: id.to_string() }
    }

    /// A person.
    #[must_use]
    pub fn person(id: &PersonId) -> Self {
        Self { kind: "person", id: id.to_string() }
    }

    /// A post.
    #[must_use]
    pub fn post(id: &PostId) -> Self {
        Self { kind: "post", id: id.to_string() }
    }

    /// A holiday notice.
    #[must_use]
    pub fn notice(id: &NoticeId) -> Self {
        Self { kind: "calendar_notice", id: id.to_string() }
    }
}
