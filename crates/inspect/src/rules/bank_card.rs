//! I-PRIV-2: no bank cards. An account that takes fees is no personal one, so this is a hint.

use law::report::Severity;

use super::case::{Case, Match, Outcome, Rule};
use super::entry::{Needs, RuleEntry};
use super::identity_number::{masked, tail};
use crate::personal::has_check_digit;
use crate::text::Pattern;

pub(super) static RULE: Rule = Rule {
    entry: RuleEntry {
        id: "I-PRIV-2",
        name: "没有个人银行卡号",
        basis: "《个人信息保护法》；《条例》第十五条",
        severity: Severity::Warning,
        needs: Needs::Report,
    },
    on_forms: false,
    test,
};

/// Cards of banks in China begin with 62; other runs of so many digits are serial numbers.
static CARD: Pattern = Pattern::new(r"62\d{14,17}");

fn test(case: &Case<'_>) -> Option<Vec<Outcome>> {
    let found = case.matches(&CARD);
    let is_alone = |found: &&Match<'_>| {
        let is_letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '_' | '.');
        !found.before().ends_with(is_letter) && !found.behind(1).starts_with(is_letter)
    };
    let fault = |found: &Match<'_>| {
        let message =
            format!("文中像是有银行卡号（尾号{}）。如是个人账户，请撤下并隐去。", tail(&found.written()));
        Outcome::uncertain(message, case.quote_match(found).into_iter().map(masked).collect())
    };
    let faults = found.iter().filter(is_alone).filter(|found| has_check_digit(&found.written())).map(fault);
    case.has_words().then(|| faults.collect())
}
