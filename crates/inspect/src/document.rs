//! A file as lines, whatever format it came in.

/// One line of the file as given.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Line {
    /// From 1.
    pub no: u32,
    /// From 1, if the format states pages; plain text does so by form feeds.
    pub page: Option<u32>,
    /// Without its line end.
    pub text: String,
}

/// Where something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Place {
    /// Line from 1.
    pub line: u32,
    /// Page from 1, if known.
    pub page: Option<u32>,
    /// The cell within the line, from 1, if the line is cut into cells.
    pub cell: Option<u32>,
}

/// A cell of a table that the format itself states.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct DocumentCell {
    /// What it says, as given; several paragraphs are joined by one blank.
    pub text: String,
    /// Where it stands: the line of its row, and its number within that line.
    pub place: Place,
    /// How many rows it covers, from 1.
    pub row_span: u32,
    /// How many columns it covers, from 1.
    pub col_span: u32,
    /// Where a person finds it in the file, if the format names cells: `表三!C5`.
    pub address: Option<String>,
}

/// A table that the format itself states, as HTML, DOCX and XLSX do, or that drawn lines rule, as in PDF and OFD.
/// Plain text states none, nor do pages without drawn lines: their tables are rebuilt out of the lines by
/// [`crate::check`].
///
/// Each row stands among the lines too, as one line of its cells joined by tabs, so that words and tables have one
/// order. A cell covered by another one is left out of its row, as in HTML.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct DocumentTable {
    /// Rows of cells; a row without a cell of its own is empty.
    pub rows: Vec<Vec<DocumentCell>>,
}

/// What kind of file it was.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// Text without structure: a converted or copied text.
    #[default]
    PlainText,
    /// A page, also a saved one with the report somewhere inside.
    Html,
    /// A text document: DOCX, or DOC and WPS through a conversion.
    TextDocument,
    /// A workbook.
    Workbook,
    /// PDF or OFD with a text layer.
    Pages,
}

/// What a reader makes of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Document {
    /// Every line, blank ones included, so that numbers agree with the file.
    pub lines: Vec<Line>,
    /// Tables stated by the format.
    pub tables: Vec<DocumentTable>,
    /// Where pictures stand that are large enough to be a page or a table.
    pub pictures: Vec<Place>,
    /// What kind of file it was.
    pub kind: FileKind,
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
        Self { lines, ..Self::default() }
    }
}
