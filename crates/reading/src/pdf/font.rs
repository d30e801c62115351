//! Fonts: from the bytes of a string to signs with their widths (ISO 32000-1, 9.5 to 9.10).

use std::collections::HashMap;
use std::rc::Rc;

use lopdf::{Dictionary, Document as Pdf, Object};

use super::cmap::Maps;
use super::codes::{Codes, simple};
use super::widths::Widths;
use super::{cmap::CMap, dictionary, entry};
use crate::fault::Fault;

/// More fonts than any file has: one for each of two thousand pages, and some.
const MAX_FONTS: usize = 5000;
/// The most widths of all fonts of a document, which may share one list.
const MAX_WIDTHS: usize = 2_000_000;

/// The fonts met so far, by the place of their dictionary in memory of the file.
pub(super) struct Fonts {
    known: HashMap<usize, Rc<Font>>,
    maps: Maps,
    /// Widths that may still be read.
    widths: usize,
}

impl Default for Fonts {
    fn default() -> Self {
        Self { known: HashMap::new(), maps: Maps::default(), widths: MAX_WIDTHS }
    }
}

/// A font.
pub(super) struct Font {
    codes: Codes,
    to_unicode: Option<Rc<CMap>>,
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
    ///
    /// # Errors
    /// [`Fault::TooMuch`] beyond [`MAX_FONTS`].
    pub(super) fn get(
        &mut self,
        pdf: &Pdf,
        resources: &Dictionary,
        name: &[u8],
    ) -> Result<Option<Rc<Font>>, Fault> {
        let fonts = entry(pdf, resources, b"Font").and_then(dictionary);
        let Some(font) = fonts.and_then(|fonts| entry(pdf, fonts, name)).and_then(dictionary) else {
            return Ok(None);
        };
        // Dictionaries stay where they are while the file is read.
        let place = std::ptr::from_ref(font).addr();
        if let Some(known) = self.known.get(&place) {
            return Ok(Some(Rc::clone(known)));
        }
        if self.known.len() >= MAX_FONTS {
            return Err(Fault::TooMuch { what: "PDF ", unit: "种字体", limit: MAX_FONTS });
        }
        let font = Rc::new(Font::new(pdf, font, &mut self.maps, &mut self.widths));
        self.known.insert(place, Rc::clone(&font));
        Ok(Some(font))
    }
}

impl Font {
    fn new(pdf: &Pdf, font: &Dictionary, maps: &mut Maps, left: &mut usize) -> Self {
        let stream = entry(pdf, font, b"ToUnicode").and_then(|object| object.as_stream().ok());
        let to_unicode = stream.and_then(|stream| maps.get(stream));
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
        let codes = Codes::composite(encoding, maps);
        let is_vertical = match encoding {
            Some(Object::Name(name)) => name.ends_with(b"-V"),
            Some(Object::Stream(stream)) => {
                stream.dict.get(b"WMode").is_ok_and(|mode| matches!(mode, Object::Integer(1)))
            }
            _ => false,
        };
        Self { codes, to_unicode, widths: Widths::composite(pdf, below, left), is_vertical }
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
