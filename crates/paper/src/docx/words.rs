//! Paragraphs that several kinds of documents have: of one style, the title, the signature.

use super::page::run;
use super::xml::Xml;

/// A paragraph of one style.
pub(super) fn paragraph(xml: &mut Xml, style: &str, text: &str) {
    xml.within("w:p", &[], |xml| {
        xml.within("w:pPr", &[], |xml| xml.val("w:pStyle", style));
        run(xml, text);
    });
}

/// A title, broken where its lines end, perhaps on a page of its own.
pub(super) fn title(xml: &mut Xml, lines: &[&str], on_new_page: bool) {
    xml.within("w:p", &[], |xml| {
        xml.within("w:pPr", &[], |xml| {
            xml.val("w:pStyle", "Title");
            if on_new_page {
                xml.empty("w:pageBreakBefore", &[]);
            }
        });
        broken(xml, lines.iter().copied());
    });
}

/// Runs of text with a line's end between them.
pub(super) fn broken<'a>(xml: &mut Xml, lines: impl Iterator<Item = &'a str>) {
    for (number, line) in lines.enumerate() {
        if number > 0 {
            xml.within("w:r", &[], |xml| xml.empty("w:br", &[]));
        }
        run(xml, line);
    }
}

/// Who signs and the day, each line in the middle of the widest, as in the PDF. The last is that of the day.
pub(super) fn signature(xml: &mut Xml, lines: &[&str]) {
    let halves = |text: &str| text.chars().map(|sign| if sign.is_ascii() { 1 } else { 2 }).sum::<usize>();
    let widest = lines.iter().map(|line| halves(line)).max().unwrap_or_default();
    for (number, text) in (1..).zip(lines) {
        let style = if number == lines.len() { "Date" } else { "Signature" };
        let (characters, length) = from_the_right((widest - halves(text)) * 25 + SIGNATURE_FROM_RIGHT);
        xml.within("w:p", &[], |xml| {
            xml.within("w:pPr", &[], |xml| {
                xml.val("w:pStyle", style);
                xml.empty("w:ind", &[("w:rightChars", &characters), ("w:right", &length)]);
            });
            run(xml, text);
        });
    }
}

/// How far from the margin the widest line of the signature ends, in hundredths of a character.
const SIGNATURE_FROM_RIGHT: usize = 400;

/// An indent given in hundredths of a character of 3号, and the same in twentieths of a point.
fn from_the_right(hundredths: usize) -> (String, String) {
    (hundredths.to_string(), (hundredths * 320 / 100).to_string())
}
