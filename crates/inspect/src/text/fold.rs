//! One form for the many ways of writing the same character, so that patterns need know only one.
//!
//! Folding is for comparing; what is quoted is always the file's own text.

use super::traditional::simplified;

/// A folded character with the place (in characters) it has in its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Folded {
    pub(crate) c: char,
    /// As it is written.
    pub(crate) written: char,
    pub(crate) at: u32,
}

/// Folds a line: half-width punctuation and digits, one kind of dash, quote and blank, simplified
/// characters; marks nobody can see are dropped, and so is the pinyin that bad converters put behind
/// characters (`鎮(zhèn)`).
pub(crate) fn fold(line: &str) -> Vec<Folded> {
    let chars: Vec<char> = line.chars().collect();
    let mut folded = Vec::with_capacity(chars.len());
    let mut next = 0;
    while let Some(c) = chars.get(next).copied() {
        if let Some(length) = pinyin(chars.get(next..).unwrap_or_default()) {
            next += length;
            continue;
        }
        if let Some(plain) = fold_char(c) {
            folded.push(Folded { c: plain, written: c, at: u32::try_from(next).unwrap_or(u32::MAX) });
        }
        next += 1;
    }
    folded
}

/// The folded text without blanks: what labels are compared by, since layouts tear them (`结 果 维 持`).
pub(crate) fn squeezed(text: &str) -> String {
    fold(text).into_iter().map(|folded| folded.c).filter(|c| !c.is_whitespace()).collect()
}

fn fold_char(c: char) -> Option<char> {
    match c {
        '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{AD}' | '\u{2060}' => None,
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0),
        '−' | '–' | '—' | '─' | '﹣' | '‑' | '―' => Some('-'),
        '“' | '”' | '„' | '‟' | '「' | '」' | '『' | '』' => Some('"'),
        '‘' | '’' => Some('\''),
        '﹐' => Some(','),
        '〈' => Some('<'),
        '〉' => Some('>'),
        '【' | '[' | '﹝' => Some('〔'),
        '】' | ']' | '﹞' => Some('〕'),
        c if c.is_whitespace() && c != '\t' => Some(' '),
        c if c.is_ascii() => Some(c),
        c => Some(simplified(c)),
    }
}

/// The length of a bracket that holds nothing but pinyin, if one begins here.
fn pinyin(rest: &[char]) -> Option<usize> {
    if !matches!(rest.first(), Some('(' | '（')) {
        return None;
    }
    let letters = rest.iter().skip(1).take_while(|c| is_pinyin_letter(**c)).count();
    let has_tone = rest.iter().skip(1).take(letters).any(|c| !c.is_ascii());
    let closes = matches!(rest.get(letters + 1), Some(')' | '）'));
    (closes && has_tone && letters <= 6).then_some(letters + 2)
}

fn is_pinyin_letter(c: char) -> bool {
    c.is_ascii_lowercase() || matches!(c, '\u{E0}'..='\u{FC}' | '\u{100}'..='\u{17F}' | '\u{1CD}'..='\u{1DC}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(line: &str) -> String {
        fold(line).into_iter().map(|folded| folded.c).collect()
    }

    #[test]
    fn widths_scripts_and_garble_fold_to_one_form() {
        assert_eq!(folded("２０２０年，（一）“公開”"), "2020年,(一)\"公开\"");
        assert_eq!(folded("拖市鎮(zhèn)數(shù)據(jù)"), "拖市镇数据");
        assert_eq!(folded("(abc)(县)"), "(abc)(县)");
        assert_eq!(squeezed("结 果\u{3000}维 持"), "结果维持");
    }

    #[test]
    fn places_point_into_the_original() {
        let places: Vec<u32> = fold("數(shù)據").into_iter().map(|folded| folded.at).collect();
        assert_eq!(places, [0, 6]);
    }
}
