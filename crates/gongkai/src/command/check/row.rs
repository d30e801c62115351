//! What is kept of a report after it was printed: one line of the summary.

use std::collections::BTreeSet;

use inspect::{Checked, Verdict};

use super::words;

/// A report in one line.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) file: String,
    pub(super) agency: Option<String>,
    pub(super) year: Option<i16>,
    /// Findings by the order of [`words::VERDICTS`].
    pub(super) counts: [usize; 4],
    /// The rules that failed, and those in doubt.
    pub(super) failed: BTreeSet<&'static str>,
    pub(super) doubtful: BTreeSet<&'static str>,
    pub(super) error: Option<String>,
    /// Whether the file is an annual report at all.
    pub(super) is_report: bool,
}

impl Row {
    pub(super) fn of(checked: &Checked) -> Self {
        let rules = |verdict| {
            let found = checked.findings.iter().filter(move |finding| finding.verdict == verdict);
            found.map(|finding| finding.rule).collect()
        };
        Self {
            file: checked.file.clone(),
            agency: checked.agency.clone(),
            year: checked.year,
            counts: words::VERDICTS.map(|verdict| words::count(checked, verdict)),
            failed: rules(Verdict::Fail),
            doubtful: rules(Verdict::Uncertain),
            error: checked.error.clone(),
            is_report: checked.is_recognised(),
        }
    }

    pub(super) const fn fails(&self) -> usize {
        let [fails, ..] = self.counts;
        fails
    }

    pub(super) const fn doubts(&self) -> usize {
        let [_, doubts, ..] = self.counts;
        doubts
    }

    /// Whether the file was read and is no annual report.
    pub(super) const fn is_stranger(&self) -> bool {
        self.error.is_none() && !self.is_report
    }

    /// The graver, the smaller.
    pub(super) fn gravity(&self) -> std::cmp::Reverse<(usize, bool, bool, usize)> {
        std::cmp::Reverse((self.fails(), self.error.is_some(), self.is_stranger(), self.doubts()))
    }

    /// Rows from the gravest, those of the same gravity as they came.
    pub(super) fn by_gravity(rows: &[Self]) -> Vec<&Self> {
        let mut sorted: Vec<&Self> = rows.iter().collect();
        sorted.sort_by_key(|row| row.gravity());
        sorted
    }
}
