//! The words of a report that we hold as data, read as those of a file are read.

use std::collections::BTreeMap;

use law::report::prose::Told;
use law::report::{CellKey, Level, Report};

use crate::document::Document;
use crate::prose::{self, Known};
use crate::text::{Passage, Source};

/// Reads the written parts of a report, placeholders resolved, so that our own report meets the same rules
/// as anybody's. Places count characters of the folded text of their part.
#[must_use]
pub fn read_words(report: &Report, level: Level) -> Told {
    let amount = |(key, cell): (&CellKey, &law::report::Cell)| Some((*key, cell.amount()?));
    let cells: BTreeMap<CellKey, i64> = report.cells.iter().filter_map(amount).collect();
    let known = Known {
        year: Some(report.year),
        form: report.form,
        is_township: level == Level::Township,
        cells: &cells,
    };
    let passage = |text: &str| {
        let document = Document::from_text(text);
        let source = Source::of(&document);
        Passage::of(&source, 0..source.lines.len())
    };
    let passages: Vec<_> =
        report.prose.iter().map(|(section, text)| (Some(*section), passage(text))).collect();
    prose::told(passages.iter().map(|(section, passage)| (*section, passage)), &known)
}
