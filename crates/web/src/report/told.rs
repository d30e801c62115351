//! Findings about a report as pages tell them, the gravest first.

use law::report::Severity;
use serde_json::Value as Json;

/// Verdicts from the gravest: stored code, word, class of the tag.
pub(crate) const VERDICTS: [(&str, &str, &str); 4] = [
    ("FAIL", "不符", "bad"),
    ("UNCERTAIN", "存疑", "warn"),
    ("NOT_ASSESSABLE", "无法评估", ""),
    ("PASS", "通过", "ok"),
];

/// A finding as a page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Told {
    /// Its number on the page, from 1.
    pub(crate) number: usize,
    /// Its place in the JSON, from 0.
    pub(crate) place: usize,
    pub(crate) rule: String,
    /// What the rule says; empty for a rule that is no longer known.
    pub(crate) name: &'static str,
    pub(crate) basis: &'static str,
    /// As stored: `FAIL`.
    pub(crate) verdict: &'static str,
    pub(crate) word: &'static str,
    pub(crate) class: &'static str,
    pub(crate) message: String,
    pub(crate) evidence: Vec<Quote>,
}

/// A quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Quote {
    /// From 1.
    pub(crate) line: usize,
    /// The cell within the line, from 1, if the line is cut into cells.
    pub(crate) cell: Option<usize>,
    /// The place in words: `第 12 行第 3 格`.
    pub(crate) place: String,
    pub(crate) text: String,
    /// Another file that is quoted; its lines are not those of this text.
    pub(crate) is_elsewhere: bool,
    /// The mark in the text; empty until [`super::mark()`] has found it.
    pub(crate) href: String,
}

impl Told {
    /// Whether somebody must look at it.
    pub(crate) fn is_grave(&self) -> bool {
        matches!(self.verdict, "FAIL" | "UNCERTAIN")
    }
}

/// All findings, the gravest first: broken rules before doubts, errors before warnings, else in the order given.
/// The shape is that of `inspect::Finding` in JSON, as it is kept; what is not of that shape is left out.
pub(crate) fn told(findings: &Json) -> Vec<Told> {
    let all = findings.as_array().map(Vec::as_slice).unwrap_or_default();
    let mut told: Vec<Told> = Vec::new();
    for verdict in VERDICTS {
        let of_verdict = all.iter().enumerate().filter(|(_, finding)| text(finding, "verdict") == verdict.0);
        let mut of_verdict: Vec<(usize, &Json)> = of_verdict.collect();
        of_verdict.sort_by_key(|(_, finding)| !is_error(finding));
        for (place, finding) in of_verdict {
            told.push(Told { place, ..tell(finding, verdict, told.len() + 1) });
        }
    }
    told
}

fn tell(
    finding: &Json,
    (verdict, word, class): (&'static str, &'static str, &'static str),
    number: usize,
) -> Told {
    let rule = text(finding, "rule");
    let known = inspect::rule(rule);
    let quotes = finding.get("evidence").and_then(Json::as_array).map(Vec::as_slice).unwrap_or_default();
    Told {
        number,
        place: 0,
        rule: rule.to_owned(),
        name: known.map_or("", |rule| rule.name),
        basis: known.map_or("", |rule| rule.basis),
        verdict,
        word,
        class,
        message: text(finding, "message").to_owned(),
        evidence: quotes.iter().map(quote).collect(),
    }
}

/// What was kept before findings carried their weight has that of its rule.
fn is_error(finding: &Json) -> bool {
    match finding.get("severity").and_then(Json::as_str) {
        Some(code) => code == Severity::Error.code(),
        None => inspect::rule(text(finding, "rule")).is_some_and(|rule| rule.severity == Severity::Error),
    }
}

fn text<'a>(json: &'a Json, key: &str) -> &'a str {
    json.get(key).and_then(Json::as_str).unwrap_or_default()
}

fn quote(json: &Json) -> Quote {
    let number =
        |key: &str| json.get(key).and_then(Json::as_u64).and_then(|number| usize::try_from(number).ok());
    let (line, cell) = (number("line").unwrap_or_default(), number("cell"));
    let file = text(json, "file");
    let mut place = match file {
        "" => String::new(),
        file => format!("《{file}》"),
    };
    if let Some(page) = number("page") {
        place.push_str(&format!("第 {page} 页"));
    }
    place.push_str(&format!("第 {line} 行"));
    match (text(json, "address"), cell) {
        ("", Some(cell)) => place.push_str(&format!("第 {cell} 格")),
        ("", None) => {}
        (address, _) => place.push_str(&format!("（{address}）")),
    }
    let text = text(json, "text").to_owned();
    Quote { line, cell, place, text, is_elsewhere: !file.is_empty(), href: String::new() }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_gravest_findings_come_first() {
        let finding = |rule: &str, verdict: &str, severity: &str| json!({ "rule": rule, "verdict": verdict, "severity": severity, "message": "", "evidence": [] });
        let kept = json!([
            finding("K-T3-1", "PASS", "error"),
            finding("K-X-2", "UNCERTAIN", "warning"),
            finding("K-X-1", "UNCERTAIN", "error"),
            finding("K-X-3", "FAIL", "warning"),
        ]);
        let rules: Vec<String> = told(&kept).into_iter().map(|told| told.rule).collect();
        assert_eq!(rules, ["K-X-3", "K-X-1", "K-X-2", "K-T3-1"]);
        assert!(told(&json!(null)).is_empty());
    }

    #[test]
    fn a_quotation_says_where_it_stands() {
        let here = quote(&json!({ "line": 12, "page": null, "cell": 3, "text": "125" }));
        assert_eq!((here.place.as_str(), here.line, here.cell), ("第 12 行第 3 格", 12, Some(3)));
        let there =
            quote(&json!({ "line": 2, "page": 1, "text": "125", "file": "上年.txt", "address": "表三!C5" }));
        assert_eq!(
            (there.place.as_str(), there.is_elsewhere),
            ("《上年.txt》第 1 页第 2 行（表三!C5）", true)
        );
    }
}
