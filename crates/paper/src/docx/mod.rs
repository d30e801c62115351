//! Word documents (DOCX): the annual report, the ledgers and letters, as an office hands them on and goes on working in them.
//!
//! Set by GB/T 9704-2012 as far as it concerns a report: A4, the type area 156 mm × 225 mm, 方正小标宋简体 2号 for
//! the title, 仿宋_GB2312 3号 for the text, lines of 28 pt, page numbers on the outer side. The fonts are named, not
//! embedded, each with the substitutes that a machine without it may use.
//!
//! The parts are written here rather than through docx-rs 0.4: that crate knows neither repeated header rows nor
//! fonts' substitutes, the language of a document or an indent counted in characters, and it writes the elements
//! of styles and sections in an order that the schema forbids, so that every part would have had to be rewritten.

mod fonts;
mod ledger;
mod letter;
mod package;
mod page;
mod report;
mod styles;
mod table;
mod words;
mod xml;

pub use ledger::register_docx;
pub use letter::letters_docx;
pub use report::report_docx;
