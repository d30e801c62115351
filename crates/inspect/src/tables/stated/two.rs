//! Table 二 in stated tables.

use law::report::table_two::{Block, CONTENT_LABEL};
use law::report::{BusinessRow, CellKey, Form};

use super::super::found::{Tables, Unaligned};
use super::super::grid::Token;
use super::super::labels::{BusinessMatch, block_item, business_row};
use super::super::two::{form_of, line_of_form};
use super::as_rows;
use super::expand::Expanded;
use crate::text::squeezed;

/// A row of the form where it stands.
struct Found<'g> {
    grid: &'g Expanded,
    row: usize,
    /// The column of its label.
    column: usize,
    label: &'g Token,
    named: BusinessMatch,
}

/// Finds the rows of table 二 in any of the tables.
pub(super) fn find(grids: &[Expanded], tables: &mut Tables) {
    // One of the printed titles or the head of the label column must be there: other tables name licences too.
    let begins = |cell: &Token| block_item(&cell.label).is_some() || cell.label == CONTENT_LABEL;
    let first = grids.iter().position(|grid| grid.cells.iter().any(begins));
    let Some(grids) = first.and_then(|first| grids.get(first..)) else { return };
    let rows = as_rows(grids);
    let Some(form) = form_of(&rows) else { return };
    for cell in grids.iter().flat_map(|grid| &grid.cells) {
        if let Some(item) = block_item(&cell.label) {
            tables.blocks.entry(item).or_insert(cell.line);
            tables.lines.insert(cell.line);
        }
    }
    let mut found: Vec<Found<'_>> = Vec::new();
    for grid in grids {
        for row in 0..grid.rows.len() {
            for (column, label) in grid.own(row) {
                let Some(named) = business_row(form, &label.label) else { continue };
                if found.iter().all(|other| other.named.row.row != named.row.row) {
                    found.push(Found { grid, row, column, label, named });
                }
            }
        }
    }
    if found.is_empty() {
        return;
    }
    tables.form = Some(form);
    tables.form_line = line_of_form(&rows, form);
    for row in found {
        row.keep(form, tables);
    }
}

impl<'g> Found<'g> {
    fn keep(&self, form: Form, tables: &mut Tables) {
        let block = self.named.block;
        tables.lines.insert(self.label.line);
        let key = |row: BusinessRow| block.columns.iter().map(move |c| CellKey::Business(row, c.column));
        let keys: Vec<CellKey> = key(self.named.row.row).collect();
        match self.by_heads(block).or_else(|| self.by_order(block.columns.len())) {
            Some(cells) => {
                for (key, cell) in keys.into_iter().zip(cells) {
                    tables.put(form, key, cell);
                }
            }
            None if self.behind().any(Token::is_number) => {
                let figures = self.behind().filter(|cell| cell.is_number()).count();
                tables.unaligned.push(Unaligned { cells: keys, line: self.label.line, figures });
            }
            None => keys.into_iter().for_each(|key| tables.put_blank(key, self.label)),
        }
    }

    fn behind(&self) -> impl Iterator<Item = &'g Token> + use<'g> {
        let column = self.column;
        self.grid.own(self.row).filter(move |(at, _)| *at > column).map(|(_, cell)| cell)
    }

    /// The cells under the heads of the block's columns, if every head is there and a cell under it.
    fn by_heads(&self, block: &Block) -> Option<Vec<&'g Token>> {
        let is_head_row = |row: &usize| self.grid.own(*row).any(|(_, cell)| cell.label == CONTENT_LABEL);
        let head = (0..self.row).rev().find(is_head_row)?;
        let column_of = |printed: &str| {
            let mut heads = self.grid.own(head).filter(|(_, cell)| is_head(&cell.label, printed));
            let first = heads.next()?;
            heads.next().is_none().then_some(first.0)
        };
        let cell_of = |printed: &str| {
            self.grid.own_at(self.row, column_of(printed)?).filter(|cell| !is_label(&cell.label))
        };
        let cells: Vec<&Token> =
            block.columns.iter().map(|column| cell_of(column.label)).collect::<Option<_>>()?;
        let figures = |cells: &mut dyn Iterator<Item = &'g Token>| cells.filter(|c| c.is_number()).count();
        // A figure that stands under none of the heads says that the heads are not those of this row.
        let all_used = figures(&mut self.behind()) == figures(&mut cells.iter().copied());
        all_used.then_some(cells)
    }

    /// The cells behind the label, if there are as many as columns; empty ones behind them are fillers.
    fn by_order(&self, columns: usize) -> Option<Vec<&'g Token>> {
        let behind: Vec<&Token> = self.behind().collect();
        let are_fillers = behind.get(columns..)?.iter().all(|cell| cell.is_blank());
        are_fillers.then(|| behind.into_iter().take(columns).collect())
    }
}

fn is_label(label: &str) -> bool {
    block_item(label).is_some() || label == CONTENT_LABEL
}

/// Whether a cell is this head: as printed, or without the note in brackets.
fn is_head(label: &str, printed: &str) -> bool {
    let bare = |text: &str| text.split('(').next().unwrap_or_default().to_owned();
    !label.is_empty() && bare(label) == bare(&squeezed(printed))
}
