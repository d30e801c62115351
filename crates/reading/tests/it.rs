//! Reading foreign files.

#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests fail a test by panicking, as the tests themselves do"
)]

mod csv_rows;
mod docx;
mod hostile;
mod hostile_archive;
mod hostile_office;
mod hostile_pdf;
mod hostile_web;
mod html;
mod ofd;
mod office;
mod pdf;
mod sheets;
mod support;
mod text;
mod xlsx_rows;

use reading::Fault;
use reading::rows::{self, Row};

/// All rows of the first sheet.
fn read(name: &str, bytes: &[u8]) -> Result<Vec<Row>, Fault> {
    let mut book = rows::open(name, bytes.to_vec())?;
    let sheet = book.sheets().first().cloned().unwrap_or_default();
    book.rows(&sheet)?.collect()
}

/// The cells of all rows, joined, with their numbers.
fn printed(rows: &[Row]) -> Vec<String> {
    rows.iter().map(|row| format!("{} {}", row.number, row.cells.join("|"))).collect()
}
