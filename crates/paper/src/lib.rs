//! Our documents out: spreadsheets of reports and registers.
//!
//! Every text is written as a text cell, so no cell of an export can run as a formula.

#![warn(missing_docs)]

mod ledger;
mod list;
mod register;
mod report;
mod sheet;

pub use ledger::{CELL_CHARS, LEDGER_ROWS_MAX, Ledger, LedgerColumn, LedgerHead};
pub use list::{HEADING_ROW, ListCell, ListColumn, ListSheet, list_sheet};
pub use register::{register_sheet, register_template};
pub use report::{TABLE_ROW, report_sheets, sheet_name};

/// Why a document could not be made.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The spreadsheet library refused; its own words are for the log.
    #[error("电子表格没有生成：{0}")]
    Sheet(#[from] rust_xlsxwriter::XlsxError),
    /// More rows than a sheet holds.
    #[error("一张表最多 {ROWS_MAX} 行，请按年度分开导出。")]
    TooManyRows,
    /// More records than a printed ledger holds.
    #[error("打印的台账一次最多 {LEDGER_ROWS_MAX} 条，请按年度或条件分开，或者改用电子表格。")]
    TooManyToPrint,
}

/// The most rows of one sheet, the header included (the format's own limit).
pub const ROWS_MAX: u32 = 1_048_576;
