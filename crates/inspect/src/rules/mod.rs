//! The catalogue of rules, and the inspector's own: what the written text, its citations, dates and names show by
//! themselves, beside the cross-checks `law::report::identity` makes on every report, ours included.
//!
//! A rule stands in a file of its own, with its id, its Chinese name, basis and weight. It fails a report only if the
//! quoted words prove the fault to whoever reads them; what has another explanation is a hint (`UNCERTAIN`).

mod adverts;
mod announced_parts;
mod bank_card;
mod brackets;
mod business_figures;
mod case;
mod cell_units;
mod charge_size;
mod conclusion_rate;
mod contradiction;
mod county_rules;
mod early_date;
mod entry;
mod enumeration;
mod flow;
mod growth;
mod identity_number;
mod impossible_date;
mod index_number;
mod listed_parts;
mod listed_twice;
mod mobile_number;
mod notice_code;
mod old_fees;
mod old_remedies;
mod other_name;
mod other_trade;
mod period;
mod placeholder;
mod regulation_number;
mod repeated_words;
mod request_unit;
mod rough_number;
mod self_name;
mod stray_basis;
mod stray_cutoff;
mod stray_plan;

use std::sync::OnceLock;

use law::report::identity;
use law::report::{Severity, Verdict};

use crate::checked::Finding;
use crate::understood::Understood;
use case::{Case, Outcome, Rule};
pub(crate) use entry::severity_code;
pub use entry::{Needs, RuleEntry};

/// The inspector's own rules, in the order in which they are listed.
static OWN: [&Rule; 34] = [
    &announced_parts::RULE,
    &listed_parts::RULE,
    &enumeration::RULE,
    &flow::RULE,
    &contradiction::RULE,
    &listed_twice::RULE,
    &rough_number::RULE,
    &growth::RULE,
    &conclusion_rate::RULE,
    &charge_size::RULE,
    &business_figures::RULE,
    &cell_units::RULE,
    &impossible_date::RULE,
    &period::RULE,
    &stray_cutoff::RULE,
    &stray_plan::RULE,
    &stray_basis::RULE,
    &early_date::RULE,
    &notice_code::RULE,
    &brackets::RULE,
    &index_number::RULE,
    &regulation_number::RULE,
    &self_name::RULE,
    &other_name::RULE,
    &county_rules::RULE,
    &other_trade::RULE,
    &old_fees::RULE,
    &old_remedies::RULE,
    &identity_number::RULE,
    &bank_card::RULE,
    &mobile_number::RULE,
    &adverts::RULE,
    &repeated_words::RULE,
    &placeholder::RULE,
];

/// Hints about wording stand last.
static WORDING: [&Rule; 1] = [&request_unit::RULE];

fn own() -> impl Iterator<Item = &'static Rule> {
    OWN.into_iter().chain(WORDING)
}

/// Every rule there is: the cross-checks of the form, the inspector's own on one report, and those on two.
pub fn catalogue() -> impl Iterator<Item = &'static RuleEntry> {
    static ENTRIES: OnceLock<Vec<RuleEntry>> = OnceLock::new();
    let entries = ENTRIES.get_or_init(|| {
        let of_form = identity::RULES.iter().map(|rule| RuleEntry {
            id: rule.id,
            name: rule.name,
            basis: rule.basis,
            severity: rule.severity,
            needs: needs(rule.id),
        });
        of_form.chain(own().map(|rule| rule.entry)).chain(crate::beside::RULES).collect()
    });
    entries.iter()
}

/// The rule with this id.
#[must_use]
pub fn rule(id: &str) -> Option<&'static RuleEntry> {
    catalogue().find(|entry| entry.id == id)
}

/// How much a fault of a rule weighs in general.
pub(crate) fn severity(id: &str) -> Severity {
    rule(id).map_or(Severity::Warning, |entry| entry.severity)
}

/// What the cross-checks of the form need.
fn needs(id: &str) -> Needs {
    match id {
        "K-T2-1" | "K-T2-4" | "K-T3-5" => Needs::LastYear,
        "K-X-6" => Needs::OtherReports,
        "K-T2-3" | "K-T3-6" | "K-T3-7" | "K-T3-8" | "K-T3-9" | "K-T4-2" | "K-T4-3" | "K-T4-4" => {
            Needs::Registers
        }
        _ => Needs::Report,
    }
}

/// Applies the inspector's own rules: one finding per fault, otherwise one per rule.
pub(crate) fn findings(understood: &Understood<'_>) -> Vec<Finding> {
    let case = Case { understood };
    own().flat_map(|rule| apply(rule, &case)).collect()
}

/// What each of the inspector's own rules says of a file that is no report.
pub(crate) fn all_not_assessable(message: &str) -> Vec<Finding> {
    own().map(|rule| finding(rule, Verdict::NotAssessable, message.to_owned())).collect()
}

fn apply(rule: &Rule, case: &Case<'_>) -> Vec<Finding> {
    if rule.on_forms && !case.is_on_form() {
        let message = "报告没有规定式样或没有认出式样，本条不适用。".to_owned();
        return vec![finding(rule, Verdict::NotAssessable, message)];
    }
    match (rule.test)(case) {
        None => {
            vec![finding(rule, Verdict::NotAssessable, "报告中没有可供本条核对的内容，未评估。".to_owned())]
        }
        Some(faults) if faults.is_empty() => {
            vec![finding(rule, Verdict::Pass, format!("没有发现问题：{}。", rule.entry.name))]
        }
        Some(faults) => faults.into_iter().map(|fault| found(rule, fault.weighed_by_proof())).collect(),
    }
}

fn found(rule: &Rule, outcome: Outcome) -> Finding {
    Finding { evidence: outcome.evidence, ..finding(rule, outcome.verdict, outcome.message) }
}

fn finding(rule: &Rule, verdict: Verdict, message: String) -> Finding {
    Finding { rule: rule.entry.id, verdict, severity: rule.entry.severity, message, evidence: Vec::new() }
}
