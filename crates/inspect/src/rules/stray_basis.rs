//! I-TIME-6: the work rests on the key points of its own year, not on those of a year before.

use law::report::Severity;

use super::case::{Case, Match, Outcome, Rule};
use super::entry::{Needs, RuleEntry};
use crate::text::Pattern;

pub(super) static RULE: Rule = Rule {
    entry: RuleEntry {
        id: "I-TIME-6",
        name: "所依据的年度工作要点是本年度的",
        basis: "报告只反映本年度的情况",
        severity: Severity::Warning,
        needs: Needs::Report,
    },
    on_forms: false,
    test,
};

/// `按照…和《示例市2020年政务公开工作要点》要求`.
static BASIS: Pattern = Pattern::new(
    r"(?:按照|根据|依据|落实|对照|围绕|贯彻|执行)[^。;\n]{0,60}?(20\d\d)年(?:度)?[^。;,、\n《》]{0,8}(?:政务公开|政府信息公开)[^。;,、\n《》]{0,4}(?:工作要点|重点工作|主要任务|任务分解|工作安排|工作要求)",
);
/// Words that speak of the earlier year on purpose.
const ON_PURPOSE: [&str; 7] = ["上年", "去年", "继续", "整改", "延续", "自20", "以来"];

fn test(case: &Case<'_>) -> Option<Vec<Outcome>> {
    let own = case.year()?;
    let found = case.matches(&BASIS);
    if found.is_empty() {
        return None;
    }
    let year = |found: &Match<'_>| found.group(1).parse::<i16>().ok();
    let names_own = found.iter().any(|found| year(found) == Some(own));
    let is_old = |found: &&Match<'_>| {
        year(found).is_some_and(|year| year < own)
            && !ON_PURPOSE.iter().any(|word| found.sentence().contains(word))
    };
    // Beside the key points of the year itself, older ones are history.
    let fault = found.iter().find(is_old).filter(|_| !names_own).map(|found| {
        let message = format!(
            "“{}”是{}年的要求，报告年度是{own}年。请核对是否沿用了往年的文字。",
            found.written(),
            found.group(1)
        );
        Outcome::uncertain(message, case.quote_match(found))
    });
    Some(fault.into_iter().collect())
}
