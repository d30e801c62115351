//! Findings as they were kept, counted.

use serde_json::Value as Json;

/// How many findings have that verdict.
pub(super) fn count(findings: &Json, verdict: &str) -> usize {
    let all = findings.as_array().map(Vec::as_slice).unwrap_or_default();
    all.iter().filter(|finding| finding.get("verdict").and_then(Json::as_str) == Some(verdict)).count()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn findings_are_counted_by_their_verdict() {
        let kept = json!([{ "verdict": "FAIL" }, { "verdict": "PASS" }, { "verdict": "FAIL" }]);
        assert_eq!((count(&kept, "FAIL"), count(&kept, "UNCERTAIN"), count(&json!(null), "FAIL")), (2, 0, 0));
    }
}
