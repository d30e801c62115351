//! Our documents out: reports, registers and letters as spreadsheets, Word documents and PDF.
//!
//! Every text is written as a text cell, so no cell of an export can run as a formula.

#![warn(missing_docs)]

mod docx;
mod layout;
mod ledger;
mod letter;
mod list;
mod pdf;
mod register;
mod report;
mod sheet;

pub use docx::{letters_docx, register_docx, report_docx};
pub use ledger::{CELL_CHARS, LEDGER_ROWS_MAX, Ledger, LedgerColumn, LedgerHead};
pub use letter::{Letter, LetterLine, LetterLineKind};
pub use list::{HEADING_ROW, ListCell, ListColumn, ListSheet, list_sheet, list_sheets};
pub use pdf::Press;
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
    /// The archive of a Word document was not written.
    #[error("Word 文档没有生成：{0}")]
    Archive(#[from] zip::result::ZipError),
    /// There is no font with Chinese characters.
    #[error(
        "没有找到中文字体，不能生成 PDF。请安装 Debian 软件包 fonts-noto-cjk，或者把思源宋体、思源黑体放进一个目录，用 GONGKAI_FONT_DIR 指明。"
    )]
    NoFonts,
    /// The typesetter refused; its own words are for the log.
    #[error("PDF 没有生成：{0}")]
    Pdf(String),
}

/// The most rows of one sheet, the header included (the format's own limit).
pub const ROWS_MAX: u32 = 1_048_576;
