//! Texts as they can be printed. An archive's PDF (PDF/A-2a) may hold no character without a glyph and none of
//! private meaning, so such a character stands as 〓, and a note says which ones they were.

use std::collections::BTreeSet;

use super::fonts::Fonts;

/// What stands for a character that cannot be printed (the printers' sign for a missing type).
const MISSING: char = '〓';

/// Makes texts printable and remembers what was missing.
#[derive(Debug)]
pub(super) struct Printable<'a> {
    fonts: &'a Fonts,
    missing: BTreeSet<char>,
}

impl<'a> Printable<'a> {
    /// For documents in these fonts.
    pub(super) const fn new(fonts: &'a Fonts) -> Self {
        Self { fonts, missing: BTreeSet::new() }
    }

    /// The text without what is invisible, with 〓 for what has no glyph.
    pub(super) fn text(&mut self, text: &str) -> String {
        let mut printable = String::with_capacity(text.len());
        for character in text.chars() {
            match character {
                '\t' | '\n' | '\r' => printable.push(' '),
                _ if is_invisible(character) => {}
                _ if !is_private(character) && self.fonts.covers(character) => printable.push(character),
                _ => {
                    self.missing.insert(character);
                    printable.push(MISSING);
                }
            }
        }
        printable
    }

    /// The note that names the characters that were missing, if any were.
    pub(super) fn note(&self) -> Option<String> {
        let names: Vec<String> = self.missing.iter().map(|c| format!("U+{:04X}", u32::from(*c))).collect();
        (!names.is_empty()).then(|| {
            format!("注：有{}个字所用字库没有收录，以“{MISSING}”代替：{}。", names.len(), names.join("、"))
        })
    }
}

/// Control and format characters, which have no shape: they would only confuse whoever reads the text layer.
fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(
            u32::from(character),
            0xad | 0x200b..=0x200f | 0x2028..=0x202e | 0x2060..=0x206f | 0xfe00..=0xfe0f | 0xfeff
                | 0xfff9..=0xfffb | 0xe0000..=0xe0fff
        )
}

/// Characters of private meaning, and those that are none.
fn is_private(character: char) -> bool {
    let code = u32::from(character);
    matches!(code, 0xe000..=0xf8ff | 0xf0000..=0x0010_ffff) || code & 0xfffe == 0xfffe
}
