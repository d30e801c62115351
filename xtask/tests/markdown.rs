//! The little Markdown that the papers use: `code` words and table rows.

/// The words between single backquotes in a line; fenced blocks are the caller's affair.
pub(crate) fn code_words(line: &str) -> Vec<&str> {
    line.split('`').skip(1).step_by(2).collect()
}

/// The cells of a table row, trimmed; `None` for other lines, the heading's underline included.
pub(crate) fn cells(line: &str) -> Option<Vec<&str>> {
    let inner = line.trim().strip_prefix('|')?.strip_suffix('|')?;
    let cells: Vec<&str> = inner.split('|').map(str::trim).collect();
    let underline = cells.iter().all(|cell| !cell.is_empty() && cell.chars().all(|c| c == '-' || c == ':'));
    (!underline).then_some(cells)
}

/// The lines outside fenced blocks, with their numbers from 1.
pub(crate) fn prose_lines(text: &str) -> Vec<(usize, &str)> {
    let mut fenced = false;
    let numbered = text.lines().enumerate().map(|(index, line)| (index + 1, line));
    let kept = numbered.filter(|(_, line)| {
        let fence = line.trim_start().starts_with("```");
        fenced ^= fence;
        !fence && !fenced
    });
    kept.collect()
}

#[test]
fn code_words_cells_and_prose_are_told_apart() {
    assert_eq!(code_words("a `b` c `d::e`"), ["b", "d::e"]);
    assert_eq!(cells("| 补正 | `Supplement` |"), Some(vec!["补正", "`Supplement`"]));
    assert_eq!((cells("|---|:--|"), cells("text")), (None, None));
    assert_eq!(prose_lines("a\n```\nb\n```\nc"), [(1, "a"), (5, "c")]);
}
