//! I-CITE-3: an index number (索引号) that a program left unfinished. Places number as they like, so only what can be
//! no number at all is named, and only as a hint.

use law::report::Severity;

use super::case::{Case, Match, Outcome, Rule};
use super::entry::{Needs, RuleEntry};
use crate::text::Pattern;

pub(super) static RULE: Rule = Rule {
    entry: RuleEntry {
        id: "I-CITE-3",
        name: "索引号完整",
        basis: "《政府信息公开目录系统实施指引（试行）》",
        severity: Severity::Warning,
        needs: Needs::Report,
    },
    on_forms: false,
    test,
};

static INDEX: Pattern = Pattern::new(r"索引号:?([A-Za-z0-9/_.\-]{1,40})");

fn test(case: &Case<'_>) -> Option<Vec<Outcome>> {
    let numbers = case.matches(&INDEX);
    if numbers.is_empty() {
        return None;
    }
    let fault = |found: &Match<'_>| {
        let message =
            format!("索引号“{}”不完整，可能是系统没有取到机构代码或流水号。请核对发布页面。", found.group(1));
        Outcome::uncertain(message, case.quote_match(found))
    };
    Some(numbers.iter().filter(|found| is_unfinished(found.group(1))).map(fault).collect())
}

fn is_unfinished(number: &str) -> bool {
    let lower = number.to_ascii_lowercase();
    let serial = number.rsplit('-').next().unwrap_or_default();
    let is_zero = serial.len() >= 4 && serial.len() < number.len() && serial.bytes().all(|byte| byte == b'0');
    number.starts_with('/')
        || number.ends_with('/')
        || is_zero
        || ["none", "null", "undefined", "nan"].iter().any(|word| lower.contains(word))
}
