//! I-PRIV-1: no identity card numbers in a published text. The check digit proves that it is one.

use law::report::Severity;

use super::case::{Case, Match, Outcome, Rule};
use super::entry::{Needs, RuleEntry};
use crate::personal::is_identity_number;
use crate::text::Pattern;

pub(super) static RULE: Rule = Rule {
    entry: RuleEntry {
        id: "I-PRIV-1",
        name: "没有公民身份号码",
        basis: "《个人信息保护法》；《条例》第十五条",
        severity: Severity::Error,
        needs: Needs::Report,
    },
    on_forms: false,
    test,
};

static EIGHTEEN: Pattern = Pattern::new(r"\d{17}[\dXx]");

fn test(case: &Case<'_>) -> Option<Vec<Outcome>> {
    let found = case.matches(&EIGHTEEN);
    let is_alone = |found: &&Match<'_>| {
        let is_letter = |c: char| c.is_ascii_alphanumeric() || c == '-';
        !found.before().ends_with(is_letter) && !found.behind(1).starts_with(is_letter)
    };
    let fault = |found: &Match<'_>| {
        let message = format!("文中有公民身份号码（尾号{}）。请立即撤下并隐去。", tail(&found.written()));
        Outcome::fail(message, case.quote_match(found).into_iter().map(masked).collect())
    };
    let is_number = |found: &&Match<'_>| is_identity_number(&found.written());
    let faults = found.iter().filter(is_alone).filter(is_number).map(fault);
    case.has_words().then(|| faults.collect())
}

/// The findings do not spread what they warn of: all but the ends of long numbers is covered.
pub(super) fn masked(mut evidence: crate::checked::Evidence) -> crate::checked::Evidence {
    const KEPT_AT_HEAD: usize = 3;
    const KEPT_AT_TAIL: usize = 4;
    let chars: Vec<char> = evidence.text.chars().collect();
    let last = chars.len().saturating_sub(KEPT_AT_TAIL);
    let cover = |(at, c): (usize, &char)| {
        if (KEPT_AT_HEAD..last).contains(&at) && c.is_ascii_alphanumeric() { '*' } else { *c }
    };
    evidence.text = chars.iter().enumerate().map(cover).collect();
    evidence
}

pub(super) fn tail(number: &str) -> String {
    let chars: Vec<char> = number.chars().filter(char::is_ascii_alphanumeric).collect();
    chars.iter().skip(chars.len().saturating_sub(4)).collect()
}
