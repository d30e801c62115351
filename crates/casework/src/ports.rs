//! What the use cases ask of the outside: foreign tables in, our own files out.
//!
//! The adapters stand in the binary, so that nothing here or in the web crate depends on the giants.

use std::ops::ControlFlow;

use inspect::Letter;
use law::Date;
use law::register::{Register, Values};

use crate::report::ReportDocument;

/// One row of a foreign table.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SourceRow {
    /// Name of the sheet; of a CSV file its name without the ending.
    pub sheet: String,
    /// Number of the row as a person sees it in the file, from 1.
    pub number: u64,
    /// The cells as text: days as ISO text, numbers without a needless fraction.
    pub cells: Vec<String>,
}

/// Reads foreign tables (XLSX, CSV).
pub trait RowReader: Send + Sync {
    /// Hands over the rows of a file one by one, the header first, until the receiver breaks off.
    ///
    /// The content decides the format; the name is only for messages.
    ///
    /// # Errors
    /// A Chinese sentence that says what is wrong with the file and what to do.
    fn each_row(
        &self,
        file_name: &str,
        bytes: Vec<u8>,
        receive: &mut dyn FnMut(SourceRow) -> ControlFlow<()>,
    ) -> Result<(), String>;
}

/// A file that somebody handed in, or a member of an archive.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SourceFile {
    /// Its name; a member's stands behind that of its archive: `各镇.zip/甲镇.docx`.
    pub name: String,
    /// Its content, or the Chinese sentence why there is none.
    pub content: Result<Vec<u8>, String>,
}

/// Takes archives apart.
pub trait Unpacker: Send + Sync {
    /// Hands over the members of an archive one by one, or the file itself if it is none, until the receiver breaks
    /// off. What cannot be unpacked is handed over with its sentence.
    fn unpack(
        &self,
        file: SourceFile,
        receive: &mut dyn FnMut(SourceFile) -> ControlFlow<()>,
    ) -> ControlFlow<()>;
}

/// A kind of file that the office prints or hands on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Paper {
    /// For reading, printing and keeping; nobody changes it by accident.
    Pdf,
    /// For a superior office that puts it into its own papers.
    Docx,
    /// For calculating on.
    Xlsx,
}

impl Paper {
    /// All kinds, in the order in which pages offer them.
    pub const ALL: &'static [Self] = &[Self::Pdf, Self::Docx, Self::Xlsx];

    /// What file names end with, and addresses.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
        }
    }

    /// By the ending of a name.
    #[must_use]
    pub fn from_extension(extension: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|paper| paper.extension() == extension)
    }

    /// What a button calls it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Docx => "文档（DOCX）",
            Self::Xlsx => "表格（XLSX）",
        }
    }

    /// The media type (IANA).
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// Which register is printed, and what stands above it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct RegisterCopy {
    /// The kind of file.
    pub paper: Paper,
    /// The register.
    pub register: Register,
    /// The organ's name.
    pub organ: String,
    /// What the records were chosen by, in words; empty for all of them.
    pub filter: String,
    /// The day on which it is printed.
    pub on: Date,
}

/// A plain table for a spreadsheet.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct TableCopy {
    /// The name on the sheet's tab: at most 31 characters, none of `[]:*?/\`.
    pub name: String,
    /// The line above the headings.
    pub title: String,
    /// The columns: heading, and width in half-width characters.
    pub columns: Vec<(&'static str, u16)>,
    /// The rows, a cell for each column.
    pub rows: Vec<Vec<TableCell>>,
}

/// A cell of such a table.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum TableCell {
    /// Words, never a formula.
    Text(String),
    /// A number.
    Number(i64),
}

/// Why a file was not made.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum Unprinted {
    /// Something is missing, or the thing does not fit on this paper; a Chinese sentence says what to do.
    #[error("{0}")]
    Refused(String),
    /// A defect; the words are for the log.
    #[error("文件没有生成。请再试一次；还是不行的，请与管理员联系。")]
    Broken(String),
}

/// Makes the files that go out. May take long: call it where waiting is allowed.
pub trait Typesetter: Send + Sync {
    /// Whether this kind of file can be made here.
    ///
    /// # Errors
    /// A Chinese sentence that says what to install.
    fn ready(&self, paper: Paper) -> Result<(), String>;

    /// A report. A draft says 草稿 on every page; `on` is the day it bears ([`ReportDocument::day`]).
    ///
    /// # Errors
    /// [`Unprinted`].
    fn report(&self, paper: Paper, document: &ReportDocument, on: Date) -> Result<Vec<u8>, Unprinted>;

    /// A register's records; as XLSX with the columns of the import template, so that it imports back.
    ///
    /// # Errors
    /// [`Unprinted`], e.g. when there are more rows than the paper holds.
    fn register(
        &self,
        copy: &RegisterCopy,
        rows: &mut dyn Iterator<Item = Values>,
    ) -> Result<Vec<u8>, Unprinted>;

    /// Plain tables, each on a sheet of its own, as XLSX.
    ///
    /// # Errors
    /// [`Unprinted`].
    fn tables(&self, tables: &[TableCopy]) -> Result<Vec<u8>, Unprinted>;

    /// Letters in one file, each beginning on a page of its own, as PDF or DOCX; `on` is the file's day.
    ///
    /// # Errors
    /// [`Unprinted`], for any other kind of file too.
    fn letters(&self, paper: Paper, letters: &[Letter], on: Date) -> Result<Vec<u8>, Unprinted>;

    /// The empty form of a register for an import, as XLSX.
    ///
    /// # Errors
    /// [`Unprinted`].
    fn template(&self, register: Register) -> Result<Vec<u8>, Unprinted>;
}
