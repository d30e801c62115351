//! Tables that the format itself states: every cell has its exact place, so that an empty one is truly empty.
//!
//! A form's table may be spread over several tables of the file (page breaks, a table a block) and several
//! may stand in one; so rows are known by their labels and columns by their heads, wherever they stand.

mod expand;
mod four;
mod three;
mod two;

use expand::Expanded;

use super::found::Tables;
use super::grid::{Layout, Row};
use crate::document::DocumentTable;
use crate::remainder::is_piece;
use crate::text::Source;

/// Reads tables 二, 三 and 四 as far as the stated tables hold them.
pub(super) fn find(source: &Source<'_>, stated: &[DocumentTable], tables: &mut Tables) {
    let grids: Vec<Expanded> = stated.iter().filter_map(|table| Expanded::of(source, table)).collect();
    two::find(&grids, tables);
    three::find(&grids, tables);
    four::find(&grids, tables);
    for grid in &grids {
        // Heads and torn labels belong to the table; a row of the agency's own does not.
        if grid.cells.iter().any(|cell| tables.lines.contains(&cell.line)) {
            tables.lines.extend((0..grid.rows.len()).filter_map(|row| labels_only(grid, row)));
        }
    }
}

/// The line of a row that holds nothing but pieces of printed labels.
fn labels_only(grid: &Expanded, row: usize) -> Option<usize> {
    let first = grid.own(row).next()?.1;
    grid.own(row).all(|(_, cell)| is_piece(&cell.label)).then_some(first.line)
}

/// The rows as those of lines, for what is told from words alone.
fn as_rows(grids: &[Expanded]) -> Vec<Row> {
    let row = |grid: &Expanded, row: usize| Row {
        layout: Layout::Tabs,
        tokens: grid.own(row).map(|(_, cell)| cell.clone()).collect(),
    };
    grids.iter().flat_map(|grid| (0..grid.rows.len()).map(move |at| row(grid, at))).collect()
}
