//! I-NUM-6: a rate of one hundred percent beside fewer concluded cases than received ones.

use law::report::Severity;

use super::case::{Case, Outcome, Rule};
use super::entry::{Needs, RuleEntry};
use crate::text::Pattern;

pub(super) static RULE: Rule = Rule {
    entry: RuleEntry {
        id: "I-NUM-6",
        name: "办结率、答复率与收到、办结的件数相符",
        basis: "数据之间的逻辑关系",
        severity: Severity::Warning,
        needs: Needs::Report,
    },
    on_forms: false,
    test,
};

static RATE: Pattern = Pattern::new(r"(办结率|答复率|回复率|办理率)(?:均|都)?(?:为|达到?了?)?100%");
static RECEIVED: Pattern = Pattern::new(r"(?:收到|受理|接收|接到)[^。;,\d]{0,24}?(\d+)件");
static DONE: Pattern = Pattern::new(r"(?:办结|答复|回复)[^。;,\d率]{0,12}?(\d+)件");

fn test(case: &Case<'_>) -> Option<Vec<Outcome>> {
    let rates = case.matches(&RATE);
    if rates.is_empty() {
        return None;
    }
    let fault = |found: &super::case::Match<'_>| {
        let before = found.before();
        // `按期答复率` counts those that were due.
        if before.ends_with("按期") || before.ends_with("按时") {
            return None;
        }
        let (received, done) = (single(&RECEIVED, &before)?, single(&DONE, &before)?);
        (done < received).then(|| {
            let message = format!(
                "正文说“{}”，同一句却是收到{received}件、办结{done}件。请核对，或写明比率怎样计算。",
                found.written()
            );
            let sentence = found.passage.sentence(found.span.start);
            Outcome::uncertain(message, case.quote(found.passage, sentence))
        })
    };
    Some(rates.iter().filter_map(fault).collect())
}

fn single(pattern: &Pattern, text: &str) -> Option<i64> {
    let found = pattern.all(text);
    let [only] = found.as_slice() else { return None };
    only.get(1)?.as_str().parse().ok()
}
