//! I-TIME-2: the statistical period is the whole year.

use law::report::Severity;

use super::case::{Case, Match, Outcome, Rule};
use super::entry::{Needs, RuleEntry};
use crate::text::Pattern;

pub(super) static RULE: Rule = Rule {
    entry: RuleEntry {
        id: "I-TIME-2",
        name: "统计期限从1月1日起到12月31日止",
        basis: "年度报告式样：统计期限是整个年度",
        severity: Severity::Warning,
        needs: Needs::Report,
    },
    on_forms: true,
    test,
};

static PERIOD: Pattern = Pattern::new(
    r"(?:统计|数据)[^。;\n]{0,16}?(20\d\d) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日起?(?:至|到|-)(?:(20\d\d) ?年 ?)?(\d{1,2}) ?月 ?(\d{1,2}) ?日",
);
/// `20211月1日至202112月31日`: figures whose 年 or 月 is missing.
static TORN: Pattern =
    Pattern::new(r"统计[^。;\n\d]{0,8}(20\d{3,6}(?:月\d{1,2})?日?起?(?:至|到|-)20\d{3,6}(?:月\d{1,2})?日)");

fn test(case: &Case<'_>) -> Option<Vec<Outcome>> {
    let (periods, torn) = (case.matches(&PERIOD), case.matches(&TORN));
    if periods.is_empty() && torn.is_empty() {
        return None;
    }
    let is_whole = |found: &Match<'_>| {
        let group = |index: usize| found.group(index).trim_start_matches('0').to_owned();
        let is_one_year = ["", found.group(1)].contains(&found.group(4));
        (group(2), group(3), group(5), group(6)) == ("1".into(), "1".into(), "12".into(), "31".into())
            && is_one_year
    };
    let fault = |found: &Match<'_>| {
        let message = format!(
            "“{}”不是从1月1日到12月31日。年度报告统计整个年度；本年新设立或撤销的机关请写明原因，否则请改正。",
            found.written()
        );
        Outcome::uncertain(message, case.quote_match(found))
    };
    let unreadable = |found: &Match<'_>| {
        let message =
            format!("“{}”的日期缺少“年”“月”或数字，也可能是转换时丢失，待核对原件。", found.written());
        Outcome::uncertain(message, case.quote_match(found))
    };
    let faults = periods.iter().filter(|found| !is_whole(found)).map(fault);
    Some(faults.chain(torn.iter().map(unreadable)).collect())
}
