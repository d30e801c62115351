//! A register as it is printed (台账): the same columns as the spreadsheet, made to fit on paper.
//!
//! Paper is narrower than a spreadsheet: a column in which no record has anything is left out and named at the
//! foot, and a text longer than [`CELL_CHARS`] is cut, with its full length beside the cut.

use law::Date;
use law::register::{Field, FieldKind, Register, Value, Values, value_to_text};

use crate::Error;

/// The most records of one printed ledger; more are for a spreadsheet.
pub const LEDGER_ROWS_MAX: usize = 3_000;
/// The longest text of a printed cell, in characters.
pub const CELL_CHARS: usize = 120;

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
    /// `示例镇政府信息公开申请台账`.
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
    /// Its width in half-width characters by what stands in it; a Chinese character takes two.
    pub width: usize,
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

    /// What stands under the table: which columns were left out, and that texts were cut. Empty if neither.
    #[must_use]
    pub fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        if !self.left_out.is_empty() {
            notes.push(format!("未列出没有内容的栏目：{}。", self.left_out.join("、")));
        }
        if self.is_cut {
            notes.push(format!("超过 {CELL_CHARS} 字的内容只印开头部分，全文见电子表格。"));
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
    let length = text.chars().count();
    if length <= CELL_CHARS {
        return text;
    }
    *is_cut = true;
    let start: String = text.chars().take(CELL_CHARS).collect();
    format!("{start}……（共{length}字）")
}

/// A column as wide as its content asks for, within what suits its kind.
fn column(field: &'static Field, index: usize, rows: &[Vec<String>]) -> LedgerColumn {
    let (least, most) = match field.kind {
        FieldKind::Date => (10, 10),
        FieldKind::Count | FieldKind::Signed => (6, 10),
        FieldKind::Money => (8, 14),
        FieldKind::Choice(_) => (8, 16),
        FieldKind::Choices(_) => (10, 20),
        FieldKind::Text { max } if max <= 64 => (8, 16),
        FieldKind::Text { .. } => (8, 36),
        FieldKind::LongText { .. } => (12, 48),
    };
    let texts = rows.iter().filter_map(|row| row.get(index));
    let longest = texts.map(|text| half_widths(text)).max().unwrap_or_default();
    // A heading may take two lines.
    let least = half_widths(field.label).div_ceil(2).max(least);
    let is_number = field.kind.is_number();
    LedgerColumn { heading: field.label, width: longest.clamp(least, most.max(least)), is_number }
}

/// The width of a text in half-width characters.
fn half_widths(text: &str) -> usize {
    text.chars().map(|character| if character.is_ascii() { 1 } else { 2 }).sum()
}
