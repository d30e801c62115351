//! What can happen. The same list stands in the table `event_kind`; a test compares them.

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $key:literal, $label:literal;)+) => {
        /// The kind of an event.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum EventKind { $($(#[$doc])* $name,)+ }

        impl EventKind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The stored key.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)+ }
            }

            /// The Chinese name.
            #[must_use]
            pub const fn label(self) -> &'static str {
                match self { $(Self::$name => $label,)+ }
            }

            /// The kind with that key.
            #[must_use]
            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.key() == key)
            }
        }
    };
}

kinds! {
    /// A record entered a register. Content: `{"values": {…}, "import": id or null}`.
    RecordAdded = "record_added", "登记";
    /// Values of a record changed. Content: `{"changed": {key: [before, after]}, "import": id or null}`.
    RecordCorrected = "record_corrected", "更正";
    /// A record no longer counts; it stays readable.
    RecordStruck = "record_struck", "作废";
    /// A struck record counts again.
    RecordRestored = "record_restored", "恢复";
    /// A record left its register because the import that brought it was undone.
    RecordUndone = "record_undone", "随导入撤销";
    /// A file was imported. Content: file, digest, counts.
    RegisterImported = "register_imported", "导入台账";
    /// An import was undone as a whole.
    ImportUndone = "import_undone", "撤销导入";
    /// A version of an annual report was opened.
    ReportOpened = "report_opened", "新建年度报告";
    /// Cells of a report were stored.
    ReportFilled = "report_filled", "填入报告数据";
    /// A part of a report was written.
    ReportWritten = "report_written", "撰写报告文字";
    /// A number in the prose was confirmed to be no statistic.
    ReportNumberConfirmed = "report_number_confirmed", "确认非统计数字";
    /// That confirmation was taken back.
    ReportNumberUnconfirmed = "report_number_unconfirmed", "撤回数字确认";
    /// A reason was given for a finding that may stand.
    ReportExplained = "report_explained", "说明核对不一致的原因";
    /// The county commented.
    ReportRemarked = "report_remarked", "县级提出意见";
    /// The organ dealt with a comment.
    ReportRemarkSettled = "report_remark_settled", "意见已处理";
    /// The draft went to the county.
    ReportSubmitted = "report_submitted", "报送县级";
    /// The county sent it back.
    ReportReturned = "report_returned", "退回修改";
    /// 定稿.
    ReportFinalised = "report_finalised", "定稿";
    /// 定稿 was taken back before publication. Content: hash, the one it had.
    ReportReopened = "report_reopened", "撤回定稿";
    /// The report was published.
    ReportPublished = "report_published", "公布年度报告";
    /// A later version took its place.
    ReportSuperseded = "report_superseded", "被更正版本替代";
    /// Somebody's report was checked.
    ReportChecked = "report_checked", "核对已发布的报告";
    /// Reports were uploaded to be checked. Content: title, year, number of files.
    CheckBatchOpened = "check_batch_opened", "上传一批待核对的报告";
    /// Somebody confirmed or dismissed a finding of a check. Content: rule, mark, before, after.
    CheckDecided = "check_decided", "确认或排除核对出的问题";
    /// That decision was taken back.
    CheckDecisionUndone = "check_decision_undone", "撤回对核对问题的处理";
    /// A letter of comments was written. Content: title, words.
    CheckLetterWritten = "check_letter_written", "起草核对意见";
    /// It was sent.
    CheckLetterSent = "check_letter_sent", "发出核对意见";
    /// An organ was made.
    OrganAdded = "organ_added", "新增机关";
    /// An organ's particulars or settings changed.
    OrganChanged = "organ_changed", "修改机关信息";
    /// A unit was made.
    UnitAdded = "unit_added", "新增单位";
    /// A unit's particulars changed.
    UnitChanged = "unit_changed", "修改单位信息";
    /// An account was made.
    PersonAdded = "person_added", "新增人员";
    /// Name or login changed.
    PersonChanged = "person_changed", "修改人员信息";
    /// An account was disabled.
    PersonDisabled = "person_disabled", "停用账号";
    /// An account was enabled again.
    PersonEnabled = "person_enabled", "启用账号";
    /// A password changed.
    PasswordChanged = "password_changed", "修改密码";
    /// A post was made.
    PostAdded = "post_added", "新增岗位";
    /// A post changed.
    PostChanged = "post_changed", "修改岗位";
    /// A person took a post.
    TenureBegan = "tenure_began", "任岗";
    /// A person left a post.
    TenureEnded = "tenure_ended", "离岗";
    /// Somebody signed in.
    SignedIn = "signed_in", "登录";
    /// A sign-in was refused.
    SignInRefused = "sign_in_refused", "登录被拒";
    /// Somebody signed out.
    SignedOut = "signed_out", "退出登录";
    /// A holiday notice was imported.
    CalendarImported = "calendar_imported", "导入节假日安排";
    /// Cached deadlines were computed again. Content: the records whose deadline moved.
    DeadlinesRecomputed = "deadlines_recomputed", "重新计算期限";
    /// A register was exported.
    RegisterExported = "register_exported", "导出台账";
    /// A backup was made.
    BackupMade = "backup_made", "备份";
    /// A backup was restored.
    BackupRestored = "backup_restored", "恢复备份";
}
