//! The table of rules names every check of the report.

use std::collections::BTreeSet;

use law::report::Severity;
use law::report::identity::{RULES, find};

/// Every id of the dossier's table of cross-checks.
const IDS: [&str; 29] = [
    "K-T2-1", "K-T2-2", "K-T2-3", "K-T2-4", "K-T2-5", "K-T3-1", "K-T3-2", "K-T3-3", "K-T3-4", "K-T3-5",
    "K-T3-6", "K-T3-7", "K-T3-8", "K-T3-9", "K-T4-1", "K-T4-2", "K-T4-3", "K-T4-4", "K-X-1", "K-X-2",
    "K-X-3", "K-X-4", "K-X-5", "K-X-6", "K-X-7", "K-X-8", "K-X-9", "K-X-10", "K-X-11",
];

#[test]
fn every_cross_check_of_the_dossier_is_a_rule() {
    let ids: BTreeSet<&str> = RULES.iter().map(|rule| rule.id).collect();
    assert_eq!(ids, IDS.into_iter().collect());
    assert_eq!(RULES.len(), IDS.len());
}

#[test]
fn every_rule_says_what_and_why() {
    for rule in RULES {
        assert!(rule.name.chars().count() > 5 && rule.basis.chars().count() > 5, "{}", rule.id);
        assert_eq!(find(rule.id).map(|found| found.name), Some(rule.name));
    }
    assert!(find("K-X-12").is_none());
}

#[test]
fn arithmetic_blocks_and_mismatches_with_years_and_records_ask_for_a_reason() {
    let severity = |id| find(id).map(|rule| rule.severity);
    for id in ["K-T3-1", "K-T3-2", "K-T3-3", "K-T3-4", "K-T4-1", "K-T2-2", "K-X-1", "K-X-3", "K-X-4", "K-X-5"]
    {
        assert_eq!(severity(id), Some(Severity::Error), "{id}");
    }
    for id in ["K-T2-1", "K-T2-4", "K-T3-5", "K-T3-6", "K-T3-8", "K-T3-9", "K-X-6", "K-X-10", "K-X-11"] {
        assert_eq!(severity(id), Some(Severity::Warning), "{id}");
    }
}
