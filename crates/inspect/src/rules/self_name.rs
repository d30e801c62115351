//! I-BODY-1: a body calls itself what it is: a 乡 is no 镇, an 局 no 街道.

use law::report::Severity;

use super::case::{Case, Match, Outcome, Rule};
use super::entry::{Needs, RuleEntry};
use crate::text::Pattern;

pub(super) static RULE: Rule = Rule {
    entry: RuleEntry {
        id: "I-BODY-1",
        name: "自称与机关的名称相符",
        basis: "报告只反映本机关的情况",
        severity: Severity::Warning,
        needs: Needs::Report,
    },
    on_forms: false,
    test,
};

/// Kinds that exclude each other in one report. A body of a county may well say 我县.
const KINDS: [&str; 4] = ["镇", "乡", "街道", "局"];
static SELF: Pattern = Pattern::new(r"(?:[我本](镇|乡|街道|局|办)|我(部|厅|省))(.?)");

fn test(case: &Case<'_>) -> Option<Vec<Outcome>> {
    let agency = case.understood.agency.as_deref()?;
    let own = kind(agency)?;
    let found = case.matches(&SELF);
    if found.is_empty() {
        return None;
    }
    // An 办事处 may well say 我办.
    let is_own = |found: &Match<'_>| kind_named(found) == own || (kind_named(found) == "办" && own == "街道");
    let other = found.iter().find(|found| !is_own(found) && !is_within_a_word(found));
    let fault = other.map(|found| {
        let message =
            format!("报告机关是“{agency}”，文中却自称“我{}”。请核对是否抄自别处。", kind_named(found));
        Outcome::uncertain(message, case.quote_clause(found))
    });
    Some(fault.into_iter().collect())
}

/// The kind of body that a match names.
fn kind_named<'m>(found: &'m Match<'_>) -> &'m str {
    if found.group(1).is_empty() { found.group(2) } else { found.group(1) }
}

fn kind(agency: &str) -> Option<&'static str> {
    let place = ["人民政府", "政府", "办事处", "党政办公室", "办公室"]
        .iter()
        .fold(agency, |name, end| name.strip_suffix(end).unwrap_or(name));
    KINDS.into_iter().find(|kind| place.ends_with(kind))
}

/// `我乡村振兴`, `我乡镇`, `本局限于`; `我办` counts only before words that a sentence about oneself goes on with.
fn is_within_a_word(found: &Match<'_>) -> bool {
    let behind = found.group(3);
    match kind_named(found) {
        "办" => !["紧", "认", "高", "严", "坚", "积", "按", "全", "共"].contains(&behind),
        // `我省有关规定` is the province's; only the acts of a body are told with these words.
        "部" | "厅" | "省" => {
            !["主", "共", "未", "收", "受", "全", "高", "严", "坚", "认"].contains(&behind)
        }
        _ => ["村", "镇", "亲", "土", "限", "部", "面", "级"].contains(&behind),
    }
}
