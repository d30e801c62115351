//! I-FORM-1: so many parts as the report announces, and the form has six.

use law::report::prose::{Claim, ClaimKind};
use law::report::{Section, Severity};

use super::case::{Case, Outcome, Rule};
use super::entry::{Needs, RuleEntry};
use crate::text::Pattern;

pub(super) static RULE: Rule = Rule {
    entry: RuleEntry {
        id: "I-FORM-1",
        name: "报告所说的部分数与实有的部分数一致",
        basis: "年度报告式样规定六个部分",
        severity: Severity::Warning,
        needs: Needs::Report,
    },
    on_forms: true,
    test,
};

/// `报告分五个部分`, `由…等六部分组成`.
static ANNOUNCED: Pattern = Pattern::new(
    r"(?:本?年?度?报告|全文|内容)(?:主要)?(?:内容)?(?:共|分为?|包括|由|包含|共分)[^。;\n]{0,200}?([一二三四五六七八九]|\d)个?部分(?:组成|构成|[,。;\n]|$)",
);
const NUMERALS: &str = "一二三四五六七八九";

fn test(case: &Case<'_>) -> Option<Vec<Outcome>> {
    let announced = case.matches(&ANNOUNCED);
    let found = announced.first()?;
    let number = number(found.group(1))?;
    let parts = case.understood.parts.found().count();
    let all = Section::ALL.len();
    let is_said_already = |claim: &Claim| matches!(claim.kind, ClaimKind::PartsLeftOut(_));
    // What a copy lost is no contradiction; only more parts than announced are. K-X-5 names what a list leaves out.
    if number >= all || parts <= number || case.understood.told.claims.iter().any(is_said_already) {
        return Some(Vec::new());
    }
    let evidence = case.quote_match(found);
    let message =
        format!("正文说报告分{number}个部分，文中却有{parts}个部分的标题，式样规定六个部分。请改正。");
    let outcome =
        if parts == all { Outcome::fail(message, evidence) } else { Outcome::uncertain(message, evidence) };
    Some(vec![outcome])
}

fn number(numeral: &str) -> Option<usize> {
    let first = numeral.chars().next()?;
    let digit = first.to_digit(10).and_then(|digit| usize::try_from(digit).ok());
    digit.or_else(|| NUMERALS.chars().position(|each| each == first).map(|at| at + 1))
}
