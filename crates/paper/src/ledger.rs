//! A register as it is printed (台账): the same columns as the spreadsheet, made to fit on paper.
//!
//! Paper is narrower than a spreadsheet: a column in which no record has anything is left out and named beside the
//! table, and a text longer than [`CELL_CHARS`] is cut, with its full length beside the cut; of a whole document's
//! text only the beginning is printed.

use law::Date;
use law::register::{Field, FieldKind, Register, Value, Values, value_to_text};

use crate::Error;

/// The most records of one printed ledger; more are for a spreadsheet.
pub const LEDGER_ROWS_MAX: usize = 3_000;
/// The longest text of a printed cell, in characters.
pub const CELL_CHARS: usize = 120;
/// How much is printed of a document's full text, in characters.
const FULL_TEXT_CHARS: usize = 30;
/// A field that may be longer than this (in characters) holds the full text of a document.
const FULL_TEXT: usize = 10_000;
/// The longest piece of a text that is not broken, in half-width characters.
pub(crate) const PIECE: usize = 24;

/// What stands above a printed ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LedgerHead<'a> {
    /// Which register.
    pub register: Register,
    /// The organ whose register it is.
    pub organ: &'a str,
    /// What the records were chosen by, in words, e.g. `2025 年 · 关键词“预算”`; empty for all of them.
    pub filter: &'a str,
    /// The day on which it is printed.
    pub on: Date,
}

/// A ledger ready to be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ledger {
    /// The organ.
    pub organ: String,
    /// `示例镇依申请公开台账`.
    pub title: String,
    /// What the records were chosen by; empty for all of them.
    pub filter: String,
    /// The day on which it is printed.
    pub on: Date,
    /// The columns in which something stands, in the order of the register.
    pub columns: Vec<LedgerColumn>,
    /// One text a column; a number stands in digits, a choice by its Chinese label.
    pub rows: Vec<Vec<String>>,
    /// The headings of the columns that were left out because nothing stands in them.
    pub left_out: Vec<&'static str>,
    /// Whether a text was cut.
    pub is_cut: bool,
}

/// A column of a printed ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LedgerColumn {
    /// What stands above it.
    pub heading: &'static str,
    /// The width it asks for in half-width characters; a Chinese character takes two.
    pub width: usize,
    /// The width below which days and numbers would be broken.
    pub least: usize,
    /// Whether it holds figures, which are set to the right.
    pub is_number: bool,
}

impl Ledger {
    /// Gathers the records.
    ///
    /// # Errors
    /// `TooManyToPrint` when there are more than [`LEDGER_ROWS_MAX`].
    pub fn new(head: &LedgerHead<'_>, records: impl Iterator<Item = Values>) -> Result<Self, Error> {
        let fields = head.register.fields();
        let mut is_cut = false;
        let mut rows: Vec<Vec<String>> = Vec::new();
        for values in records {
            if rows.len() >= LEDGER_ROWS_MAX {
                return Err(Error::TooManyToPrint);
            }
            rows.push(fields.iter().map(|field| printed(field, &values, &mut is_cut)).collect());
        }
        let is_used = |index: usize| {
            rows.is_empty() || rows.iter().any(|row| row.get(index).is_some_and(|text| !text.is_empty()))
        };
        let used: Vec<bool> = (0..fields.len()).map(is_used).collect();
        let of = |wanted: bool| {
            let chosen = fields.iter().zip(&used).enumerate();
            chosen.filter(move |(_, (_, used))| **used == wanted).map(|(index, (field, _))| (index, field))
        };
        let columns = of(true).map(|(index, field)| column(field, index, &rows)).collect();
        let left_out = of(false).map(|(_, field)| field.label).collect();
        for row in &mut rows {
            let mut used = used.iter();
            row.retain(|_| used.next().copied().unwrap_or_default());
        }
        Ok(Self {
            organ: head.organ.to_owned(),
            title: format!("{}{}台账", head.organ, head.register.label()),
            filter: head.filter.to_owned(),
            on: head.on,
            columns,
            rows,
            left_out,
            is_cut,
        })
    }

    /// What stands beside the table: which columns were left out, and that texts were cut. Empty if neither.
    #[must_use]
    pub fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        if !self.left_out.is_empty() {
            notes.push(format!("未列出没有内容的栏目：{}。", self.left_out.join("、")));
        }
        if self.is_cut {
            notes.push("字数多的内容只印开头部分，全文见电子表格。".to_owned());
        }
        notes
    }
}

/// What is printed of a field: lines joined, a long text cut.
fn printed(field: &Field, values: &Values, is_cut: &mut bool) -> String {
    let text = match values.get(field.key) {
        None | Some(Value::Null) => return String::new(),
        Some(value) => value_to_text(field, value),
    };
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let most = match field.kind {
        FieldKind::LongText { max } if max > FULL_TEXT => FULL_TEXT_CHARS,
        _ => CELL_CHARS,
    };
    let length = text.chars().count();
    if length <= most {
        return text;
    }
    *is_cut = true;
    let start: String = text.chars().take(most).collect();
    format!("{start}……（共{length}字）")
}

/// A column as wide as its content asks for, within what suits its kind: a long text by its usual length, so that a
/// column that is seldom filled does not take the others' place.
fn column(field: &'static Field, index: usize, rows: &[Vec<String>]) -> LedgerColumn {
    let texts = || rows.iter().filter_map(|row| row.get(index));
    let longest = texts().map(|text| half_widths(text)).max().unwrap_or_default();
    let usual = texts().map(|text| half_widths(text)).sum::<usize>() / rows.len().max(1);
    // The second is what the longest text needs not to become a narrow tower.
    let (wanted, upright) = match field.kind {
        FieldKind::Text { max } if max > 64 => (usual.min(36), longest.div_ceil(4).min(16)),
        FieldKind::LongText { .. } => (usual.min(48), longest.div_ceil(5).min(22)),
        FieldKind::Choices(_) => (longest.min(20), 0),
        _ => (longest.min(16), 0),
    };
    // A heading takes two lines, or three where there is no room.
    let heading = half_widths(field.label);
    let piece = texts().map(|text| longest_piece(text)).max().unwrap_or_default();
    let least = piece.max(upright).max(heading.div_ceil(3)).max(4);
    let width = wanted.max(heading.div_ceil(2)).max(least);
    LedgerColumn { heading: field.label, width, least, is_number: field.kind.is_number() }
}

/// The longest piece of a text that cannot be broken: days, numbers, foreign words. Chinese breaks anywhere.
fn longest_piece(text: &str) -> usize {
    let pieces = text.split(|character: char| !character.is_ascii_graphic());
    pieces.map(str::len).max().unwrap_or_default().min(PIECE)
}

/// The width of a text in half-width characters.
fn half_widths(text: &str) -> usize {
    text.chars().map(|character| if character.is_ascii() { 1 } else { 2 }).sum()
}
