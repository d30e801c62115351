//! I-TIME-5: a report is published when its year is over.

use law::report::Severity;

use super::case::{Case, Match, Outcome, Rule};
use super::entry::{Needs, RuleEntry};
use crate::text::Pattern;

pub(super) static RULE: Rule = Rule {
    entry: RuleEntry {
        id: "I-TIME-5",
        name: "发布日期在报告年度结束之后",
        basis: "《条例》第四十九条：公布上一年度的报告",
        severity: Severity::Warning,
        needs: Needs::Report,
    },
    on_forms: false,
    test,
};

static DATED: Pattern = Pattern::new(
    r"(?:发布日期|发布时间|公开日期|公开时间|成文日期|发文日期|生成日期):?\[?(20\d\d)[-/年.](\d{1,2})[-/月.]",
);

fn test(case: &Case<'_>) -> Option<Vec<Outcome>> {
    let own = case.year()?;
    let dates = case.matches(&DATED);
    if dates.is_empty() {
        return None;
    }
    let fault = |found: &Match<'_>| {
        let (year, month): (i16, u8) = (found.group(1).parse().ok()?, found.group(2).parse().ok()?);
        let is_early = year < own || (year == own && month < 12);
        is_early.then(|| {
            let message = format!(
                "页面写的是“{}”，{own}年度那时还没有结束。请核对发布日期或报告年度。",
                found.written()
            );
            Outcome::uncertain(message, case.quote_match(found))
        })
    };
    Some(dates.iter().filter_map(fault).take(1).collect())
}
