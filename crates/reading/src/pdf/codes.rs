//! How the bytes of a string are cut into codes, and what a code means by the font's own encoding.

use std::collections::HashMap;
use std::rc::Rc;

use encoding_rs::{BIG5, Encoding, GB18030, MACINTOSH, WINDOWS_1252};
use lopdf::{Dictionary, Document as Pdf, Object};

use super::cmap::{CMap, Maps};
use super::names::character;
use super::{dictionary, entry};

/// More differences than this state the same codes again.
const MAX_DIFFERENCES: usize = 1000;

/// The encoding of a font.
pub(super) enum Codes {
    /// One byte a sign: a base, and the codes that differ from it; none where they say nothing.
    Simple(&'static Encoding, HashMap<u8, Option<String>>),
    /// Two bytes a sign, the number of a glyph; what it says only `ToUnicode` tells.
    Glyphs,
    /// The bytes are UTF-16, as in `UniGB-UCS2-H`.
    Utf16,
    /// The bytes are text of an encoding, as in `GBK-EUC-H`.
    Text(&'static Encoding),
    /// A map of the file's own.
    Map(Rc<CMap>),
}

/// One code.
pub(super) struct Code {
    pub(super) value: u32,
    pub(super) length: usize,
    /// What it says by the encoding alone.
    pub(super) text: Option<String>,
    /// The number that widths go by, if it is known.
    pub(super) cid: Option<u32>,
}

impl Codes {
    /// Of a font with several bytes a sign: predefined maps (9.7.5.2) or one of the file's own.
    pub(super) fn composite(encoding: Option<&Object>, maps: &mut Maps) -> Self {
        match encoding {
            Some(Object::Name(name)) => {
                let name = String::from_utf8_lossy(name);
                if name.contains("UCS2") || name.contains("UTF16") {
                    Self::Utf16
                } else if name.starts_with("GB") {
                    Self::Text(GB18030)
                } else if name.contains("B5") {
                    Self::Text(BIG5)
                } else {
                    Self::Glyphs
                }
            }
            Some(Object::Stream(stream)) => maps.get(stream).map_or(Self::Glyphs, Self::Map),
            _ => Self::Glyphs,
        }
    }

    /// The first code of a string that is not empty.
    pub(super) fn next(&self, bytes: &[u8]) -> Code {
        let first = bytes.first().copied().unwrap_or(0);
        let pair = bytes.get(1).map(|second| u32::from(first) << 8 | u32::from(*second));
        match (self, pair) {
            (Self::Simple(base, differences), _) => {
                let value = u32::from(first);
                let text = differences.get(&first).cloned().unwrap_or_else(|| meaning(base, first));
                Code { value, length: 1, text, cid: Some(value) }
            }
            (Self::Glyphs, Some(value)) => Code { value, length: 2, text: None, cid: Some(value) },
            (Self::Utf16, Some(value)) => utf16(bytes, value),
            (Self::Text(encoding), _) => encoded(encoding, bytes),
            (Self::Map(map), _) => {
                let (value, length) = map.cut(bytes);
                Code { value, length, text: None, cid: map.cid(value, length) }
            }
            // Half a code at the end of a string.
            (Self::Glyphs | Self::Utf16, None) => {
                Code { value: u32::from(first), length: 1, text: None, cid: None }
            }
        }
    }
}

fn utf16(bytes: &[u8], value: u32) -> Code {
    let units: Vec<u16> = bytes
        .chunks_exact(2)
        .take(2)
        .map(|unit| unit.iter().fold(0, |at, byte| at << 8 | u16::from(*byte)))
        .collect();
    let decoded = char::decode_utf16(units).next().and_then(Result::ok);
    let length = decoded.map_or(2, |c| c.len_utf16() * 2);
    Code { value, length, text: decoded.map(String::from), cid: None }
}

fn encoded(encoding: &'static Encoding, bytes: &[u8]) -> Code {
    for length in [1, 2, 4] {
        let Some(part) = bytes.get(..length) else { break };
        let text = encoding.decode_without_bom_handling_and_without_replacement(part);
        if let Some(text) = text.filter(|text| text.chars().count() == 1) {
            let value = part.iter().fold(0, |at, byte| at << 8 | u32::from(*byte));
            return Code { value, length, text: Some(text.into_owned()), cid: None };
        }
    }
    let length = bytes.len().min(2);
    Code { value: 0, length, text: None, cid: None }
}

/// What a byte says in a base encoding; those below the blank say nothing.
fn meaning(base: &'static Encoding, byte: u8) -> Option<String> {
    let text = base.decode_without_bom_handling_and_without_replacement(std::slice::from_ref(&byte))?;
    (byte >= 0x20).then(|| text.into_owned())
}

/// The encoding of a font with one byte a sign (9.6.6): a base, and where it differs.
pub(super) fn simple(pdf: &Pdf, font: &Dictionary) -> Codes {
    let encoding = entry(pdf, font, b"Encoding");
    let stated = match encoding {
        Some(Object::Name(name)) => Some(name.as_slice()),
        Some(object) => dictionary(object).and_then(|own| own.get(b"BaseEncoding").ok()?.as_name().ok()),
        None => None,
    };
    let base = if stated == Some(b"MacRomanEncoding") { MACINTOSH } else { WINDOWS_1252 };
    let mut meanings = HashMap::new();
    let differences =
        encoding.and_then(dictionary).and_then(|own| entry(pdf, own, b"Differences")?.as_array().ok());
    let mut code = 0_i64;
    for item in differences.into_iter().flatten().take(MAX_DIFFERENCES) {
        match item {
            Object::Integer(next) => code = *next,
            Object::Name(name) => {
                if let Ok(byte) = u8::try_from(code) {
                    meanings.insert(byte, character(&String::from_utf8_lossy(name)));
                }
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
    Codes::Simple(base, meanings)
}
