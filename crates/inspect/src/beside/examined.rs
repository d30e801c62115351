//! A report as read: findings, cells, sentences, each with its place, so that nothing is parsed twice.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use law::report::{CellKey, Content, Form, Report, Section};

use super::approved;
use super::dated::{self, Dated};
use super::last_year;
use super::names::AgencyName;
use super::shelf::Shelf;
use super::wording::letters;
use crate::check::of_understood;
use crate::checked::{Checked, Evidence, Options};
use crate::document::{Document, Place};
use crate::evidence::of_cell;
use crate::text::{Passage, SENTENCE_ENDS, Span};
use crate::understood::Understood;

/// The longest quotation, in characters.
const LONGEST: usize = 200;

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
    dated: Option<Dated>,
}

/// Other reports of the same bodies, to lay beside those examined.
#[derive(Debug, Clone, Copy, Default)]
pub struct Beside<'a> {
    /// The reports of the year before.
    pub last_year: Option<&'a Shelf>,
    /// The versions that were approved.
    pub approved: Option<&'a Shelf>,
}

/// Reads a report, applies every rule, lays it beside the other reports of its body, and keeps what comparing
/// needs.
#[must_use]
pub fn examine(document: &Document, options: &Options, beside: Beside<'_>) -> Examined {
    let understood = Understood::of(document);
    let agency = understood.agency.clone().unwrap_or_default();
    let last =
        beside.last_year.and_then(|shelf| shelf.of_body(&agency, understood.year.map(|year| year - 1)));
    let checked = of_understood(&understood, options, last);
    let mut examined = Examined::of(&understood, checked);
    if let Some(last) = last {
        last_year::compare(&mut examined, last);
    }
    if let Some(shelf) = beside.approved {
        approved::compare(&mut examined, shelf);
    }
    examined
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
            dated: dated::find(understood),
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

    /// The day it bears: of publication, or below the signature.
    #[must_use]
    pub fn dated(&self) -> Option<&Dated> {
        self.dated.as_ref()
    }

    /// The body's name, made comparable.
    #[must_use]
    pub fn name(&self) -> AgencyName {
        AgencyName::of(&self.report.agency)
    }

    /// A quotation of this report in findings about another one.
    pub(super) fn quote(&self, evidence: &Evidence) -> Evidence {
        Evidence { file: Some(self.checked.file.clone()), ..evidence.clone() }
    }
}

impl Sentence {
    /// The sentence as a quotation.
    #[must_use]
    pub fn quote(&self) -> Evidence {
        let text = self.text.trim().chars().take(LONGEST).collect();
        Evidence { place: self.place, text, address: None, file: None }
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
        if let Some(line) = place.filter(|_| !text.trim().is_empty() && !is_label(&text)) {
            let place = Place { line: line.line.no, page: line.page, cell: None };
            found.push(Sentence { section, text, place });
        }
    }
    found
}

/// Whether a text is a label of a table that a bad copy set like a sentence.
fn is_label(text: &str) -> bool {
    static LABELS: OnceLock<BTreeSet<String>> = OnceLock::new();
    let labels = LABELS.get_or_init(|| {
        let grids = Form::ALL.iter().flat_map(|form| form.grids());
        let cells = grids.flat_map(|grid| grid.rows).flatten();
        cells
            .filter_map(|cell| match cell.content {
                Content::Label(label) => Some(letters(label)),
                Content::Figure(_) => None,
            })
            .collect()
    });
    labels.contains(&letters(text))
}
