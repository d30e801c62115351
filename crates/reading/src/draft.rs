//! A document while it is read: lines and tables in their order, counted against the limits.

use inspect::{Document, DocumentCell, DocumentTable, FileKind, Line, Place};

use super::fault::Fault;
use super::limits::{MAX_CELLS, MAX_CHARS};

/// A cell before it has a place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct DraftCell {
    /// What it says; line ends are allowed.
    pub(crate) text: String,
    /// Rows covered, at least 1.
    pub(crate) row_span: u32,
    /// Columns covered, at least 1.
    pub(crate) col_span: u32,
    /// Its name in a workbook.
    pub(crate) address: Option<String>,
    /// The page it stands on, where rows of one table may stand on several.
    pub(crate) page: Option<u32>,
}

/// The document so far.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    document: Document,
    page: Option<u32>,
    chars: usize,
    cells: usize,
}

impl Draft {
    /// Nothing yet.
    pub(crate) fn new(kind: FileKind) -> Self {
        Self { document: Document { kind, ..Document::default() }, ..Self::default() }
    }

    /// What follows stands on this page.
    pub(crate) const fn on_page(&mut self, page: u32) {
        self.page = Some(page);
    }

    /// The page that was stated last.
    pub(crate) const fn page(&self) -> Option<u32> {
        self.page
    }

    /// Adds words; each line end begins a new line.
    pub(crate) fn words(&mut self, text: &str) -> Result<(), Fault> {
        for line in text.split('\n') {
            self.line(line.trim_end())?;
        }
        Ok(())
    }

    /// Adds one line and says its number.
    fn line(&mut self, text: &str) -> Result<u32, Fault> {
        self.chars += text.chars().count() + 1;
        if self.chars > MAX_CHARS {
            return Err(Fault::TooMuch { what: "文字", unit: "个字", limit: MAX_CHARS });
        }
        let no = u32::try_from(self.document.lines.len()).unwrap_or(u32::MAX).saturating_add(1);
        self.document.lines.push(Line { no, page: self.page, text: text.to_owned() });
        Ok(no)
    }

    /// Adds a table; each row becomes a line too.
    pub(crate) fn table(&mut self, rows: Vec<Vec<DraftCell>>) -> Result<(), Fault> {
        let page = self.page;
        let mut table = DocumentTable::default();
        for row in rows {
            self.cells += row.len();
            if self.cells > MAX_CELLS {
                return Err(Fault::TooMuch { what: "表格", unit: "个单元格", limit: MAX_CELLS });
            }
            self.page = row.iter().find_map(|cell| cell.page).or(page);
            let row: Vec<(String, DraftCell)> =
                row.into_iter().map(|cell| (one_line(&cell.text), cell)).collect();
            let texts: Vec<&str> = row.iter().map(|(text, _)| text.as_str()).collect();
            let line = self.line(&texts.join("\t"))?;
            let placed = (1..).zip(row).map(|(number, (text, cell))| DocumentCell {
                text,
                place: Place { line, page: self.page, cell: Some(number) },
                row_span: cell.row_span.max(1),
                col_span: cell.col_span.max(1),
                address: cell.address,
            });
            table.rows.push(placed.collect());
        }
        self.page = page.or(self.page);
        self.document.tables.push(table);
        Ok(())
    }

    /// Notes that a picture stands after the last line.
    pub(crate) fn picture(&mut self) {
        let line = u32::try_from(self.document.lines.len()).unwrap_or(u32::MAX).max(1);
        self.document.pictures.push(Place { line, page: self.page, cell: None });
    }

    /// The finished document.
    ///
    /// # Errors
    /// [`Fault::Empty`] when it has neither words nor pictures.
    pub(crate) fn finish(self) -> Result<Document, Fault> {
        let document = self.document;
        let is_blank = document.lines.iter().all(|line| line.text.trim().is_empty());
        if is_blank && document.pictures.is_empty() {
            return Err(Fault::Empty);
        }
        Ok(document)
    }
}

/// The words of a cell on one line, its paragraphs joined by one blank.
fn one_line(text: &str) -> String {
    let parts =
        text.split(['\n', '\t', '\r', '\u{B}', '\u{C}']).map(str::trim).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}
