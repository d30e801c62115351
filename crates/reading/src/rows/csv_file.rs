//! CSV: UTF-8, GB18030 or UTF-16 with its mark; comma or tab between cells.

use std::io::Cursor;

use csv::{ReaderBuilder, StringRecord};

use super::kept::RawRows;
use super::{Fault, MAX_CELL_CHARS, MAX_COLUMNS};
use crate::decode::decode;

/// A decoded file.
pub(super) struct CsvFile {
    sheet: String,
    text: String,
    delimiter: u8,
}

impl CsvFile {
    /// Decodes the file and finds out what stands between the cells.
    pub(super) fn open(name: &str, bytes: &[u8]) -> Result<Self, Fault> {
        let text = decode(bytes)?.text;
        // Line ends of every system become one, so that rows can be counted as spreadsheets count them.
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let delimiter = delimiter(&text);
        Ok(Self { sheet: stem(name).to_owned(), text, delimiter })
    }

    /// The name of its only sheet.
    pub(super) fn sheet(&self) -> &str {
        &self.sheet
    }

    /// Its rows.
    pub(super) fn rows(&self) -> CsvRows<'_> {
        let reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(self.delimiter)
            .from_reader(Cursor::new(self.text.as_bytes()));
        CsvRows {
            reader,
            text: &self.text,
            sheet: &self.sheet,
            record: StringRecord::new(),
            quoted_line_ends: 0,
        }
    }
}

/// Rows in the order of the file.
pub(super) struct CsvRows<'a> {
    reader: csv::Reader<Cursor<&'a [u8]>>,
    text: &'a str,
    sheet: &'a str,
    record: StringRecord,
    /// Line ends inside cells so far: the difference between lines of the file and rows of the sheet.
    quoted_line_ends: u64,
}

impl RawRows for CsvRows<'_> {
    fn sheet(&self) -> &str {
        self.sheet
    }

    fn next_row(&mut self) -> Result<Option<(u64, Vec<String>)>, Fault> {
        let line = self.reader.position().line();
        let read = self.reader.read_record(&mut self.record);
        let number = self.number();
        match read {
            Ok(false) => return Ok(None),
            Ok(true) => {}
            Err(error) => {
                let row = line.saturating_sub(self.quoted_line_ends);
                return Err(self.fault(row, error.to_string()));
            }
        }
        if self.record.len() > MAX_COLUMNS {
            return Err(self.fault(number, format!("内容超出第 {MAX_COLUMNS} 列")));
        }
        let too_long = |cell: &str| cell.len() > MAX_CELL_CHARS && cell.chars().count() > MAX_CELL_CHARS;
        if self.record.iter().any(too_long) {
            let reason = format!("有单元格超过 {MAX_CELL_CHARS} 个字，可能引号没有成对");
            return Err(self.fault(number, reason));
        }
        self.quoted_line_ends += self
            .record
            .iter()
            .map(|cell| cell.bytes().filter(|byte| *byte == b'\n').count() as u64)
            .sum::<u64>();
        Ok(Some((number, self.record.iter().map(str::to_owned).collect())))
    }
}

impl CsvRows<'_> {
    /// The row of the record just read. Its stated position lies before the blank lines that were skipped.
    fn number(&self) -> u64 {
        let Some(position) = self.record.position() else { return 1 };
        let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
        let rest = self.text.get(start..).unwrap_or_default();
        let blank = rest.bytes().take_while(|byte| *byte == b'\n').count() as u64;
        (position.line() + blank).saturating_sub(self.quoted_line_ends)
    }

    fn fault(&self, row: u64, reason: String) -> Fault {
        Fault::Row { sheet: self.sheet.to_owned(), row, reason }
    }
}

/// Tab if the first line with content has more tabs than commas, else comma.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |wanted: char| first.chars().filter(|c| *c == wanted).count();
    if count('\t') > count(',') { b'\t' } else { b',' }
}

/// The file's name without folders and ending.
fn stem(name: &str) -> &str {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    match file.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => file,
    }
}
