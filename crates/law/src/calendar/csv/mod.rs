//! The import file of `gongkai calendar import`: `region,date,off|work,name,notice`, one day a row.
//!
//! ```text
//! region,date,kind,name,notice
//! CN,2027-01-01,off,元旦,国务院办公厅关于2027年部分节假日安排的通知（国办发明电〔2026〕…号）
//! ```
//!
//! Tolerant of what people and spreadsheets do: a header or none (English or Chinese names, any order), a
//! byte order mark, tabs, semicolons or full-width commas, full-width letters and digits, `2027/1/1`,
//! `2027年1月1日`, `休`/`班`, `宁夏`. Strict in what it means: all rows are read or none, every fault is named.

mod cells;
mod fault;
mod group;
mod header;
mod records;

pub use fault::RowFault;

use super::notice::Notice;

/// Reads an import file into notices, one for each region and notice name, in order of appearance.
///
/// The year of a notice is the one in which most of its days lie; days of the December before may be
/// among them (2022-12-31 belongs to the notice for 2023), no others.
///
/// # Errors
/// Every faulty row with its column and the reason in Chinese; then nothing of the file is taken.
pub fn parse(text: &str) -> Result<Vec<Notice>, Vec<RowFault>> {
    let records = records::split(text).map_err(|fault| vec![fault])?;
    let (columns, body) = header::columns(&records).map_err(|fault| vec![fault])?;
    let mut rows = Vec::new();
    let mut faults = Vec::new();
    for record in body {
        match cells::read(record, &columns) {
            Ok(row) => rows.push(row),
            Err(found) => faults.extend(found),
        }
    }
    if rows.is_empty() && faults.is_empty() {
        return Err(vec![RowFault::file("文件里没有放假或上班的日期")]);
    }
    let notices = group::notices(&rows, &mut faults);
    if faults.is_empty() {
        Ok(notices)
    } else {
        faults.sort_by_key(|fault| fault.row);
        Err(faults)
    }
}
