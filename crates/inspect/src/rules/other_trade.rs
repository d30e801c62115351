//! I-BODY-4: a bureau tells of its own trade: a water bureau issues no permits to plan or to teach.

use law::report::Severity;

use super::case::{Case, Match, Outcome, Rule};
use super::entry::{Needs, RuleEntry};
use crate::text::Pattern;

pub(super) static RULE: Rule = Rule {
    entry: RuleEntry {
        id: "I-BODY-4",
        name: "部门自称办理的业务属于本部门",
        basis: "报告只反映本机关的情况",
        severity: Severity::Warning,
        needs: Needs::Report,
    },
    on_forms: false,
    test,
};

/// `我局办理城乡规划许可5件`: what a bureau says that it does itself.
static BUSINESS: Pattern = Pattern::new(
    r"[我本]局[^。;\n]{0,16}?(?:办理|核发|作出|受理|颁发|审批)了?(?:各类)?([^,。;\n\d]{0,12}?)(取水许可|城乡规划许可|用地规划许可|工程规划许可|不动产登记|教师资格|医师执业|医疗机构执业|居民身份证|营业执照|预售许可|道路运输|排污许可|婚姻登记|结婚登记|律师执业|食品经营许可)",
);
/// A business, and the words by which the names of the bureaus show that it is theirs.
const TRADES: [(&str, &[&str]); 17] = [
    ("取水许可", &["水"]),
    ("城乡规划许可", PLANNING),
    ("用地规划许可", PLANNING),
    ("工程规划许可", PLANNING),
    ("不动产登记", &["自然资源", "国土", "不动产", "规划"]),
    ("教师资格", &["教"]),
    ("医师执业", HEALTH),
    ("医疗机构执业", HEALTH),
    ("居民身份证", &["公安"]),
    ("营业执照", MARKET),
    ("预售许可", &["住", "房", "建"]),
    ("道路运输", &["交通", "运输"]),
    ("排污许可", &["环"]),
    ("婚姻登记", &["民政"]),
    ("结婚登记", &["民政"]),
    ("律师执业", &["司法"]),
    ("食品经营许可", &["市场", "工商", "食品", "药"]),
];
const PLANNING: &[&str] = &["规划", "自然资源", "建", "国土"];
const HEALTH: &[&str] = &["卫", "医"];
const MARKET: &[&str] = &["市场", "工商"];
/// Bureaus that do the business of others by their office.
const FOR_OTHERS: [&str; 6] = ["审批", "政务", "综合", "执法", "行政服务", "数据"];

fn test(case: &Case<'_>) -> Option<Vec<Outcome>> {
    let agency = case.understood.agency.as_deref().filter(|name| name.ends_with('局'))?;
    let found = case.matches(&BUSINESS);
    if found.is_empty() || FOR_OTHERS.iter().any(|word| agency.contains(word)) {
        return None;
    }
    let fault = found.iter().find(|found| !is_own(agency, found)).map(|found| {
        let message = format!(
            "报告机关是“{agency}”，文中却说本局办理“{}”，通常属于其他部门。请核对是否抄自别处。",
            found.group(2)
        );
        Outcome::uncertain(message, case.quote_match(found))
    });
    Some(fault.into_iter().collect())
}

/// Whether the name of the bureau shows that the business is its own, or nothing is known of the business.
fn is_own(agency: &str, found: &Match<'_>) -> bool {
    let words = TRADES.iter().find(|(business, _)| *business == found.group(2)).map(|(_, words)| *words);
    // `配合自然资源局办理`: what is done for another one.
    let is_for_another = ["配合", "协助", "代", "移交"].iter().any(|word| found.written().contains(word));
    is_for_another || words.is_none_or(|words| words.iter().any(|word| agency.contains(word)))
}
