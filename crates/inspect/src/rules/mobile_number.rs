//! I-PRIV-3: a mobile number may be a person's. The contact of the office is no personal datum, so this is a hint.

use law::report::Severity;

use super::case::{Case, Match, Outcome, Rule};
use super::entry::{Needs, RuleEntry};
use super::identity_number::{masked, tail};
use crate::text::Pattern;

pub(super) static RULE: Rule = Rule {
    entry: RuleEntry {
        id: "I-PRIV-3",
        name: "没有个人手机号码",
        basis: "《个人信息保护法》；《条例》第十五条",
        severity: Severity::Warning,
        needs: Needs::Report,
    },
    on_forms: false,
    test,
};

static MOBILE: Pattern = Pattern::new(r"1[3-9]\d{9}");

fn test(case: &Case<'_>) -> Option<Vec<Outcome>> {
    let found = case.matches(&MOBILE);
    let is_alone = |found: &&Match<'_>| {
        let is_letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '_' | '.' | '@');
        !found.before().ends_with(is_letter) && !found.behind(1).starts_with(is_letter)
    };
    let fault = |found: &Match<'_>| {
        let message = format!(
            "文中有手机号码（尾号{}）。机关的办公联系电话可以公开；如是个人号码，请隐去。",
            tail(&found.written())
        );
        Outcome::uncertain(message, case.quote_match(found).into_iter().map(masked).collect())
    };
    let faults = found.iter().filter(is_alone).map(fault);
    case.has_words().then(|| faults.collect())
}
