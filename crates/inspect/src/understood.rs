//! A document understood: who, when, which form, the tables, the words.

use std::collections::{BTreeMap, BTreeSet};

use law::report::prose::Told;
use law::report::table_three::CORNER_LABEL;
use law::report::{CellKey, Form, Level, Report, Section};

use crate::checked::Format;
use crate::confidence::{Confidence, ConfidenceLevel};
use crate::document::{Document, FileKind, Place};
use crate::prose::{self, Known};
use crate::recognise::{self, Parts};
use crate::remainder::Remainder;
use crate::tables::{self, Layout, Tables, row};
use crate::text::{Passage, Source, squeezed};

/// Everything that was understood, with the way back to the lines.
#[derive(Debug)]
pub(crate) struct Understood<'d> {
    pub(crate) source: Source<'d>,
    pub(crate) parts: Parts,
    pub(crate) tables: Tables,
    /// The words before the first heading, and those of each part.
    pub(crate) preamble: Passage,
    pub(crate) passages: BTreeMap<Section, Passage>,
    pub(crate) agency: Option<String>,
    pub(crate) year: Option<i16>,
    pub(crate) format: Option<Format>,
    pub(crate) level: Level,
    /// Whether the text speaks of the disclosure of information at all.
    speaks_of_disclosure: bool,
    pub(crate) told: Told,
    pub(crate) kind: FileKind,
    /// Where pictures stand that may be pages or tables.
    pub(crate) pictures: Vec<Place>,
    pub(crate) confidence: Confidence,
    pub(crate) remainder: Remainder,
}

impl<'d> Understood<'d> {
    pub(crate) fn of(document: &'d Document) -> Self {
        let source = Source::of(document);
        let parts = Parts::find(&source);
        let tables = tables::find(&source, &document.tables, &parts);
        let all = Passage::of(&source, 0..source.lines.len());
        let preamble = Passage::of(&source, parts.preamble().filter(|line| !tables.lines.contains(line)));
        let heads = heads(&source, &parts);
        let passages: BTreeMap<Section, Passage> = parts
            .found()
            .map(|section| (section, passage(&source, &parts, &tables, section, &heads)))
            .collect();
        let agency = recognise::agency(&source, &preamble, &all);
        let year = recognise::year(&preamble, &all);
        let headings: Vec<String> =
            parts.first_rank.iter().filter_map(|line| Some(squeezed(&source.get(*line)?.text()))).collect();
        let format = recognise::format(tables.form, year, &parts, &preamble, &headings);
        let level = recognise::level(agency.as_deref(), &all);
        let mut understood = Self {
            source,
            parts,
            tables,
            preamble,
            passages,
            agency,
            year,
            format,
            level,
            speaks_of_disclosure: ["信息公开", "政务公开", "公开信息"]
                .iter()
                .any(|word| all.text().contains(word)),
            told: Told::default(),
            kind: document.kind,
            pictures: document.pictures.clone(),
            confidence: Confidence { level: ConfidenceLevel::Low, reasons: Vec::new() },
            remainder: Remainder::default(),
        };
        understood.told = understood.read_words();
        understood.remainder = Remainder::of(&understood);
        understood.confidence = Confidence::of(&understood);
        understood
    }

    /// The form of the tables, or the one that the year asks for.
    pub(crate) fn form(&self) -> Form {
        match self.format {
            Some(Format::F2019) => Form::F2019,
            Some(Format::F2021) => Form::F2021,
            Some(Format::F2008) | None => Form::for_year(self.year.unwrap_or(i16::MAX)),
        }
    }

    /// The passage a place lies in.
    pub(crate) fn passage(&self, section: Option<Section>) -> Option<&Passage> {
        section.map_or(Some(&self.preamble), |section| self.passages.get(&section))
    }

    /// Whether anything in the file is part of an annual report: cells of its tables, or a year or one of its headings
    /// in a text that speaks of disclosure. A year alone is in any letter.
    pub(crate) fn is_report(&self) -> bool {
        let has_signs = self.year.is_some() || !self.parts.is_empty();
        !self.tables.cells.is_empty() || (has_signs && self.speaks_of_disclosure)
    }

    /// The report as data for the rules.
    pub(crate) fn report(&self, year: i16) -> Report {
        let text = |(section, passage): (&Section, &Passage)| (*section, passage.text().to_owned());
        Report {
            agency: self.agency.clone().unwrap_or_default(),
            year,
            form: self.form(),
            cells: self.tables.cells.iter().map(|(key, found)| (*key, found.cell.clone())).collect(),
            prose: self.passages.iter().map(text).collect(),
        }
    }

    fn read_words(&self) -> Told {
        let amount = |(key, found): (&CellKey, &tables::FoundCell)| Some((*key, found.cell.amount()?));
        let cells: BTreeMap<CellKey, i64> = self.tables.cells.iter().filter_map(amount).collect();
        let known = Known {
            year: self.year,
            form: self.form(),
            is_township: self.level == Level::Township,
            cells: &cells,
        };
        let parts = self.passages.iter().map(|(section, passage)| (Some(*section), passage));
        prose::told(std::iter::once((None, &self.preamble)).chain(parts), &known)
    }
}

/// The words of a part: its lines without those of tables. In the parts with tables only sentences count,
/// because torn labels of a table are no words.
fn passage(
    source: &Source<'_>,
    parts: &Parts,
    tables: &Tables,
    section: Section,
    heads: &BTreeSet<String>,
) -> Passage {
    let is_head = |line: &usize| source.get(*line).is_some_and(|line| heads.contains(&line.squeezed));
    let lines = parts.body(section).filter(|line| !tables.lines.contains(line) && !is_head(line));
    if Section::PROSE.contains(&section) {
        return Passage::of(source, lines);
    }
    let sentences: BTreeSet<usize> = lines.filter(|line| is_sentence(source, *line)).collect();
    Passage::of(source, sentences)
}

/// The shortest line that pages and sheets may repeat as their head, in characters.
const SHORTEST_HEAD: usize = 8;

/// Lines above the first part, such as title and period: where one stands again below, a sheet repeats its head.
fn heads(source: &Source<'_>, parts: &Parts) -> BTreeSet<String> {
    let lines = parts.preamble().filter_map(|line| Some(source.get(line)?.squeezed.clone()));
    lines.filter(|line| line.chars().count() >= SHORTEST_HEAD && !line.contains('。')).collect()
}

/// The shortest line that can be a sentence, in characters.
const SHORTEST: usize = 16;

pub(crate) fn is_sentence(source: &Source<'_>, index: usize) -> bool {
    let Some(cells) = row(source, index) else { return false };
    let is_plain = !matches!(cells.layout, Layout::Tabs | Layout::Pipes);
    let text = source.get(index).map(|line| squeezed(&line.text())).unwrap_or_default();
    let is_note = squeezed(CORNER_LABEL).contains(&text) || text.contains("勾稽关系");
    is_plain && !is_note && text.chars().count() >= SHORTEST && text.contains(['。', ','])
}
