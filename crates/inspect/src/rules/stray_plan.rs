//! I-TIME-4: what is planned lies behind the year reported on.

use law::report::{Section, Severity};

use super::case::{Case, Match, Outcome, Rule};
use super::entry::{Needs, RuleEntry};
use crate::text::Pattern;

pub(super) static RULE: Rule = Rule {
    entry: RuleEntry {
        id: "I-TIME-4",
        name: "下一步打算的年份在报告年度之后",
        basis: "报告只反映本年度的情况",
        severity: Severity::Warning,
        needs: Needs::Report,
    },
    on_forms: false,
    test,
};

static PLAN: Pattern = Pattern::new(
    r"(?:^|[。;\n])(20\d\d)年,?[^。;\n,0-9]{0,14}?将(?:继续|进一步|着力|着重|重点|按照|不断|从|加强|坚持|认真|严格|深入|持续)",
);

fn test(case: &Case<'_>) -> Option<Vec<Outcome>> {
    let own = case.year()?;
    let plans: Vec<Match<'_>> =
        case.matches(&PLAN).into_iter().filter(|found| found.section == Some(Section::Five)).collect();
    if plans.is_empty() {
        return None;
    }
    let fault = |found: &Match<'_>| {
        let year: i16 = found.group(1).parse().ok()?;
        (year <= own).then(|| {
            let message =
                format!("第五部分的打算写的是{year}年，报告年度是{own}年。请核对是否沿用了往年的文字。");
            Outcome::uncertain(message, case.quote_match(found))
        })
    };
    Some(plans.iter().filter_map(fault).collect())
}
