//! I-FORM-3: so many points as a sentence announces: 三个方面的问题, then 一是, 二是, 三是.

use law::report::{Section, Severity};

use super::case::{Case, Match, Outcome, Rule};
use super::entry::{Needs, RuleEntry};
use crate::text::{Pattern, Span};

pub(super) static RULE: Rule = Rule {
    entry: RuleEntry {
        id: "I-FORM-3",
        name: "所说的几个方面与列出的条数一致",
        basis: "年度报告审核的通行做法",
        severity: Severity::Warning,
        needs: Needs::Report,
    },
    on_forms: false,
    test,
};

static ANNOUNCED: Pattern = Pattern::new(
    r"(?:以下|如下|存在|主要是?|下列|做好|抓好|有)(?:的)?([两二三四五六])(?:个|点|方面|项)(?:的)?(?:主要)?(?:方面|问题|不足|困难|短板|工作|措施)?[^一二三四五六。\n]{0,16}[:。,]?$",
);
static FIRST: Pattern = Pattern::new(r"一是");
/// How far a list of points may reach, in characters.
const FAR: usize = 900;
const NUMERALS: [&str; 8] = ["一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是"];

fn test(case: &Case<'_>) -> Option<Vec<Outcome>> {
    let mut assessed = 0;
    let mut faults = Vec::new();
    for first in case.matches(&FIRST).iter().filter(|first| first.section == Some(Section::Five)) {
        let Some(announced) = announced(first) else { continue };
        assessed += 1;
        let listed = listed(first);
        // What the copy left out may have been a point.
        if listed != announced.number && !announced.is_cut {
            let message =
                format!("“{}”说有{}项，其后列出的是{listed}项。请核对。", announced.words, announced.number);
            faults.push(Outcome::uncertain(message, case.quote(first.passage, announced.span)));
        }
    }
    (assessed > 0).then_some(faults)
}

struct Announced {
    number: usize,
    words: String,
    span: Span,
    is_cut: bool,
}

/// The number announced right before the first point.
fn announced(first: &Match<'_>) -> Option<Announced> {
    let start = first.span.start.saturating_sub(40);
    let before = first.passage.slice(Span { start, end: first.span.start });
    let found = ANNOUNCED.captures(&before)?;
    let numeral = found.get(1)?.as_str();
    let number = if numeral == "两" {
        2
    } else {
        "一二三四五六".chars().position(|c| numeral.starts_with(c))? + 1
    };
    let from = start + before.get(..found.get(0)?.start())?.chars().count();
    let span = Span { start: from, end: first.span.end };
    let rest = first.passage.slice(Span { start: first.span.start, end: first.span.start + FAR });
    let is_cut = rest.contains('…') || rest.contains("...") || rest.chars().count() < 60;
    let words = first.passage.written(Span { start: from, end: first.span.start });
    Some(Announced { number, words, span, is_cut })
}

/// How many points follow each other, up to the next 一是.
fn listed(first: &Match<'_>) -> usize {
    let rest = first.passage.slice(Span { start: first.span.end, end: first.span.end + FAR });
    let rest = rest.split("一是").next().unwrap_or_default();
    1 + NUMERALS.iter().skip(1).take_while(|numeral| rest.contains(**numeral)).count()
}
