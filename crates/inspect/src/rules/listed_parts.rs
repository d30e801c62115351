//! I-FORM-2: a list of the report's parts without a number leaves none of the six out.

use law::report::{Section, Severity};

use super::case::{Case, Outcome, Rule};
use super::entry::{Needs, RuleEntry};
use crate::prose::part_words;
use crate::text::Pattern;

pub(super) static RULE: Rule = Rule {
    entry: RuleEntry {
        id: "I-FORM-2",
        name: "报告列出自己的组成部分时六个部分列全",
        basis: "年度报告式样规定六个部分",
        severity: Severity::Warning,
        needs: Needs::Report,
    },
    on_forms: true,
    test,
};

/// `全文包括(一)总体情况;…;(五)存在的主要问题及改进情况。`
static LISTED: Pattern = Pattern::new(
    r"(?:全文|本?年?度?报告)(?:主要)?(?:内容)?(?:包括|由|包含)([^。\n]{20,260}?)(?:组成|构成|。|\n)",
);
/// Words that leave the list open or give a number, which is I-FORM-1's and K-X-5's.
const OPEN: [&str; 3] = ["等", "部分", "〔"];
/// From so many parts on it is a list of the parts and not a sentence that speaks of some.
const ENOUGH: usize = 4;

fn test(case: &Case<'_>) -> Option<Vec<Outcome>> {
    let lists = case.matches(&LISTED);
    let names = |text: &str, section: Section| part_words(section).iter().any(|word| text.contains(word));
    let found = lists.iter().find(|found| {
        let text = found.group(1);
        let is_open = OPEN.iter().any(|word| text.contains(word)) || found.behind(4).contains("部分");
        !is_open && Section::ALL.iter().filter(|section| names(text, **section)).count() >= ENOUGH
    })?;
    let missing: Vec<String> = Section::ALL
        .iter()
        .filter(|section| !names(found.group(1), **section))
        .map(|section| format!("“{}”", section.title()))
        .collect();
    if missing.is_empty() {
        return Some(Vec::new());
    }
    let message = format!("正文列出的组成部分没有{}。式样规定六个部分，请核对。", missing.join("、"));
    Some(vec![Outcome::uncertain(message, case.quote_match(found))])
}
