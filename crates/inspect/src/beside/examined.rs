//! A report as read: findings, cells, sentences, each with its place, so that nothing is parsed twice.

use std::collections::BTreeMap;

use law::report::identity;
use law::report::{CellKey, Report, Section};

use crate::check::of_understood;
use crate::checked::{Checked, Evidence, Options};
use crate::document::{Document, Place};
use crate::evidence::of_cell;
use crate::text::{Passage, SENTENCE_ENDS, Span};
use crate::understood::Understood;

/// A sentence of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// The part it stands in; none before the first heading.
    pub section: Option<Section>,
    /// As written, line ends taken out.
    pub text: String,
    /// Where it begins.
    pub place: Place,
}

/// A report with what is needed to lay it beside others.
#[derive(Debug, Clone)]
pub struct Examined {
    /// The outcome of the rules.
    pub checked: Checked,
    report: Report,
    cells: BTreeMap<CellKey, Evidence>,
    sentences: Vec<Sentence>,
}

/// Reads a report, applies every rule, and keeps what comparing needs.
#[must_use]
pub fn examine(document: &Document, options: &Options) -> Examined {
    let understood = Understood::of(document);
    let checked = of_understood(&understood, options, None);
    Examined::of(&understood, checked)
}

impl Examined {
    pub(super) fn of(understood: &Understood<'_>, checked: Checked) -> Self {
        let quoted = |key: &CellKey| Some((*key, of_cell(understood, *key)?));
        let parts = understood.passages.iter().map(|(section, passage)| (Some(*section), passage));
        let parts = std::iter::once((None, &understood.preamble)).chain(parts);
        Self {
            report: understood.report(understood.year.unwrap_or_default()),
            cells: understood.tables.cells.keys().filter_map(quoted).collect(),
            sentences: parts.flat_map(|(section, passage)| sentences(understood, section, passage)).collect(),
            checked,
        }
    }

    /// The report as data. Year 0 stands for one that was not recognised, an empty agency likewise.
    #[must_use]
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// Its sentences in order.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// A cell as written, with its place.
    #[must_use]
    pub fn cell(&self, key: CellKey) -> Option<&Evidence> {
        self.cells.get(&key)
    }

    /// A quotation of this report in findings about another one.
    pub(crate) fn quote(&self, evidence: &Evidence) -> Evidence {
        Evidence { file: Some(self.checked.file.clone()), ..evidence.clone() }
    }
}

fn sentences(understood: &Understood<'_>, section: Option<Section>, passage: &Passage) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut start = 0;
    let chars = passage.chars();
    let ends = chars.iter().enumerate().filter(|(_, c)| SENTENCE_ENDS.contains(c)).map(|(at, _)| at + 1);
    for end in ends.chain([chars.len()]) {
        let span = Span { start, end };
        start = end;
        let place = passage.on_line(span, span.start).and_then(|(line, ..)| understood.source.get(line));
        let text = passage.written(span);
        if let Some(line) = place.filter(|_| !text.trim().is_empty()) {
            let place = Place { line: line.line.no, page: line.page, cell: None };
            found.push(Sentence { section, text, place });
        }
    }
    found
}

impl Examined {
    /// What a finding on the next year's report weighs when this is the report of the year before.
    pub(crate) fn weigh(&self, _now: &Report, found: identity::Finding) -> identity::Finding {
        found
    }

    /// The words of this report on which a finding about the next one rests.
    pub(crate) fn beside(&self, _found: &identity::Finding) -> Vec<Evidence> {
        Vec::new()
    }
}
