//! What the use cases ask of the outside: foreign tables in.
//!
//! The adapters stand in the binary, so that nothing here or in the web crate depends on the giants.

use std::ops::ControlFlow;

/// One row of a foreign table.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SourceRow {
    /// Name of the sheet; empty for a CSV file.
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
