//! What a rule has to say about a report.

use super::super::code::codes;
use super::super::key::CellKey;
use super::super::section::Section;

codes! {
    /// The outcome of applying a rule.
    pub enum Verdict {
        /// The rule holds.
        Pass = "PASS",
        /// The rule is broken, provably.
        Fail = "FAIL",
        /// Something is off, but a copy, a convention or a reason may explain it: a person looks.
        Uncertain = "UNCERTAIN",
        /// What the rule needs is not there.
        NotAssessable = "NOT_ASSESSABLE",
    }
}

codes! {
    /// What a failure means for our own report.
    pub enum Severity {
        /// Blocks 定稿.
        Error = "error",
        /// Asks for a written explanation, which is kept.
        Warning = "warning",
    }
}

/// A thing in the text that a finding points at; whoever read the text knows its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// A part of the report, found or missing.
    Section(Section),
    /// A block of table 二, by its item of Article 20, found or missing.
    Block(u8),
    /// Index into `Told::figures`.
    Figure(usize),
    /// Index into `Told::claims`.
    Claim(usize),
    /// Index into `Told::years`.
    Year(usize),
}

/// One finding: one per fault, otherwise one per rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule's id: `K-T3-1`.
    pub rule: &'static str,
    /// The outcome.
    pub verdict: Verdict,
    /// What a failure means.
    pub severity: Severity,
    /// In plain Chinese: what was found and what to do.
    pub message: String,
    /// Why the rule exists.
    pub basis: &'static str,
    /// The cells concerned.
    pub cells: Vec<CellKey>,
    /// The words concerned.
    pub marks: Vec<Mark>,
}

impl Finding {
    /// Whether it stops 定稿 of our own report.
    #[must_use]
    pub fn blocks(&self) -> bool {
        self.severity == Severity::Error && self.verdict == Verdict::Fail
    }

    /// Whether 定稿 needs a written reason first.
    #[must_use]
    pub fn needs_reason(&self) -> bool {
        match self.verdict {
            Verdict::Fail => self.severity == Severity::Warning,
            Verdict::Uncertain => true,
            Verdict::Pass | Verdict::NotAssessable => false,
        }
    }
}
