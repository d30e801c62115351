//! An annual report as data: who, which year, which form, the cells, the prose.

use std::collections::BTreeMap;

use super::cell::Cell;
use super::form::Form;
use super::key::CellKey;
use super::section::Section;

/// An annual report, ours or somebody's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The body that reports, as it names itself.
    pub agency: String,
    /// The year reported on.
    pub year: i16,
    /// The form it is written on, which for somebody's report need not be the right one.
    pub form: Form,
    /// The cells found. A key that is absent was not found at all; `Cell::Blank` was found empty.
    pub cells: BTreeMap<CellKey, Cell>,
    /// The text under each heading that was found, placeholders unresolved in our own report.
    /// An absent part has no heading; an empty text is a heading with nothing under it.
    /// Parts 二 to 四 hold what is written beside their tables, usually nothing.
    pub prose: BTreeMap<Section, String>,
}

impl Report {
    /// A report with every cell blank and every part empty.
    #[must_use]
    pub fn blank(agency: &str, year: i16, form: Form) -> Self {
        Self {
            agency: agency.to_owned(),
            year,
            form,
            cells: form.cells().into_iter().map(|key| (key, Cell::Blank)).collect(),
            prose: Section::ALL.iter().map(|section| (*section, String::new())).collect(),
        }
    }

    /// The number in a cell; none if the cell is absent, blank or no number.
    #[must_use]
    pub fn amount(&self, key: CellKey) -> Option<i64> {
        self.cells.get(&key).and_then(Cell::amount)
    }

    /// Whether the cell was found, blank or not.
    #[must_use]
    pub fn has(&self, key: CellKey) -> bool {
        self.cells.contains_key(&key)
    }
}
