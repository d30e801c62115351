//! Wholes and their parts: `125条，其中甲2条、乙3条`.
//!
//! A list counts only if it is plain which number is its whole. Two numbers of the same unit before 其中
//! (`新收9件，上年结转1件，其中…`) leave it open, and such a list is passed over.

use law::report::prose::{Amount, Breakdown, Part};

use super::numbers::{Number, depths};
use super::words::{dimensions, is_rest};
use crate::text::{Passage, Pattern, SENTENCE_ENDS, Span};

/// What introduces a list of parts.
static INTRODUCER: Pattern = Pattern::new(
    r"其中(?:主要)?(?:包括|包含|有|为)?[:,]?|主要(?:包括|包含|有|为|是|涉及)[:]?|包括|包含|分别(?:为|是)[:]?|具体(?:为|是|包括)[:]?|分为[:]?|:|\(",
);
/// Words with which something new begins inside a sentence.
const NEW_STATEMENTS: [&str; 9] = ["另", "此外", "同时", "合计", "累计", "总计", "共计", "上年", "上一年"];
/// The longest text between a whole and the words that introduce its parts, in characters.
const NEAR: usize = 40;
/// The longest list, in characters; and how far back its whole may stand, brackets between included.
pub(super) const FAR: usize = 800;

/// A list of parts with its whole, by indexes of numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct List {
    pub(super) whole: usize,
    pub(super) parts: Vec<usize>,
    pub(super) labels: Vec<String>,
    pub(super) exhaustive: bool,
}

impl List {
    pub(super) fn breakdown(&self) -> Breakdown {
        let parts = self.parts.iter().zip(dimensions(&self.labels));
        let parts = parts.map(|(figure, dimension)| Part { figure: *figure, dimension }).collect();
        Breakdown { whole: self.whole, parts, exhaustive: self.exhaustive }
    }
}

/// The lists of a passage.
pub(super) fn lists(passage: &Passage, numbers: &[Number]) -> Vec<List> {
    let last = numbers.last().map_or(0, |number| number.span.start);
    let introducers: Vec<Introducer> = INTRODUCER
        .all(passage.text())
        .iter()
        .filter_map(|found| found.get(0))
        .map(|found| Introducer { span: passage.span(found.range()), words: found.as_str().to_owned() })
        .take_while(|introducer| introducer.span.start < last)
        .collect();
    let depths = depths(passage.chars());
    let text = Text { passage, numbers, introducers: &introducers, depths: &depths };
    introducers.iter().enumerate().filter_map(|(index, _)| text.list(index)).collect()
}

/// The label of a number: the words between it and the mark or number before it.
pub(super) fn label(passage: &Passage, numbers: &[Number], index: usize) -> String {
    let Some(number) = numbers.get(index) else { return String::new() };
    let stops = [',', '、', '。', ';', ':', '(', ')', '\n', '"', '》'];
    let back = passage.back_to(number.span, &stops);
    let before =
        index.checked_sub(1).and_then(|before| numbers.get(before)).map_or(0, |number| number.span.end);
    let start = back.start.max(before);
    passage.slice(Span { start, end: number.span.start })
}

pub(super) struct Introducer {
    pub(super) span: Span,
    pub(super) words: String,
}

pub(super) struct Text<'t> {
    pub(super) passage: &'t Passage,
    pub(super) numbers: &'t [Number],
    pub(super) introducers: &'t [Introducer],
    /// How many brackets are open at each character.
    depths: &'t [usize],
}

impl Text<'_> {
    fn list(&self, index: usize) -> Option<List> {
        let introducer = self.introducers.get(index)?;
        let is_bracket = introducer.words == "(";
        let whole = self.whole(index)?;
        let (parts, is_open) = self.parts(index, whole);
        if parts.is_empty() || (is_bracket && parts.len() < 2) {
            return None;
        }
        let labels: Vec<String> = parts
            .iter()
            .map(|part| label(self.passage, self.numbers, *part))
            .map(|label| trimmed(&label))
            .collect();
        let is_complete = introducer.words.starts_with("分别")
            || introducer.words.starts_with("具体")
            || introducer.words.starts_with("分为")
            || introducer.words == ":"
            || labels.iter().any(|label| is_rest(label));
        // A single part is no list that could be complete.
        let is_open = is_open
            || parts.len() < 2
            || introducer.words.contains("主要")
            || self.is_followed_by_et_cetera(&parts);
        Some(List { whole, parts, labels, exhaustive: is_complete && !is_open && !is_bracket })
    }

    /// The number that the list divides, if it is plain which.
    fn whole(&self, index: usize) -> Option<usize> {
        let introducer = self.introducers.get(index)?;
        let start = introducer.span.start;
        let depth = self.depth(start);
        let here = |index: &usize| {
            self.numbers.get(*index).is_some_and(|number| number.depth == depth && is_count(number))
        };
        let whole = self.between(start.saturating_sub(FAR), start).rev().find(here)?;
        let number = self.numbers.get(whole)?;
        let between = self.passage.chars().get(number.span.end..start).unwrap_or_default();
        let sentences = between.iter().filter(|c| SENTENCE_ENDS.contains(c)).count();
        let is_near = match introducer.words.as_str() {
            "(" => between.is_empty(),
            ":" => !between.contains(&',') && between.len() < 12 && sentences == 0,
            "包括" | "包含" => between.len() <= 2 && sentences == 0,
            words if words.starts_with("其中") || words.starts_with("主要") => {
                between.len() < NEAR && sentences < 2
            }
            _ => between.len() < NEAR && sentences == 0,
        };
        let rivals = self.rivals(index, whole, depth);
        (is_near && rivals == 0).then_some(whole)
    }

    /// How many other numbers of the same unit in the sentence of the whole could be meant as well. Parts of
    /// a list before it are not meant.
    fn rivals(&self, index: usize, whole: usize, depth: usize) -> usize {
        let Some(number) = self.numbers.get(whole) else { return 0 };
        let sentence = self.passage.sentence(number.span.start);
        let before = self.introducers.get(..index).unwrap_or_default().iter().rev();
        let list_before = before
            .filter(|other| self.depth(other.span.start) == depth && other.words != "(")
            .map(|other| other.span.end)
            .take_while(|end| *end > sentence.start)
            .find(|end| *end <= number.span.start);
        let from = list_before.unwrap_or(sentence.start);
        let to = self.introducers.get(index).map_or(number.span.end, |introducer| introducer.span.start);
        let is_rival = |other: &usize| {
            let rival = self.numbers.get(*other);
            *other != whole
                && rival.is_some_and(|rival| rival.unit == number.unit && rival.depth == depth)
                && !self.is_of_another_time(*other)
        };
        self.between(from, to).filter(is_rival).count()
    }

    /// `截至目前共发布592条,2019年公开60条,其中…`: what was gathered over years is not what the list divides.
    fn is_of_another_time(&self, index: usize) -> bool {
        let Some(number) = self.numbers.get(index) else { return false };
        let clause = self.passage.back_to(number.span, &[',', '。', ';', '\n']);
        let words = self.passage.slice(Span { start: clause.start, end: number.span.start });
        ["截至目前", "截止目前", "历年", "以来"].iter().any(|word| words.contains(word))
    }

    /// The parts up to the end of the list, and whether the list stays open: the text breaks off within it,
    /// or it counts in several units.
    fn parts(&self, index: usize, whole: usize) -> (Vec<usize>, bool) {
        let Some((introducer, whole)) = self.introducers.get(index).zip(self.numbers.get(whole)) else {
            return (Vec::new(), false);
        };
        let start = introducer.span.end;
        let depth = whole.depth + usize::from(introducer.words == "(");
        let (end, mut is_open) = self.end(index, start, depth, &whole.unit);
        let mut parts = Vec::new();
        for place in self.between(start, end) {
            let Some(number) = self.numbers.get(place).filter(|number| number.depth == depth) else {
                continue;
            };
            let words = label(self.passage, self.numbers, place);
            if NEW_STATEMENTS.iter().any(|word| words.starts_with(word)) || words.contains('含') {
                break;
            }
            if number.unit == whole.unit && is_count(number) {
                parts.push(place);
            } else if are_texts(number, whole) {
                parts.push(place);
                is_open = true;
            } else if is_count(number) {
                // Parts of another unit mean that the list counts something else from here on.
                break;
            }
        }
        (parts, is_open)
    }

    pub(super) fn depth(&self, at: usize) -> usize {
        self.depths.get(at).copied().unwrap_or(0)
    }

    /// The indexes of the numbers between two characters.
    pub(super) fn between(&self, from: usize, to: usize) -> std::ops::Range<usize> {
        let first = self.numbers.partition_point(|number| number.span.start < from);
        let last = self.numbers.partition_point(|number| number.span.end <= to);
        first..last.max(first)
    }

    fn is_followed_by_et_cetera(&self, parts: &[usize]) -> bool {
        let Some(last) = parts.last().and_then(|last| self.numbers.get(*last)) else { return false };
        let rest: String = self.passage.chars().iter().skip(last.span.end).take(2).collect();
        rest.starts_with('等')
            || rest.starts_with(",等")
            || rest.starts_with("、等")
            || rest.starts_with("以及")
    }
}

pub(super) fn is_count(number: &Number) -> bool {
    !matches!(number.amount, Amount::Percent { .. })
}

/// Whether both count texts, which people count in several units: 60条, of which 公文1篇.
fn are_texts(number: &Number, whole: &Number) -> bool {
    ["条", "篇", "份", "则"].contains(&number.unit.as_str()) && whole.unit == "条"
}

fn trimmed(label: &str) -> String {
    label.trim_start_matches(['"', '》', '和', '及']).to_owned()
}
