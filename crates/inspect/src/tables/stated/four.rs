//! Table 四 in stated tables.

use law::report::table_four::{LITIGATION_LABEL, outcome_label, route_label};
use law::report::{CellKey, DisputeOutcome, DisputeRoute, Form};

use super::super::found::{Tables, Unaligned};
use super::super::four::{is_heading, is_value, keys};
use super::super::grid::Token;
use super::expand::Expanded;
use crate::text::squeezed;

/// Finds the row of fifteen figures in the first table that shows a head of table 四.
pub(super) fn find(grids: &[Expanded], tables: &mut Tables) {
    let keys = keys();
    for grid in grids {
        let is_four = grid.cells.iter().any(|cell| is_heading(&cell.label) && cell.label.chars().count() > 2);
        if !is_four {
            continue;
        }
        let rows = || 0..grid.rows.len();
        let is_filled = |row: &usize| grid.own(*row).any(|(_, cell)| cell.is_number());
        let filled = rows().filter(is_filled).find_map(|row| under(grid, row).or_else(|| whole(grid, row)));
        if let Some(cells) = filled.or_else(|| rows().find_map(|row| under(grid, row))) {
            keep(grid, &keys, &cells, tables);
            return;
        }
        note_unaligned(grid, &keys, tables);
    }
}

fn keep(grid: &Expanded, keys: &[CellKey], cells: &[&Token], tables: &mut Tables) {
    let form = tables.form.unwrap_or(Form::F2021);
    for (key, cell) in keys.iter().zip(cells) {
        tables.put(form, *key, cell);
    }
    tables.unaligned.retain(|row| row.cells != keys);
    let first = grid.cells.iter().filter(|cell| is_heading(&cell.label)).map(|cell| cell.line).min();
    let last = cells.first().map(|cell| cell.line);
    tables.four = first.zip(last).or(tables.four);
}

/// A row of figures stands there that fits no heads.
fn note_unaligned(grid: &Expanded, keys: &[CellKey], tables: &mut Tables) {
    let is_row = |row: &usize| grid.own(*row).filter(|(_, cell)| cell.is_number()).count() > 4;
    let Some(row) = (0..grid.rows.len()).find(is_row) else { return };
    let figures: Vec<&Token> = grid.own(row).map(|(_, cell)| cell).filter(|cell| cell.is_number()).collect();
    if let Some(first) = figures.first() {
        let row = Unaligned { cells: keys.to_vec(), line: first.line, figures: figures.len() };
        tables.unaligned.push(row);
    }
}

/// The cells of a row under their heads: for each road and each outcome exactly one column.
fn under(grid: &Expanded, row: usize) -> Option<Vec<&Token>> {
    let own: Vec<(usize, &Token)> = grid.own(row).collect();
    let heads: Vec<(usize, DisputeRoute, DisputeOutcome)> = own
        .iter()
        .filter_map(|(column, _)| Some((*column, route(grid, row, *column)?, outcome(grid, row, *column)?)))
        .collect();
    let mut cells = Vec::new();
    for route in DisputeRoute::ALL {
        for outcome in DisputeOutcome::ALL {
            let mut columns = heads.iter().filter(|(_, r, o)| r == route && o == outcome);
            let (column, ..) = columns.next()?;
            if columns.next().is_some() {
                return None;
            }
            cells.push(grid.own_at(row, *column)?);
        }
    }
    let outside =
        |(column, cell): &(usize, &Token)| cell.is_number() && !heads.iter().any(|(head, ..)| head == column);
    let all_values = cells.iter().all(|cell| !is_heading(&cell.label));
    (all_values && !own.iter().any(outside)).then_some(cells)
}

/// A row of exactly fifteen cells, figures or empty.
fn whole(grid: &Expanded, row: usize) -> Option<Vec<&Token>> {
    let cells: Vec<&Token> = grid.own(row).map(|(_, cell)| cell).collect();
    let are_values = cells.iter().all(|cell| is_value(cell) || cell.is_blank());
    (cells.len() == keys().len() && are_values).then_some(cells)
}

fn route(grid: &Expanded, row: usize, column: usize) -> Option<DisputeRoute> {
    let routes = DisputeRoute::ALL.iter();
    let under = |route: &&DisputeRoute| {
        let label = squeezed(route_label(**route));
        grid.above(row, column).any(|text| text == label)
    };
    let suit = squeezed(LITIGATION_LABEL);
    let mut found = routes.filter(under);
    let first = *found.next()?;
    let is_suit = grid.above(row, column).any(|text| text == suit);
    let fits = is_suit == (first != DisputeRoute::Reconsideration);
    (fits && found.next().is_none()).then_some(first)
}

fn outcome(grid: &Expanded, row: usize, column: usize) -> Option<DisputeOutcome> {
    let lowest = grid.above(row, column).find(|text| !text.is_empty())?;
    DisputeOutcome::ALL.iter().find(|outcome| squeezed(outcome_label(**outcome)) == lowest).copied()
}
