//! Findings between their JSON, as kept, and what lists and letters need.

use std::collections::BTreeMap;

use inspect::{Evidence, Finding, Place};
use law::report::{Severity, Verdict};
use serde_json::Value as Json;
use store::NewFinding;

use super::examine::sha256;

/// What separates the parts of a mark: no text has it.
const EDGE: &str = "\u{1F}";

/// The mark of each finding, in order: digest of agency, year, rule and the words quoted, so that the next check of the
/// same report finds the same marks wherever the words stand in the file. Of findings that quote the same, the second
/// gets a mark of its own.
pub(super) fn marks(agency: Option<&str>, year: Option<i16>, findings: &Json) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let all = findings.as_array().map(Vec::as_slice).unwrap_or_default();
    let mut marks = Vec::new();
    for finding in all {
        let mut parts = vec![
            agency.unwrap_or_default().to_owned(),
            year.map(|year| year.to_string()).unwrap_or_default(),
            text(finding, "rule").to_owned(),
        ];
        let quoted = evidence(finding);
        parts.extend(quoted.iter().map(|quote| text(quote, "text").to_owned()));
        if quoted.is_empty() {
            parts.push(text(finding, "message").to_owned());
        }
        let key = parts.join(EDGE);
        let before = seen.entry(key.clone()).or_default();
        marks.push(sha256(format!("{key}{EDGE}{before}").as_bytes()));
        *before += 1;
    }
    marks
}

/// The findings that somebody must look at.
pub(super) fn grave(agency: Option<&str>, year: Option<i16>, findings: &Json) -> Vec<NewFinding> {
    let all = findings.as_array().map(Vec::as_slice).unwrap_or_default();
    let marked = (0..).zip(all).zip(marks(agency, year, findings));
    let grave = marked.filter(|((_, finding), _)| is_grave(finding));
    let new = |((number, finding), mark): ((i64, &Json), String)| NewFinding {
        number,
        rule: text(finding, "rule").to_owned(),
        verdict: text(finding, "verdict").to_owned(),
        severity: text(finding, "severity").to_owned(),
        message: text(finding, "message").to_owned(),
        mark,
    };
    grave.map(new).collect()
}

/// Whether somebody must look at a finding.
pub(super) fn is_grave(finding: &Json) -> bool {
    matches!(text(finding, "verdict"), "FAIL" | "UNCERTAIN")
}

/// A kept finding as it was; none for a rule that is no longer known.
pub(super) fn kept(finding: &Json) -> Option<Finding> {
    let rule = inspect::rule(text(finding, "rule"))?;
    let verdicts = [Verdict::Pass, Verdict::Fail, Verdict::Uncertain, Verdict::NotAssessable];
    let verdict = verdicts.into_iter().find(|verdict| verdict.code() == text(finding, "verdict"))?;
    let severities = [Severity::Error, Severity::Warning];
    let severity = severities.into_iter().find(|severity| severity.code() == text(finding, "severity"));
    Some(Finding {
        rule: rule.id,
        verdict,
        severity: severity.unwrap_or(rule.severity),
        message: text(finding, "message").to_owned(),
        evidence: evidence(finding).iter().map(quote).collect(),
    })
}

fn quote(json: &Json) -> Evidence {
    let number =
        |key: &str| json.get(key).and_then(Json::as_u64).and_then(|number| u32::try_from(number).ok());
    let word = |key: &str| json.get(key).and_then(Json::as_str).map(str::to_owned);
    Evidence {
        place: Place { line: number("line").unwrap_or(1), page: number("page"), cell: number("cell") },
        text: text(json, "text").to_owned(),
        address: word("address"),
        file: word("file"),
    }
}

fn evidence(finding: &Json) -> &[Json] {
    finding.get("evidence").and_then(Json::as_array).map(Vec::as_slice).unwrap_or_default()
}

pub(super) fn text<'a>(json: &'a Json, key: &str) -> &'a str {
    json.get(key).and_then(Json::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn finding(rule: &str, words: &str, line: u32) -> Json {
        let evidence = json!([{ "line": line, "page": null, "cell": 2, "text": words }]);
        json!({ "rule": rule, "verdict": "FAIL", "severity": "error", "message": "不符。", "evidence": evidence })
    }

    #[test]
    fn the_same_words_have_the_same_mark_on_whatever_line_and_of_two_each_has_its_own() {
        let marks = |findings: Json| marks(Some("示例镇"), Some(2025), &findings);
        let (here, there) =
            (marks(json!([finding("K-T3-1", "甲", 3)])), marks(json!([finding("K-T3-1", "甲", 9)])));
        assert_eq!(here, there);
        let twice = marks(json!([finding("K-T3-1", "甲", 3), finding("K-T3-1", "甲", 9)]));
        assert_eq!(twice.first(), here.first());
        assert_ne!(twice.first(), twice.last());
        assert_ne!(marks(json!([finding("K-T3-2", "甲", 3)])), here);
        assert_ne!(super::marks(Some("示例镇"), Some(2024), &json!([finding("K-T3-1", "甲", 3)])), here);
    }

    #[test]
    fn a_kept_finding_comes_back_as_it_was() {
        let json = finding("K-T3-1", "甲", 3);
        let back = kept(&json).unwrap();
        assert_eq!(serde_json::to_value(&back).unwrap(), json);
        assert!(kept(&finding("K-NO-1", "甲", 3)).is_none());
        assert_eq!(grave(None, None, &json!([json])).len(), 1);
    }
}
