//! What is said about a rule wherever rules are listed.

use law::report::Severity;
use serde::Serialize;
use serde::ser::Serializer;

/// What must be at hand before a rule can be applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Needs {
    /// The report alone.
    Report,
    /// The same body's report of the year before.
    LastYear,
    /// Reports of other bodies.
    OtherReports,
    /// The approved version of the same report.
    Approved,
    /// The body's own registers: only for our own report.
    Registers,
}

impl Needs {
    /// In Chinese, as a list of rules prints it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Report => "报告本身",
            Self::LastYear => "上年报告",
            Self::OtherReports => "其他机关的报告",
            Self::Approved => "审定稿",
            Self::Registers => "本机关台账",
        }
    }
}

/// A rule as the catalogue lists it.
///
/// Ids: `K-` are the cross-checks of the form (`law::report::identity`), by table and number. `I-` are the inspector's
/// own, by topic and number: `I-FORM` make-up of the report, `I-NUM` numbers in the prose, `I-CELL` writing of cells,
/// `I-TIME` dates, `I-CITE` citations and index numbers, `I-BODY` who speaks, `I-LAW` repealed rules, `I-PRIV` personal
/// data, `I-TEXT` wording, `I-LAST` against last year's report, `I-PUB` against the approved version. A number is never
/// given to another rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct RuleEntry {
    /// The stable handle: `K-T3-1`, `I-CITE-1`.
    pub id: &'static str,
    /// What it demands, in Chinese.
    pub name: &'static str,
    /// Why, in Chinese: provision, form or practice.
    pub basis: &'static str,
    /// How much a fault weighs.
    #[serde(serialize_with = "severity_code")]
    pub severity: Severity,
    /// What must be at hand.
    pub needs: Needs,
}

pub(crate) fn severity_code<S: Serializer>(severity: &Severity, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(severity.code())
}
