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

/// The word of a standing in a list; what was decided at an earlier check is told to be so.
pub(super) fn listed_standing(
    standing: Option<CheckStanding>,
    is_remembered: bool,
) -> (&'static str, &'static str) {
    match (standing, is_remembered) {
        (Some(CheckStanding::Confirmed), true) => ("沿用：已确认", "bad"),
        (Some(CheckStanding::Dismissed), true) => ("沿用：已排除", "ok"),
        (standing, _) => standing_words(standing),
    }
}
