//! Fonts: from the bytes of a string to signs with their widths (ISO 32000-1, 9.5 to 9.10).

use std::collections::HashMap;
use std::rc::Rc;

use lopdf::{Dictionary, Document as Pdf, Object};

use super::cmap::{CMap, MAX_ENTRIES};
use super::codes::{Codes, simple};
use super::widths::Widths;
use super::{MAX_STREAM, dictionary, entry};

/// The fonts met so far, by the place of their dictionary in memory of the file.
pub(super) struct Fonts {
    known: HashMap<usize, Rc<Font>>,
    /// Entries of maps that may still be read.
    left: usize,
}

impl Default for Fonts {
    fn default() -> Self {
        Self { known: HashMap::new(), left: MAX_ENTRIES }
    }
}

/// A font.
pub(super) struct Font {
    codes: Codes,
    to_unicode: Option<CMap>,
    widths: Widths,
    is_vertical: bool,
}

/// One sign of a string.
pub(super) struct Sign {
    /// How many bytes it took.
    pub(super) length: usize,
    /// What it says; none if the file does not tell.
    pub(super) text: Option<String>,
    /// In thousandths of the size.
    pub(super) width: f64,
    /// The byte 32 alone, which word spacing applies to (9.3.3).
    pub(super) is_blank: bool,
}

impl Fonts {
    /// The font of this name among the resources.
    pub(super) fn get(&mut self, pdf: &Pdf, resources: &Dictionary, name: &[u8]) -> Option<Rc<Font>> {
        let fonts = entry(pdf, resources, b"Font").and_then(dictionary)?;
        let font = entry(pdf, fonts, name).and_then(dictionary)?;
        // Dictionaries stay where they are while the file is read.
        let place = std::ptr::from_ref(font).addr();
        let left = &mut self.left;
        Some(Rc::clone(self.known.entry(place).or_insert_with(|| Rc::new(Font::new(pdf, font, left)))))
    }
}

impl Font {
    fn new(pdf: &Pdf, font: &Dictionary, left: &mut usize) -> Self {
        let stream = entry(pdf, font, b"ToUnicode").and_then(|object| object.as_stream().ok());
        let to_unicode = stream
            .and_then(|stream| stream.get_plain_content_with_limit(MAX_STREAM).ok())
            .map(|content| CMap::parse(&content, left));
        let below = entry(pdf, font, b"DescendantFonts")
            .and_then(|object| object.as_array().ok()?.first())
            .and_then(|first| dictionary(super::follow(pdf, first)?));
        let Some(below) = below else {
            return Self {
                codes: simple(pdf, font),
                to_unicode,
                widths: Widths::simple(pdf, font),
                is_vertical: false,
            };
        };
        let encoding = entry(pdf, font, b"Encoding");
        let codes = Codes::composite(encoding, left);
        let is_vertical = match encoding {
            Some(Object::Name(name)) => name.ends_with(b"-V"),
            Some(Object::Stream(stream)) => {
                stream.dict.get(b"WMode").is_ok_and(|mode| matches!(mode, Object::Integer(1)))
            }
            _ => false,
        };
        Self { codes, to_unicode, widths: Widths::composite(pdf, below), is_vertical }
    }

    /// Lines run downwards.
    pub(super) const fn is_vertical(&self) -> bool {
        self.is_vertical
    }

    /// The first sign of a string that is not empty.
    pub(super) fn next(&self, bytes: &[u8]) -> Sign {
        let code = self.codes.next(bytes);
        let stated = self.to_unicode.as_ref().and_then(|map| map.text(code.value, code.length));
        let text =
            stated.or(code.text).filter(|text| !text.is_empty() && !text.contains('\u{FFFD}')).map(readable);
        let width = self.widths.of(code.cid, text.as_deref());
        Sign { length: code.length, text, width, is_blank: code.length == 1 && code.value == 32 }
    }
}

/// As it is read, not as it is set.
fn readable(text: String) -> String {
    let is_plain = |c: char| !matches!(c, '\u{2E80}'..='\u{2FDF}' | '\u{FB00}'..='\u{FB06}' | '\0'..='\u{1F}' | '\u{A0}' | '\u{AD}');
    if text.chars().all(is_plain) {
        return text;
    }
    let mut plain = String::new();
    for c in text.chars() {
        match super::names::plain(c) {
            Some(text) => plain.push_str(&text),
            None => plain.push(if is_plain(c) || c >= '\u{2E80}' { c } else { ' ' }),
        }
    }
    plain
}
