//! Text set to the width of the screen. A Chinese character takes two columns.

use console::{Term, measure_text_width};

/// Wider lines are hard to read.
const WIDEST: usize = 120;
/// A screen narrower than this is not set for.
const NARROWEST: usize = 40;
/// Marks that may not begin a line.
const NOT_FIRST: &str = "，。；：、！？）》”’〕】,.;:!?)";

/// The columns of standard output; none if it is no screen, and then nothing is broken into lines.
pub(super) fn of_screen() -> Option<usize> {
    let (_, columns) = Term::stdout().size_checked()?;
    Some(usize::from(columns).clamp(NARROWEST, WIDEST))
}

/// The columns a text takes.
pub(super) fn of(text: &str) -> usize {
    measure_text_width(text)
}

/// A text with blanks behind it up to a width.
pub(super) fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(of(text))))
}

/// A text cut to a width, with `…` where something was cut off.
pub(super) fn cut(text: &str, width: usize) -> String {
    if of(text) <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    for c in text.chars() {
        if of(&kept) + of(c.encode_utf8(&mut [0; 4])) + 1 > width {
            break;
        }
        kept.push(c);
    }
    kept + "…"
}

/// A text in lines, each `indent` columns in, with a line end each. Latin words and numbers are not torn.
pub(super) fn wrapped(text: &str, indent: usize, screen: Option<usize>) -> String {
    let margin = " ".repeat(indent);
    let room = screen.map_or(usize::MAX, |screen| screen.saturating_sub(indent).max(20));
    let (mut lines, mut line, mut columns) = (Vec::new(), String::new(), 0);
    for piece in pieces(text) {
        let width = of(piece);
        if columns + width > room && !line.is_empty() && !piece.starts_with(|c| NOT_FIRST.contains(c)) {
            lines.push(std::mem::take(&mut line));
            columns = 0;
        }
        if !(line.is_empty() && piece.trim().is_empty()) {
            line.push_str(piece);
            columns += width;
        }
    }
    lines.push(line);
    lines.iter().map(|line| format!("{margin}{}\n", line.trim_end())).collect()
}

/// Pieces that stay together: a run of Latin letters, digits and signs, or one other character.
fn pieces(text: &str) -> Vec<&str> {
    let (mut pieces, mut start) = (Vec::new(), 0);
    let mut before = None;
    for (at, c) in text.char_indices() {
        let is_joined = before.is_some_and(|before: char| before.is_ascii_graphic() && c.is_ascii_graphic());
        if at > start && !is_joined {
            pieces.extend(text.get(start..at));
            start = at;
        }
        before = Some(c);
    }
    pieces.extend(text.get(start..).filter(|rest| !rest.is_empty()));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_the_screen_and_no_number_is_torn() {
        let text = wrapped("全年公开12345条，其中公告栏98.5%，其他若干。", 4, Some(28));
        assert!(text.lines().all(|line| of(line) <= 30), "{text}");
        assert!(text.contains("12345") && text.contains("98.5%"), "{text}");
        assert!(
            text.lines().all(|line| line.starts_with("    ") && !line.trim().starts_with('，')),
            "{text}"
        );
        assert_eq!(wrapped("全年公开", 2, None), "  全年公开\n");
    }

    #[test]
    fn names_are_cut_and_padded_by_columns() {
        assert_eq!(cut("示例镇人民政府", 9), "示例镇人…");
        assert_eq!(padded("示例", 6), "示例  ");
    }
}
