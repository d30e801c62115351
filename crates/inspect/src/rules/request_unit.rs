//! I-TEXT-3: requests are counted in 件.

use law::report::Severity;

use super::case::{Case, Outcome, Rule};
use super::entry::{Needs, RuleEntry};
use crate::text::Pattern;

pub(super) static RULE: Rule = Rule {
    entry: RuleEntry {
        id: "I-TEXT-3",
        name: "申请以“件”计",
        basis: "年度报告式样",
        severity: Severity::Warning,
        needs: Needs::Report,
    },
    on_forms: true,
    test,
};

static COUNTED: Pattern = Pattern::new(
    r"(?:收到|受理|接到)(?:政府)?(?:信息)?(?:依)?申请(?:信息)?公开(?:政府信息)?(?:申请)?(?:共)?\d+(条|次|份|个)",
);
static PLAIN: Pattern = Pattern::new(r"(?:收到|受理|接到)政府信息公开申请(?:共)?\d+(条|次|份|个)");

fn test(case: &Case<'_>) -> Option<Vec<Outcome>> {
    let found: Vec<_> = case.matches(&COUNTED).into_iter().chain(case.matches(&PLAIN)).collect();
    let fault = found.first().map(|found| {
        let message =
            format!("“{}”用了“{}”，申请的单位是“件”。请核对口径。", found.written(), found.group(1));
        Outcome::uncertain(message, case.quote_match(found))
    });
    case.has_words().then(|| fault.into_iter().collect())
}
