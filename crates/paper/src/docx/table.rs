//! Tables: cells truly merged, header rows repeated, no row torn.

use super::words::broken;
use super::xml::Xml;

/// A table.
pub(super) struct Table<'a> {
    /// What it is, for those who cannot see it.
    pub(super) caption: &'a str,
    /// The widths of its columns in twips.
    pub(super) widths: &'a [u32],
    /// How many rows at the top are repeated on each page.
    pub(super) header_rows: usize,
}

/// A cell where it begins, or the continuation of one that began above.
#[derive(Debug, Clone, Copy)]
pub(super) struct TableCell<'a> {
    pub(super) text: &'a str,
    /// The style of its paragraph.
    pub(super) style: &'static str,
    /// How many columns it covers.
    pub(super) columns: usize,
    pub(super) merge: Merge,
}

/// How a cell is merged with those above and below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Merge {
    /// Not at all.
    None,
    /// It is the first of several.
    Begins,
    /// It belongs to the one above and is empty, but must be written.
    Continues,
}

/// A row.
pub(super) struct TableRow<'a> {
    pub(super) cells: Vec<TableCell<'a>>,
    /// Whether it stays on the page of the row below it.
    pub(super) with_next: bool,
}

impl Table<'_> {
    /// The table with its rows, as they are made.
    pub(super) fn write<'a>(&self, xml: &mut Xml, rows: impl Iterator<Item = TableRow<'a>>) {
        xml.within("w:tbl", &[], |xml| {
            self.properties(xml);
            xml.within("w:tblGrid", &[], |xml| {
                for width in self.widths {
                    xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
                }
            });
            for (number, row) in rows.enumerate() {
                self.row(xml, number < self.header_rows, &row);
            }
        });
    }

    fn properties(&self, xml: &mut Xml) {
        let width: u32 = self.widths.iter().sum();
        xml.within("w:tblPr", &[], |xml| {
            xml.val("w:tblStyle", "StatisticalTable");
            xml.empty("w:tblW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
            xml.val("w:jc", "center");
            xml.empty("w:tblLayout", &[("w:type", "fixed")]);
            let look = [("w:val", "00A0"), ("w:firstRow", "1"), ("w:firstColumn", "1"), ("w:noVBand", "0")];
            xml.empty("w:tblLook", &look);
            xml.val("w:tblCaption", self.caption);
        });
    }

    fn row(&self, xml: &mut Xml, is_header: bool, row: &TableRow<'_>) {
        xml.within("w:tr", &[], |xml| {
            xml.within("w:trPr", &[], |xml| {
                xml.empty("w:cantSplit", &[]);
                xml.empty("w:trHeight", &[("w:val", "340"), ("w:hRule", "atLeast")]);
                if is_header {
                    xml.empty("w:tblHeader", &[]);
                }
            });
            let mut column = 0;
            for cell in &row.cells {
                let width: u32 = self.widths.iter().skip(column).take(cell.columns).sum();
                column += cell.columns;
                write_cell(xml, cell, width, row.with_next);
            }
        });
    }
}

fn write_cell(xml: &mut Xml, cell: &TableCell<'_>, width: u32, with_next: bool) {
    xml.within("w:tc", &[], |xml| {
        xml.within("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
            if cell.columns > 1 {
                xml.val("w:gridSpan", &cell.columns.to_string());
            }
            match cell.merge {
                Merge::None => {}
                Merge::Begins => xml.val("w:vMerge", "restart"),
                Merge::Continues => xml.val("w:vMerge", "continue"),
            }
            xml.val("w:vAlign", "center");
        });
        xml.within("w:p", &[], |xml| {
            xml.within("w:pPr", &[], |xml| {
                xml.val("w:pStyle", cell.style);
                if with_next {
                    xml.empty("w:keepNext", &[]);
                }
            });
            broken(xml, cell.text.split('\n'));
        });
    });
}
