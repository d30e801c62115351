//! The one table of decisions.

use crate::register::{Choice, Chosen};
use crate::report::RequestRow::{self, *};

/// What follows from a kind of decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    /// The kind.
    pub kind: DecisionKind,
    /// Code (`A1` … `F3`) and Chinese name.
    pub choice: Choice,
    /// The provision of the Regulation it rests on, `None` where no article names it.
    pub article: Option<&'static str>,
    /// Its row of table 三 in the form of 2019.
    pub row_2019: RequestRow,
    /// Its row of table 三 in the form of 2021.
    pub row_2021: RequestRow,
    /// The letter that tells the applicant, `None` where none is prescribed.
    pub letter: Option<Letter>,
}

/// A standard letter (告知书).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letter {
    /// Stable id, `L10` … `L23`.
    pub id: &'static str,
    /// Chinese title as printed.
    pub title: &'static str,
}

macro_rules! decisions {
    ($($(#[$doc:meta])* $kind:ident = $code:literal, $label:literal, [$($alias:literal),*] {
        article: $article:expr, row_2019: $row_2019:expr, row_2021: $row_2021:expr,
        letter: $letter:expr,
    };)+) => {
        /// 办理结果: how a matter was disposed of.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum DecisionKind { $($(#[$doc])* $kind,)+ }

        /// Every kind of decision, in the order of the report's rows.
        pub const TABLE: &[Decision] = &[$(DecisionKind::$kind.decision(),)+];

        impl DecisionKind {
            /// Its line of the table.
            #[must_use]
            pub const fn decision(self) -> Decision {
                match self { $(Self::$kind => Decision {
                    kind: Self::$kind,
                    choice: Choice { key: $code, label: $label, aliases: &[$($alias),*] },
                    article: $article,
                    row_2019: $row_2019,
                    row_2021: $row_2021,
                    letter: $letter,
                },)+ }
            }
        }

        impl Chosen for DecisionKind {
            const CHOICES: &'static [Choice] = &[$(DecisionKind::$kind.decision().choice,)+];
            const ALL: &'static [Self] = &[$(Self::$kind,)+];

            fn key(self) -> &'static str {
                self.decision().choice.key
            }

            fn label(self) -> &'static str {
                self.decision().choice.label
            }
        }
    };
}

decisions! {
    /// AlreadyPublic: the place where it stands must be named.
    A1 = "A1", "已主动公开，告知获取方式、途径", ["已主动公开", "告知获取途径"] {
        article: Some("第三十六条第（一）项"), row_2019: Granted, row_2021: Granted,
        letter: Some(Letter { id: "L10", title: "政府信息予以公开告知书" }),
    };
    /// Granted: supplied, or how, where and when it will be.
    A2 = "A2", "予以公开，提供信息", ["予以公开", "公开", "同意公开", "全部公开"] {
        article: Some("第三十六条第（二）项"), row_2019: Granted, row_2021: Granted,
        letter: Some(Letter { id: "L10", title: "政府信息予以公开告知书" }),
    };
    /// GrantedInPart: whatever is severed counts here only (K-T3-7).
    B = "B", "部分公开", ["区分处理"] {
        article: Some("第三十七条"), row_2019: GrantedInPart, row_2021: GrantedInPart,
        letter: Some(Letter { id: "L11", title: "政府信息部分公开告知书" }),
    };
    /// Withheld: StateSecret.
    C1 = "C1", "属于国家秘密", ["国家秘密"] {
        article: Some("第十四条"), row_2019: StateSecret, row_2021: StateSecret,
        letter: Some(Letter { id: "L12", title: "政府信息不予公开告知书" }),
    };
    /// Withheld: ProhibitedByLaw.
    C2 = "C2", "其他法律行政法规禁止公开", ["法律行政法规禁止公开"] {
        article: Some("第十四条"), row_2019: ProhibitedByLaw, row_2021: ProhibitedByLaw,
        letter: Some(Letter { id: "L12", title: "政府信息不予公开告知书" }),
    };
    /// Withheld: SecurityAndStability.
    C3 = "C3", "危及“三安全一稳定”", ["三安全一稳定", "危及三安全一稳定"] {
        article: Some("第十四条"), row_2019: SecurityAndStability, row_2021: SecurityAndStability,
        letter: Some(Letter { id: "L12", title: "政府信息不予公开告知书" }),
    };
    /// Withheld: ThirdPartyRights.
    C4 = "C4", "保护第三方合法权益", ["第三方合法权益", "商业秘密", "个人隐私"] {
        article: Some("第十五条、第三十二条"), row_2019: ThirdPartyRights, row_2021: ThirdPartyRights,
        letter: Some(Letter { id: "L12", title: "政府信息不予公开告知书" }),
    };
    /// Withheld: InternalAffairs.
    C5 = "C5", "属于三类内部事务信息", ["内部事务信息"] {
        article: Some("第十六条第一款"), row_2019: InternalAffairs, row_2021: InternalAffairs,
        letter: Some(Letter { id: "L12", title: "政府信息不予公开告知书" }),
    };
    /// Withheld: Deliberative.
    C6 = "C6", "属于四类过程性信息", ["过程性信息"] {
        article: Some("第十六条第二款"), row_2019: Deliberative, row_2021: Deliberative,
        letter: Some(Letter { id: "L12", title: "政府信息不予公开告知书" }),
    };
    /// Withheld: EnforcementFile.
    C7 = "C7", "属于行政执法案卷", ["行政执法案卷"] {
        article: Some("第十六条第二款"), row_2019: EnforcementFile, row_2021: EnforcementFile,
        letter: Some(Letter { id: "L12", title: "政府信息不予公开告知书" }),
    };
    /// SpecialRegime: no refusal under Articles 14-16, though the form prints it there.
    C8 = "C8", "属于行政查询事项", ["行政查询事项"] {
        article: Some("第三十六条第（七）项"), row_2019: AdministrativeInquiry, row_2021: AdministrativeInquiry,
        letter: Some(Letter { id: "L13", title: "行政查询事项告知书" }),
    };
    /// Unavailable: NonExistent; the search must be described.
    D1a = "D1a", "本机关不掌握：信息不存在", ["信息不存在", "不存在", "政府信息不存在"] {
        article: Some("第三十六条第（四）项"), row_2019: NotHeld, row_2021: NotHeld,
        letter: Some(Letter { id: "L14", title: "政府信息不存在告知书" }),
    };
    /// Unavailable: OtherOrgan; the competent organ is named if it can be found.
    D1b = "D1b", "本机关不掌握：不属于本机关负责公开", ["不属于本机关", "不属于本机关公开", "非本机关", "不属于本机关负责公开"] {
        article: Some("第三十六条第（五）项"), row_2019: NotHeld, row_2021: NotHeld,
        letter: Some(Letter { id: "L15", title: "不属于本机关公开告知书" }),
    };
    /// Unavailable: RequiresCreation.
    D2 = "D2", "没有现成信息需要另行制作", ["需要另行制作", "需要加工制作"] {
        article: Some("第三十八条"), row_2019: RequiresCreation, row_2021: RequiresCreation,
        letter: Some(Letter { id: "L16", title: "需要加工制作不予提供告知书" }),
    };
    /// Unavailable: StillUnclear.
    D3 = "D3", "补正后申请内容仍不明确", ["补正后仍不明确"] {
        article: Some("第三十条"), row_2019: StillUnclear, row_2021: StillUnclear,
        letter: Some(Letter { id: "L17", title: "补正后仍不明确告知书" }),
    };
    /// NotProcessed: PetitionOrComplaint.
    E1 = "E1", "信访举报投诉类申请", ["信访举报投诉类", "信访投诉举报"] {
        article: Some("第三十九条第一款"), row_2019: PetitionOrComplaint, row_2021: PetitionOrComplaint,
        letter: Some(Letter { id: "L18", title: "信访投诉举报类申请告知书" }),
    };
    /// NotProcessed: Repeat.
    E2 = "E2", "重复申请", [] {
        article: Some("第三十六条第（六）项"), row_2019: Repeat, row_2021: Repeat,
        letter: Some(Letter { id: "L19", title: "不予重复处理告知书" }),
    };
    /// NotProcessed: PublishedWork.
    E3 = "E3", "要求提供公开出版物", ["公开出版物"] {
        article: Some("第三十九条第二款"), row_2019: PublishedWork, row_2021: PublishedWork,
        letter: Some(Letter { id: "L20", title: "公开出版物获取途径告知书" }),
    };
    /// NotProcessed: Vexatious.
    E4 = "E4", "无正当理由大量反复申请", ["大量反复申请"] {
        article: Some("第三十五条"), row_2019: Vexatious, row_2021: Vexatious,
        letter: Some(Letter { id: "L21", title: "不予处理告知书" }),
    };
    /// NotProcessed: Reissue; no article names it, the report form created the row.
    E5 = "E5", "要求行政机关确认或重新出具已获取信息", ["要求确认或重新出具"] {
        article: None, row_2019: Reissue, row_2021: Reissue,
        letter: Some(Letter { id: "L22", title: "不予重新出具、确认告知书" }),
    };
    /// LapsedUnsupplemented.
    F1 = "F1", "逾期不补正，不再处理", ["逾期不补正", "视为放弃", "视为放弃申请"] {
        article: Some("第三十条"), row_2019: OtherDisposal, row_2021: LapsedUnsupplemented,
        letter: Some(Letter { id: "L23", title: "视为放弃（不再处理）告知书" }),
    };
    /// LapsedUnpaid.
    F2 = "F2", "逾期未缴费，不再处理", ["逾期未缴费", "逾期不缴费"] {
        article: Some("第四十二条"), row_2019: OtherDisposal, row_2021: LapsedUnpaid,
        letter: Some(Letter { id: "L23", title: "视为放弃（不再处理）告知书" }),
    };
    /// OtherDisposal: withdrawn by the applicant, merged …; the note says which.
    F3 = "F3", "其他处理：撤回、并案等", ["其他", "其他处理", "撤回", "申请人撤回"] {
        article: None, row_2019: OtherDisposal, row_2021: OtherReason,
        letter: None,
    };
}
