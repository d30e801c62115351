//! Letters as data for their template.

use law::Date;
use serde_json::{Value as Json, json};

use super::text::Printable;
use crate::LetterLineKind;
use crate::letter::{Letter, Part, author, headline};

/// Everything that the template prints.
pub(super) fn data(printable: &mut Printable<'_>, letters: &[Letter], on: Date) -> Json {
    let title = letters.first().map(|letter| printable.text(&letter.title)).unwrap_or_default();
    let agency = printable.text(author(letters));
    let all: Vec<Json> = letters.iter().map(|letter| one(printable, letter)).collect();
    json!({
        "title": title,
        "agency": agency,
        "draft": false,
        "date": super::day(on),
        "letters": all,
        "notes": Vec::from_iter(printable.note()),
    })
}

fn one(printable: &mut Printable<'_>, letter: &Letter) -> Json {
    let title = printable.text(&letter.title);
    let parts = letter.parts();
    // The paragraph above the signature stays with it: nobody signs an empty page.
    let ends = |at: usize| matches!(parts.get(at + 1), Some(Part::Signature(_)));
    let all: Vec<Json> = parts.iter().enumerate().map(|(at, each)| part(printable, each, ends(at))).collect();
    json!({ "title-lines": headline(&title), "parts": all })
}

fn part(printable: &mut Printable<'_>, part: &Part<'_>, ends: bool) -> Json {
    match part {
        Part::Signature(lines) => {
            let lines: Vec<String> = lines.iter().map(|line| printable.text(line)).collect();
            json!({ "kind": "signature", "lines": lines })
        }
        Part::Line(kind, text) => {
            json!({ "kind": word(*kind), "text": printable.text(text), "ends": ends })
        }
    }
}

const fn word(kind: LetterLineKind) -> &'static str {
    match kind {
        LetterLineKind::Address => "address",
        LetterLineKind::Heading => "heading",
        LetterLineKind::Quotation => "quotation",
        LetterLineKind::Text | LetterLineKind::Signature => "text",
    }
}
