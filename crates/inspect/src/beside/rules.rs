//! The rules that need another report beside the one checked.

use law::report::{Severity, Verdict, identity};

use crate::checked::{Evidence, Finding};
use crate::rules::{Needs, RuleEntry};

/// I-LAST-1.
pub(super) const PROBLEMS: RuleEntry = RuleEntry {
    id: "I-LAST-1",
    name: "上年指出的问题，本年写明了改进情况",
    basis: "《条例》第五十条：年度报告包括存在的主要问题及改进情况",
    severity: Severity::Warning,
    needs: Needs::LastYear,
};
/// I-LAST-2.
pub(super) const FIGURES: RuleEntry = RuleEntry {
    id: "I-LAST-2",
    name: "正文中的数字是本年的，不是从上年报告抄来的",
    basis: "报告只反映本机关本年度的情况",
    severity: Severity::Warning,
    needs: Needs::LastYear,
};
/// I-PUB-1.
pub(super) const CELLS: RuleEntry = RuleEntry {
    id: "I-PUB-1",
    name: "公布的表格与审定稿一致",
    basis: "公布的应当就是审定的报告",
    severity: Severity::Error,
    needs: Needs::Approved,
};
/// I-PUB-2.
pub(super) const WORDS: RuleEntry = RuleEntry {
    id: "I-PUB-2",
    name: "公布的文字与审定稿一致",
    basis: "公布的应当就是审定的报告",
    severity: Severity::Error,
    needs: Needs::Approved,
};

/// The rules of this module; the cross-checks of the form that need last year's report are `law`'s.
pub(crate) const RULES: [RuleEntry; 4] = [PROBLEMS, FIGURES, CELLS, WORDS];

/// A finding with the weight of its rule.
pub(super) fn finding(
    rule: &'static str,
    verdict: Verdict,
    message: impl Into<String>,
    evidence: Vec<Evidence>,
) -> Finding {
    let own = RULES.iter().find(|entry| entry.id == rule).map(|entry| entry.severity);
    let of_form = || identity::find(rule).map(|rule| rule.severity);
    let severity = own.or_else(of_form).unwrap_or(Severity::Warning);
    Finding { rule, verdict, severity, message: message.into(), evidence }
}
