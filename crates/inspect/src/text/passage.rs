//! Running text: lines joined where the layout broke them, blanks taken out, each character with its place.

use super::source::Source;

/// Characters of a passage, from `start` to before `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// Where a character of the passage stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Origin {
    /// Index of the line in the source.
    line: usize,
    /// Character within the line.
    at: u32,
    /// As it is written there.
    written: char,
}

/// Running text in folded form. A line feed in it is a boundary that no sentence crosses.
#[derive(Debug, Clone, Default)]
pub(crate) struct Passage {
    chars: Vec<char>,
    origins: Vec<Origin>,
    /// The characters as text, for patterns, and the byte at which each begins.
    text: String,
    bytes: Vec<usize>,
}

/// What ends a sentence, in folded form.
pub(crate) const SENTENCE_ENDS: [char; 5] = ['。', ';', '!', '?', '\n'];

/// The longest clause and the longest sentence to either side, in characters: text without any mark is no
/// sentence, and looking for its ends from every number in it would take for ever.
const CLAUSE: usize = 200;
const SENTENCE: usize = 600;

/// A line shorter than this that does not end a sentence is taken for a heading.
const HEADING: usize = 25;

impl Passage {
    /// Joins lines of the source.
    pub(crate) fn of(source: &Source<'_>, lines: impl IntoIterator<Item = usize>) -> Self {
        let mut passage = Self::default();
        let mut line_start = 0;
        for index in lines {
            let Some(line) = source.get(index).filter(|_| source.has_content(index)) else { continue };
            if passage.breaks_before(&line.text(), line_start) {
                passage.push_boundary();
            }
            line_start = passage.chars.len();
            for folded in &line.folded {
                passage.push(folded.c, Origin { line: index, at: folded.at, written: folded.written });
            }
        }
        for c in &passage.chars {
            passage.bytes.push(passage.text.len());
            passage.text.push(*c);
        }
        passage
    }

    pub(crate) fn chars(&self) -> &[char] {
        &self.chars
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The span of a match that a pattern found in [`Passage::text`].
    pub(crate) fn span(&self, bytes: std::ops::Range<usize>) -> Span {
        let chars = |byte: usize| self.bytes.partition_point(|start| *start < byte);
        Span { start: chars(bytes.start), end: chars(bytes.end) }
    }

    pub(crate) fn slice(&self, span: Span) -> String {
        let end = span.end.min(self.chars.len());
        self.chars.get(span.start..end).unwrap_or_default().iter().collect()
    }

    /// The file's own characters, joined over lines.
    pub(crate) fn written(&self, span: Span) -> String {
        let origins = self.origins.get(span.start..span.end).unwrap_or_default();
        let chars = self.chars.get(span.start..span.end).unwrap_or_default();
        origins.iter().zip(chars).filter(|(_, c)| **c != '\n').map(|(origin, _)| origin.written).collect()
    }

    /// The span widened to the clause around it: back to the last mark of `stops`, forward not at all.
    pub(crate) fn back_to(&self, span: Span, stops: &[char]) -> Span {
        let from = span.start.saturating_sub(CLAUSE);
        let before = self.chars.get(from..span.start).unwrap_or_default();
        let start = before.iter().rposition(|c| stops.contains(c)).map_or(from, |at| from + at + 1);
        Span { start, end: span.end }
    }

    /// The sentence around a character: from behind the last full stop to the next one, without it.
    pub(crate) fn sentence(&self, at: usize) -> Span {
        let is_end = |c: &char| SENTENCE_ENDS.contains(c);
        let from = at.saturating_sub(SENTENCE);
        let before = self.chars.get(from..at).unwrap_or_default();
        let start = before.iter().rposition(is_end).map_or(from, |stop| from + stop + 1);
        let to = at.saturating_add(SENTENCE).min(self.chars.len());
        let after = self.chars.get(at..to).unwrap_or_default();
        let end = after.iter().position(is_end).map_or(to, |stop| at + stop);
        Span { start, end }
    }

    /// The line of a character, and the characters of that line which the span covers, as `(line, from, to)`
    /// in the file's own counting.
    pub(crate) fn on_line(&self, span: Span, at: usize) -> Option<(usize, u32, u32)> {
        let line = self.origins.get(at)?.line;
        let covered = || {
            let range = self.origins.get(span.start..span.end).unwrap_or_default().iter();
            range.filter(move |origin| origin.line == line).map(|origin| origin.at)
        };
        Some((line, covered().min()?, covered().max()?.saturating_add(1)))
    }

    /// Whether a boundary stands between what was read so far, its last line from `line_start` on, and a line.
    fn breaks_before(&self, line: &str, line_start: usize) -> bool {
        let Some(last) = self.chars.last() else { return false };
        if SENTENCE_ENDS.contains(last) {
            return false;
        }
        let length = self.chars.len().saturating_sub(line_start);
        let is_heading = length < HEADING && !matches!(last, ',' | '、' | ':' | '(');
        is_heading || begins_item(line.trim_start())
    }

    fn push_boundary(&mut self) {
        if let Some(origin) = self.origins.last().copied() {
            self.chars.push('\n');
            self.origins.push(origin);
        }
    }

    /// Blanks are dropped, except between two digits, which would run into one number.
    fn push(&mut self, c: char, origin: Origin) {
        if c.is_whitespace() {
            if self.chars.last().is_some_and(char::is_ascii_digit) {
                self.chars.push(' ');
                self.origins.push(origin);
            }
            return;
        }
        if self.chars.last() == Some(&' ') && !c.is_ascii_digit() {
            self.chars.pop();
            self.origins.pop();
        }
        self.chars.push(c);
        self.origins.push(origin);
    }
}

/// Whether a line begins a numbered item: `一、`, `(一)`, `1.`, `第一,`.
fn begins_item(line: &str) -> bool {
    let mut chars = line.chars();
    let (first, second, third) = (chars.next(), chars.next(), chars.next());
    let is_numeral = |c: Option<char>| c.is_some_and(|c| "一二三四五六七八九十".contains(c));
    match first {
        Some('(') => is_numeral(second) && matches!(third, Some(')' | '十')),
        Some('#') => true,
        Some(c) if c.is_ascii_digit() => {
            matches!(second, Some('.' | '、')) && third.is_some_and(|c| !c.is_ascii_digit())
        }
        _ => is_numeral(first) && second == Some('、'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    fn joined(text: &str) -> String {
        let document = Document::from_text(text);
        let source = Source::of(&document);
        let count = source.lines.len();
        Passage::of(&source, 0..count).text().to_owned()
    }

    #[test]
    fn wrapped_lines_join_and_page_numbers_fall_out() {
        let text = "本报告依照条例的规定编制，统计期限从一月到十二月为止，共受理\n -3-\n\n申请 12 件。\n";
        assert_eq!(joined(text), "本报告依照条例的规定编制,统计期限从一月到十二月为止,共受理申请12件。");
    }

    #[test]
    fn headings_and_numbered_items_stand_apart() {
        assert_eq!(
            joined("（一）主动公开\n全年公开 3 条\n（二）申请"),
            "(一)主动公开\n全年公开3条\n(二)申请"
        );
    }

    #[test]
    fn two_numbers_never_run_into_one() {
        assert_eq!(joined("共 3 5 条"), "共3 5条");
    }
}
