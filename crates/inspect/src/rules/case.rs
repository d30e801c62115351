//! What a rule of the inspector works with, and what it hands back.

use law::report::prose::{Amount, Figure, Place};
use law::report::{Section, Verdict};

use super::entry::RuleEntry;
use crate::checked::{Evidence, Format};
use crate::evidence::on_line;
use crate::text::{Passage, Pattern, Span};
use crate::understood::Understood;

/// A rule with the function that applies it.
pub(crate) struct Rule {
    pub(crate) entry: RuleEntry,
    /// Whether it holds only for reports on a form (F2019, F2021).
    pub(crate) on_forms: bool,
    /// Every fault; none if the report has none. `None` if there is nothing that it could be applied to.
    pub(crate) test: fn(&Case<'_>) -> Option<Vec<Outcome>>,
}

/// The report under test.
pub(crate) struct Case<'u> {
    pub(crate) understood: &'u Understood<'u>,
}

/// A fault before the id and the weight of its rule are put to it.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) verdict: Verdict,
    pub(crate) message: String,
    pub(crate) evidence: Vec<Evidence>,
}

impl Outcome {
    pub(crate) fn fail(message: impl Into<String>, evidence: Vec<Evidence>) -> Self {
        Self { verdict: Verdict::Fail, message: message.into(), evidence }
    }

    pub(crate) fn uncertain(message: impl Into<String>, evidence: Vec<Evidence>) -> Self {
        Self { verdict: Verdict::Uncertain, message: message.into(), evidence }
    }

    /// Where nothing can be quoted nothing is proven.
    pub(crate) fn weighed_by_proof(mut self) -> Self {
        if self.evidence.is_empty() && self.verdict == Verdict::Fail {
            self.verdict = Verdict::Uncertain;
        }
        self
    }
}

/// A match of a pattern with its passage.
pub(crate) struct Match<'p> {
    pub(crate) section: Option<Section>,
    pub(crate) passage: &'p Passage,
    /// All of it.
    pub(crate) span: Span,
    /// The groups, in folded form; empty where a group took no part.
    pub(crate) groups: Vec<String>,
}

impl Match<'_> {
    pub(crate) fn group(&self, index: usize) -> &str {
        self.groups.get(index).map_or("", String::as_str)
    }

    /// As the file has it.
    pub(crate) fn written(&self) -> String {
        self.passage.written(self.span)
    }

    /// The sentence around it, folded.
    pub(crate) fn sentence(&self) -> String {
        self.passage.slice(self.passage.sentence(self.span.start))
    }

    /// The sentence up to the match.
    pub(crate) fn before(&self) -> String {
        let start = self.passage.sentence(self.span.start).start;
        self.passage.slice(Span { start, end: self.span.start })
    }

    /// So many characters behind the match.
    pub(crate) fn behind(&self, length: usize) -> String {
        self.passage.slice(Span { start: self.span.end, end: self.span.end.saturating_add(length) })
    }
}

impl<'u> Case<'u> {
    /// The words before the first heading and those of each part.
    pub(crate) fn passages(&self) -> impl Iterator<Item = (Option<Section>, &'u Passage)> {
        let understood = self.understood;
        let parts = understood.passages.iter().map(|(section, passage)| (Some(*section), passage));
        std::iter::once((None, &understood.preamble)).chain(parts)
    }

    /// Whether there are any words at all.
    pub(crate) fn has_words(&self) -> bool {
        self.passages().any(|(_, passage)| !passage.chars().is_empty())
    }

    /// Every match of a pattern in the words.
    pub(crate) fn matches(&self, pattern: &Pattern) -> Vec<Match<'u>> {
        let of_passage = |(section, passage): (Option<Section>, &'u Passage)| {
            let found = pattern.all(passage.text());
            let matches = found.iter().filter_map(|found| {
                let group =
                    |group: Option<regex::Match<'_>>| group.map_or("", |each| each.as_str()).to_owned();
                let span = passage.span(found.get(0)?.range());
                Some(Match { section, passage, span, groups: found.iter().map(group).collect() })
            });
            matches.collect::<Vec<_>>()
        };
        self.passages().flat_map(of_passage).collect()
    }

    pub(crate) fn quote(&self, passage: &Passage, span: Span) -> Vec<Evidence> {
        on_line(self.understood, passage, span, span.start).into_iter().collect()
    }

    /// The match with its clause, as a quotation.
    pub(crate) fn quote_clause(&self, found: &Match<'_>) -> Vec<Evidence> {
        let stops = [',', '。', ';', '\n', '!', '?'];
        let start = found.passage.back_to(found.span, &stops).start;
        self.quote(found.passage, Span { start, end: found.span.end })
    }

    pub(crate) fn quote_match(&self, found: &Match<'_>) -> Vec<Evidence> {
        self.quote(found.passage, found.span)
    }

    pub(crate) fn quote_place(&self, place: Place) -> Vec<Evidence> {
        let Some(passage) = self.understood.passage(place.section) else { return Vec::new() };
        self.quote(passage, Span { start: place.start, end: place.end })
    }

    pub(crate) fn year(&self) -> Option<i16> {
        self.understood.year
    }

    pub(crate) fn is_on_form(&self) -> bool {
        matches!(self.understood.format, Some(Format::F2019 | Format::F2021))
    }

    pub(crate) fn figures(&self) -> &'u [Figure] {
        &self.understood.told.figures
    }
}

/// A number of things.
pub(crate) const fn count(figure: &Figure) -> Option<i64> {
    match figure.amount {
        Amount::Count(n) => Some(n),
        Amount::Money(_) | Amount::Percent { .. } => None,
    }
}
