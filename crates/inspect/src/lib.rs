//! Text and tables in, findings out: checks of published annual reports. Pure.

mod document;

pub use document::{Document, DocumentCell, DocumentTable, Line, Place, Reader, Unreadable};
