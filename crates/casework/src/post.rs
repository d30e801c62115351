//! Posts (岗位) and what they may do.
//!
//! Cases belong to posts, so that a successor inherits them; a post carries capabilities, and a route of the
//! desk states the one it needs.

/// The kind of a post.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum PostKind {
    /// 经办岗：keeps the registers, writes the report.
    Clerk,
    /// 初审岗.
    Reviewer,
    /// 保密审查岗.
    SecrecyReviewer,
    /// 审定岗：the leader in charge, who makes the report final.
    Approver,
    /// 报送岗：a village or department that hands in figures.
    Submitter,
    /// 监督岗：the county office that comments on reports.
    Supervisor,
    /// 系统管理岗：accounts and calendars, no records.
    Administrator,
}

/// Something a signed-in person may do.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Capability {
    /// See the desk: what is due for this post, help, the own account.
    SeeDesk,
    /// See and export records; whoever stands for a unit ([`PostKind::sees_own_unit_only`]) that unit's alone.
    SeeRecords,
    /// See what concerns the organ as a whole: reports with the records behind each figure, imports.
    SeeReports,
    /// Add, correct and strike records.
    EditRecords,
    /// Import a register and undo an import.
    ImportRecords,
    /// Declare figures (业务数据报送).
    DeclareFigures,
    /// Write the annual report: prose, confirmations, explanations, submission.
    WriteReport,
    /// Comment on a submitted report and send it back.
    CommentReport,
    /// Make the report final (定稿), publish it, open a correction.
    FinaliseReport,
    /// Check somebody's published report.
    CheckReports,
    /// Create, reset and disable accounts.
    ManagePeople,
    /// Keep the organ's units and what it says about itself.
    KeepOrgan,
    /// Import public holiday arrangements.
    ImportCalendar,
}

use Capability::{
    CheckReports, CommentReport, DeclareFigures, EditRecords, FinaliseReport, ImportCalendar, ImportRecords,
    KeepOrgan, ManagePeople, SeeDesk, SeeRecords, SeeReports, WriteReport,
};

/// One table: kind, key in the store, Chinese name, capabilities.
const POSTS: &[(PostKind, &str, &str, &[Capability])] = &[
    (
        PostKind::Clerk,
        "clerk",
        "经办岗",
        &[
            SeeDesk,
            SeeRecords,
            SeeReports,
            EditRecords,
            ImportRecords,
            DeclareFigures,
            WriteReport,
            CheckReports,
        ],
    ),
    (PostKind::Reviewer, "reviewer", "初审岗", &[SeeDesk, SeeRecords, SeeReports, CheckReports]),
    (PostKind::SecrecyReviewer, "secrecy_reviewer", "保密审查岗", &[SeeDesk, SeeRecords, SeeReports]),
    (
        PostKind::Approver,
        "approver",
        "审定岗",
        &[SeeDesk, SeeRecords, SeeReports, CheckReports, FinaliseReport],
    ),
    (PostKind::Submitter, "submitter", "报送岗", &[SeeDesk, SeeRecords, DeclareFigures]),
    (
        PostKind::Supervisor,
        "supervisor",
        "监督岗",
        &[SeeDesk, SeeRecords, SeeReports, CommentReport, CheckReports],
    ),
    (
        PostKind::Administrator,
        "administrator",
        "系统管理岗",
        &[SeeDesk, ManagePeople, KeepOrgan, ImportCalendar],
    ),
];

impl PostKind {
    /// Every kind, in the order in which lists show them.
    pub fn all() -> impl Iterator<Item = Self> {
        POSTS.iter().map(|(kind, ..)| *kind)
    }

    /// The kind with this key, as the store and the command line write it.
    pub fn from_key(key: &str) -> Option<Self> {
        POSTS.iter().find(|(_, known, ..)| *known == key).map(|(kind, ..)| *kind)
    }

    /// The key, e.g. `clerk`.
    pub fn key(self) -> &'static str {
        self.row().1
    }

    /// The Chinese name, e.g. 经办岗.
    pub fn label(self) -> &'static str {
        self.row().2
    }

    /// What a holder of such a post may do.
    pub fn capabilities(self) -> &'static [Capability] {
        self.row().3
    }

    /// Whether a holder of such a post may do this.
    pub fn may(self, capability: Capability) -> bool {
        self.capabilities().contains(&capability)
    }

    /// Whether a holder stands for one unit and sees of the registers what is that unit's.
    pub const fn sees_own_unit_only(self) -> bool {
        matches!(self, Self::Submitter)
    }

    fn row(self) -> (Self, &'static str, &'static str, &'static [Capability]) {
        const NONE: (PostKind, &str, &str, &[Capability]) = (PostKind::Submitter, "", "", &[]);
        POSTS.iter().find(|(kind, ..)| *kind == self).copied().unwrap_or(NONE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_one_row_and_its_key_leads_back() {
        for kind in PostKind::all() {
            assert_eq!(PostKind::from_key(kind.key()), Some(kind));
            assert!(!kind.label().is_empty());
        }
        assert_eq!(PostKind::all().count(), 7);
        assert_eq!(PostKind::from_key("root"), None);
    }

    #[test]
    fn nobody_both_writes_a_report_and_makes_it_final() {
        for kind in PostKind::all() {
            assert!(!(kind.may(WriteReport) && kind.may(FinaliseReport)), "{}", kind.label());
        }
    }

    #[test]
    fn who_keeps_accounts_keeps_no_records() {
        assert!(!PostKind::Administrator.may(EditRecords));
        assert!(!PostKind::Clerk.may(ManagePeople));
    }

    #[test]
    fn neither_who_keeps_accounts_nor_who_stands_for_a_unit_sees_the_whole_organ() {
        assert!(!PostKind::Administrator.may(SeeRecords) && !PostKind::Administrator.may(SeeReports));
        for kind in PostKind::all().filter(|kind| kind.sees_own_unit_only()) {
            assert!(
                !kind.may(SeeReports) && !kind.may(EditRecords) && !kind.may(ImportRecords),
                "{}",
                kind.label()
            );
        }
    }
}
