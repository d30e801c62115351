//! Text into records: delimiter, quotes, line numbers. Knows nothing of calendars.

use super::fault::RowFault;

/// The cells of one record and the line on which it begins, from 1.
#[derive(Debug)]
pub(super) struct Record {
    pub(super) line: usize,
    pub(super) cells: Vec<String>,
}

/// Splits the text into its records without the blank ones.
///
/// # Errors
/// A quote that is never closed would swallow the rest of the file, so it is a fault of its line.
pub(super) fn split(text: &str) -> Result<Vec<Record>, RowFault> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let delimiter = delimiter(text);
    let mut records = Vec::new();
    let mut record = Record { line: 1, cells: vec![String::new()] };
    let (mut line, mut quoted) = (1, None);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted.is_some() && chars.peek() == Some(&'"') => {
                chars.next();
                record.push('"');
            }
            '"' if quoted.is_some() => quoted = None,
            '"' if record.at_cell_start() => quoted = Some(line),
            '\n' if quoted.is_none() => {
                line += 1;
                let next = Record { line, cells: vec![String::new()] };
                records.push(std::mem::replace(&mut record, next));
            }
            '\r' if quoted.is_none() => {}
            _ if c == delimiter && quoted.is_none() => record.cells.push(String::new()),
            _ => {
                line += usize::from(c == '\n');
                record.push(c);
            }
        }
    }
    if let Some(opened) = quoted {
        return Err(RowFault::row(opened, "引号没有配对"));
    }
    records.push(record);
    records.retain(|r| r.cells.iter().any(|cell| !cell.trim().is_empty()));
    Ok(records)
}

impl Record {
    fn push(&mut self, c: char) {
        if let Some(cell) = self.cells.last_mut() {
            cell.push(c);
        }
    }

    fn at_cell_start(&self) -> bool {
        self.cells.last().is_some_and(|cell| cell.trim().is_empty())
    }
}

/// The first of comma, tab, semicolon and full-width comma that stands in the first line with text.
fn delimiter(text: &str) -> char {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    [',', '\t', ';', '，', '；'].into_iter().find(|c| first.contains(*c)).unwrap_or(',')
}
