//! Filling a form: from counted measures to every cell, what was declared by hand beside what the records give.

use std::collections::{BTreeMap, BTreeSet};

use super::annual::Report;
use super::cell::Cell;
use super::form::Form;
use super::identity::Registers;
use super::key::CellKey;
use super::source::{Filter, Source, source};
use crate::measure::{DECLARED_FIGURE, Measure};

/// What the registers count: for each measure its groups, keyed by the values of the dimensions that
/// [`super::needs`] names, in that order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts(BTreeMap<&'static str, BTreeMap<Vec<String>, i64>>);

impl Counts {
    /// Puts in a measure with all its groups (things, or fen). A measure that was counted and has no
    /// group is put in with none, so that nothing found differs from never asked.
    /// A measure over declared figures has a group only if somebody declared something.
    pub fn put(&mut self, measure: &'static Measure, groups: impl IntoIterator<Item = (Vec<String>, i64)>) {
        let known = self.0.entry(measure.key).or_default();
        for (values, amount) in groups {
            let sum = known.entry(values).or_default();
            *sum = sum.saturating_add(amount);
        }
    }

    /// The amount in the groups that pass the filters; none if the measure was never counted.
    fn counted(&self, measure: &Measure, filters: &[Filter]) -> Option<i64> {
        let passes = |values: &[String]| {
            filters.iter().zip(values).all(|(filter, value)| filter.values.contains(&value.as_str()))
        };
        let groups = self.0.get(measure.key)?.iter();
        let amounts = groups.filter(|(values, _)| passes(values)).map(|(_, amount)| *amount);
        Some(amounts.fold(0, i64::saturating_add))
    }

    /// The sum of all groups; none if there is none.
    fn declared(&self, measure: &Measure) -> Option<i64> {
        let groups = self.0.get(measure.key).filter(|groups| !groups.is_empty())?;
        Some(groups.values().copied().fold(0, i64::saturating_add))
    }

    /// The cell declared by hand, if somebody did.
    fn by_hand(&self, key: CellKey) -> Option<i64> {
        self.0.get(DECLARED_FIGURE.key)?.get([key.to_string()].as_slice()).copied()
    }
}

/// A filled report with the way each cell came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// The report, without prose; declared values stand where somebody declared.
    pub report: Report,
    /// What the records alone give, for every cell: shown beside a declared value.
    pub recorded: BTreeMap<CellKey, Cell>,
    /// Cells of tables 三 and 四 that were declared by hand (手工填报); the mark is kept and not printed.
    pub by_hand: BTreeSet<CellKey>,
}

impl From<&Filled> for Registers {
    /// The recorded cells and the marks of what was declared; what else the registers know is added by the caller.
    fn from(filled: &Filled) -> Self {
        let recorded = filled.recorded.iter().filter_map(|(key, cell)| Some((*key, cell.amount()?)));
        Self { cells: Some(recorded.collect()), declared: filled.by_hand.clone(), ..Self::default() }
    }
}

/// Fills every cell of a form. Totals are computed from the cells above them.
#[must_use]
pub fn fill(agency: &str, year: i16, form: Form, counts: &Counts) -> Filled {
    let mut report = Report::blank(agency, year, form);
    let mut recorded = BTreeMap::new();
    let mut by_hand = BTreeSet::new();
    let cells = form.cells();
    for key in &cells {
        let from_records = from_records(form, *key, counts);
        let declared = can_be_declared(form, *key).then(|| counts.by_hand(*key)).flatten();
        if declared.is_some() {
            by_hand.insert(*key);
        }
        report.cells.insert(*key, cell(form, *key, declared.or(from_records)));
        recorded.insert(*key, cell(form, *key, from_records));
    }
    add_up(form, &cells, &mut report.cells);
    add_up(form, &cells, &mut recorded);
    Filled { report, recorded, by_hand }
}

fn cell(form: Form, key: CellKey, amount: Option<i64>) -> Cell {
    match (form.unit(key), amount) {
        (Some(unit), Some(amount)) => Cell::of(unit, amount),
        _ => Cell::Blank,
    }
}

fn from_records(form: Form, key: CellKey, counts: &Counts) -> Option<i64> {
    match source(form, key)? {
        Source::Measured { measure, filters } => counts.counted(measure, &filters),
        Source::Declared { measure } => counts.declared(measure),
        Source::Sum(_) => None,
    }
}

fn can_be_declared(form: Form, key: CellKey) -> bool {
    matches!(source(form, key), Some(Source::Measured { .. })) && !matches!(key, CellKey::Business(..))
}

/// Computes the totals until none is left that could be: a total of totals needs a second round.
fn add_up(form: Form, keys: &[CellKey], cells: &mut BTreeMap<CellKey, Cell>) {
    loop {
        let mut is_done = true;
        for key in keys {
            if cells.get(key) != Some(&Cell::Blank) {
                continue;
            }
            let Some(Source::Sum(parts)) = source(form, *key) else { continue };
            let amounts: Option<Vec<i64>> =
                parts.iter().map(|part| cells.get(part).and_then(Cell::amount)).collect();
            if let Some(amounts) = amounts {
                let sum = amounts.into_iter().fold(0, i64::saturating_add);
                cells.insert(*key, cell(form, *key, Some(sum)));
                is_done = false;
            }
        }
        if is_done {
            return;
        }
    }
}
