//! The annual report as HTML: one template for the portal's page, the desk's panel and the file that the
//! command line writes, so that they cannot differ.

mod annotated;
mod comparison;
mod copies;
mod file;
mod marked;
mod sheet;
mod shelf;
mod table;
mod told;

pub use annotated::annotated_html;
pub(crate) use annotated::{About, annotated};
pub(crate) use comparison::{Compared, compare, main_counts};
pub(crate) use copies::{Offer, copy, offers, public_copy};
pub use file::report_html;
pub(crate) use marked::{Marked, mark};
pub(crate) use sheet::Sheet;
pub(crate) use shelf::Shelf;
pub(crate) use table::{Mark, plain};
pub(crate) use told::{Told, VERDICTS, told};
