//! Register imports: a workbook or CSV file as a stream of rows.
//!
//! ```text
//! let mut book = rows::open("2020公开台账.xlsx", bytes)?;
//! for sheet in book.sheets().to_vec() {
//!     for row in book.rows(&sheet)? { let row = row?; … }      // the first row is the header
//! }
//! ```
//! Rows without any content are left out; `Row::number` is the row as the spreadsheet program numbers it.

mod archive;
mod csv_file;
mod kept;
mod value;
mod workbook;

use super::fault::Fault;
use super::kind::{Kind, sniff};
use kept::KeptRows;
pub(crate) use kept::RawRows;
pub(crate) use workbook::{Merge, Workbook};

/// The largest file read, in bytes.
pub const MAX_FILE_BYTES: u64 = 64 * 1024 * 1024;
/// The most a workbook may unpack to, in bytes, all its parts together: a bound against ZIP bombs.
/// A hundred thousand rows of twenty columns unpack to about 120 MB.
pub const MAX_UNPACKED_BYTES: u64 = 512 * 1024 * 1024;
/// The most columns of a row. Registers have some thirty.
pub const MAX_COLUMNS: usize = 512;
/// The most characters of a cell, as spreadsheet programs have it.
pub const MAX_CELL_CHARS: usize = 32_767;

/// One row with content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The sheet it stands on; of a CSV file its name without the ending.
    pub sheet: String,
    /// Row from 1, as the spreadsheet program numbers it.
    pub number: u64,
    /// The cells from the first column on, trimmed; blank cells are empty, trailing ones left out.
    /// Dates read `2020-01-05`, with a time of day `2020-01-05 13:30:00`; whole numbers have no `.0`;
    /// yes and no read 是 and 否.
    pub cells: Vec<String>,
}

/// An open file.
pub struct Book {
    content: Content,
    sheets: Vec<String>,
}

enum Content {
    Workbook(Box<Workbook>),
    Csv(csv_file::CsvFile),
}

/// Rows of one sheet, read as they are asked for. After the first error it ends.
pub type Rows<'a> = Box<dyn Iterator<Item = Result<Row, Fault>> + 'a>;

/// Opens a file. `name` names a CSV file's only sheet and is not trusted for the format.
///
/// # Errors
/// A [`Fault`] for an empty, too large, damaged or foreign file.
pub fn open(name: &str, bytes: Vec<u8>) -> Result<Book, Fault> {
    let actual = bytes.len() as u64;
    if actual == 0 {
        return Err(Fault::Empty);
    }
    if actual > MAX_FILE_BYTES {
        return Err(Fault::TooLarge { actual, limit: MAX_FILE_BYTES });
    }
    let kind = sniff(&bytes);
    if let Some(refusal) = kind.refusal_as_rows() {
        return Err(refusal);
    }
    if kind == Kind::Workbook {
        let workbook = Workbook::open(bytes, MAX_UNPACKED_BYTES)?;
        let sheets = workbook.sheets();
        Ok(Book { content: Content::Workbook(Box::new(workbook)), sheets })
    } else {
        let file = csv_file::CsvFile::open(name, &bytes)?;
        Ok(Book { sheets: vec![file.sheet().to_owned()], content: Content::Csv(file) })
    }
}

impl Book {
    /// The visible sheets in their order; hidden ones hold lists for drop-downs and are left out.
    #[must_use]
    pub fn sheets(&self) -> &[String] {
        &self.sheets
    }

    /// The rows of a sheet.
    ///
    /// # Errors
    /// [`Fault::NoSuchSheet`], [`Fault::Broken`].
    pub fn rows(&mut self, sheet: &str) -> Result<Rows<'_>, Fault> {
        if !self.sheets.iter().any(|name| name == sheet) {
            return Err(Fault::NoSuchSheet(sheet.to_owned()));
        }
        match &mut self.content {
            Content::Workbook(workbook) => Ok(Box::new(KeptRows::of(workbook.rows(sheet)?))),
            Content::Csv(file) => Ok(Box::new(KeptRows::of(file.rows()))),
        }
    }
}

impl Row {
    /// A row of these cells, trimmed; none if nothing is left.
    fn of(sheet: &str, number: u64, mut cells: Vec<String>) -> Option<Self> {
        for cell in &mut cells {
            let trimmed = cell.trim_matches(is_blank);
            if trimmed.len() != cell.len() {
                *cell = trimmed.to_owned();
            }
        }
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        (!cells.is_empty()).then(|| Self { sheet: sheet.to_owned(), number, cells })
    }
}

/// Blanks that people cannot see: white space, zero-width marks, the byte-order mark.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{1A}')
}
