//! DOCX (ECMA-376, WordprocessingML): what stands on the pages, in order.
//!
//! Deleted text of tracked changes and hidden text are left out, inserted text stays; what a list counts by itself
//! is printed before its paragraph, since headings of reports are often counted so.

mod body;
mod numbering;
mod table;

use inspect::{Document, FileKind};

use super::draft::Draft;
use super::fault::Fault;
use super::package::{Package, resolve};
use super::xml::Xml;

/// Reads a whole file.
///
/// # Errors
/// A [`Fault`] for a damaged file, one with a password, or one beyond the limits.
pub(crate) fn read(bytes: &[u8]) -> Result<Document, Fault> {
    let mut package = Package::open(bytes)?;
    let main = main_part(&mut package)?;
    let beside = |name: &str| resolve(&main, name);
    let text = package.needed_xml(&main)?;
    let numbering_text = package.xml(&beside("numbering.xml"))?.unwrap_or_default();
    let styles_text = package.xml(&beside("styles.xml"))?.unwrap_or_default();
    let notes_text = [package.xml(&beside("footnotes.xml"))?, package.xml(&beside("endnotes.xml"))?];

    let numbering = numbering::Numbering::new(&Xml::parse(&numbering_text)?, &Xml::parse(&styles_text)?);
    let document = Xml::parse(&text)?;
    let mut draft = Draft::new(FileKind::TextDocument);
    let mut body = body::Body::new(&mut draft, numbering);
    let root = document.root().path(&["document", "body"]);
    body.whole(root.ok_or_else(|| Fault::Damaged(format!("{main} 没有正文")))?)?;
    for notes in notes_text.into_iter().flatten() {
        body.notes(Xml::parse(&notes)?.root())?;
    }
    draft.finish()
}

/// The part that is the document: named by the package's relations, and nearly always of this name.
fn main_part(package: &mut Package<'_>) -> Result<String, Fault> {
    const USUAL: &str = "word/document.xml";
    let Some(relations) = package.xml("_rels/.rels")? else { return Ok(USUAL.to_owned()) };
    let relations = Xml::parse(&relations)?;
    let main =
        relations.root().all("Relationship").into_iter().find(|relation| {
            relation.attribute("Type").is_some_and(|kind| kind.ends_with("/officeDocument"))
        });
    let target = main.and_then(|relation| relation.attribute("Target"));
    Ok(target.map_or_else(|| USUAL.to_owned(), |target| resolve("", &target)))
}
