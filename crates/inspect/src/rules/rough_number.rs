//! I-NUM-4: 余 and 多 stand behind round numbers; behind an exact one either the number or the word is wrong.

use law::report::Severity;

use super::case::{Case, Outcome, Rule};
use super::entry::{Needs, RuleEntry};
use crate::text::Pattern;

pub(super) static RULE: Rule = Rule {
    entry: RuleEntry {
        id: "I-NUM-4",
        name: "“余”“多”只跟在整数后面",
        basis: "数量的通行写法",
        severity: Severity::Warning,
        needs: Needs::Report,
    },
    on_forms: false,
    test,
};

static ROUGH: Pattern =
    Pattern::new(r"(?:^|[^\d.年月第])(\d{1,3}(?:,\d{3})+|\d+)(?:余|多)(?:条|件|次|项|份|篇|个|期|场)");

fn test(case: &Case<'_>) -> Option<Vec<Outcome>> {
    let found = case.matches(&ROUGH);
    // `3余件` may be the end of a number that the copy tore.
    let is_exact = |number: &str| number.len() > 1 && !number.ends_with('0');
    let faults = found.iter().filter(|found| is_exact(found.group(1))).map(|found| {
        let message =
            format!("“{}”既是确数又带“余”“多”。请写明确切数量。", found.written().trim_matches(MARKS));
        Outcome::uncertain(message, case.quote_clause(found))
    });
    case.has_words().then(|| faults.collect())
}

const MARKS: [char; 8] = ['，', ',', '。', '、', '；', '：', ':', '的'];
