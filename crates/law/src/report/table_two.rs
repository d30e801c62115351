//! Table 二 主动公开政府信息情况: its blocks, rows, columns and units in both forms.

use super::cell::Unit;
use super::form::Form;
use super::grid::{Grid, GridCell};
use super::key::{BusinessColumn, BusinessRow, CellKey};
use super::section::Section;

/// A block: one item of Article 20 with its own heading line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// `第二十条第（一）项`, exactly as printed.
    pub title: &'static str,
    /// The item of Article 20: 1, 5, 6, 8 or 9.
    pub item: u8,
    /// The figures' columns, in order; the column before them is headed 信息内容.
    pub columns: &'static [ColumnLabel],
    /// The rows, in order.
    pub rows: &'static [BusinessLabel],
}

/// A column of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ColumnLabel {
    /// Which figure.
    pub column: BusinessColumn,
    /// The label exactly as printed.
    pub label: &'static str,
    /// What is counted and how it is printed.
    pub unit: Unit,
}

/// A row of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BusinessLabel {
    /// Which row.
    pub row: BusinessRow,
    /// The label exactly as printed.
    pub label: &'static str,
}

/// The head of the label column in every block.
pub const CONTENT_LABEL: &str = "信息内容";

/// Columns of table 二: the label and three figures; blocks with fewer figures widen the last.
const WIDTH: usize = 4;

const fn column(column: BusinessColumn, label: &'static str, unit: Unit) -> ColumnLabel {
    ColumnLabel { column, label, unit }
}

const fn row(row: BusinessRow, label: &'static str) -> BusinessLabel {
    BusinessLabel { row, label }
}

const ITEMS_2019: &[ColumnLabel] = &[
    column(BusinessColumn::Previous, "上一年项目数量", Unit::Items),
    column(BusinessColumn::Delta, "本年增/减", Unit::Change),
    column(BusinessColumn::Decisions, "处理决定数量", Unit::Items),
];

const DECISIONS_2021: &[ColumnLabel] = &[column(BusinessColumn::Decisions, "本年处理决定数量", Unit::Items)];

/// Table 二 of F2019: five blocks.
pub const F2019: &[Block] = &[
    Block {
        title: "第二十条第（一）项",
        item: 1,
        columns: &[
            column(BusinessColumn::Made, "本年新制作数量", Unit::Items),
            column(BusinessColumn::Published, "本年新公开数量", Unit::Items),
            column(BusinessColumn::Total, "对外公开总数量", Unit::Items),
        ],
        rows: &[row(BusinessRow::Rule, "规章"), row(BusinessRow::NormativeDocument, "规范性文件")],
    },
    Block {
        title: "第二十条第（五）项",
        item: 5,
        columns: ITEMS_2019,
        rows: &[
            row(BusinessRow::License, "行政许可"),
            row(BusinessRow::OtherService, "其他对外管理服务事项"),
        ],
    },
    Block {
        title: "第二十条第（六）项",
        item: 6,
        columns: ITEMS_2019,
        rows: &[row(BusinessRow::Penalty, "行政处罚"), row(BusinessRow::Coercion, "行政强制")],
    },
    Block {
        title: "第二十条第（八）项",
        item: 8,
        columns: &[
            column(BusinessColumn::Previous, "上一年项目数量", Unit::Items),
            column(BusinessColumn::Delta, "本年增/减", Unit::Change),
        ],
        rows: &[row(BusinessRow::Charge, "行政事业性收费")],
    },
    Block {
        title: "第二十条第（九）项",
        item: 9,
        columns: &[
            column(BusinessColumn::Count, "采购项目数量", Unit::Items),
            column(BusinessColumn::Amount, "采购总金额", Unit::MoneyNamed),
        ],
        rows: &[row(BusinessRow::Procurement, "政府集中采购")],
    },
];

/// Table 二 of F2021: four blocks.
pub const F2021: &[Block] = &[
    Block {
        title: "第二十条第（一）项",
        item: 1,
        columns: &[
            column(BusinessColumn::Issued, "本年制发件数", Unit::Items),
            column(BusinessColumn::Repealed, "本年废止件数", Unit::Items),
            column(BusinessColumn::Valid, "现行有效件数", Unit::Items),
        ],
        rows: &[row(BusinessRow::Rule, "规章"), row(BusinessRow::NormativeDocument, "行政规范性文件")],
    },
    Block {
        title: "第二十条第（五）项",
        item: 5,
        columns: DECISIONS_2021,
        rows: &[row(BusinessRow::License, "行政许可")],
    },
    Block {
        title: "第二十条第（六）项",
        item: 6,
        columns: DECISIONS_2021,
        rows: &[row(BusinessRow::Penalty, "行政处罚"), row(BusinessRow::Coercion, "行政强制")],
    },
    Block {
        title: "第二十条第（八）项",
        item: 8,
        columns: &[column(BusinessColumn::AmountWan, "本年收费金额（单位：万元）", Unit::MoneyWan)],
        rows: &[row(BusinessRow::Charge, "行政事业性收费")],
    },
];

/// The cells of table 二, in printed order.
pub(super) fn cells(form: Form) -> Vec<CellKey> {
    form.blocks().iter().flat_map(Block::cells).collect()
}

impl Block {
    /// The cells of the block, row by row.
    #[must_use]
    pub fn cells(&self) -> Vec<CellKey> {
        let of_row = |label: &BusinessLabel| {
            let row = label.row;
            self.columns.iter().map(move |c| CellKey::Business(row, c.column))
        };
        self.rows.iter().flat_map(of_row).collect()
    }
}

/// The column of a row, if the form has it.
fn find(
    form: Form,
    row: BusinessRow,
    column: BusinessColumn,
) -> Option<(&'static BusinessLabel, &'static ColumnLabel)> {
    form.blocks().iter().find_map(|block| {
        let row = block.rows.iter().find(|label| label.row == row)?;
        let column = block.columns.iter().find(|label| label.column == column)?;
        Some((row, column))
    })
}

/// The unit of a cell; none if the form has no such cell.
pub(super) fn unit(form: Form, row: BusinessRow, column: BusinessColumn) -> Option<Unit> {
    find(form, row, column).map(|(_, column)| column.unit)
}

/// A cell in words: `表二“行政许可”的“本年处理决定数量”`.
pub(super) fn name(form: Form, row: BusinessRow, column: BusinessColumn) -> String {
    match find(form, row, column) {
        Some((row, column)) => format!("表二“{}”的“{}”", row.label, column.label),
        None => format!("表二 {}", CellKey::Business(row, column)),
    }
}

/// Table 二 as a grid: for each block its title, its column heads and its rows.
pub(super) fn grid(form: Form) -> Grid {
    let mut rows = Vec::new();
    for block in form.blocks() {
        rows.push(vec![GridCell::label(block.title).wide(WIDTH)]);
        let mut heads = vec![GridCell::label(CONTENT_LABEL)];
        heads.extend(block.columns.iter().map(|c| GridCell::label(c.label)));
        rows.push(fill_width(heads));
        for label in block.rows {
            let mut line = vec![GridCell::label(label.label)];
            line.extend(
                block.columns.iter().map(|c| GridCell::figure(CellKey::Business(label.row, c.column))),
            );
            rows.push(fill_width(line));
        }
    }
    Grid { section: Section::Two, columns: WIDTH, header_rows: 0, rows }
}

/// Widens the last cell so that the row is as wide as the table.
fn fill_width(mut row: Vec<GridCell>) -> Vec<GridCell> {
    let missing = WIDTH.saturating_sub(row.len());
    if let Some(last) = row.last_mut() {
        last.colspan += missing;
    }
    row
}
