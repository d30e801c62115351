//! Tables of a text document: cells over several columns are stated, cells over several rows are continued.

use super::body::{is_wrapper, unwrapped};
use crate::draft::DraftCell;
use crate::xml::Element;

/// The largest span a cell is believed to have.
const MAX_SPAN: f64 = 1000.0;
/// More characters than this in one cell are prose.
const PROSE: usize = 400;

/// A cell with its column.
#[derive(Clone, Copy)]
pub(super) struct TableCell<'t, 'a> {
    pub(super) element: Element<'t, 'a>,
    column: u32,
    columns: u32,
    /// Continues the cell above.
    is_continued: bool,
}

/// The rows of a table; those of tables inside it are not among them.
pub(super) fn rows<'t, 'a>(table: Element<'t, 'a>) -> Vec<Vec<TableCell<'t, 'a>>> {
    let mut rows = Vec::new();
    for row in flat(table, "tr") {
        let properties = row.child("trPr");
        // The row was taken away by tracked changes.
        if properties.is_some_and(|properties| properties.child("del").is_some()) {
            continue;
        }
        let mut column = properties.and_then(|properties| number(properties, "gridBefore")).unwrap_or(0);
        let mut cells = Vec::new();
        for element in flat(row, "tc") {
            let properties = element.child("tcPr");
            let columns =
                properties.and_then(|properties| number(properties, "gridSpan")).unwrap_or(1).max(1);
            let merge = properties.and_then(|properties| properties.child("vMerge"));
            let is_continued =
                merge.is_some_and(|merge| merge.attribute("val").is_none_or(|val| val != "restart"));
            cells.push(TableCell { element, column, columns, is_continued });
            column += columns;
        }
        rows.push(cells);
    }
    rows
}

/// The elements of this name directly inside, also through wrappers.
fn flat<'t, 'a>(parent: Element<'t, 'a>, name: &str) -> Vec<Element<'t, 'a>> {
    let mut found = Vec::new();
    for child in parent.children() {
        if child.name() == name {
            found.push(child);
        } else if is_wrapper(child.name()) {
            found.extend(flat(unwrapped(child), name));
        }
    }
    found
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to small whole numbers before"
)]
fn number(properties: Element<'_, '_>, name: &str) -> Option<u32> {
    Some(properties.child(name)?.number("val")?.clamp(0.0, MAX_SPAN) as u32)
}

/// Whether the table only arranges the page: one column, or a table inside, or a cell of prose that outweighs the
/// others.
pub(super) fn is_layout(rows: &[Vec<TableCell<'_, '_>>]) -> bool {
    if rows.iter().all(|row| row.len() <= 1) {
        return true;
    }
    let sizes: Vec<usize> = rows
        .iter()
        .flatten()
        .map(|cell| cell.element.all("t").iter().map(|t| t.text().chars().count()).sum())
        .collect();
    let whole: usize = sizes.iter().sum();
    sizes.iter().any(|size| *size > PROSE && size * 2 > whole)
        || rows.iter().flatten().any(|cell| !cell.element.all("tbl").is_empty())
}

impl TableCell<'_, '_> {
    /// The cell with these words.
    pub(super) fn draft(&self, text: String, page: Option<u32>) -> DraftCell {
        DraftCell { text, row_span: 1, col_span: self.columns, address: None, page }
    }
}

/// Leaves out the cells that continue another one and lets that one cover their rows.
pub(super) fn merged(rows: &[Vec<TableCell<'_, '_>>], drafts: Vec<Vec<DraftCell>>) -> Vec<Vec<DraftCell>> {
    let mut kept: Vec<Vec<DraftCell>> = Vec::new();
    // Which kept cell covers the column on, by the column it begins in; columns rise from left to right.
    let mut above: Vec<(u32, usize, usize)> = Vec::new();
    for (cells, drafts) in rows.iter().zip(drafts) {
        let mut row = Vec::new();
        let mut here = Vec::new();
        for (cell, draft) in cells.iter().zip(drafts) {
            let place = above.binary_search_by_key(&cell.column, |(column, ..)| *column).ok();
            let origin = place.filter(|_| cell.is_continued).and_then(|place| above.get(place));
            let upper = origin.and_then(|(_, row, at)| kept.get_mut(*row)?.get_mut(*at));
            if let (Some(upper), Some(origin)) = (upper, origin) {
                upper.row_span += 1;
                here.push(*origin);
            } else {
                here.push((cell.column, kept.len(), row.len()));
                row.push(draft);
            }
        }
        above = here;
        kept.push(row);
    }
    kept
}
