//! A table drawn once: rows of cells with spans, from which HTML and spreadsheets are both printed.

use super::key::CellKey;
use super::section::Section;

/// What stands in a cell of the grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A fixed label of the form.
    Label(&'static str),
    /// A figure of the report.
    Figure(CellKey),
}

/// A cell of the grid. A cell stands once, in its first row; the rows below that it covers leave it out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridCell {
    /// Label or figure.
    pub content: Content,
    /// How many rows it covers, at least 1.
    pub rowspan: usize,
    /// How many columns it covers, at least 1.
    pub colspan: usize,
    /// Whether it heads a row or a column.
    pub header: bool,
}

/// One statutory table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// The part of the report it belongs to.
    pub section: Section,
    /// The width in columns that every row covers, cells reaching down from above included.
    pub columns: usize,
    /// How many rows at the top are headings to be repeated on each page.
    pub header_rows: usize,
    /// The rows, top to bottom, each from left to right.
    pub rows: Vec<Vec<GridCell>>,
}

impl GridCell {
    /// A label over one row and one column.
    pub(crate) const fn label(text: &'static str) -> Self {
        Self { content: Content::Label(text), rowspan: 1, colspan: 1, header: true }
    }

    /// A figure over one row and one column.
    pub(crate) const fn figure(key: CellKey) -> Self {
        Self { content: Content::Figure(key), rowspan: 1, colspan: 1, header: false }
    }

    /// The same cell over several columns.
    pub(crate) const fn wide(mut self, columns: usize) -> Self {
        self.colspan = columns;
        self
    }

    /// The same cell over several rows.
    pub(crate) const fn tall(mut self, rows: usize) -> Self {
        self.rowspan = rows;
        self
    }
}

impl Grid {
    /// Each cell with the row and column (from 0) where it begins: what a spreadsheet needs to merge.
    #[must_use]
    pub fn placed(&self) -> Vec<(usize, usize, &GridCell)> {
        let mut free_from = vec![0; self.columns];
        let mut placed = Vec::new();
        for (row_no, row) in self.rows.iter().enumerate() {
            let mut column = 0;
            for cell in row {
                while free_from.get(column).is_some_and(|free| *free > row_no) {
                    column += 1;
                }
                placed.push((row_no, column, cell));
                for covered in free_from.iter_mut().skip(column).take(cell.colspan) {
                    *covered = row_no + cell.rowspan;
                }
                column += cell.colspan;
            }
        }
        placed
    }
}
