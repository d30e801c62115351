//! What the use cases ask of the outside: foreign tables in, our own spreadsheets out.
//!
//! The adapters stand in the binary, so that nothing here or in the web crate depends on the giants.

use std::ops::ControlFlow;

use law::register::{Register, Values};

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

/// Makes spreadsheets.
pub trait Sheets: Send + Sync {
    /// A register's records as an XLSX file with the columns of the import template.
    ///
    /// # Errors
    /// A Chinese sentence, e.g. when there are more rows than a sheet holds.
    fn register(&self, register: Register, rows: &mut dyn Iterator<Item = Values>)
    -> Result<Vec<u8>, String>;

    /// The empty form of a register, for an import.
    ///
    /// # Errors
    /// A Chinese sentence.
    fn template(&self, register: Register) -> Result<Vec<u8>, String>;
}
