//! What was decided about a finding, in words.

use store::CheckStanding;

/// Word and class of a standing.
pub(super) const fn standing_words(standing: Option<CheckStanding>) -> (&'static str, &'static str) {
    match standing {
        Some(CheckStanding::Confirmed) => ("已确认", "bad"),
        Some(CheckStanding::Dismissed) => ("已排除", "ok"),
        None => ("待处理", ""),
    }
}

/// Word and class of a verdict that somebody must look at.
pub(super) fn verdict_words(verdict: &str) -> (&'static str, &'static str) {
    if verdict == "FAIL" { ("不符", "bad") } else { ("存疑", "warn") }
}
