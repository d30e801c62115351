//! Table 三: seven columns; rows by their labels where there are any, between labels by their order.

mod align;
mod lines;
mod stream;

use law::report::{CellKey, Form, RequestColumn, RequestRow};

pub(super) use align::align;

use super::found::{Tables, Unaligned};
use super::grid::{Row, Token, row};
use super::labels::request_row;
use crate::text::Source;

/// The figures of a row: seven places, empty where the cell is; or none if they cannot be told apart.
#[derive(Debug, Clone)]
pub(super) struct Figures {
    /// The row its label names, if it has one.
    pub(super) label: Option<RequestRow>,
    /// Index of the line of its label, or of its first figure.
    pub(super) line: usize,
    /// How many figures stand there.
    pub(super) count: usize,
    /// The seven columns, if they are certain.
    pub(super) columns: Option<Vec<Place7>>,
}

/// A column of a row: the cell that stands in it, or the cell beside which it is missing.
#[derive(Debug, Clone)]
pub(super) enum Place7 {
    Cell(Token),
    Missing(Token),
}

/// How many columns of figures table 三 has.
pub(super) const COLUMNS: usize = RequestColumn::ALL.len();

/// Finds table 三 before `end`. The form is that of table 二; without one, the number of rows tells.
pub(super) fn find(source: &Source<'_>, from: usize, end: usize, tables: &mut Tables) {
    let forms: Vec<Form> = tables.form.map_or_else(|| Form::ALL.to_vec(), |form| vec![form]);
    let readings = forms.into_iter().filter_map(|form| Some((form, read(source, from, end, form)?)));
    choose(readings.collect(), tables);
}

/// Keeps what the form makes of it under which most is certain.
pub(super) fn choose(readings: Vec<(Form, Reading)>, tables: &mut Tables) {
    let best = readings.into_iter().max_by_key(|(_, reading)| reading.certain());
    let Some((form, reading)) = best else { return };
    if reading.certain() > 0 && reading.shows_form(form) {
        tables.form = tables.form.or(Some(form));
    }
    keep(&reading, form, tables);
}

/// What one form makes of the lines.
#[derive(Debug)]
pub(super) struct Reading {
    /// The rows of the form with their figures.
    pub(super) rows: Vec<(RequestRow, Figures)>,
    pub(super) first: usize,
    pub(super) last: usize,
}

impl Reading {
    fn certain(&self) -> usize {
        self.rows.iter().filter(|(_, figures)| figures.columns.is_some()).count()
    }

    /// Whether a row was found that only this form has, or all of its rows.
    fn shows_form(&self, form: Form) -> bool {
        let other = Form::ALL.iter().find(|other| **other != form);
        let only_here = |row: RequestRow| {
            other.is_some_and(|other| other.request_rows().iter().all(|label| label.row != row))
        };
        self.rows.len() == form.request_rows().len() || self.rows.iter().any(|(row, _)| only_here(*row))
    }
}

fn read(source: &Source<'_>, from: usize, end: usize, form: Form) -> Option<Reading> {
    let rows: Vec<Row> = (from..end).filter_map(|index| row(source, index)).collect();
    let is_first = |token: &Token| request_row(form, &token.label) == Some(RequestRow::New) && is_cell(token);
    let first = rows.iter().position(|row| row.tokens.iter().any(is_first))?;
    let rows = rows.get(first..)?;
    let reading = if lines::prevail(rows) { lines::read(rows, form) } else { stream::read(rows, form) };
    let line = |row: &Row| row.tokens.first().map(|token| token.line);
    let last = reading.iter().map(|(_, figures)| figures.line).max();
    let first = rows.first().and_then(line)?;
    Some(Reading { rows: reading, first, last: last.unwrap_or(first) })
}

/// A label stands in a cell of its own; a sentence that mentions it does not count.
fn is_cell(token: &Token) -> bool {
    token.label.chars().count() <= 30 && !token.label.contains(['。', ';'])
}

fn keep(reading: &Reading, form: Form, tables: &mut Tables) {
    tables.three = Some((reading.first, reading.last));
    for (row, figures) in &reading.rows {
        tables.lines.insert(figures.line);
        let keys: Vec<CellKey> =
            RequestColumn::ALL.iter().map(|column| CellKey::Request(*row, *column)).collect();
        match &figures.columns {
            Some(columns) => {
                for (key, column) in keys.into_iter().zip(columns) {
                    match column {
                        Place7::Cell(token) => tables.put(form, key, token),
                        Place7::Missing(beside) => tables.put_blank(key, beside),
                    }
                }
            }
            None => {
                tables.unaligned.push(Unaligned { cells: keys, line: figures.line, figures: figures.count })
            }
        }
    }
}
