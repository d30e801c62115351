//! The annual report as HTML: one template for the portal's page, the desk's panel and the file that the
//! command line writes, so that they cannot differ.

mod file;
mod sheet;
mod spreadsheet;
mod table;

pub use file::report_html;
pub(crate) use sheet::Sheet;
pub(crate) use spreadsheet::spreadsheet;
pub(crate) use table::{Mark, plain};
