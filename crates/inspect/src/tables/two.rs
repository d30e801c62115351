//! Table 二: blocks by their titles, rows by their labels.

use law::report::table_two::CONTENT_LABEL;
use law::report::{CellKey, Form};

use super::found::{Tables, Unaligned};
use super::grid::{Layout, Row, Token, row};
use super::labels::{BusinessMatch, block_item, business_row};
use crate::text::{Source, squeezed};

/// Words that only one of the forms prints in table 二.
const ONLY_2019: [&str; 8] = [
    "新制作",
    "新公开数量",
    "对外公开总数",
    "上一年项目",
    "增/减",
    "其他对外管理",
    "采购项目",
    "政府集中采购",
];
const ONLY_2021: [&str; 5] = ["制发件数", "废止件数", "现行有效", "行政规范性文件", "收费金额"];

/// Finds table 二 before `end`. It begins with the first title of a block or the head of its first column.
pub(super) fn find(source: &Source<'_>, end: usize, tables: &mut Tables) {
    let rows: Vec<Row> = (0..end).filter_map(|index| row(source, index)).collect();
    let begins = |token: &Token| block_item(&token.label).is_some() || token.label == CONTENT_LABEL;
    let first = rows.iter().position(|row| row.tokens.iter().any(begins));
    let Some(rows) = first.and_then(|first| rows.get(first..)) else { return };
    for token in rows.iter().flat_map(|row| &row.tokens) {
        if let Some(item) = block_item(&token.label) {
            tables.blocks.entry(item).or_insert(token.line);
            tables.lines.insert(token.line);
        }
    }
    tables.form = form_of(rows);
    let Some(form) = tables.form else { return };
    tables.form_line = line_of_form(rows, form);
    let stream = Stream::of(rows);
    for (at, token) in stream.tokens.iter().enumerate() {
        let found = business_row(form, &token.label);
        if let Some(found) = found.filter(|found| !tables.has_row(found.row.row)) {
            read_row(&stream, at, form, found, tables);
        }
    }
}

/// The form by the words of headings and labels; none if they speak for both or for neither.
pub(super) fn form_of(rows: &[Row]) -> Option<Form> {
    let labels: Vec<&str> =
        rows.iter().flat_map(|row| &row.tokens).map(|token| token.label.as_str()).collect();
    // A cell is a heading or a label; a sentence about the tables is neither.
    let is_label = |label: &&&str| label.chars().count() <= 60;
    let count = |words: &[&str]| {
        labels.iter().filter(is_label).filter(|label| words.iter().any(|word| label.contains(word))).count()
    };
    let torn_2019 = labels.iter().filter(|label| **label == "本年新").count();
    let (old, new) = (count(&ONLY_2019) + torn_2019, count(&ONLY_2021));
    match (old, new) {
        (0, 0) => None,
        (old, new) if old > new * 2 => Some(Form::F2019),
        (old, new) if new > old * 2 => Some(Form::F2021),
        _ => None,
    }
}

/// The first line with words that only this form has.
pub(super) fn line_of_form(rows: &[Row], form: Form) -> Option<usize> {
    let words: &[&str] = match form {
        Form::F2019 => &ONLY_2019,
        Form::F2021 => &ONLY_2021,
    };
    let shows =
        |token: &&Token| words.iter().any(|word| token.label.contains(word)) || token.label == "本年新";
    rows.iter().flat_map(|row| &row.tokens).find(shows).map(|token| token.line)
}

/// How far the next label is looked for. Between two labels stand at most three figures and a few headings.
const FAR: usize = 60;

/// The cells of all rows in reading order, each with the layout of its row.
struct Stream<'r> {
    tokens: Vec<&'r Token>,
    layouts: Vec<Layout>,
}

impl<'r> Stream<'r> {
    fn of(rows: &'r [Row]) -> Self {
        let tokens: Vec<&Token> = rows.iter().flat_map(|row| &row.tokens).collect();
        let layouts = rows.iter().flat_map(|row| row.tokens.iter().map(|_| row.layout)).collect();
        Self { tokens, layouts }
    }

    /// The cells behind `at` on the same line, up to the next label.
    fn beside(&self, at: usize, form: Form) -> Vec<&'r Token> {
        let Some(line) = self.tokens.get(at).map(|token| token.line) else { return Vec::new() };
        let rest = self.tokens.iter().skip(at + 1);
        rest.take_while(|token| token.line == line && !is_label(form, &token.label)).copied().collect()
    }

    /// The cells behind `at` up to the next label, and whether there is a next label.
    fn below(&self, at: usize, form: Form) -> (Vec<&'r Token>, bool) {
        let rest = self.tokens.get(at + 1..).unwrap_or_default();
        let stop = rest.iter().take(FAR).position(|token| is_label(form, &token.label));
        let cells = rest.iter().take(stop.unwrap_or(FAR)).copied().collect();
        (cells, stop.is_some())
    }
}

fn is_label(form: Form, label: &str) -> bool {
    label == CONTENT_LABEL || block_item(label).is_some() || business_row(form, label).is_some()
}

fn read_row(stream: &Stream<'_>, at: usize, form: Form, found: BusinessMatch, tables: &mut Tables) {
    let Some(label) = stream.tokens.get(at) else { return };
    tables.lines.insert(label.line);
    let keys: Vec<CellKey> =
        found.block.columns.iter().map(|column| CellKey::Business(found.row.row, column.column)).collect();
    let beside = stream.beside(at, form);
    let is_marked = matches!(stream.layouts.get(at), Some(Layout::Tabs | Layout::Pipes));
    let aligned = if beside.iter().any(|token| !token.is_blank()) {
        if is_marked { by_position(&beside, keys.len()) } else { by_number(&beside, keys.len(), true) }
    } else {
        let (below, ends) = stream.below(at, form);
        let below = without_rest_of_label(&below, label, found);
        by_number(&below, keys.len(), ends)
    };
    match aligned {
        Aligned::Cells(cells) => {
            for (key, token) in keys.iter().zip(cells) {
                match token {
                    Some(token) => tables.put(form, *key, token),
                    None => tables.put_blank(*key, label),
                }
            }
        }
        Aligned::Blank => {
            for key in keys {
                tables.put_blank(key, label);
            }
        }
        Aligned::Unclear(figures) => {
            tables.unaligned.push(Unaligned { cells: keys, line: label.line, figures });
        }
        Aligned::CutOff => {}
    }
}

/// Which cell of the file stands in which column.
enum Aligned<'t> {
    Cells(Vec<Option<&'t Token>>),
    /// The row stands there without any figure.
    Blank,
    /// So many figures, and no telling where they belong.
    Unclear(usize),
    /// The file ends within the row.
    CutOff,
}

/// Between marks every column has its place, also an empty one. Cells behind the last column must be fillers.
fn by_position<'t>(cells: &[&'t Token], columns: usize) -> Aligned<'t> {
    if cells.iter().skip(columns).any(|token| !token.is_blank()) {
        return Aligned::Unclear(cells.iter().filter(|token| !token.is_blank()).count());
    }
    Aligned::Cells((0..columns).map(|column| cells.get(column).copied()).collect())
}

/// Without marks an empty cell leaves no trace, so there must be exactly as many as columns.
fn by_number<'t>(cells: &[&'t Token], columns: usize, ends: bool) -> Aligned<'t> {
    let filled: Vec<&Token> = cells.iter().filter(|token| !token.is_blank()).copied().collect();
    let numbers_first = filled.iter().take(columns).filter(|token| token.is_number()).count() == columns;
    let next_is_number = filled.get(columns).is_some_and(|token| token.is_number());
    if filled.len() == columns || (numbers_first && !next_is_number) {
        return Aligned::Cells(filled.into_iter().take(columns).map(Some).collect());
    }
    match (filled.len(), ends) {
        (0, true) => Aligned::Blank,
        (_, true) => Aligned::Unclear(filled.len()),
        (_, false) => Aligned::CutOff,
    }
}

/// The cells without those that only finish a label torn over several lines.
fn without_rest_of_label<'t>(cells: &[&'t Token], label: &Token, found: BusinessMatch) -> Vec<&'t Token> {
    let printed = squeezed(found.row.label);
    let mut rest = printed.strip_prefix(label.label.as_str()).filter(|_| found.torn).unwrap_or_default();
    let mut left = cells;
    while let Some((first, others)) = left.split_first() {
        match rest.strip_prefix(first.label.as_str()).filter(|_| !rest.is_empty() && !first.is_blank()) {
            Some(after) => rest = after,
            None => break,
        }
        left = others;
    }
    left.to_vec()
}
