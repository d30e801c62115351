//! Findings as they were kept, the gravest first.

use law::report::identity::find;
use serde_json::Value as Json;

/// Verdicts from the gravest: stored code, word, class of the tag.
pub(super) const VERDICTS: [(&str, &str, &str); 4] = [
    ("FAIL", "不符", "bad"),
    ("UNCERTAIN", "存疑", "warn"),
    ("NOT_ASSESSABLE", "无法评估", ""),
    ("PASS", "通过", "ok"),
];

/// A finding as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told {
    /// Its number on the page, from 1.
    pub(super) number: usize,
    pub(super) rule: String,
    /// What the rule says; empty for a rule that is no longer known.
    pub(super) name: &'static str,
    pub(super) basis: &'static str,
    pub(super) word: &'static str,
    pub(super) class: &'static str,
    pub(super) message: String,
    pub(super) evidence: Vec<Quote>,
}

/// A quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Quote {
    pub(super) line: usize,
    pub(super) place: String,
    pub(super) text: String,
}

/// How many findings have that verdict.
pub(super) fn count(findings: &Json, verdict: &str) -> usize {
    let all = findings.as_array().map(Vec::as_slice).unwrap_or_default();
    all.iter().filter(|finding| finding.get("verdict").and_then(Json::as_str) == Some(verdict)).count()
}

/// All findings, the gravest first, in the order of the rules within.
pub(super) fn told(findings: &Json) -> Vec<Told> {
    let all = findings.as_array().map(Vec::as_slice).unwrap_or_default();
    let mut told: Vec<Told> = Vec::new();
    for (verdict, word, class) in VERDICTS {
        for finding in all.iter().filter(|finding| text(finding, "verdict") == verdict) {
            let rule = text(finding, "rule");
            let known = find(rule);
            let quotes =
                finding.get("evidence").and_then(Json::as_array).map(Vec::as_slice).unwrap_or_default();
            told.push(Told {
                number: told.len() + 1,
                rule: rule.to_owned(),
                name: known.map_or("", |rule| rule.name),
                basis: known.map_or("", |rule| rule.basis),
                word,
                class,
                message: text(finding, "message").to_owned(),
                evidence: quotes.iter().map(quote).collect(),
            });
        }
    }
    told
}

fn text<'a>(json: &'a Json, key: &str) -> &'a str {
    json.get(key).and_then(Json::as_str).unwrap_or_default()
}

fn quote(json: &Json) -> Quote {
    let number = |key: &str| json.get(key).and_then(Json::as_u64);
    let line = number("line").and_then(|line| usize::try_from(line).ok()).unwrap_or_default();
    let page = number("page").map(|page| format!("第 {page} 页")).unwrap_or_default();
    let cell = number("cell").map(|cell| format!("第 {cell} 格")).unwrap_or_default();
    Quote { line, place: format!("{page}第 {line} 行{cell}"), text: text(json, "text").to_owned() }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_gravest_findings_come_first() {
        let finding = |rule: &str, verdict: &str| json!({ "rule": rule, "verdict": verdict, "message": "", "evidence": [] });
        let kept =
            json!([finding("K-T3-1", "PASS"), finding("K-X-2", "UNCERTAIN"), finding("K-X-3", "FAIL")]);
        let rules: Vec<String> = told(&kept).into_iter().map(|told| told.rule).collect();
        assert_eq!(rules, ["K-X-3", "K-X-2", "K-T3-1"]);
        assert_eq!((count(&kept, "FAIL"), count(&json!(null), "FAIL")), (1, 0));
    }

    #[test]
    fn a_quotation_says_where_it_stands() {
        let quote = quote(&json!({ "line": 12, "page": null, "cell": 3, "text": "125" }));
        assert_eq!((quote.place.as_str(), quote.line), ("第 12 行第 3 格", 12));
    }
}
