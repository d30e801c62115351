//! A statutory table as rows of HTML cells, with what screen readers need to know.

use law::report::{Cell, CellKey, Content, Grid, GridCell, Report, Unit};

/// A table to be drawn.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    /// The part's title, for those who jump from table to table.
    pub(crate) caption: &'static str,
    pub(crate) header_rows: usize,
    pub(crate) rows: Vec<Row>,
}

/// Cells from left to right.
pub(crate) type Row = Vec<SheetCell>;

/// A cell of a statutory table.
#[derive(Debug, Clone)]
pub(crate) struct SheetCell {
    pub(crate) text: String,
    pub(crate) rowspan: usize,
    pub(crate) colspan: usize,
    /// `col`, `colgroup`, `row`, `rowgroup` for a label; empty for a figure.
    pub(crate) scope: &'static str,
    /// The key of a figure, by which machines read the page back; empty for a label.
    pub(crate) key: String,
    pub(crate) mark: Mark,
}

/// What a page adds to a figure.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Where the figure leads, e.g. to its records.
    pub(crate) href: Option<String>,
    /// Declared by hand (手工填报).
    pub(crate) by_hand: bool,
    /// Stopped by a finding.
    pub(crate) faulty: bool,
}

/// Marks nothing: the report as the public sees it.
pub(crate) fn plain(_: CellKey) -> Mark {
    Mark::default()
}

impl SheetCell {
    /// The classes of a figure.
    pub(crate) const fn class(&self) -> &'static str {
        match (self.mark.by_hand, self.mark.faulty) {
            (true, true) => "hand bad",
            (true, false) => "hand",
            (false, true) => "bad",
            (false, false) => "",
        }
    }
}

/// Draws a grid with the figures of a report. A blank stays empty, since it is not zero.
pub(super) fn table(report: &Report, grid: &Grid, mark: &dyn Fn(CellKey) -> Mark) -> Table {
    let row = |cells: &Vec<GridCell>| {
        let has_figures = cells.iter().any(|cell| matches!(cell.content, Content::Figure(_)));
        cells.iter().map(|cell| sheet_cell(report, cell, has_figures, mark)).collect()
    };
    Table {
        caption: grid.section.title(),
        header_rows: grid.header_rows,
        rows: grid.rows.iter().map(row).collect(),
    }
}

fn sheet_cell(
    report: &Report,
    cell: &GridCell,
    beside_figures: bool,
    mark: &dyn Fn(CellKey) -> Mark,
) -> SheetCell {
    let (rowspan, colspan) = (cell.rowspan, cell.colspan);
    match &cell.content {
        Content::Label(text) => SheetCell {
            text: (*text).to_owned(),
            rowspan,
            colspan,
            scope: scope(cell, beside_figures),
            key: String::new(),
            mark: Mark::default(),
        },
        Content::Figure(key) => {
            let unit = report.form.unit(*key).unwrap_or(Unit::Items);
            let text = report.cells.get(key).map(|cell: &Cell| cell.print(unit)).unwrap_or_default();
            SheetCell { text, rowspan, colspan, scope: "", key: key.to_string(), mark: mark(*key) }
        }
    }
}

/// A label beside figures heads their row, any other the columns below it.
const fn scope(cell: &GridCell, beside_figures: bool) -> &'static str {
    match (beside_figures, cell.rowspan > 1, cell.colspan > 1) {
        (true, true, _) => "rowgroup",
        (true, false, _) => "row",
        (false, _, true) => "colgroup",
        (false, _, false) => "col",
    }
}
