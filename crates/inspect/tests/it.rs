//! Checking published annual reports.

#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests fail a test by panicking, as the tests themselves do"
)]
#![expect(clippy::indexing_slicing, reason = "an index that is wrong fails the test, as it should")]
#![expect(clippy::print_stdout, reason = "a test that is skipped says so")]

mod adversary;
mod beside;
mod catalogue;
mod hostile;
mod layouts;
mod mutations;
mod never;
mod others;
mod own_rules;
mod own_rules_words;
mod printed;
mod readings;
mod recognition;
mod reports;
mod seed;
mod shapes;
mod stated;
mod words;

use inspect::{Checked, Document, Finding, Options, Verdict, check};

/// Checks a text as a whole file.
fn checked(text: &str) -> Checked {
    check(&Document::from_text(text), &Options { file: "报告.txt".to_owned(), excerpt: false })
}

/// Checks a text whose end is known to be missing.
fn excerpt(text: &str) -> Checked {
    check(&Document::from_text(text), &Options { file: "报告.txt".to_owned(), excerpt: true })
}

/// The findings of a rule.
fn of<'c>(checked: &'c Checked, rule: &str) -> Vec<&'c Finding> {
    checked.findings.iter().filter(|finding| finding.rule == rule).collect()
}

/// The verdicts of a rule.
fn verdicts(checked: &Checked, rule: &str) -> Vec<Verdict> {
    of(checked, rule).into_iter().map(|finding| finding.verdict).collect()
}

/// All that failed, as `rule message`.
fn failures(checked: &Checked) -> Vec<String> {
    let failed = checked.findings.iter().filter(|finding| finding.verdict == Verdict::Fail);
    failed.map(|finding| format!("{} {}", finding.rule, finding.message)).collect()
}

/// The quotations of a finding.
fn quoted(finding: &Finding) -> Vec<&str> {
    finding.evidence.iter().map(|evidence| evidence.text.as_str()).collect()
}
