//! Table 三 收到和处理政府信息公开申请情况: rows with their hierarchy, columns, exact labels, grid.

use super::form::Form;
use super::grid::{Grid, GridCell};
use super::key::{CellKey, RequestColumn, RequestRow};
use super::section::Section;

/// The printed note in the corner, which is the identity K-T3-1.
pub const CORNER_LABEL: &str = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";
/// The head over all columns.
pub const APPLICANTS_LABEL: &str = "申请人情况";
/// The head over the five columns of organizations.
pub const ORGANIZATIONS_LABEL: &str = "法人或其他组织";
/// The label that spans all result rows and their total.
pub const RESULTS_LABEL: &str = "三、本年度办理结果";

/// A numeric row: its own label and, for a sub-row, the group it stands under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowLabel {
    /// Which row.
    pub row: RequestRow,
    /// The label exactly as printed: `（一）予以公开`, `1.属于国家秘密`.
    pub label: &'static str,
    /// `（三）不予公开` and its like for sub-rows; none for rows of the first rank.
    pub group: Option<&'static str>,
}

const WITHHELD: &str = "（三）不予公开";
const UNAVAILABLE: &str = "（四）无法提供";
const NOT_PROCESSED: &str = "（五）不予处理";
const OTHERWISE: &str = "（六）其他处理";

const fn top(row: RequestRow, label: &'static str) -> RowLabel {
    RowLabel { row, label, group: None }
}

const fn sub(row: RequestRow, group: &'static str, label: &'static str) -> RowLabel {
    RowLabel { row, label, group: Some(group) }
}

const NEW: RowLabel = top(RequestRow::New, "一、本年新收政府信息公开申请数量");
const CARRIED_IN: RowLabel = top(RequestRow::CarriedIn, "二、上年结转政府信息公开申请数量");
const GRANTED: RowLabel = top(RequestRow::Granted, "（一）予以公开");
const IN_PART: RowLabel =
    top(RequestRow::GrantedInPart, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）");
const C1: RowLabel = sub(RequestRow::StateSecret, WITHHELD, "1.属于国家秘密");
const C2: RowLabel = sub(RequestRow::ProhibitedByLaw, WITHHELD, "2.其他法律行政法规禁止公开");
const C3: RowLabel = sub(RequestRow::SecurityAndStability, WITHHELD, "3.危及“三安全一稳定”");
const C4: RowLabel = sub(RequestRow::ThirdPartyRights, WITHHELD, "4.保护第三方合法权益");
const C5: RowLabel = sub(RequestRow::InternalAffairs, WITHHELD, "5.属于三类内部事务信息");
const C6: RowLabel = sub(RequestRow::Deliberative, WITHHELD, "6.属于四类过程性信息");
const C7: RowLabel = sub(RequestRow::EnforcementFile, WITHHELD, "7.属于行政执法案卷");
const C8: RowLabel = sub(RequestRow::AdministrativeInquiry, WITHHELD, "8.属于行政查询事项");
const D1: RowLabel = sub(RequestRow::NotHeld, UNAVAILABLE, "1.本机关不掌握相关政府信息");
const D2: RowLabel = sub(RequestRow::RequiresCreation, UNAVAILABLE, "2.没有现成信息需要另行制作");
const D3: RowLabel = sub(RequestRow::StillUnclear, UNAVAILABLE, "3.补正后申请内容仍不明确");
const E1: RowLabel = sub(RequestRow::PetitionOrComplaint, NOT_PROCESSED, "1.信访举报投诉类申请");
const E2: RowLabel = sub(RequestRow::Repeat, NOT_PROCESSED, "2.重复申请");
const E3: RowLabel = sub(RequestRow::PublishedWork, NOT_PROCESSED, "3.要求提供公开出版物");
const E4: RowLabel = sub(RequestRow::Vexatious, NOT_PROCESSED, "4.无正当理由大量反复申请");
const E5: RowLabel = sub(RequestRow::Reissue, NOT_PROCESSED, "5.要求行政机关确认或重新出具已获取信息");
const F: RowLabel = top(RequestRow::OtherDisposal, "（六）其他处理");
const F1: RowLabel = sub(
    RequestRow::LapsedUnsupplemented,
    OTHERWISE,
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
);
const F2: RowLabel = sub(
    RequestRow::LapsedUnpaid,
    OTHERWISE,
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
);
const F3: RowLabel = sub(RequestRow::OtherReason, OTHERWISE, "3.其他");
const TOTAL: RowLabel = top(RequestRow::Total, "（七）总计");
const CARRIED_OUT: RowLabel = top(RequestRow::CarriedOut, "四、结转下年度继续办理");

/// Table 三 of F2019: 23 rows.
pub const F2019: &[RowLabel] = &[
    NEW,
    CARRIED_IN,
    GRANTED,
    IN_PART,
    C1,
    C2,
    C3,
    C4,
    C5,
    C6,
    C7,
    C8,
    D1,
    D2,
    D3,
    E1,
    E2,
    E3,
    E4,
    E5,
    F,
    TOTAL,
    CARRIED_OUT,
];

/// Table 三 of F2021: 25 rows, （六） split in three.
pub const F2021: &[RowLabel] = &[
    NEW,
    CARRIED_IN,
    GRANTED,
    IN_PART,
    C1,
    C2,
    C3,
    C4,
    C5,
    C6,
    C7,
    C8,
    D1,
    D2,
    D3,
    E1,
    E2,
    E3,
    E4,
    E5,
    F1,
    F2,
    F3,
    TOTAL,
    CARRIED_OUT,
];

impl RequestRow {
    /// Whether the row says how a case ended; neither 总计 nor the rows of arrival and carrying over.
    #[must_use]
    pub const fn is_result(self) -> bool {
        !matches!(self, Self::New | Self::CarriedIn | Self::Total | Self::CarriedOut)
    }

    /// Shorter labels met in published reports, without numbering; a reader accepts them beside the exact one.
    #[must_use]
    pub const fn accepted_labels(self) -> &'static [&'static str] {
        match self {
            Self::New => &["本年新收政府信息公开申请数量", "本年新收"],
            Self::CarriedIn => &["上年结转政府信息公开申请数量", "上年结转"],
            Self::GrantedInPart => &["部分公开"],
            Self::SecurityAndStability => &["危及三安全一稳定"],
            Self::NotHeld => &["本机关不掌握相关政府信息", "本机关不掌握"],
            Self::LapsedUnsupplemented => &["逾期不补正", "申请人无正当理由逾期不补正"],
            Self::LapsedUnpaid => &["逾期不缴费", "申请人逾期未按收费通知要求缴纳费用"],
            Self::CarriedOut => &["结转下年度继续办理", "结转下年度"],
            _ => &[],
        }
    }
}

/// The head of a column, exactly as printed.
#[must_use]
pub const fn column_label(column: RequestColumn) -> &'static str {
    match column {
        RequestColumn::NaturalPerson => "自然人",
        RequestColumn::Commercial => "商业企业",
        RequestColumn::Research => "科研机构",
        RequestColumn::PublicInterest => "社会公益组织",
        RequestColumn::LegalService => "法律服务机构",
        RequestColumn::Other => "其他",
        RequestColumn::Total => "总计",
    }
}

/// The columns that add up to 总计.
pub const APPLICANTS: [RequestColumn; 6] = [
    RequestColumn::NaturalPerson,
    RequestColumn::Commercial,
    RequestColumn::Research,
    RequestColumn::PublicInterest,
    RequestColumn::LegalService,
    RequestColumn::Other,
];

/// The cells of table 三, row by row.
pub(super) fn cells(form: Form) -> Vec<CellKey> {
    let of_row = |label: &RowLabel| {
        let row = label.row;
        RequestColumn::ALL.iter().map(move |column| CellKey::Request(row, *column))
    };
    form.request_rows().iter().flat_map(of_row).collect()
}

/// A row in words, with its group.
pub(super) fn row_name(form: Form, row: RequestRow) -> String {
    let label = form.request_rows().iter().find(|label| label.row == row);
    match label {
        Some(RowLabel { group: Some(group), label, .. }) => format!("{group} {label}"),
        Some(label) => label.label.to_owned(),
        None => row.code().to_owned(),
    }
}

/// Three columns of labels and seven of figures.
const WIDTH: usize = 10;

/// Table 三 as a grid.
pub(super) fn grid(form: Form) -> Grid {
    let mut rows = header();
    let results = form.request_rows().iter().filter(|label| in_results(label.row)).count();
    let mut group_before = None;
    for label in form.request_rows() {
        let mut line = Vec::new();
        if label.row == RequestRow::Granted {
            line.push(GridCell::label(RESULTS_LABEL).tall(results));
        }
        match label.group {
            Some(group) => {
                if group_before != Some(group) {
                    line.push(GridCell::label(group).tall(group_size(form, group)));
                }
                line.push(GridCell::label(label.label));
            }
            None => line.push(GridCell::label(label.label).wide(if in_results(label.row) { 2 } else { 3 })),
        }
        group_before = label.group;
        line.extend(
            RequestColumn::ALL.iter().map(|column| GridCell::figure(CellKey::Request(label.row, *column))),
        );
        rows.push(line);
    }
    Grid { section: Section::Three, columns: WIDTH, header_rows: 3, rows }
}

fn in_results(row: RequestRow) -> bool {
    row.is_result() || row == RequestRow::Total
}

fn group_size(form: Form, group: &str) -> usize {
    form.request_rows().iter().filter(|label| label.group == Some(group)).count()
}

/// The three heading rows: corner note; applicants; natural persons, organizations (five kinds), total.
fn header() -> Vec<Vec<GridCell>> {
    let (mut second, mut third) = (Vec::new(), Vec::new());
    for column in RequestColumn::ALL {
        let label = GridCell::label(column_label(*column));
        match column {
            RequestColumn::NaturalPerson | RequestColumn::Total => second.push(label.tall(2)),
            _ => third.push(label),
        }
    }
    second.insert(1, GridCell::label(ORGANIZATIONS_LABEL).wide(third.len()));
    let first = vec![
        GridCell::label(CORNER_LABEL).tall(3).wide(3),
        GridCell::label(APPLICANTS_LABEL).wide(RequestColumn::ALL.len()),
    ];
    vec![first, second, third]
}
