//! A printed ledger as a Word document: A4 across, the header on every page.

use law::register::Values;

use super::package::{Document, pack};
use super::page::LEDGER;
use super::report::paragraph;
use super::table::{Merge, Table, TableCell, TableRow};
use super::xml::Xml;
use crate::layout::shared;
use crate::{Error, Ledger, LedgerColumn, LedgerHead};

/// A register's records as a DOCX file, printed as [`Ledger`] says.
///
/// # Errors
/// `TooManyToPrint` when there are more records than a printed ledger holds.
pub fn register_docx(head: &LedgerHead<'_>, records: impl Iterator<Item = Values>) -> Result<Vec<u8>, Error> {
    let ledger = Ledger::new(head, records)?;
    let document =
        Document { title: &ledger.title, author: &ledger.organ, on: ledger.on, mark: "", page: LEDGER };
    pack(&document, |xml| write(xml, &ledger))
}

fn write(xml: &mut Xml, ledger: &Ledger) {
    paragraph(xml, "LedgerTitle", &ledger.title);
    let on = ledger.on;
    let mut under = vec![format!("{}条记录", ledger.rows.len())];
    if !ledger.filter.is_empty() {
        under.insert(0, ledger.filter.clone());
    }
    under.push(format!("{}年{}月{}日打印", on.year(), on.month(), on.day()));
    paragraph(xml, "LedgerNote", &under.join("　"));
    let shares: Vec<u32> = ledger.columns.iter().map(share).collect();
    let widths = shared(&shares, LEDGER.text_width());
    let table = Table { caption: &ledger.title, widths: &widths, header_rows: 1 };
    let heads = ledger.columns.iter().map(|column| cell(column.heading, "LedgerHead"));
    let header = TableRow { cells: heads.collect(), with_next: true };
    let rows = ledger.rows.iter().map(|row| {
        let cells = row.iter().zip(&ledger.columns);
        let cells = cells.map(|(text, column)| cell(text, style(column)));
        TableRow { cells: cells.collect(), with_next: false }
    });
    table.write(xml, std::iter::once(header).chain(rows));
    for note in ledger.notes() {
        paragraph(xml, "LedgerNote", &note);
    }
}

/// A column's share of the page; a margin of two half-width characters belongs to each.
fn share(column: &LedgerColumn) -> u32 {
    u32::try_from(column.width + 2).unwrap_or(u32::MAX)
}

const fn style(column: &LedgerColumn) -> &'static str {
    if column.is_number { "LedgerFigure" } else { "LedgerText" }
}

const fn cell<'a>(text: &'a str, style: &'static str) -> TableCell<'a> {
    TableCell { text, style, columns: 1, merge: Merge::None }
}
