//! A file as lines, whatever format it came in.

/// One line of the file as given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// From 1.
    pub no: u32,
    /// From 1, if the format states pages; plain text does so by form feeds.
    pub page: Option<u32>,
    /// Without its line end.
    pub text: String,
}

/// Where something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct Place {
    /// Line from 1.
    pub line: u32,
    /// Page from 1, if known.
    pub page: Option<u32>,
    /// The cell within the line, from 1, if the line is cut into cells.
    pub cell: Option<u32>,
}

/// A cell of a table that the format itself states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentCell {
    /// What it says, as given.
    pub text: String,
    /// Where it stands.
    pub place: Place,
}

/// A table that the format itself states, as HTML, DOCX and XLSX do. Plain text states none: its tables are
/// rebuilt out of the lines by [`crate::check`], which reads only lines as long as no reader states tables.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DocumentTable {
    /// Rows of cells.
    pub rows: Vec<Vec<DocumentCell>>,
}

/// What a reader makes of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    /// Every line, blank ones included, so that numbers agree with the file.
    pub lines: Vec<Line>,
    /// Tables stated by the format.
    pub tables: Vec<DocumentTable>,
}

/// Why a file cannot be read: one Chinese sentence for the user.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Unreadable(pub String);

/// Something that makes a document out of a file's bytes.
pub trait Reader {
    /// Reads a whole file.
    ///
    /// # Errors
    /// [`Unreadable`] with a sentence that says what the file is and what to do.
    fn read(&self, bytes: &[u8]) -> Result<Document, Unreadable>;
}

impl Document {
    /// Plain text: lines end with LF, CR LF or CR; a form feed begins a page.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        let paged = text.contains('\u{C}');
        let mut page = 1;
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
        let text = text.strip_suffix('\n').unwrap_or(&text);
        let mut lines = Vec::new();
        for (no, line) in (1..).zip(text.split('\n')) {
            // The feed stands before the first line of the new page.
            page += line.matches('\u{C}').count() as u32;
            lines.push(Line { no, page: paged.then_some(page), text: line.replace('\u{C}', "") });
        }
        Self { lines, tables: Vec::new() }
    }
}
