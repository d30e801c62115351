//! A printed ledger as a Word document: A4 across, the header on every page.

use law::register::Values;

use super::package::{Document, pack};
use super::page::{LEDGER, Page, WIDE_LEDGER};
use super::table::{Merge, Table, TableCell, TableRow};
use super::words::paragraph;
use super::xml::Xml;
use crate::layout::shared;
use crate::{Error, Ledger, LedgerColumn, LedgerHead};

/// A register's records as a DOCX file, printed as [`Ledger`] says.
///
/// # Errors
/// `TooManyToPrint` when there are more records than a printed ledger holds.
pub fn register_docx(head: &LedgerHead<'_>, records: impl Iterator<Item = Values>) -> Result<Vec<u8>, Error> {
    let ledger = Ledger::new(head, records)?;
    let page = page(&ledger);
    let document = Document { title: &ledger.title, author: &ledger.organ, on: ledger.on, mark: "", page };
    pack(&document, |xml| write(xml, &ledger, page))
}

/// A4 as long as the columns give up no more than a quarter of their width: texts then take another line.
fn page(ledger: &Ledger) -> Page {
    let wanted: u32 = ledger.columns.iter().map(wanted).sum();
    if wanted * 3 / 4 > LEDGER.text_width() { WIDE_LEDGER } else { LEDGER }
}

/// A half-width character of the ledger's type (8.5 pt), in twips.
const HALF_WIDTH: u32 = 85;
/// A capital letter or digit of it, on the average of a code.
const CODE_WIDTH: u32 = 97;
/// The margins of a cell and a little air, in twips.
const AIR: u32 = 150;

/// The width at which a column breaks no text earlier than it must.
fn wanted(column: &LedgerColumn) -> u32 {
    twips(column.width, HALF_WIDTH).max(least(column))
}

/// The width below which days, numbers and codes would break.
fn least(column: &LedgerColumn) -> u32 {
    twips(column.least.min(column.width), CODE_WIDTH)
}

fn twips(half_widths: usize, each: u32) -> u32 {
    u32::try_from(half_widths).unwrap_or(u32::MAX).saturating_mul(each).saturating_add(AIR)
}

/// The columns' widths, together as wide as the page: what is missing is taken from the long texts alone.
fn widths(ledger: &Ledger, total: u32) -> Vec<u32> {
    let wanted: Vec<u32> = ledger.columns.iter().map(wanted).collect();
    let least: Vec<u32> = ledger.columns.iter().map(least).collect();
    let (all, bound) = (wanted.iter().sum::<u32>(), least.iter().sum::<u32>());
    if all <= total {
        return shared(&wanted, total);
    }
    if bound >= total {
        return shared(&least, total);
    }
    let spare: Vec<u32> = wanted.iter().zip(&least).map(|(wanted, least)| wanted - least).collect();
    shared(&spare, total - bound).iter().zip(&least).map(|(more, least)| more + least).collect()
}

fn write(xml: &mut Xml, ledger: &Ledger, page: Page) {
    paragraph(xml, "LedgerTitle", &ledger.title);
    let on = ledger.on;
    let chosen = if ledger.filter.is_empty() { "全部记录" } else { ledger.filter.as_str() };
    let printed = format!("打印日期：{}年{}月{}日", on.year(), on.month(), on.day());
    paragraph(xml, "LedgerNote", &format!("{chosen}　共 {} 条　{printed}", ledger.rows.len()));
    let widths = widths(ledger, page.text_width());
    let table = Table { caption: &ledger.title, widths: &widths, header_rows: 1 };
    let headings: Vec<String> =
        ledger.columns.iter().zip(&widths).map(|(column, width)| balanced(column.heading, *width)).collect();
    let heads = headings.iter().map(|heading| cell(heading, "LedgerHead"));
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
    // Word wants a paragraph behind a table.
    if ledger.notes().is_empty() {
        paragraph(xml, "LedgerNote", "");
    }
}

/// A heading in lines of nearly the same length, so that none ends with a single character.
fn balanced(heading: &str, width: u32) -> String {
    let signs: Vec<char> = heading.chars().collect();
    let room = usize::try_from(width.saturating_sub(AIR) / (2 * HALF_WIDTH)).unwrap_or_default().max(1);
    let lines = signs.len().div_ceil(room).max(1);
    let broken = signs.chunks(signs.len().div_ceil(lines).max(1)).map(String::from_iter);
    broken.collect::<Vec<_>>().join("\n")
}

const fn style(column: &LedgerColumn) -> &'static str {
    if column.is_number { "LedgerFigure" } else { "LedgerText" }
}

const fn cell<'a>(text: &'a str, style: &'static str) -> TableCell<'a> {
    TableCell { text, style, columns: 1, merge: Merge::None }
}

#[cfg(test)]
mod tests {
    use super::{AIR, HALF_WIDTH, balanced};

    #[test]
    fn a_heading_without_room_is_broken_into_lines_of_the_same_length() {
        let room_for = |signs: u32| AIR + 2 * HALF_WIDTH * signs;
        for (room, broken) in [(4, "内容性质"), (3, "内容\n性质"), (1, "内\n容\n性\n质")] {
            assert_eq!(balanced("内容性质", room_for(room)), broken);
        }
        assert_eq!(balanced("首次发布日期", room_for(5)), "首次发\n布日期");
        assert_eq!(balanced("申请人类别", room_for(4)), "申请人\n类别");
        assert_eq!(balanced("备注", 0), "备\n注");
        assert_eq!(balanced("", room_for(4)), "");
    }
}
