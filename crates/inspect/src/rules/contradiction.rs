//! I-NUM-2: one report does not say two things of the same number.

use law::report::prose::{ClaimKind, Figure, Scope, What};
use law::report::{CellKey, Level, RequestColumn, RequestRow, Severity};

use super::case::{Case, Outcome, Rule, count};
use super::entry::{Needs, RuleEntry};
use crate::prose::{PUBLISHED, is_whole_scope};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    entry: RuleEntry {
        id: "I-NUM-2",
        name: "同一个数字前后说法一致",
        basis: "《条例》第五十条：同一事项的数字只有一个",
        severity: Severity::Error,
        needs: Needs::Report,
    },
    on_forms: false,
    test,
};

fn test(case: &Case<'_>) -> Option<Vec<Outcome>> {
    let published = published(case);
    let denied = denied(case);
    if published.len() < 2 && denied.is_none() {
        return None;
    }
    let mut faults = Vec::new();
    if let Some((first, other)) = published.split_first()
        && let Some(second) =
            other.iter().find(|each| count(each) != count(first) && !is_stock_and_flow(case, first, each))
    {
        let mut evidence = case.quote_place(first.place);
        evidence.extend(case.quote_place(second.place));
        let message = format!(
            "主动公开的数量前后不一：“{}”和“{}”。请核对口径，写明各指什么。",
            first.text, second.text
        );
        faults.push(Outcome::uncertain(message, evidence));
    }
    faults.extend(denied.flatten());
    Some(faults)
}

/// How many things were published in the whole year by the whole body, each time the text says so.
fn published<'c>(case: &Case<'c>) -> Vec<&'c Figure> {
    let is_published =
        |figure: &&Figure| figure.what == What::Measure(PUBLISHED.to_owned()) && is_plain(case, figure);
    case.figures().iter().filter(is_published).collect()
}

/// `截至2024年12月31日，累计公开900条。本年度公开60条`: all that stands there, and what this year added.
fn is_stock_and_flow(case: &Case<'_>, first: &Figure, second: &Figure) -> bool {
    let is_stock = |figure: &Figure| {
        let before = case.understood.passage(figure.place.section).map(|passage| {
            let start = passage.sentence(figure.place.start).start;
            passage.slice(Span { start, end: figure.place.end })
        });
        // `年累计` and `全年累计` are this year's again.
        before
            .is_some_and(|words| words.contains('截') && words.contains("累计") && !words.contains("年累计"))
    };
    let (more, less) = if count(first) > count(second) { (first, second) } else { (second, first) };
    is_stock(more) && !is_stock(less)
}

/// Whether a figure is exact and speaks of the whole body and the whole year.
fn is_plain(case: &Case<'_>, figure: &Figure) -> bool {
    let Some(passage) = case.understood.passage(figure.place.section) else { return false };
    let start = passage.sentence(figure.place.start).start;
    let before = passage.slice(Span { start, end: figure.place.end });
    figure.scope == Scope::ReportYear && !figure.approximate && is_whole_scope(&before)
}

/// No request came, and some did. The outer `None` where only one of the two is said.
fn denied(case: &Case<'_>) -> Option<Option<Outcome>> {
    let new = CellKey::Request(RequestRow::New, RequestColumn::Total);
    let counts_new = |figure: &&Figure| matches!(&figure.what, What::Cells(keys) if keys.contains(&new));
    let told = &case.understood.told;
    let claim = told.claims.iter().find(|claim| claim.kind == ClaimKind::NoRequests)?;
    let figure = told.figures.iter().filter(counts_new).find(|figure| is_plain(case, figure))?;
    if count(figure) == Some(0) {
        return Some(None);
    }
    let mut evidence = case.quote_place(claim.place);
    evidence.extend(case.quote_place(figure.place));
    let message = format!("正文既说“{}”，又说“{}”，两者不能并存。请改正其中一处。", claim.text, figure.text);
    let is_one_body = case.understood.level == Level::Township;
    Some(Some(if is_one_body {
        Outcome::fail(message, evidence)
    } else {
        Outcome::uncertain(message, evidence)
    }))
}
