//! Web pages, also saved ones with the report somewhere inside.
//!
//! A page is read as it is seen: what is hidden and what is navigation is left out, blocks become lines. A table
//! that only arranges the page is taken apart; any other one becomes a table with its spans.

mod encoding;
mod grid;
mod links;
mod text;
mod tree;
mod walk;

use inspect::{Document, FileKind};

use super::draft::Draft;
use super::fault::Fault;

/// Reads a whole page.
///
/// # Errors
/// A [`Fault`] for an unknown encoding, a page too deep or too large, or one that shows nothing.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, Fault> {
    let text = encoding::decode_page(bytes)?;
    let tree = tree::Tree::parse(&text)?;
    let mut draft = Draft::new(FileKind::Html);
    walk::Walk::new(&tree, &mut draft).page()?;
    draft.finish()
}
