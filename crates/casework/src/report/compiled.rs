//! A report version put together: figures, words, findings, and what still stops it.

use std::collections::{BTreeMap, BTreeSet};

use law::{
    measure::Measure,
    report::{Cell, CellKey, Finding, Report, Section, prose::Name, to_json},
};
use sha2::{Digest as _, Sha256};
use store::{Explanation, Organ, Remark, ReportState};

use super::{
    blocker::{Blocker, NeedsReason},
    part::Part,
    step::Step,
};

/// A report version with everything that is known about it. Until 定稿 it is computed; a final version is
/// read as it was frozen.
#[derive(Debug, Clone)]
pub struct Compiled {
    /// Whose report.
    pub organ: Organ,
    /// The version; none where nobody has opened a report for the year yet.
    pub version: Option<store::Report>,
    /// The report as printed: declared figures where somebody declared, words with their numbers.
    pub report: Report,
    /// What the records alone give for each cell today; empty for a final version.
    pub recorded: BTreeMap<CellKey, Cell>,
    /// Cells declared by hand (手工填报).
    pub by_hand: BTreeSet<CellKey>,
    /// The same body's report of the year before.
    pub last_year: Option<LastYear>,
    /// Parts 一, 五, 六.
    pub parts: Vec<Part>,
    /// The numbers that the words name, for the panel 数据核对; empty for a final version.
    pub figures: Vec<NamedFigure>,
    /// What the rules say, one finding for each fault, otherwise one for each rule.
    pub findings: Vec<CheckedFinding>,
    /// The county's comments, oldest first.
    pub remarks: Vec<Remark>,
    /// Every written reason, those whose finding has gone too.
    pub explanations: Vec<Explanation>,
    /// Everything that stops 定稿, with where to mend it; reasons that are still to be written too.
    pub blockers: Vec<Blocker>,
    /// Mismatches that may stand with a written reason.
    pub needs_reason: Vec<NeedsReason>,
    /// For a final version: whether cells and words still have the hash under which they were frozen.
    pub intact: bool,
}

/// The same body's report of the year before.
#[derive(Debug, Clone)]
pub struct LastYear {
    /// The report.
    pub report: Report,
    /// The final version it was taken from; none if it was computed from the records of that year.
    pub version: Option<store::Report>,
}

/// A number that the words name, beside its definition.
#[derive(Debug, Clone)]
pub struct NamedFigure {
    /// The name as the words write it.
    pub name: Name,
    /// The measure: label, definition, basis, unit.
    pub measure: &'static Measure,
    /// The number (things, or fen); none if there is none yet.
    pub amount: Option<i64>,
}

/// A finding with the reason given for it.
#[derive(Debug, Clone)]
pub struct CheckedFinding {
    /// What the rule says.
    pub finding: Finding,
    /// Under which a reason is kept.
    pub place: String,
    /// The part whose words it is about, if it is about words.
    pub words_of: Option<Section>,
    /// The reason, if one was given.
    pub explanation: Option<Explanation>,
}

impl Compiled {
    /// Where the version stands; a draft where nothing was opened.
    #[must_use]
    pub fn state(&self) -> ReportState {
        self.version.as_ref().map_or(ReportState::Draft, |version| version.state)
    }

    /// Whether 草稿 has to stand on every page.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        !self.state().is_frozen()
    }

    /// Whether the version exists and the step may be taken now.
    #[must_use]
    pub fn may(&self, step: Step) -> bool {
        self.version.as_ref().is_some_and(|version| step.is_allowed(version.state))
    }

    /// SHA-256 over cells and words as they are now, hexadecimal: names exactly what somebody has before them.
    #[must_use]
    pub fn digest(&self) -> String {
        let content = to_json(&self.report).to_string();
        hex::encode(Sha256::digest(content.as_bytes()))
    }

    /// A written part.
    #[must_use]
    pub fn part(&self, section: Section) -> Option<&Part> {
        self.parts.iter().find(|part| part.section == section)
    }
}
