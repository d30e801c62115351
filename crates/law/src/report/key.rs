//! The name of a cell: table, row, column. Printed as `t2.guifan.issued`, `t3.c1.nat`, `t4.ss_after.pending`.

use std::fmt;
use std::str::FromStr;

use super::code::codes;
use super::form::Form;
use super::section::Section;

codes! {
    /// A row of table 二.
    pub enum BusinessRow {
        /// 规章.
        Rule = "guizhang",
        /// 规范性文件 (F2019) or 行政规范性文件 (F2021).
        NormativeDocument = "guifan",
        /// 行政许可.
        License = "xuke",
        /// 其他对外管理服务事项 (F2019 only).
        OtherService = "qita",
        /// 行政处罚.
        Penalty = "chufa",
        /// 行政强制.
        Coercion = "qiangzhi",
        /// 行政事业性收费.
        Charge = "shoufei",
        /// 政府集中采购 (F2019 only).
        Procurement = "caigou",
    }
}

codes! {
    /// A column of table 二; which ones a row has depends on the form.
    pub enum BusinessColumn {
        /// 本年新制作数量 (F2019).
        Made = "made",
        /// 本年新公开数量 (F2019).
        Published = "published",
        /// 对外公开总数量 (F2019).
        Total = "total",
        /// 本年制发件数 (F2021).
        Issued = "issued",
        /// 本年废止件数 (F2021).
        Repealed = "repealed",
        /// 现行有效件数 (F2021).
        Valid = "valid",
        /// 上一年项目数量 (F2019).
        Previous = "prev",
        /// 本年增/减 (F2019), signed.
        Delta = "delta",
        /// 处理决定数量 (F2019) or 本年处理决定数量 (F2021).
        Decisions = "decisions",
        /// 本年收费金额（单位：万元） (F2021), kept in fen.
        AmountWan = "amount_wan",
        /// 采购项目数量 (F2019).
        Count = "count",
        /// 采购总金额 (F2019), kept in fen.
        Amount = "amount",
    }
}

codes! {
    /// A row of table 三.
    pub enum RequestRow {
        /// 一、本年新收政府信息公开申请数量.
        New = "new",
        /// 二、上年结转政府信息公开申请数量.
        CarriedIn = "carried_in",
        /// （一）予以公开.
        Granted = "a",
        /// （二）部分公开.
        GrantedInPart = "b",
        /// （三）1.属于国家秘密.
        StateSecret = "c1",
        /// （三）2.其他法律行政法规禁止公开.
        ProhibitedByLaw = "c2",
        /// （三）3.危及“三安全一稳定”.
        SecurityAndStability = "c3",
        /// （三）4.保护第三方合法权益.
        ThirdPartyRights = "c4",
        /// （三）5.属于三类内部事务信息.
        InternalAffairs = "c5",
        /// （三）6.属于四类过程性信息.
        Deliberative = "c6",
        /// （三）7.属于行政执法案卷.
        EnforcementFile = "c7",
        /// （三）8.属于行政查询事项.
        AdministrativeInquiry = "c8",
        /// （四）1.本机关不掌握相关政府信息.
        NotHeld = "d1",
        /// （四）2.没有现成信息需要另行制作.
        RequiresCreation = "d2",
        /// （四）3.补正后申请内容仍不明确.
        StillUnclear = "d3",
        /// （五）1.信访举报投诉类申请.
        PetitionOrComplaint = "e1",
        /// （五）2.重复申请.
        Repeat = "e2",
        /// （五）3.要求提供公开出版物.
        PublishedWork = "e3",
        /// （五）4.无正当理由大量反复申请.
        Vexatious = "e4",
        /// （五）5.要求行政机关确认或重新出具已获取信息.
        Reissue = "e5",
        /// （六）其他处理 (F2019, one row).
        OtherDisposal = "f",
        /// （六）1. lapsed without a supplement (F2021).
        LapsedUnsupplemented = "f1",
        /// （六）2. lapsed without payment (F2021).
        LapsedUnpaid = "f2",
        /// （六）3.其他 (F2021).
        OtherReason = "f3",
        /// （七）总计.
        Total = "total",
        /// 四、结转下年度继续办理.
        CarriedOut = "carried_out",
    }
}

codes! {
    /// A column of table 三: who applied.
    pub enum RequestColumn {
        /// 自然人.
        NaturalPerson = "nat",
        /// 商业企业.
        Commercial = "com",
        /// 科研机构.
        Research = "res",
        /// 社会公益组织.
        PublicInterest = "soc",
        /// 法律服务机构.
        LegalService = "leg",
        /// 其他.
        Other = "oth",
        /// 总计.
        Total = "total",
    }
}

codes! {
    /// A block of table 四: by which road the reply was attacked.
    pub enum DisputeRoute {
        /// 行政复议.
        Reconsideration = "fy",
        /// 行政诉讼·未经复议直接起诉.
        DirectSuit = "ss_direct",
        /// 行政诉讼·复议后起诉.
        SuitAfterReconsideration = "ss_after",
    }
}

codes! {
    /// A column within a block of table 四.
    pub enum DisputeOutcome {
        /// 结果维持.
        Upheld = "maintain",
        /// 结果纠正.
        Corrected = "correct",
        /// 其他结果.
        Other = "other",
        /// 尚未审结.
        Pending = "pending",
        /// 总计.
        Total = "total",
    }
}

/// One cell of the statutory tables. The order of keys is the printed order within a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CellKey {
    /// Table 二.
    Business(BusinessRow, BusinessColumn),
    /// Table 三.
    Request(RequestRow, RequestColumn),
    /// Table 四.
    Dispute(DisputeRoute, DisputeOutcome),
}

impl CellKey {
    /// The part of the report whose table holds the cell.
    #[must_use]
    pub const fn section(self) -> Section {
        match self {
            Self::Business(..) => Section::Two,
            Self::Request(..) => Section::Three,
            Self::Dispute(..) => Section::Four,
        }
    }
}

impl fmt::Display for CellKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (table, row, column) = match self {
            Self::Business(row, column) => ("t2", row.code(), column.code()),
            Self::Request(row, column) => ("t3", row.code(), column.code()),
            Self::Dispute(route, outcome) => ("t4", route.code(), outcome.code()),
        };
        write!(f, "{table}.{row}.{column}")
    }
}

/// A text that names no cell of any form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("没有名为“{0}”的单元格")]
pub struct UnknownCell(pub String);

impl FromStr for CellKey {
    type Err = UnknownCell;

    fn from_str(text: &str) -> Result<Self, UnknownCell> {
        split_key(text)
            .filter(|key| Form::ALL.iter().any(|form| form.has(*key)))
            .ok_or_else(|| UnknownCell(text.to_owned()))
    }
}

fn split_key(text: &str) -> Option<CellKey> {
    let mut parts = text.split('.');
    let (table, row, column) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    match table {
        "t2" => Some(CellKey::Business(BusinessRow::from_code(row)?, BusinessColumn::from_code(column)?)),
        "t3" => Some(CellKey::Request(RequestRow::from_code(row)?, RequestColumn::from_code(column)?)),
        "t4" => Some(CellKey::Dispute(DisputeRoute::from_code(row)?, DisputeOutcome::from_code(column)?)),
        _ => None,
    }
}

impl serde::Serialize for CellKey {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
