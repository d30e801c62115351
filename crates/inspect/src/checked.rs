//! The outcome of a check, as it is printed.

use law::report::{Severity, Verdict};
use serde::Serialize;
use serde::ser::Serializer;

use crate::confidence::{Confidence, ConfidenceLevel};
use crate::document::Place;
use crate::rules::severity_code;

/// How a file is to be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The name under which the file is reported.
    pub file: String,
    /// The end of the text is known to be missing: what should follow is not assessable, not absent.
    pub excerpt: bool,
}

/// The form that a report is written on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Format {
    /// Before 2019: contents by Article 32 of the old Regulation, no tables prescribed.
    F2008,
    /// 国办公开办函〔2019〕60号.
    F2019,
    /// 国办公开办函〔2021〕30号.
    F2021,
}

/// A quotation with its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// Where it stands; lines from 1 in the file as given.
    #[serde(flatten)]
    pub place: Place,
    /// The file's own words.
    pub text: String,
    /// Where a person finds the cell, if the file names its cells: `表三!C5`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The other file that is quoted, such as last year's report; none for the file checked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
}

/// What a rule has to say about the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// `K-T3-1`.
    pub rule: &'static str,
    /// PASS, FAIL, UNCERTAIN, NOT_ASSESSABLE.
    #[serde(serialize_with = "code")]
    pub verdict: Verdict,
    /// How much a fault of this rule weighs.
    #[serde(serialize_with = "severity_code")]
    pub severity: Severity,
    /// In plain Chinese: what was found and what to do.
    pub message: String,
    /// The words and cells on which it rests.
    pub evidence: Vec<Evidence>,
}

impl Finding {
    /// The smaller, the graver.
    #[must_use]
    pub const fn gravity(&self) -> (u8, u8) {
        let verdict = match self.verdict {
            Verdict::Fail => 0,
            Verdict::Uncertain => 1,
            Verdict::NotAssessable => 2,
            Verdict::Pass => 3,
        };
        let severity = match self.severity {
            Severity::Error => 0,
            Severity::Warning => 1,
        };
        (verdict, severity)
    }
}

fn code<S: Serializer>(verdict: &Verdict, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(verdict.code())
}

/// One file checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Checked {
    /// As given.
    pub file: String,
    /// The body that reports, as the file names it.
    pub agency: Option<String>,
    /// The year reported on.
    pub year: Option<i16>,
    /// The form it is written on.
    pub format: Option<Format>,
    /// One finding per fault, otherwise one per rule.
    pub findings: Vec<Finding>,
    /// How well the file was understood.
    pub confidence: Confidence,
    /// The first lines inside the report of which nothing was made; see [`Checked::not_understood_count`].
    pub not_understood: Vec<Evidence>,
    /// How many such lines there are in all.
    pub not_understood_count: usize,
    /// Why the file could not be read; then there is nothing else.
    pub error: Option<String>,
}

impl Checked {
    /// A file that could not be read, with the sentence why.
    #[must_use]
    pub fn unreadable(file: impl Into<String>, sentence: impl Into<String>) -> Self {
        let sentence = sentence.into();
        Self {
            file: file.into(),
            agency: None,
            year: None,
            format: None,
            findings: Vec::new(),
            confidence: Confidence { level: ConfidenceLevel::Low, reasons: vec![sentence.clone()] },
            not_understood: Vec::new(),
            not_understood_count: 0,
            error: Some(sentence),
        }
    }

    /// The findings with the gravest first: broken rules before doubts, errors before warnings, each in the order of
    /// the catalogue; then what could not be assessed, and last what holds.
    #[must_use]
    pub fn by_gravity(&self) -> Vec<&Finding> {
        let mut findings: Vec<&Finding> = self.findings.iter().collect();
        findings.sort_by_key(|finding| finding.gravity());
        findings
    }

    /// Whether the file was recognised as an annual report, so that at least one rule could be applied to it.
    #[must_use]
    pub fn is_recognised(&self) -> bool {
        self.findings.iter().any(|finding| finding.verdict != Verdict::NotAssessable)
    }

    /// Whether any rule is broken.
    #[must_use]
    pub fn has_failed(&self) -> bool {
        self.findings.iter().any(|finding| finding.verdict == Verdict::Fail)
    }
}
