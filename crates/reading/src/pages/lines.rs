//! Lines of text out of placed signs.

use super::Piece;

/// A line: its height on the page and what it says.
type Line = (f64, String);

/// Signs whose base lines differ by less than this part of their size stand on one line.
const SAME_LINE: f64 = 0.4;
/// A gap of this part of the size is a blank between letters and figures.
const BLANK: f64 = 0.12;
/// A gap of this part of the size is a blank between Chinese characters, which are often set loosely.
const WIDE_BLANK: f64 = 0.35;
/// A gap of this part of the size parts columns.
const COLUMN: f64 = 1.2;
/// The most blanks in a row.
const MAX_BLANKS: usize = 200;

/// The lines of a page, top down, columns under one another.
pub(super) fn lines(pieces: Vec<Piece>) -> Vec<Line> {
    let left = pieces.iter().map(|piece| piece.x).fold(f64::INFINITY, f64::min);
    let half = usual_size(&pieces) / 2.0;
    clustered(pieces).into_iter().map(|(y, line)| (y, set(&line, Some((left, half))))).collect()
}

/// What a cell says: its lines in one, without a blank where Chinese text was broken.
pub(super) fn cell(pieces: Vec<Piece>) -> String {
    let mut text = String::new();
    for (_, line) in clustered(pieces) {
        let line = set(&line, None);
        let line = line.trim();
        if let (Some(last), Some(first)) = (text.chars().next_back(), line.chars().next())
            && !(is_wide(last) && is_wide(first))
        {
            text.push(' ');
        }
        text.push_str(line);
    }
    text
}

/// The size most signs have.
fn usual_size(pieces: &[Piece]) -> f64 {
    let mut sizes: Vec<f64> = pieces.iter().map(|piece| piece.size).filter(|size| *size > 0.5).collect();
    sizes.sort_by(f64::total_cmp);
    sizes.get(sizes.len() / 2).copied().unwrap_or(10.5)
}

/// Signs grouped by line, each line from left to right.
fn clustered(mut pieces: Vec<Piece>) -> Vec<(f64, Vec<Piece>)> {
    pieces.sort_by(|one, other| one.y.total_cmp(&other.y));
    let mut lines: Vec<(f64, Vec<Piece>)> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some((y, line)) if piece.y - *y < SAME_LINE * piece.size.max(1.0) => line.push(piece),
            _ => lines.push((piece.y, vec![piece])),
        }
    }
    for (_, line) in &mut lines {
        line.sort_by(|one, other| one.x.total_cmp(&other.x));
        // Bold type is sometimes made by printing twice, a hair apart.
        line.dedup_by(|later, earlier| {
            later.text == earlier.text
                && !later.text.trim().is_empty()
                && (later.x - earlier.x).abs() < 0.1 * earlier.size
        });
    }
    lines.retain(|(_, line)| line.iter().any(|piece| !piece.text.trim().is_empty()));
    lines
}

/// One line. `columns` is the left edge and the width of a half-width sign; without it every gap is one blank.
fn set(line: &[Piece], columns: Option<(f64, f64)>) -> String {
    let mut text = String::new();
    let mut column = 0;
    // The right end of the last sign, if there was one.
    let mut end: Option<f64> = None;
    let mut blank = false;
    for piece in line {
        if piece.text.trim().is_empty() {
            blank = true;
            continue;
        }
        let gap = end.map_or(0.0, |end| piece.x - end);
        let both_wide = ends_wide(&text) && piece.text.chars().next().is_some_and(is_wide);
        let least = if both_wide { WIDE_BLANK } else { BLANK };
        let mut blanks = usize::from(end.is_some() && (blank || gap > least * piece.size));
        if let Some((left, half)) = columns
            && (end.is_none() || gap > COLUMN * piece.size)
        {
            let target = to_count((piece.x - left) / half.max(0.5));
            blanks = target.saturating_sub(column).max(if end.is_some() { 2 } else { 0 }).min(MAX_BLANKS);
        }
        text.extend(std::iter::repeat_n(' ', blanks));
        text.push_str(&piece.text);
        column += blanks + piece.text.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum::<usize>();
        let right = piece.x + piece.width;
        end = Some(end.map_or(right, |end| end.max(right)));
        blank = false;
    }
    text
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to small whole numbers before"
)]
fn to_count(columns: f64) -> usize {
    columns.round().clamp(0.0, 10_000.0) as usize
}

fn ends_wide(text: &str) -> bool {
    text.chars().next_back().is_some_and(is_wide)
}

/// Signs as wide as they are high.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FF60}'
        | '\u{FFE0}'..='\u{FFE6}' | '\u{2014}'..='\u{2026}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::super::Heading;
    use super::*;

    fn piece(text: &str, x: f64, y: f64) -> Piece {
        let width = if text.chars().all(is_wide) { 10.0 } else { 5.0 };
        Piece { text: text.to_owned(), x, y, width, size: 10.0, heading: Heading::Right }
    }

    #[test]
    fn columns_stand_under_one_another() {
        let mut pieces = Vec::new();
        for (y, row) in [
            (20.0, [("项", 10.0), ("目", 20.0), ("数", 100.0)]),
            (40.0, [("规", 10.0), ("章", 20.2), ("3", 102.0)]),
        ] {
            pieces.extend(row.map(|(text, x)| piece(text, x, y)));
        }
        let texts: Vec<String> = lines(pieces).into_iter().map(|(_, text)| text).collect();
        assert_eq!(texts, ["项目              数", "规章              3"]);
    }

    #[test]
    fn a_cell_broken_over_lines_is_one_text() {
        let pieces = vec![
            piece("予", 0.0, 10.0),
            piece("以", 10.0, 10.0),
            piece("公", 0.0, 24.0),
            piece("开", 10.0, 24.0),
        ];
        assert_eq!(cell(pieces), "予以公开");
    }
}
