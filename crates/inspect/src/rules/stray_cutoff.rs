//! I-TIME-3: figures up to the end of a year are those of the year reported on.

use law::report::{Section, Severity};

use super::case::{Case, Match, Outcome, Rule};
use super::entry::{Needs, RuleEntry};
use crate::text::Pattern;

pub(super) static RULE: Rule = Rule {
    entry: RuleEntry {
        id: "I-TIME-3",
        name: "“截至某年年底”的年份是报告年度",
        basis: "报告只反映本年度的情况",
        severity: Severity::Warning,
        needs: Needs::Report,
    },
    on_forms: false,
    test,
};

static CUTOFF: Pattern = Pattern::new(r"截[至止]到?(20\d\d)年(?:12月31日|12月底|年?底)");
/// Words that let another year stand.
const COMPARING: [&str; 6] = ["较", "比", "同期", "上年", "去年", "有效期"];

fn test(case: &Case<'_>) -> Option<Vec<Outcome>> {
    let own = case.year()?;
    let found = case.matches(&CUTOFF);
    if found.is_empty() {
        return None;
    }
    let fault = |found: &Match<'_>| {
        let year: i16 = found.group(1).parse().ok()?;
        let sentence = found.sentence();
        let counts = found.behind(60).contains(|c: char| c.is_ascii_digit());
        let is_told_here = matches!(found.section, Some(Section::One | Section::Two | Section::Three));
        let is_compared = COMPARING.iter().any(|word| sentence.contains(word));
        (year != own && counts && is_told_here && !is_compared).then(|| {
            let message = format!(
                "“{}”说的是{year}年底的情况，报告年度是{own}年。请核对是否沿用了往年的文字。",
                found.written()
            );
            Outcome::uncertain(message, case.quote_match(found))
        })
    };
    Some(found.iter().filter_map(fault).collect())
}
