//! Letters as a Word document.

use law::Date;

use super::package::{Document, pack};
use super::page::OFFICIAL;
use super::words::{paragraph, signature, title};
use super::xml::Xml;
use crate::letter::{Letter, Part, author, headline};
use crate::{Error, LetterLineKind};

/// Letters as one DOCX file, each beginning on a page of its own. `on` is the document's date. The same arguments give
/// the same bytes.
///
/// # Errors
/// Only when memory runs out.
pub fn letters_docx(letters: &[Letter], on: Date) -> Result<Vec<u8>, Error> {
    let first = letters.first().map_or("", |letter| letter.title.as_str());
    let document = Document { title: first, author: author(letters), on, mark: "", page: OFFICIAL };
    pack(&document, |xml| {
        for (number, letter) in letters.iter().enumerate() {
            title(xml, &headline(&letter.title), number > 0);
            for part in letter.parts() {
                write(xml, &part);
            }
        }
    })
}

fn write(xml: &mut Xml, part: &Part<'_>) {
    match part {
        Part::Signature(lines) => signature(xml, lines),
        Part::Line(kind, text) => paragraph(xml, style(*kind), text),
    }
}

const fn style(kind: LetterLineKind) -> &'static str {
    match kind {
        LetterLineKind::Address => "Salutation",
        LetterLineKind::Heading => "Heading1",
        LetterLineKind::Quotation => "Quote",
        LetterLineKind::Text | LetterLineKind::Signature => "BodyText",
    }
}
