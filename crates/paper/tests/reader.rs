//! A small reader of our own papers that shares no code with what wrote them: zip, XML and spreadsheet cells.
//!
//! Also part of the tests of `gongkai`, which compare all forms of a report with each other.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use calamine::{Data, Reader as _, Xlsx, XlsxError};
use law::report::{Cell, CellKey, Content, Form, Unit};
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

/// An element with what is in it.
#[derive(Debug, Default)]
pub(crate) struct Node {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
    pub(crate) text: String,
    pub(crate) children: Vec<Node>,
}

impl Node {
    /// Reads a whole part; anything that is not well-formed panics.
    pub(crate) fn parse(xml: &str) -> Self {
        let mut reader = quick_xml::Reader::from_str(xml);
        let mut open = vec![Self::default()];
        loop {
            match reader.read_event().unwrap() {
                Event::Start(start) => open.push(Self::named(&start)),
                Event::Empty(start) => open.last_mut().unwrap().children.push(Self::named(&start)),
                Event::End(_) => {
                    let done = open.pop().unwrap();
                    open.last_mut().unwrap().children.push(done);
                }
                Event::Text(text) => open.last_mut().unwrap().text.push_str(&text.xml10_content()),
                Event::GeneralRef(name) => {
                    let sign = quick_xml::escape::resolve_predefined_entity(&name).unwrap();
                    open.last_mut().unwrap().text.push_str(sign);
                }
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(open.len(), 1, "an element is not closed");
        open.remove(0).children.remove(0)
    }

    fn named(start: &BytesStart<'_>) -> Self {
        let attributes = start.attributes().map(|attribute| {
            let attribute = attribute.unwrap();
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).unwrap().into_owned();
            (attribute.key.as_ref().to_owned(), value)
        });
        Self { name: start.name().as_ref().to_owned(), attributes: attributes.collect(), ..Self::default() }
    }

    /// The elements of a name anywhere below.
    pub(crate) fn all<'a>(&'a self, name: &str) -> Vec<&'a Self> {
        let mut found = Vec::new();
        for child in &self.children {
            if child.name == name {
                found.push(child);
            }
            found.extend(child.all(name));
        }
        found
    }

    /// The first of them.
    pub(crate) fn first(&self, name: &str) -> Option<&Self> {
        self.all(name).into_iter().next()
    }

    /// `w:val` of the first of them.
    pub(crate) fn val(&self, name: &str) -> Option<&str> {
        self.first(name)?.attributes.get("w:val").map(String::as_str)
    }

    /// What a person reads in it.
    pub(crate) fn words(&self) -> String {
        self.all("w:t").iter().map(|text| text.text.as_str()).collect()
    }
}

/// The parts of a Word document by name.
pub(crate) fn parts(docx: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        parts.insert(name, text);
    }
    parts
}

/// The body of a Word document.
pub(crate) fn body(docx: &[u8]) -> Node {
    Node::parse(&parts(docx)["word/document.xml"])
}

/// A cell of a Word table in the grid of its table.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct WordCell {
    pub(crate) text: String,
    /// The column (from 0) where it begins.
    pub(crate) column: usize,
    pub(crate) colspan: usize,
    /// How many rows it covers; nothing for a cell that continues the one above.
    pub(crate) rowspan: Option<usize>,
}

/// A Word table as rows of cells, every continued cell among them.
pub(crate) fn word_rows(table: &Node) -> Vec<Vec<WordCell>> {
    let mut rows: Vec<Vec<WordCell>> = Vec::new();
    for row in table.all("w:tr") {
        let mut cells: Vec<WordCell> = Vec::new();
        let mut column = 0;
        for cell in row.all("w:tc") {
            assert_eq!(cell.all("w:p").len(), 1, "a cell without a paragraph is refused by Word");
            let colspan = cell.val("w:gridSpan").map_or(1, |span| span.parse().unwrap());
            let continues = cell.val("w:vMerge") == Some("continue");
            if continues {
                let above = rows.iter_mut().rev().flatten().find(|above| {
                    (above.column, above.colspan) == (column, colspan) && above.rowspan.is_some()
                });
                *above.unwrap().rowspan.as_mut().unwrap() += 1;
            }
            let rowspan = (!continues).then_some(1);
            cells.push(WordCell { text: cell.words(), column, colspan, rowspan });
            column += colspan;
        }
        rows.push(cells);
    }
    rows
}

/// The cells of a report's tables in a Word document; wrong labels and wrongly merged cells panic.
pub(crate) fn word_cells(docx: &[u8], form: Form) -> BTreeMap<CellKey, Cell> {
    let body = body(docx);
    let mut read = BTreeMap::new();
    let tables = body.all("w:tbl");
    assert_eq!(tables.len(), form.grids().len());
    for (table, grid) in tables.into_iter().zip(form.grids()) {
        let rows = word_rows(table);
        assert_eq!(rows.len(), grid.rows.len());
        for row in &rows {
            assert_eq!(row.iter().map(|cell| cell.colspan).sum::<usize>(), grid.columns);
        }
        let begun = rows.iter().flatten().filter(|cell| cell.rowspan.is_some()).count();
        assert_eq!(begun, grid.placed().len());
        for (row, column, cell) in grid.placed() {
            let found = rows[row].iter().find(|found| found.column == column).unwrap();
            assert_eq!((found.colspan, found.rowspan), (cell.colspan, Some(cell.rowspan)));
            match &cell.content {
                Content::Label(label) => assert_eq!(found.text, *label),
                Content::Figure(key) => {
                    read.insert(*key, Cell::parse(&found.text, form.unit(*key).unwrap()).cell);
                }
            }
        }
        let covered = rows.iter().flatten().filter(|cell| cell.rowspan.is_none());
        assert!(covered.into_iter().all(|cell| cell.text.is_empty()));
    }
    read
}

/// A workbook.
pub(crate) fn open(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    let opened: Result<Xlsx<_>, XlsxError> = calamine::open_workbook_from_rs(Cursor::new(bytes));
    opened.unwrap()
}

/// The cells of a report's tables in a workbook; wrong labels panic.
pub(crate) fn sheet_cells(xlsx: Vec<u8>, form: Form) -> BTreeMap<CellKey, Cell> {
    let mut book = open(xlsx);
    let mut read = BTreeMap::new();
    for grid in form.grids() {
        let range = book.worksheet_range(&paper::sheet_name(grid.section)).unwrap();
        for (row, column, cell) in grid.placed() {
            let place = (u32::try_from(row).unwrap() + paper::TABLE_ROW, u32::try_from(column).unwrap());
            let found = range.get_value(place).cloned().unwrap_or(Data::Empty);
            match &cell.content {
                Content::Label(label) => assert_eq!(found, Data::String((*label).to_owned())),
                Content::Figure(key) => {
                    read.insert(*key, sheet_cell(&found, form.unit(*key).unwrap()));
                }
            }
        }
    }
    read
}

#[expect(clippy::cast_possible_truncation, reason = "counts and fen are whole numbers below 2^53")]
fn sheet_cell(found: &Data, unit: Unit) -> Cell {
    match (found, unit) {
        (Data::Empty, _) => Cell::Blank,
        (Data::Float(number), Unit::MoneyWan | Unit::MoneyNamed) => {
            Cell::Money((number * 1e6).round() as i64)
        }
        (Data::Float(number), _) if number.fract() == 0.0 => Cell::of(unit, *number as i64),
        (Data::String(text), _) => Cell::NotANumber(text.clone()),
        (other, _) => panic!("{other:?} as {unit:?}"),
    }
}
