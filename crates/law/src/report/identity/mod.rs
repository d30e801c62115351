//! Identities and cross-checks (勾稽关系) K-T2-1 … K-X-11, the same for our report and for anybody's.

mod across_years;
mod case;
mod claims;
mod completeness;
mod context;
mod filled_in;
mod finding;
mod likeness;
mod parts;
mod percent;
mod prose_figures;
mod records;
mod rules;
mod table_four;
mod table_three;
mod table_two;
mod years;

pub use context::{Context, DisputeFlow, Level, Origin, Registers};
pub use finding::{Finding, Mark, Severity, Verdict};
pub use likeness::{LIKENESS_LISTED, likeness};
pub use rules::{RULES, Rule, find};

use super::annual::Report;
use case::{Case, Outcome};

/// Applies every rule: one finding per fault, otherwise one per rule.
#[must_use]
pub fn check(report: &Report, context: &Context<'_>) -> Vec<Finding> {
    let case = Case { report, context };
    let apply = |rule: &Rule| {
        let (id, basis, severity) = (rule.id, rule.basis, rule.severity);
        let outcomes = (rule.test)(&case).into_iter();
        outcomes.map(move |outcome| finding(id, basis, severity, outcome))
    };
    RULES.iter().flat_map(apply).collect()
}

fn finding(rule: &'static str, basis: &'static str, severity: Severity, outcome: Outcome) -> Finding {
    Finding {
        rule,
        verdict: outcome.verdict,
        severity: outcome.severity.unwrap_or(severity),
        message: outcome.message,
        basis,
        cells: outcome.cells,
        marks: outcome.marks,
    }
}
