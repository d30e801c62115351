//! A report as one of many: what a county's comparisons need, and no more, because there may be thousands.

use law::report::{Cell, CellKey, Form};

use super::dated::Dated;
use super::examined::Examined;
use super::names::AgencyName;
use super::sketch::{Pieces, fingerprint};
use super::wording::{own_words, written};
use crate::checked::Evidence;

/// Sentences with less wording of their own say nothing about copying, in characters.
const SHORTEST: usize = 12;

/// One report among many.
#[derive(Debug, Clone)]
pub struct Member {
    /// The file.
    pub file: String,
    /// The body as the file names it; empty if it does not.
    pub agency: String,
    /// The year reported on.
    pub year: Option<i16>,
    /// Why nothing was read.
    pub error: Option<String>,
    pub(super) name: AgencyName,
    pub(super) form: Form,
    pub(super) dated: Option<Dated>,
    pub(super) pieces: Pieces,
    /// Cells with a number, in printed order.
    amounts: Vec<(CellKey, i64)>,
    /// The wording of each sentence as a number, with its place.
    sentences: Vec<(u64, Evidence)>,
}

impl Member {
    /// Takes from an examined report what comparing with others needs.
    #[must_use]
    pub fn of(examined: &Examined) -> Self {
        let (report, name) = (examined.report(), examined.name());
        let amount = |(key, cell): (&CellKey, &Cell)| Some((*key, cell.amount()?));
        let sentence = |sentence: &super::Sentence| {
            let words = own_words(&sentence.text, &name);
            (words.chars().count() >= SHORTEST)
                .then(|| (fingerprint(&words), examined.quote(&sentence.quote())))
        };
        Self {
            file: examined.checked.file.clone(),
            agency: report.agency.clone(),
            year: examined.checked.year,
            error: examined.checked.error.clone(),
            form: report.form,
            dated: examined.dated().cloned(),
            pieces: Pieces::of(examined.sentences(), &name),
            amounts: report.cells.iter().filter_map(amount).collect(),
            sentences: written(examined.sentences()).filter_map(sentence).collect(),
            name,
        }
    }

    /// A file that could not be read, with the sentence why.
    #[must_use]
    pub fn unreadable(file: impl Into<String>, sentence: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            agency: String::new(),
            year: None,
            error: Some(sentence.into()),
            name: AgencyName::of(""),
            form: Form::F2021,
            dated: None,
            pieces: Pieces::default(),
            amounts: Vec::new(),
            sentences: Vec::new(),
        }
    }

    /// The number in a cell.
    pub(super) fn amount(&self, key: CellKey) -> Option<i64> {
        let place = self.amounts.binary_search_by_key(&key, |(key, _)| *key).ok()?;
        self.amounts.get(place).map(|(_, amount)| *amount)
    }

    /// Whether any cell was read.
    pub(super) fn has_cells(&self) -> bool {
        !self.amounts.is_empty()
    }

    /// The body's name, or the file's where it has none.
    pub(super) fn label(&self) -> String {
        if self.agency.is_empty() { self.file.clone() } else { self.agency.clone() }
    }

    /// Sentences worded alike in both, quoted from both, at most `most`.
    pub(super) fn shared(&self, other: &Self, most: usize) -> Vec<[Evidence; 2]> {
        let same = |(words, here): &(u64, Evidence)| {
            let (_, there) = other.sentences.iter().find(|(other, _)| other == words)?;
            Some([here.clone(), there.clone()])
        };
        self.sentences.iter().filter_map(same).take(most).collect()
    }
}
