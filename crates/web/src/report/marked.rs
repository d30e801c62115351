//! The text of a checked report, line by line, with what the findings quote marked at its place.

use std::collections::BTreeMap;
use std::ops::Range;

use super::told::{Quote, Told};

/// Lines shown; a report has a few hundred.
const LINES_MAX: usize = 5_000;

/// A text with its marks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Marked {
    pub(crate) lines: Vec<MarkedLine>,
    /// How many lines at the end are not shown.
    pub(crate) left_out: usize,
}

/// One line of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MarkedLine {
    /// From 1.
    pub(crate) number: usize,
    pub(crate) pieces: Vec<Piece>,
}

/// Some words of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) text: String,
    /// Whether a finding quotes them.
    pub(crate) is_marked: bool,
    /// The colour of the gravest such finding.
    pub(crate) class: &'static str,
    /// The findings whose last words on this line these are.
    pub(crate) pins: Vec<Pin>,
}

/// The sign behind marked words that leads to their finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pin {
    /// The finding's number.
    pub(crate) number: usize,
    pub(crate) rule: String,
    pub(crate) class: &'static str,
}

/// A quotation found on its line.
struct Span<'t> {
    bytes: Range<usize>,
    told: &'t Told,
}

/// Marks what `findings` quote, and tells each quotation where its mark is. Quoted words that do not stand on their
/// line mark the whole line.
pub(crate) fn mark(words: &str, findings: &mut [Told]) -> Marked {
    let texts: Vec<&str> = words.lines().take(LINES_MAX).collect();
    for told in findings.iter_mut() {
        for quote in &mut told.evidence {
            if !quote.is_elsewhere && (1..=texts.len()).contains(&quote.line) {
                quote.href = format!("#Q{}-{}", told.number, quote.line);
            }
        }
    }
    let mut quoted: BTreeMap<usize, Vec<Span<'_>>> = BTreeMap::new();
    for told in findings.iter() {
        for quote in told.evidence.iter().filter(|quote| !quote.href.is_empty()) {
            let text = texts.get(quote.line - 1).copied().unwrap_or_default();
            let span = Span { bytes: place(text, quote), told };
            quoted.entry(quote.line).or_default().push(span);
        }
    }
    let line = |(number, text): (usize, &&str)| MarkedLine {
        number,
        pieces: pieces(text, quoted.get(&number).map(Vec::as_slice).unwrap_or_default()),
    };
    let lines = (1..).zip(texts.iter()).map(line).collect();
    Marked { lines, left_out: words.lines().count().saturating_sub(LINES_MAX) }
}

/// Cuts a line wherever a quotation begins or ends.
fn pieces(text: &str, spans: &[Span<'_>]) -> Vec<Piece> {
    let mut cuts: Vec<usize> =
        spans.iter().flat_map(|span| [span.bytes.start, span.bytes.end]).chain([0, text.len()]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut pieces = Vec::new();
    for (from, to) in cuts.iter().zip(cuts.iter().skip(1)) {
        let covers = |span: &&Span<'_>| span.bytes.start <= *from && *to <= span.bytes.end;
        let gravest = spans.iter().filter(covers).min_by_key(|span| span.told.number);
        pieces.push(Piece {
            text: text.get(*from..*to).unwrap_or_default().to_owned(),
            is_marked: gravest.is_some(),
            class: gravest.map_or("", |span| span.told.class),
            pins: pins(spans, *to),
        });
    }
    if pieces.is_empty() && !spans.is_empty() {
        // An empty line that is quoted, e.g. where a table is cut off.
        pieces.push(Piece { text: String::new(), is_marked: false, class: "", pins: pins(spans, 0) });
    }
    pieces
}

/// The findings whose last quotation on the line ends there, each once.
fn pins(spans: &[Span<'_>], end: usize) -> Vec<Pin> {
    let mut last: BTreeMap<usize, (usize, &Told)> = BTreeMap::new();
    for span in spans {
        let entry = last.entry(span.told.number).or_insert((span.bytes.end, span.told));
        entry.0 = entry.0.max(span.bytes.end);
    }
    let here = last.into_values().filter(|(at, _)| *at == end);
    here.map(|(_, told)| Pin { number: told.number, rule: told.rule.clone(), class: told.class }).collect()
}

/// Where a quotation stands on its line, in bytes.
fn place(line: &str, quote: &Quote) -> Range<usize> {
    let wanted = quote.text.trim();
    let in_cell = quote.cell.and_then(|cell| cell_of(line, cell, wanted));
    let found = in_cell.or_else(|| find_alone(line, wanted)).or_else(|| line.find(wanted));
    match found.filter(|_| !wanted.is_empty()) {
        Some(start) => start..start + wanted.len(),
        None => {
            let start = line.len() - line.trim_start().len();
            start..line.trim_end().len().max(start)
        }
    }
}

/// A way to cut a line into pieces, each with where it starts.
type Cut = fn(&str) -> Vec<(usize, &str)>;

/// The words within the cell of that number, however the line is cut: by tabs, pipes, wide or single blanks.
fn cell_of(line: &str, cell: usize, wanted: &str) -> Option<usize> {
    let cuts: [Cut; 4] = [
        |line| if line.contains('\t') { pieces_at(line, &|c| c == '\t') } else { Vec::new() },
        |line| {
            let framed = line.trim_start().starts_with('|');
            let pieces = if line.contains('|') { pieces_at(line, &|c| c == '|') } else { Vec::new() };
            pieces.into_iter().skip(usize::from(framed)).collect()
        },
        at_wide_blanks,
        |line| {
            pieces_at(line, &char::is_whitespace).into_iter().filter(|(_, piece)| !piece.is_empty()).collect()
        },
    ];
    let nth = |cut: &Cut| {
        let (start, piece) = cut(line).get(cell.checked_sub(1)?).copied()?;
        Some(start + piece.find(wanted).filter(|_| piece.trim() == wanted)?)
    };
    cuts.iter().find_map(nth)
}

fn pieces_at<'l>(line: &'l str, is_cut: &dyn Fn(char) -> bool) -> Vec<(usize, &'l str)> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, c) in line.char_indices().filter(|(_, c)| is_cut(*c)) {
        pieces.push((start, line.get(start..at).unwrap_or_default()));
        start = at + c.len_utf8();
    }
    pieces.push((start, line.get(start..).unwrap_or_default()));
    pieces
}

/// Two blanks or more separate cells; one belongs to its cell.
fn at_wide_blanks(line: &str) -> Vec<(usize, &str)> {
    let mut cells: Vec<(usize, usize)> = Vec::new();
    for (start, word) in
        pieces_at(line, &char::is_whitespace).into_iter().filter(|(_, word)| !word.is_empty())
    {
        let end = start + word.len();
        match cells.last_mut() {
            Some(last) if line.get(last.1..start).is_some_and(|gap| gap.chars().count() == 1) => last.1 = end,
            _ => cells.push((start, end)),
        }
    }
    cells.into_iter().map(|(start, end)| (start, line.get(start..end).unwrap_or_default())).collect()
}

/// A number stands alone where no other digit touches it: `5` is not found in `125`.
fn find_alone(line: &str, wanted: &str) -> Option<usize> {
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let alone = |(start, found): &(usize, &str)| {
        let before = line.get(..*start).and_then(|before| before.chars().next_back());
        let after = line.get(start + found.len()..).and_then(|after| after.chars().next());
        let touches = |inner: Option<char>, outer: Option<char>| {
            inner.is_some_and(|c| c.is_ascii_digit()) && outer.is_some_and(is_number)
        };
        !touches(found.chars().next(), before) && !touches(found.chars().next_back(), after)
    };
    (!wanted.is_empty()).then(|| line.match_indices(wanted).find(alone).map(|(start, _)| start)).flatten()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::told::told;
    use super::*;

    /// The line as text: `[words|class|numbers of pins]` for what is marked or pinned.
    fn drawn(words: &str, findings: &serde_json::Value) -> Vec<String> {
        let mut findings = told(findings);
        let piece = |piece: &Piece| {
            let pins: Vec<String> = piece.pins.iter().map(|pin| pin.number.to_string()).collect();
            match (piece.is_marked, pins.is_empty()) {
                (false, true) => piece.text.clone(),
                _ => format!("[{}|{}|{}]", piece.text, piece.class, pins.join(",")),
            }
        };
        let marked = mark(words, &mut findings);
        marked.lines.iter().map(|line| line.pieces.iter().map(piece).collect()).collect()
    }

    fn finding(verdict: &str, quotes: &[(usize, Option<usize>, &str)]) -> serde_json::Value {
        let quote = |(line, cell, text): &(usize, Option<usize>, &str)| json!({ "line": line, "cell": cell, "text": text });
        let quotes: Vec<_> = quotes.iter().map(quote).collect();
        json!({ "rule": "K-X-3", "verdict": verdict, "severity": "error", "message": "", "evidence": quotes })
    }

    #[test]
    fn quoted_words_are_marked_and_the_rest_is_not() {
        let found = json!([finding("FAIL", &[(2, None, "132条")])]);
        assert_eq!(drawn("总体\n公开132条，其中\n", &found), ["总体", "公开[132条|bad|1]，其中"]);
    }

    #[test]
    fn findings_that_overlap_share_their_words_and_the_gravest_colours_them() {
        let found = json!([
            finding("UNCERTAIN", &[(1, None, "公开132条")]),
            finding("FAIL", &[(1, None, "132条信息")]),
        ]);
        assert_eq!(drawn("今年公开132条信息。", &found), ["今年[公开|warn|][132条|bad|2][信息|bad|1]。"]);
    }

    #[test]
    fn a_finding_with_several_words_on_a_line_has_one_sign_behind_the_last() {
        let found = json!([finding("FAIL", &[(1, Some(2), "1"), (1, Some(4), "1")])]);
        assert_eq!(drawn("合计\t1\t1\t1", &found), ["合计\t[1|bad|]\t1\t[1|bad|1]"]);
    }

    #[test]
    fn cells_are_found_however_the_line_is_cut() {
        let found = |cell| json!([finding("FAIL", &[(1, Some(cell), "0")])]);
        assert_eq!(drawn("| 规章 | 0 | 0 |", &found(3)), ["| 规章 | 0 | [0|bad|1] |"]);
        assert_eq!(drawn("规章 | 0 | 0", &found(2)), ["规章 | [0|bad|1] | 0"]);
        assert_eq!(drawn("结 果   0   0", &found(3)), ["结 果   0   [0|bad|1]"]);
        assert_eq!(drawn("本年新收 10 0 0", &found(4)), ["本年新收 10 0 [0|bad|1]"]);
        assert_eq!(drawn("共10，转0", &found(9)), ["共10，转[0|bad|1]"]);
    }

    #[test]
    fn words_that_do_not_stand_on_their_line_mark_it_whole_and_lines_that_do_not_exist_nothing() {
        let found = json!([finding("UNCERTAIN", &[(1, None, "没有的话"), (2, None, ""), (9, None, "甲")])]);
        assert_eq!(drawn("  甲乙 \n\n丙", &found), ["  [甲乙|warn|1] ", "[||1]", "丙"]);
        let mut findings = told(&found);
        mark("  甲乙 \n\n丙", &mut findings);
        let places: Vec<&str> =
            findings.iter().flat_map(|told| &told.evidence).map(|quote| quote.href.as_str()).collect();
        assert_eq!(places, ["#Q1-1", "#Q1-2", ""]);
    }

    #[test]
    fn another_files_words_are_not_looked_for_here() {
        let mut findings = told(&json!([{ "rule": "K-T3-5", "verdict": "FAIL", "message": "", "evidence": [
            { "line": 1, "text": "甲", "file": "上年.txt" }
        ] }]));
        let marked = mark("甲", &mut findings);
        assert!(!marked.lines.iter().flat_map(|line| &line.pieces).any(|piece| piece.is_marked));
        assert_eq!(findings.first().unwrap().evidence.first().unwrap().href, "");
    }
}
