//! One cell a line: figures in reading order, cut into rows by the labels between them.
//!
//! A converter may tear labels from their figures, but it keeps the figures in order. So a label counts
//! only if figures follow it, and the figures up to the next such label must be exactly as many as the
//! form has cells between the two; otherwise none of them is assigned.

use law::report::{Form, RequestRow};

use super::super::grid::{Row, Token};
use super::super::labels::request_row;
use super::{COLUMNS, Figures, Place7};

/// Figures between a label and the next label that figures follow.
struct Run {
    row: RequestRow,
    line: usize,
    figures: Vec<Token>,
}

/// The rows of the form with their figures.
pub(super) fn read(rows: &[Row], form: Form) -> Vec<(RequestRow, Figures)> {
    let runs: Vec<Run> = runs(rows, form).into_iter().filter(|run| !run.figures.is_empty()).collect();
    let order: Vec<RequestRow> = form.request_rows().iter().map(|label| label.row).collect();
    let place = |row: RequestRow| order.iter().position(|each| *each == row);
    let in_order = runs.windows(2).all(|pair| matches!(pair, [a, b] if place(a.row) < place(b.row)));
    if !in_order {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (index, run) in runs.iter().enumerate() {
        let next = runs.get(index + 1);
        let Some(first) = place(run.row) else { continue };
        let rows = next.and_then(|next| place(next.row)).map_or(1, |next| next - first);
        if run.figures.len() == rows * COLUMNS {
            let cut = run.figures.chunks(COLUMNS).zip(order.iter().skip(first));
            found.extend(cut.map(|(cells, row)| (*row, certain(cells, run.line))));
        } else if rows == 1 && next.is_some() {
            let figures =
                Figures { label: Some(run.row), line: run.line, count: run.figures.len(), columns: None };
            found.push((run.row, figures));
        }
    }
    found
}

fn certain(cells: &[Token], line: usize) -> Figures {
    let line = cells.first().map_or(line, |cell| cell.line);
    let columns = cells.iter().cloned().map(Place7::Cell).collect();
    Figures { label: None, line, count: cells.len(), columns: Some(columns) }
}

fn runs(rows: &[Row], form: Form) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for token in rows.iter().flat_map(|row| &row.tokens) {
        if let Some(row) = request_row(form, &token.label) {
            runs.push(Run { row, line: token.line, figures: Vec::new() });
        } else if let Some(run) = runs.last_mut().filter(|_| token.is_number()) {
            run.figures.push(token.clone());
        }
    }
    runs
}
