//! Full-width forms typed on a Chinese keyboard, folded to the ASCII they stand for.

/// `２０２７－０１－０１` becomes `2027-01-01`; the ideographic space becomes a space; other text is kept.
pub(super) fn narrow(text: &str) -> String {
    text.chars().map(narrow_char).collect::<String>().trim().to_owned()
}

fn narrow_char(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        // The block U+FF01..U+FF5E repeats ASCII at a fixed distance.
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}
