//! Bytes to text: UTF-8, UTF-16 with a mark, GB18030. A wrong guess is worse than a refusal.

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};

use super::fault::Fault;

/// The encodings read here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without mark.
    Utf8,
    /// UTF-16 with its mark, either order.
    Utf16,
    /// GB18030 and what it contains (GBK, GB2312).
    Gb18030,
}

impl Encoding {
    /// The name people know.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16 => "UTF-16",
            Self::Gb18030 => "GB18030",
        }
    }
}

/// Text and how it was written. The mark at the beginning is taken off; lines are as in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The whole text.
    pub text: String,
    /// How it was written.
    pub encoding: Encoding,
}

/// Decodes a whole file.
///
/// # Errors
/// [`Fault::Empty`], [`Fault::BrokenText`] for text of a known encoding that is cut or damaged,
/// [`Fault::UnknownEncoding`] for anything else.
pub fn decode(bytes: &[u8]) -> Result<Decoded, Fault> {
    let decoded = by_mark(bytes).unwrap_or_else(|| without_mark(bytes))?;
    if decoded.text.trim().is_empty() {
        return Err(Fault::Empty);
    }
    if is_binary(&decoded.text) {
        return Err(Fault::UnknownEncoding);
    }
    Ok(decoded)
}

fn by_mark(bytes: &[u8]) -> Option<Result<Decoded, Fault>> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return Some(utf8(rest).unwrap_or_else(|line| Err(broken(line, Encoding::Utf8))));
    }
    let (rest, order) = if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        (rest, UTF_16LE)
    } else if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        (rest, UTF_16BE)
    } else {
        return None;
    };
    let text = order.decode_without_bom_handling_and_without_replacement(rest).map(|text| text.into_owned());
    let damaged = || {
        let (lossy, _) = order.decode_without_bom_handling(rest);
        broken(line_of(&lossy, '\u{FFFD}'), Encoding::Utf16)
    };
    Some(text.map(|text| Decoded { text, encoding: Encoding::Utf16 }).ok_or_else(damaged))
}

fn without_mark(bytes: &[u8]) -> Result<Decoded, Fault> {
    let line = match utf8(bytes) {
        Ok(decoded) => return decoded,
        Err(line) => line,
    };
    if looks_like_damaged_utf8(bytes) {
        return Err(broken(line, Encoding::Utf8));
    }
    let text = GB18030
        .decode_without_bom_handling_and_without_replacement(bytes)
        .filter(|text| reads_like_chinese(text))
        .ok_or(Fault::UnknownEncoding)?;
    Ok(Decoded { text: text.into_owned(), encoding: Encoding::Gb18030 })
}

/// The text, or the line (from 1) at which the bytes stop being UTF-8.
fn utf8(bytes: &[u8]) -> Result<Result<Decoded, Fault>, usize> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Ok(Decoded { text: text.to_owned(), encoding: Encoding::Utf8 })),
        Err(error) => {
            let newlines = bytes.iter().take(error.valid_up_to()).filter(|byte| **byte == b'\n').count();
            Err(newlines + 1)
        }
    }
}

/// Whether nearly all that is not ASCII is sound UTF-8: then a few bad bytes are damage (a copy cut within
/// a character), not another encoding. GB18030 text is almost never sound UTF-8 by accident.
fn looks_like_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    sound >= 4 && sound >= bad * 10
}

/// Whether text decoded as GB18030 is Chinese and not another encoding's bytes in disguise: GB18030 takes
/// almost any bytes, so other encodings come out as rare characters, kana, Greek and private-use marks.
fn reads_like_chinese(text: &str) -> bool {
    let (mut seen, mut odd) = (0_usize, 0_usize);
    for c in text.chars().filter(|c| !c.is_ascii()) {
        seen += 1;
        let stray = matches!(c,
            '\u{80}'..='\u{9F}'          // control characters
            | '\u{370}'..='\u{52F}'      // Greek, Cyrillic
            | '\u{2500}'..='\u{257F}'    // box drawing
            | '\u{3040}'..='\u{312F}'    // kana, bopomofo
            | '\u{3400}'..='\u{4DBF}'    // rare characters
            | '\u{E000}'..='\u{F8FF}'    // private use
            | '\u{FFFD}');
        odd += usize::from(stray);
    }
    odd * 20 <= seen
}

/// Zero bytes and stray control characters are never in a text file people wrote.
fn is_binary(text: &str) -> bool {
    let is_stray =
        |c: &char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{1A}');
    let strays = text.chars().filter(is_stray).count();
    text.contains('\0') || strays * 100 > text.len()
}

fn line_of(text: &str, wanted: char) -> usize {
    text.chars().take_while(|c| *c != wanted).filter(|c| *c == '\n').count() + 1
}

const fn broken(line: usize, encoding: Encoding) -> Fault {
    Fault::BrokenText { line, encoding: encoding.name() }
}
