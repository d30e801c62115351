//! How far a list of parts reaches.

use super::breakdown::{FAR, Text, is_count};
use crate::text::SENTENCE_ENDS;

/// The longest part of a list whose parts are set off by semicolons, in characters.
const LONGEST_PART: usize = 40;

impl Text<'_> {
    /// Where a list ends: at the end of its sentence, at its closing bracket, or where the next list begins;
    /// and whether the text breaks off within it.
    pub(super) fn end(&self, index: usize, start: usize, depth: usize, unit: &str) -> (usize, bool) {
        let chars = self.passage.chars();
        let limit = (start + FAR).min(chars.len());
        let rest = chars.get(start..limit).unwrap_or_default();
        let has_semicolons = self.first_part_ends_with_semicolon(start, limit, unit);
        let ends = |at: usize, c: char| match c {
            ';' => !(has_semicolons && self.is_part(start + at + 1, limit, unit)),
            ')' => self.depth(start + at) < depth,
            _ => SENTENCE_ENDS.contains(&c),
        };
        let closed = rest.iter().enumerate().find(|(at, c)| ends(*at, **c));
        let end = closed.map_or(limit, |(at, _)| start + at);
        let next = self.introducers.iter().skip(index + 1).take_while(|other| other.span.start < end);
        let next = next
            .filter(|other| other.words != "(" && other.words != ":" && self.depth(other.span.start) == depth)
            .map(|other| other.span.start)
            .find(|at| *at >= start);
        (next.unwrap_or(end), closed.is_none() && next.is_none())
    }

    /// `其中：甲2条；乙5条；丙1条。`: parts set off by semicolons, which otherwise end a list.
    fn first_part_ends_with_semicolon(&self, start: usize, limit: usize, unit: &str) -> bool {
        let mut numbers = self.between(start, limit).filter_map(|index| self.numbers.get(index));
        let first = numbers.find(|number| number.unit == unit && is_count(number));
        first.is_some_and(|number| self.passage.chars().get(number.span.end) == Some(&';'))
    }

    /// Whether what begins here is one more part: a few words and one number, up to the next mark.
    fn is_part(&self, start: usize, limit: usize, unit: &str) -> bool {
        let chars = self.passage.chars().get(start..limit).unwrap_or_default();
        let Some(length) = chars.iter().position(|c| matches!(c, ';' | '。' | '\n')) else { return false };
        let mut numbers = self.between(start, start + length).filter_map(|index| self.numbers.get(index));
        let is_last = |end: usize| end == start + length;
        let fits = numbers.next().is_some_and(|number| number.unit == unit && is_last(number.span.end));
        length <= LONGEST_PART && fits && numbers.next().is_none()
    }
}
