//! From cells, parts, figures and claims back to the lines of the file.

use law::report::identity::Mark;
use law::report::{Cell, CellKey, Section};

use crate::checked::Evidence;
use crate::document::Place;
use crate::recognise::year_span;
use crate::text::{Passage, Span};
use crate::understood::Understood;

/// The longest quotation, in characters.
const LONGEST: usize = 200;

/// The quotations for a finding, in the order of the file, each once.
pub(crate) fn evidence(understood: &Understood<'_>, cells: &[CellKey], marks: &[Mark]) -> Vec<Evidence> {
    let mut evidence: Vec<Evidence> = cells.iter().filter_map(|key| of_cell(understood, *key)).collect();
    // A cell says more precisely than the heading of its part where the fault is.
    let is_needed = |mark: &&Mark| !matches!(mark, Mark::Section(_)) || evidence.is_empty();
    let marked: Vec<Evidence> =
        marks.iter().filter(is_needed).filter_map(|mark| of_mark(understood, *mark)).collect();
    if marks.iter().any(|mark| matches!(mark, Mark::Year(_))) {
        evidence.extend(of_year(understood));
    }
    evidence.extend(marked);
    evidence.sort_by_key(|each| each.place);
    evidence.dedup();
    evidence
}

/// A cell with its text; an empty one with the line in which it is empty.
pub(crate) fn of_cell(understood: &Understood<'_>, key: CellKey) -> Option<Evidence> {
    let found = understood.tables.cells.get(&key)?;
    let text = match found.cell {
        Cell::Blank => line_text(understood, found.line)?,
        _ => found.text.clone(),
    };
    Some(Evidence { place: found.place, text, address: found.address.clone(), file: None })
}

fn of_mark(understood: &Understood<'_>, mark: Mark) -> Option<Evidence> {
    let told = &understood.told;
    match mark {
        Mark::Section(section) => whole_line(understood, section_line(understood, section)?),
        Mark::Block(item) => whole_line(understood, block_line(understood, item)?),
        Mark::Figure(index) => {
            let place = told.figures.get(index)?.place;
            let span = Span { start: place.start, end: place.end };
            let passage = understood.passage(place.section)?;
            on_line(understood, passage, span, span.end.checked_sub(1)?)
        }
        Mark::Claim(index) => {
            let place = told.claims.get(index)?.place;
            quote(understood, place.section, Span { start: place.start, end: place.end })
        }
        Mark::Year(index) => {
            let place = told.years.get(index)?.place;
            quote(understood, place.section, Span { start: place.start, end: place.end })
        }
    }
}

/// The heading of a part; of a missing part the line before the place where it should stand.
fn section_line(understood: &Understood<'_>, section: Section) -> Option<usize> {
    if let Some(heading) = understood.parts.heading(section) {
        return Some(heading);
    }
    let table = match section {
        Section::Two => understood.tables.blocks.values().min().copied(),
        Section::Three => understood.tables.three.map(|(first, _)| first),
        Section::Four => understood.tables.four.map(|(first, _)| first),
        _ => None,
    };
    let next = Section::ALL
        .iter()
        .filter(|later| **later > section)
        .find_map(|later| understood.parts.heading(*later));
    let lines = understood.source.lines.len();
    let before = table.or(next).unwrap_or(lines);
    understood
        .source
        .content_before(before)
        .or_else(|| (0..lines).find(|line| understood.source.has_content(*line)))
}

/// The title of a block; of a missing block the last line of the block before it.
fn block_line(understood: &Understood<'_>, item: u8) -> Option<usize> {
    let tables = &understood.tables;
    if let Some(line) = tables.blocks.get(&item) {
        return Some(*line);
    }
    let of_table = |(key, found): (&CellKey, &crate::tables::FoundCell)| {
        matches!(key, CellKey::Business(..)).then_some(found.line)
    };
    let start = tables.blocks.range(..item).next_back().map(|(_, line)| *line);
    let last = tables.cells.iter().filter_map(of_table).max();
    last.or(start).or_else(|| understood.parts.heading(Section::Two))
}

pub(crate) fn whole_line(understood: &Understood<'_>, index: usize) -> Option<Evidence> {
    let line = understood.source.get(index)?;
    let place = Place { line: line.line.no, page: line.page, cell: None };
    Some(Evidence { place, text: line_text(understood, index)?, address: None, file: None })
}

fn line_text(understood: &Understood<'_>, index: usize) -> Option<String> {
    let line = understood.source.get(index)?;
    let from = line.folded.first().map_or(0, |folded| folded.at);
    let to = line.folded.last().map_or(0, |folded| folded.at.saturating_add(1));
    Some(line.quote(from, to).chars().take(LONGEST).collect())
}

/// What shows that the tables are written on a form that is not the year's: the year, and the words of the form.
pub(crate) fn of_wrong_form(understood: &Understood<'_>) -> Vec<Evidence> {
    let shown = understood.tables.form_line.and_then(|line| whole_line(understood, line));
    of_year(understood).into_iter().chain(shown).collect()
}

/// The words that give the report's year.
fn of_year(understood: &Understood<'_>) -> Option<Evidence> {
    let year = understood.year?;
    let passages = std::iter::once(&understood.preamble).chain(understood.passages.values());
    for passage in passages {
        if let Some(span) = year_span(passage, year) {
            return on_line(understood, passage, span, span.start);
        }
    }
    None
}

fn quote(understood: &Understood<'_>, section: Option<Section>, span: Span) -> Option<Evidence> {
    let passage = understood.passage(section)?;
    on_line(understood, passage, span, span.start)
}

pub(crate) fn on_line(
    understood: &Understood<'_>,
    passage: &Passage,
    span: Span,
    at: usize,
) -> Option<Evidence> {
    let (index, from, to) = passage.on_line(span, at)?;
    let line = understood.source.get(index)?;
    let place = Place { line: line.line.no, page: line.page, cell: None };
    let text = line.quote(from, to).chars().take(LONGEST).collect();
    Some(Evidence { place, text, address: None, file: None })
}
