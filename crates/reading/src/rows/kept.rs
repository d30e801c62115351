//! The rows that are handed out: those with content, up to the end or the first fault.

use super::{Fault, Row};

/// A reader of one sheet that gives every row it meets, blank ones too.
pub(crate) trait RawRows {
    /// The name of the sheet.
    fn sheet(&self) -> &str;

    /// Row number from 1 and its cells; none at the end. Not asked again after the end or a fault.
    fn next_row(&mut self) -> Result<Option<(u64, Vec<String>)>, Fault>;
}

/// The rows with content of a reader.
pub(super) struct KeptRows<R> {
    /// None once it came to its end or failed.
    raw: Option<R>,
}

impl<R: RawRows> KeptRows<R> {
    pub(super) fn of(raw: R) -> Self {
        Self { raw: Some(raw) }
    }
}

impl<R: RawRows> Iterator for KeptRows<R> {
    type Item = Result<Row, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let raw = self.raw.as_mut()?;
            match raw.next_row() {
                Ok(Some((number, cells))) => {
                    if let Some(row) = Row::of(raw.sheet(), number, cells) {
                        return Some(Ok(row));
                    }
                }
                Ok(None) => self.raw = None,
                Err(fault) => {
                    self.raw = None;
                    return Some(Err(fault));
                }
            }
        }
    }
}
