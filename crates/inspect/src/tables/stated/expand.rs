//! A stated table laid out: which cell covers which place, spans resolved.

use super::super::grid::Token;
use crate::document::{DocumentCell, DocumentTable};
use crate::text::{Source, squeezed};

/// The widest table that is looked at, in columns: the widest of the forms has fifteen.
const WIDEST: usize = 64;
/// The longest table that is looked at, in rows.
const LONGEST: usize = 5_000;
/// How far above a cell its heads may stand, in rows: the largest form has some thirty.
const HEADS: usize = 100;

/// A table with its spans resolved.
#[derive(Debug)]
pub(super) struct Expanded {
    pub(super) cells: Vec<Token>,
    /// For each row the index of the cell that covers each column.
    pub(super) rows: Vec<Vec<Option<usize>>>,
    /// For each row the columns at which cells of its own begin, with the cell.
    begins: Vec<Vec<(usize, usize)>>,
}

impl Expanded {
    /// None if the table is too large to be one of a report.
    pub(super) fn of(source: &Source<'_>, table: &DocumentTable) -> Option<Self> {
        if table.rows.len() > LONGEST {
            return None;
        }
        let mut expanded =
            Self { cells: Vec::new(), rows: vec![Vec::new(); table.rows.len()], begins: Vec::new() };
        for (row, cells) in table.rows.iter().enumerate() {
            let mut begins = Vec::with_capacity(cells.len());
            for cell in cells {
                let column = expanded.free(row);
                if column + span(cell.col_span) > WIDEST {
                    return None;
                }
                expanded.cover(row, column, cell);
                begins.push((column, expanded.cells.len()));
                expanded.cells.push(token(source, cell));
            }
            expanded.begins.push(begins);
        }
        Some(expanded)
    }

    /// The first column of a row that nothing covers yet.
    fn free(&self, row: usize) -> usize {
        let covered = self.rows.get(row).map(Vec::as_slice).unwrap_or_default();
        covered.iter().position(Option::is_none).unwrap_or(covered.len())
    }

    fn cover(&mut self, row: usize, column: usize, cell: &DocumentCell) {
        let index = self.cells.len();
        for covered in self.rows.iter_mut().skip(row).take(span(cell.row_span)) {
            let end = column + span(cell.col_span);
            if covered.len() < end {
                covered.resize(end, None);
            }
            for place in covered.iter_mut().take(end).skip(column).filter(|place| place.is_none()) {
                *place = Some(index);
            }
        }
    }

    /// The cells that begin in a row, each with its column.
    pub(super) fn own(&self, row: usize) -> impl Iterator<Item = (usize, &Token)> {
        let begins = self.begins.get(row).map(Vec::as_slice).unwrap_or_default();
        begins.iter().filter_map(|(column, cell)| Some((*column, self.cells.get(*cell)?)))
    }

    /// The cell that begins in this row at this column.
    pub(super) fn own_at(&self, row: usize, column: usize) -> Option<&Token> {
        self.own(row).find(|(begin, _)| *begin == column).map(|(_, cell)| cell)
    }

    /// The cell that covers a place, and whether it is another than the one above.
    pub(super) fn at(&self, row: usize, column: usize) -> Option<&Token> {
        self.cells.get((*self.rows.get(row)?.get(column)?)?)
    }

    /// How many columns the widest row has.
    pub(super) fn columns(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// The texts of the cells that cover a column above a row, lowest first, as far up as heads may stand.
    pub(super) fn above(&self, row: usize, column: usize) -> impl Iterator<Item = &str> {
        (row.saturating_sub(HEADS)..row)
            .rev()
            .filter_map(move |above| self.at(above, column))
            .map(|cell| cell.label.as_str())
    }
}

fn span(stated: u32) -> usize {
    usize::try_from(stated).unwrap_or(WIDEST).clamp(1, LONGEST)
}

fn token(source: &Source<'_>, cell: &DocumentCell) -> Token {
    Token {
        line: source.of_line(cell.place.line),
        place: cell.place,
        address: cell.address.clone(),
        text: cell.text.trim().to_owned(),
        label: squeezed(&cell.text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Document, Place};

    fn cell(text: &str, row_span: u32, col_span: u32) -> DocumentCell {
        let place = Place { line: 1, page: None, cell: None };
        DocumentCell { text: text.to_owned(), place, row_span, col_span, address: None }
    }

    fn laid_out(rows: Vec<Vec<DocumentCell>>) -> Vec<String> {
        let document = Document::from_text("");
        let grid = Expanded::of(&Source::of(&document), &DocumentTable { rows }).unwrap();
        let text = |place: &Option<usize>| place.map_or("·", |index| grid.cells[index].text.as_str());
        grid.rows.iter().map(|row| row.iter().map(text).collect()).collect()
    }

    #[test]
    fn cells_reach_over_rows_and_columns() {
        let rows = vec![
            vec![cell("A", 2, 1), cell("B", 1, 2)],
            vec![cell("C", 1, 1), cell("D", 1, 1)],
            vec![cell("E", 1, 1)],
        ];
        assert_eq!(laid_out(rows), ["ABB", "ACD", "E"]);
    }

    #[test]
    fn spans_that_reach_too_far_or_into_each_other_do_no_harm() {
        let rows = vec![vec![cell("A", 9, 1), cell("B", 0, 1)], vec![cell("C", 1, 2)], vec![]];
        assert_eq!(laid_out(rows), ["AB", "ACC", "A"]);
        let document = Document::from_text("");
        let wide = DocumentTable { rows: vec![vec![cell("A", 1, u32::MAX)]] };
        assert!(Expanded::of(&Source::of(&document), &wide).is_none());
    }
}
