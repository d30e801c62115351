//! The nearest known names to one that was mistyped.

/// At most `most` of the known names, nearest first by the number of characters to change.
pub(super) fn nearest<'a>(written: &str, known: impl Iterator<Item = &'a str>, most: usize) -> Vec<&'a str> {
    let written: Vec<char> = written.chars().collect();
    let mut ranked: Vec<(usize, &str)> = known.map(|name| (distance(&written, name), name)).collect();
    ranked.sort_by_key(|(changes, _)| *changes);
    ranked.into_iter().take(most).map(|(_, name)| name).collect()
}

/// Levenshtein distance in characters.
fn distance(written: &[char], name: &str) -> usize {
    let mut row: Vec<usize> = (0..=written.len()).collect();
    for (above, letter) in name.chars().enumerate() {
        let mut diagonal = above;
        let mut left = above + 1;
        let mut next = vec![left];
        for (column, own) in written.iter().enumerate() {
            let up = row.get(column + 1).copied().unwrap_or_default();
            let change = diagonal + usize::from(*own != letter);
            left = change.min(up + 1).min(left + 1);
            diagonal = up;
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}
