//! Plain text files as documents for inspection.

use inspect::{Document, Reader, Unreadable};

use super::decode::decode;
use super::fault::Fault;
use super::kind::sniff;

/// The largest text read, in bytes. A city's longest annual report has a tenth of a megabyte.
pub const MAX_TEXT_BYTES: u64 = 4 * 1024 * 1024;

/// Reads TXT in UTF-8, GB18030 and UTF-16 with its mark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PlainText;

impl PlainText {
    /// Refuses a file by its length, so that a caller need not load it first.
    ///
    /// # Errors
    /// [`Fault::Empty`] for no bytes, [`Fault::TooLarge`] above [`MAX_TEXT_BYTES`].
    pub const fn admit(length: u64) -> Result<(), Fault> {
        match length {
            0 => Err(Fault::Empty),
            1..=MAX_TEXT_BYTES => Ok(()),
            actual => Err(Fault::TooLarge { actual, limit: MAX_TEXT_BYTES }),
        }
    }

    /// Reads a whole file.
    ///
    /// # Errors
    /// A [`Fault`] that names what the file is and what to do.
    pub fn document(self, bytes: &[u8]) -> Result<Document, Fault> {
        Self::admit(bytes.len() as u64)?;
        if let Some(refusal) = sniff(bytes).refusal_as_text() {
            return Err(refusal);
        }
        Ok(Document::from_text(&decode(bytes)?.text))
    }
}

impl Reader for PlainText {
    fn read(&self, bytes: &[u8]) -> Result<Document, Unreadable> {
        self.document(bytes).map_err(|fault| Unreadable(fault.to_string()))
    }
}
