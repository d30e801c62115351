//! Workbooks as documents: each sheet's tables with their merged cells, and the words around them.

use std::collections::{BTreeMap, HashSet};

use inspect::{Document, FileKind};

use super::draft::{Draft, DraftCell};
use super::fault::Fault;
use super::limits::{MAX_CELLS, MAX_CHARS, MAX_UNPACKED_BYTES};
use super::rows::{Merge, RawRows, Workbook};

/// A cell alone in its row with more characters than this is a paragraph.
const PROSE: usize = 100;
/// Fields covered by merged cells, of one sheet.
const MAX_COVERED: usize = 1_000_000;
/// The most sheets; several may be the same part.
const MAX_SHEETS: usize = 256;
/// The longest name of a sheet that spreadsheet programs allow, in characters.
const MAX_NAME: usize = 31;

/// Reads a whole workbook, its visible sheets in order.
///
/// # Errors
/// A [`Fault`] for a damaged file, one with a password, or one beyond the limits.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, Fault> {
    let mut workbook = Workbook::open(bytes.to_vec(), MAX_UNPACKED_BYTES)?;
    let mut draft = Draft::new(FileKind::Workbook);
    let names = workbook.sheets();
    if names.len() > MAX_SHEETS {
        return Err(Fault::TooMuch { what: "工作簿", unit: "张工作表", limit: MAX_SHEETS });
    }
    for name in names {
        let sheet = Sheet::of(&mut workbook, &name)?;
        for block in sheet.blocks() {
            sheet.write(&block, &mut draft)?;
        }
    }
    draft.finish()
}

/// One sheet: what its fields say, and which are merged. Rows and columns from 0.
struct Sheet {
    name: String,
    rows: BTreeMap<u32, Vec<String>>,
    /// Rows and columns covered, by the first field of a merged cell.
    spans: BTreeMap<(u32, u32), (u32, u32)>,
    covered: HashSet<(u32, u32)>,
}

impl Sheet {
    fn of(workbook: &mut Workbook, name: &str) -> Result<Self, Fault> {
        let mut rows = BTreeMap::new();
        let (mut count, mut chars) = (0, 0);
        let mut source = workbook.rows(name)?;
        while let Some((number, cells)) = source.next_row()? {
            count += cells.len();
            if count > MAX_CELLS {
                return Err(Fault::TooMuch { what: "工作表", unit: "个单元格", limit: MAX_CELLS });
            }
            // One long text may be shared by every cell.
            chars += cells.iter().map(|cell| cell.len() / 4).sum::<usize>();
            if chars > MAX_CHARS {
                return Err(Fault::TooMuch { what: "文字", unit: "个字", limit: MAX_CHARS });
            }
            if cells.iter().any(|cell| !cell.trim().is_empty()) {
                rows.insert(u32::try_from(number.saturating_sub(1)).unwrap_or(u32::MAX), cells);
            }
        }
        drop(source);
        let name_shown = name.chars().take(MAX_NAME).collect();
        let mut sheet = Self { name: name_shown, rows, spans: BTreeMap::new(), covered: HashSet::new() };
        let last_row = sheet.rows.last_key_value().map_or(0, |(row, _)| *row);
        let last_column = sheet.rows.values().map(Vec::len).max().unwrap_or(1).saturating_sub(1);
        let last = (last_row, u32::try_from(last_column).unwrap_or(u32::MAX));
        for merge in workbook.merges(name)? {
            sheet.merge(merge, last)?;
        }
        Ok(sheet)
    }

    /// Takes a merged cell in, as far as there is anything on the sheet.
    fn merge(&mut self, merge: Merge, (last_row, last_column): (u32, u32)) -> Result<(), Fault> {
        let ((top, left), (bottom, right)) = (merge.first, merge.last);
        let (bottom, right) = (bottom.min(last_row), right.min(last_column.max(left)));
        if top > bottom || left > right {
            return Ok(());
        }
        let rows: Vec<u32> = self.rows.range(top..=bottom).map(|(row, _)| *row).collect();
        let fields = rows.len().saturating_mul((right - left) as usize + 1);
        if self.covered.len().saturating_add(fields) > MAX_COVERED {
            return Err(Fault::TooMuch { what: "合并单元格", unit: "格", limit: MAX_COVERED });
        }
        let row_span = u32::try_from(rows.len()).unwrap_or(1).max(1);
        self.spans.insert((top, left), (row_span, right - left + 1));
        let all = rows.into_iter().flat_map(|row| (left..=right).map(move |column| (row, column)));
        self.covered.extend(all.filter(|field| *field != (top, left)));
        Ok(())
    }

    /// Rows that follow one another without a blank one between.
    fn blocks(&self) -> Vec<Vec<u32>> {
        let mut blocks: Vec<Vec<u32>> = Vec::new();
        for row in self.rows.keys() {
            match blocks.last_mut() {
                Some(block) if block.last().is_some_and(|last| last + 1 == *row) => block.push(*row),
                _ => blocks.push(vec![*row]),
            }
        }
        blocks
    }

    /// Writes the words before and after a table as lines, and the table between them.
    fn write(&self, block: &[u32], draft: &mut Draft) -> Result<(), Fault> {
        let width = self.width(block);
        let mut pending: Vec<u32> = Vec::new();
        // Behind the last row of several cells nothing belongs to a table.
        let last = block.iter().rposition(|row| self.alone(*row).is_none());
        for (at, row) in block.iter().enumerate() {
            let at_an_end = pending.is_empty() || last.is_none_or(|last| at > last);
            match self.alone(*row) {
                Some(text) if self.is_beside(*row, text, width, at_an_end) => {
                    self.table(&std::mem::take(&mut pending), draft)?;
                    draft.words(text)?;
                }
                _ => pending.push(*row),
            }
        }
        self.table(&pending, draft)
    }

    /// Whether the only words of a row stand beside a table: at its ends, or a heading or paragraph between two.
    fn is_beside(&self, row: u32, text: &str, width: u32, at_an_end: bool) -> bool {
        let spans = self.merged(row).next().map_or(1, |(_, columns)| columns);
        // The first line of a part of a table: 第二十条第（一）项 over all columns.
        let is_part = spans > 1 && text.starts_with('第') && text.chars().count() <= 14;
        if at_an_end {
            return !is_part;
        }
        let mut chars = text.chars();
        let is_heading =
            chars.next().is_some_and(|c| "一二三四五六七八九十".contains(c)) && chars.next() == Some('、');
        text.chars().count() > PROSE || (is_heading && (spans == 1 || spans >= width))
    }

    /// The only words of a row, if it has no others.
    fn alone(&self, row: u32) -> Option<&str> {
        let mut said = self.rows.get(&row)?.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
        let first = said.next()?;
        said.next().is_none().then_some(first)
    }

    /// The first columns and the widths of the merged cells that begin in a row.
    fn merged(&self, row: u32) -> impl Iterator<Item = (u32, u32)> + '_ {
        self.spans.range((row, 0)..=(row, u32::MAX)).map(|((_, left), (_, columns))| (*left, *columns))
    }

    fn width(&self, block: &[u32]) -> u32 {
        let of_row = |row: &u32| {
            let said = self.rows.get(row).map_or(0, Vec::len);
            let said = u32::try_from(said).unwrap_or(u32::MAX);
            let merged = self.merged(*row).map(|(left, columns)| left + columns);
            merged.max().unwrap_or(0).max(said)
        };
        block.iter().map(of_row).max().unwrap_or(0)
    }

    fn table(&self, block: &[u32], draft: &mut Draft) -> Result<(), Fault> {
        if block.is_empty() {
            return Ok(());
        }
        if block.iter().all(|row| self.alone(*row).is_some()) {
            return block.iter().filter_map(|row| self.alone(*row)).try_for_each(|text| draft.words(text));
        }
        let width = self.width(block);
        let first = (0..width).find(|column| block.iter().any(|row| self.says(*row, *column))).unwrap_or(0);
        let mut rows = Vec::new();
        for row in block {
            let own = (first..width).filter(|column| !self.covered.contains(&(*row, *column)));
            rows.push(own.map(|column| self.cell(*row, column)).collect());
        }
        draft.table(rows)
    }

    fn text(&self, row: u32, column: u32) -> &str {
        self.rows.get(&row).and_then(|cells| cells.get(column as usize)).map_or("", |cell| cell.trim())
    }

    fn says(&self, row: u32, column: u32) -> bool {
        !self.text(row, column).is_empty() || self.spans.contains_key(&(row, column))
    }

    fn cell(&self, row: u32, column: u32) -> DraftCell {
        let (row_span, col_span) = self.spans.get(&(row, column)).copied().unwrap_or((1, 1));
        DraftCell {
            text: self.text(row, column).to_owned(),
            row_span,
            col_span,
            address: Some(format!("{}!{}{}", self.name, letters(column), row + 1)),
            page: None,
        }
    }
}

/// A column as spreadsheet programs name it.
fn letters(column: u32) -> String {
    let mut left = column + 1;
    let mut name = String::new();
    while left > 0 {
        let letter = (left - 1) % 26;
        name.insert(0, char::from_u32('A' as u32 + letter).unwrap_or('?'));
        left = (left - 1) / 26;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_spreadsheets_name_them() {
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
