//! What a rule works with: the report under test, sums over it, and the outcomes it hands back.

use super::super::annual::Report;
use super::super::cell::Cell;
use super::super::form::Form;
use super::super::key::CellKey;
use super::context::{Context, Level, Origin};
use super::finding::{Mark, Severity, Verdict};

/// The report under test with everything beside it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Case<'a> {
    pub(super) report: &'a Report,
    pub(super) context: &'a Context<'a>,
}

/// What a rule says before its id, basis and severity are put to it.
#[derive(Debug)]
pub(super) struct Outcome {
    pub(super) verdict: Verdict,
    pub(super) message: String,
    pub(super) cells: Vec<CellKey>,
    pub(super) marks: Vec<Mark>,
    /// Set where this fault weighs otherwise than the rule in general.
    pub(super) severity: Option<Severity>,
}

impl Outcome {
    pub(super) fn new(verdict: Verdict, message: impl Into<String>) -> Self {
        Self { verdict, message: message.into(), cells: Vec::new(), marks: Vec::new(), severity: None }
    }

    pub(super) fn pass(message: impl Into<String>) -> Self {
        Self::new(Verdict::Pass, message)
    }

    pub(super) fn fail(message: impl Into<String>) -> Self {
        Self::new(Verdict::Fail, message)
    }

    pub(super) fn uncertain(message: impl Into<String>) -> Self {
        Self::new(Verdict::Uncertain, message)
    }

    pub(super) fn not_assessable(message: impl Into<String>) -> Self {
        Self::new(Verdict::NotAssessable, message)
    }

    pub(super) fn cells(mut self, cells: impl IntoIterator<Item = CellKey>) -> Self {
        self.cells.extend(cells);
        self
    }

    pub(super) fn marks(mut self, marks: impl IntoIterator<Item = Mark>) -> Self {
        self.marks.extend(marks);
        self
    }

    pub(super) fn weighs(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }
}

impl Case<'_> {
    pub(super) fn form(&self) -> Form {
        self.report.form
    }

    /// The number in a cell, wide enough that sums of anybody's numbers cannot overflow.
    pub(super) fn amount(&self, key: CellKey) -> Option<i128> {
        self.report.amount(key).map(i128::from)
    }

    /// The sum of cells; none if one of them holds no number.
    pub(super) fn sum(&self, keys: impl IntoIterator<Item = CellKey>) -> Option<i128> {
        sum_of(self.report, keys)
    }

    /// The name of a cell in the words of the report's form.
    pub(super) fn name(&self, key: CellKey) -> String {
        self.form().cell_name(key)
    }

    /// Whether the cell is empty or absent; what an excerpt cuts off at its end is neither.
    pub(super) fn is_blank(&self, key: CellKey) -> bool {
        match self.report.cells.get(&key) {
            Some(cell) => *cell == Cell::Blank,
            None => self.context.origin != Origin::Excerpt || self.last_cell() > Some(key),
        }
    }

    /// The last cell found, keys being in printed order.
    pub(super) fn last_cell(&self) -> Option<CellKey> {
        self.report.cells.keys().next_back().copied()
    }

    /// The report of exactly the year before, if we have it.
    pub(super) fn year_before(&self) -> Option<&Report> {
        self.context.last_year.filter(|last| Some(last.year) == self.report.year.checked_sub(1))
    }

    /// The kind of body, from the context or else from the name it gives itself.
    pub(super) fn level(&self) -> Level {
        match self.context.level {
            Level::Unknown => Level::of_name(&self.report.agency),
            known => known,
        }
    }

    /// What the absence of something proves in a report of this origin.
    pub(super) fn absence(&self) -> Verdict {
        match self.context.origin {
            Origin::Original => Verdict::Fail,
            Origin::ConvertedCopy | Origin::Excerpt => Verdict::Uncertain,
        }
    }

    /// What to do about an absence, as the end of a message.
    pub(super) fn absence_advice(&self) -> &'static str {
        match self.context.origin {
            Origin::Original => "请补齐；没有的填0",
            Origin::ConvertedCopy | Origin::Excerpt => "待核对原件：可能是转换时丢失",
        }
    }
}

/// The sum of cells of a report; none if one of them holds no number.
pub(super) fn sum_of(report: &Report, keys: impl IntoIterator<Item = CellKey>) -> Option<i128> {
    keys.into_iter().map(|key| report.amount(key).map(i128::from)).sum()
}

/// The year before in words, for “we lack it” messages.
pub(super) fn no_year_before(case: &Case<'_>) -> Outcome {
    let year = i32::from(case.report.year) - 1;
    Outcome::not_assessable(format!("没有同一机关{year}年的年度报告，未评估跨年衔接"))
}

/// Names joined as Chinese does: 、 between, “” around each.
pub(super) fn quoted<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    let quoted: Vec<String> = names.into_iter().map(|name| format!("“{name}”")).collect();
    quoted.join("、")
}

/// At most `most` names, and how many there are if there are more.
pub(super) fn some_of(names: &[String], most: usize) -> String {
    let shown: Vec<&str> = names.iter().take(most).map(String::as_str).collect();
    let shown = shown.join("、");
    if names.len() > most { format!("{shown}等{}件", names.len()) } else { shown }
}
