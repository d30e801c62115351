//! What was found of the tables: cells with their origin, and what could not be aligned.

use std::collections::{BTreeMap, BTreeSet};

use law::report::{BusinessRow, Cell, CellKey, Form, Section};

use super::grid::Token;
use crate::document::Place;

/// A cell of the form as the file has it.
#[derive(Debug, Clone)]
pub(crate) struct FoundCell {
    pub(crate) cell: Cell,
    pub(crate) place: Place,
    /// Index of its line in the source.
    pub(crate) line: usize,
    /// Where a person finds it, if the file names its cells.
    pub(crate) address: Option<String>,
    /// As written; of an empty cell nothing.
    pub(crate) text: String,
}

/// A row that stands in the file but whose figures cannot be put into columns with certainty.
#[derive(Debug, Clone)]
pub(crate) struct Unaligned {
    /// The cells of the row, in the form's order.
    pub(crate) cells: Vec<CellKey>,
    /// The lines on which its label and figures stand, from 0.
    pub(crate) line: usize,
    /// How many figures stand there.
    pub(crate) figures: usize,
}

/// Tables 二, 三 and 四 as found.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    pub(crate) cells: BTreeMap<CellKey, FoundCell>,
    pub(crate) unaligned: Vec<Unaligned>,
    /// Lines of the source that belong to tables and are no prose.
    pub(crate) lines: BTreeSet<usize>,
    /// The line at which each block of table 二 begins, by its item of Article 20.
    pub(crate) blocks: BTreeMap<u8, usize>,
    /// The first and the last line of tables 三 and 四.
    pub(crate) three: Option<(usize, usize)>,
    pub(crate) four: Option<(usize, usize)>,
    /// The form that the tables are written on, if they show it.
    pub(crate) form: Option<Form>,
    /// The first line that shows it.
    pub(crate) form_line: Option<usize>,
}

impl Tables {
    /// Keeps a cell as read in its unit.
    pub(crate) fn put(&mut self, form: Form, key: CellKey, token: &Token) {
        let Some(unit) = form.unit(key) else { return };
        let cell = Cell::parse(&token.text, unit).cell;
        self.lines.insert(token.line);
        let (text, address) = (token.text.clone(), token.address.clone());
        let found = FoundCell { cell, place: token.place, line: token.line, address, text };
        self.cells.insert(key, found);
    }

    /// Whether anything of a part's table was found.
    pub(crate) fn has(&self, section: Section) -> bool {
        let unaligned = self.unaligned.iter().flat_map(|row| &row.cells);
        self.cells.keys().chain(unaligned).any(|key| key.section() == section)
    }

    /// Whether a row of table 二 was read already. Copies repeat nothing, but sentences may name a row again.
    pub(crate) fn has_row(&self, row: BusinessRow) -> bool {
        self.cells.keys().any(|key| matches!(key, CellKey::Business(each, _) if *each == row))
    }

    /// Notes a cell that is empty although its row stands at `label`.
    pub(crate) fn put_blank(&mut self, key: CellKey, label: &Token) {
        self.lines.insert(label.line);
        let (text, address) = (String::new(), label.address.clone());
        let found = FoundCell { cell: Cell::Blank, place: label.place, line: label.line, address, text };
        self.cells.insert(key, found);
    }
}
