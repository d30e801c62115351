//! Lines cut into cells, however the layout marks them: tabs, pipes, runs of blanks, one cell a line.

use super::labels::is_row_label;
use crate::document::Place;
use crate::text::{Source, squeezed};

/// A cell of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    /// Index of its line in the source.
    pub(crate) line: usize,
    pub(crate) place: Place,
    /// Where a person finds it, if the file names its cells.
    pub(crate) address: Option<String>,
    /// As written, trimmed.
    pub(crate) text: String,
    /// Folded and without blanks, for comparing with labels.
    pub(crate) label: String,
}

/// What separates the cells of a line. Where it is a mark, a cell between two marks may be empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// Tabs; empty cells are kept.
    Tabs,
    /// Pipes; empty cells are kept, those behind the last filled one are fillers.
    Pipes,
    /// Two or more blanks; an empty cell leaves no trace.
    Blanks,
    /// Nothing: the line is one cell.
    Whole,
}

/// A line cut into cells.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) layout: Layout,
    pub(crate) tokens: Vec<Token>,
}

impl Token {
    pub(crate) fn is_blank(&self) -> bool {
        self.label.is_empty()
    }

    /// Whether it is nothing but a number, possibly with sign, separators, decimals or a unit behind it.
    pub(crate) fn is_number(&self) -> bool {
        is_number(&self.label)
    }
}

/// Cuts a line of the source into cells. Furniture and blank lines give none.
pub(crate) fn row(source: &Source<'_>, index: usize) -> Option<Row> {
    let line = source.get(index).filter(|_| source.has_content(index))?;
    let text = line.written.as_slice();
    let layout = layout(text);
    let pieces = match layout {
        Layout::Tabs => split_at_marks(text, '\t'),
        Layout::Pipes => split_at_pipes(text),
        Layout::Blanks | Layout::Whole => run_together(text).unwrap_or_else(|| between_blanks(text, layout)),
    };
    let mut tokens = Vec::with_capacity(pieces.len());
    for (cell, piece) in (1..).zip(pieces) {
        let written: String = text.get(piece).unwrap_or_default().iter().collect();
        let place = Place { line: line.line.no, page: line.page, cell: Some(cell) };
        let (text, label) = (written.trim().to_owned(), squeezed(&written));
        tokens.push(Token { line: index, place, address: None, text, label });
    }
    Some(Row { layout, tokens })
}

fn between_blanks(text: &[char], layout: Layout) -> Vec<Piece> {
    let pieces = if layout == Layout::Blanks { split_at_blanks(text) } else { Vec::new() };
    if pieces.len() > 1 { pieces } else { number_tail(text) }
}

fn layout(text: &[char]) -> Layout {
    if text.contains(&'\t') {
        Layout::Tabs
    } else if text.iter().any(|c| matches!(c, '|' | '｜' | '│')) {
        Layout::Pipes
    } else if has_gap(text) {
        Layout::Blanks
    } else {
        Layout::Whole
    }
}

fn has_gap(text: &[char]) -> bool {
    let is_text = |c: &char| !c.is_whitespace();
    let inner_from = text.iter().position(is_text).unwrap_or(0);
    let inner_to = text.iter().rposition(is_text).map_or(0, |last| last + 1);
    let inner = text.get(inner_from..inner_to).unwrap_or_default();
    inner.windows(2).any(|pair| pair.iter().all(|c| c.is_whitespace()))
}

type Piece = std::ops::Range<usize>;

fn split_at_marks(text: &[char], mark: char) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, _) in text.iter().enumerate().filter(|(_, c)| **c == mark) {
        pieces.push(start..at);
        start = at + 1;
    }
    pieces.push(start..text.len());
    pieces
}

/// A pipe before the first cell and one behind the last frame the row; `|||` behind it are fillers of
/// merged cells. A line of pipes alone is one blank cell.
fn split_at_pipes(text: &[char]) -> Vec<Piece> {
    let marked: Vec<char> = text.iter().map(|c| if matches!(c, '｜' | '│') { '|' } else { *c }).collect();
    let is_blank =
        |piece: &Piece| marked.get(piece.clone()).unwrap_or_default().iter().all(|c| c.is_whitespace());
    let mut pieces = split_at_marks(&marked, '|');
    if pieces.iter().all(is_blank) {
        return std::iter::once(0..0).collect();
    }
    let framed = pieces.first().is_some_and(is_blank);
    if pieces.last().is_some_and(is_blank) {
        pieces.pop();
    }
    if framed {
        pieces.remove(0);
    }
    pieces
}

fn split_at_blanks(text: &[char]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let (mut start, mut blanks) = (None, 0);
    for (at, c) in text.iter().enumerate() {
        if !c.is_whitespace() {
            if let Some(begin) = start.filter(|_| blanks > 1) {
                pieces.push(begin..at - blanks);
                start = None;
            }
            start = start.or(Some(at));
            blanks = 0;
        } else {
            blanks += 1;
        }
    }
    if let Some(begin) = start {
        pieces.push(begin..text.len());
    }
    pieces.into_iter().flat_map(|piece| split_numbers(text, piece)).collect()
}

/// Numbers next to each other with one blank between are cells of their own.
fn split_numbers(text: &[char], piece: Piece) -> Vec<Piece> {
    let words = words(text, piece.clone());
    let all_numbers = words.len() > 1 && words.iter().all(|word| is_number_at(text, word));
    if all_numbers { words } else { vec![piece] }
}

/// A line that ends in two or more numbers with single blanks between: the label, then the numbers.
fn number_tail(text: &[char]) -> Vec<Piece> {
    let words = words(text, 0..text.len());
    let numbers = words.iter().rev().take_while(|word| is_number_at(text, word)).count();
    let labels = words.len() - numbers;
    if numbers < 2 {
        return std::iter::once(0..text.len()).collect();
    }
    let label = words.first().zip(labels.checked_sub(1).and_then(|last| words.get(last)));
    let mut pieces: Vec<Piece> = label.map(|(first, last)| first.start..last.end).into_iter().collect();
    pieces.extend(words.into_iter().skip(labels));
    pieces
}

/// The fewest figures and the fewest labels of a line that holds several rows, and how many words a label may
/// be torn into.
const RUN_TOGETHER: (usize, usize, usize) = (4, 2, 4);

/// A line into which a converter ran several rows, with one blank between cells: labels and figures in turn.
fn run_together(text: &[char]) -> Option<Vec<Piece>> {
    let (figures, labels, torn) = RUN_TOGETHER;
    let words = words(text, 0..text.len());
    let is_figure: Vec<bool> = words.iter().map(|word| is_number_at(text, word)).collect();
    let turns = is_figure.windows(2).filter(|pair| matches!(pair, [true, false])).count();
    if turns < labels || is_figure.iter().filter(|is_figure| **is_figure).count() < figures {
        return None;
    }
    let mut pieces = Vec::with_capacity(words.len());
    let (mut at, mut known) = (0, 0);
    while let Some(word) = words.get(at) {
        let joined = |count: &usize| {
            let last = words.get(at + count - 1)?;
            let piece = word.start..last.end;
            let label: String = text.get(piece.clone()).unwrap_or_default().iter().collect();
            is_row_label(&squeezed(&label)).then_some((*count, piece))
        };
        let words_until_figure = is_figure.iter().skip(at).take(torn).take_while(|is_figure| !**is_figure);
        let label = (1..=words_until_figure.count()).rev().find_map(|count| joined(&count));
        known += usize::from(label.is_some());
        let (count, piece) = label.unwrap_or((1, word.clone()));
        pieces.push(piece);
        at += count;
    }
    (known >= labels).then_some(pieces)
}

fn words(text: &[char], piece: Piece) -> Vec<Piece> {
    let mut words: Vec<Piece> = Vec::new();
    for at in piece {
        if text.get(at).is_none_or(|c| c.is_whitespace()) {
            continue;
        }
        match words.last_mut().filter(|word| word.end == at) {
            Some(word) => word.end = at + 1,
            None => words.push(at..at + 1),
        }
    }
    words
}

fn is_number_at(text: &[char], piece: &Piece) -> bool {
    let word: String = text.get(piece.clone()).unwrap_or_default().iter().collect();
    is_number(&squeezed(&word))
}

/// Units that people write into number cells.
const UNITS: [&str; 8] = ["件", "项", "条", "个", "宗", "次", "万元", "元"];

fn is_number(label: &str) -> bool {
    let bare = UNITS.iter().find_map(|unit| label.strip_suffix(unit)).unwrap_or(label);
    let digits = bare.strip_prefix(['-', '+']).unwrap_or(bare);
    digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.ends_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    fn cells(text: &str) -> Vec<String> {
        let document = Document::from_text(text);
        let row = row(&Source::of(&document), 0);
        row.map(|row| row.tokens.into_iter().map(|token| token.text).collect()).unwrap_or_default()
    }

    #[test]
    fn tabs_keep_empty_cells() {
        assert_eq!(cells("四、结转\t\t0\t1\t"), ["四、结转", "", "0", "1", ""]);
    }

    #[test]
    fn pipes_lose_their_frame_and_keep_what_is_between() {
        assert_eq!(cells("规章 | 0 |  | 2 |"), ["规章", "0", "", "2"]);
        assert_eq!(cells("| 规章 | 0 |"), ["规章", "0"]);
        assert_eq!(cells("|||||"), [""]);
        assert_eq!(cells("行政许可 | 3 | ||"), ["行政许可", "3", "", ""]);
    }

    #[test]
    fn runs_of_blanks_cut_and_single_blanks_do_not() {
        assert_eq!(cells("   （二）部分公开   3  0   12"), ["（二）部分公开", "3", "0", "12"]);
        assert_eq!(cells("  结 果   总计"), ["结 果", "总计"]);
        assert_eq!(cells("  1.属于国家秘密   0 0 0"), ["1.属于国家秘密", "0", "0", "0"]);
    }

    #[test]
    fn numbers_behind_a_label_are_cells_even_with_single_blanks() {
        assert_eq!(cells("一、本年新收 5 0 0"), ["一、本年新收", "5", "0", "0"]);
        assert_eq!(cells("0 1 2"), ["0", "1", "2"]);
        assert_eq!(cells("全年公开 3 条信息"), ["全年公开 3 条信息"]);
    }

    #[test]
    fn a_number_may_carry_sign_separators_and_unit() {
        for text in ["0", "-11", "1,234", "75.9260", "3件", "12.5万元"] {
            assert!(is_number(&squeezed(text)), "{text}");
        }
        for text in ["", "-", "/", "1.属于", "2020年", "无", "第3"] {
            assert!(!is_number(&squeezed(text)), "{text}");
        }
    }
}
