//! Reports to test with: random consistent ones, and small helpers.

use std::collections::BTreeMap;

use law::report::identity::check;
use law::report::{
    Cell, CellKey, Context, DisputeOutcome, DisputeRoute, Finding, Form, Report, RequestColumn, RequestRow,
    Section, Source, Unit, Verdict, source,
};
use proptest::prelude::*;

/// A report whose every identity holds: free cells are random, totals and the carry-out follow.
pub(super) fn consistent() -> impl Strategy<Value = Report> {
    let form = prop::sample::select(vec![Form::F2019, Form::F2021]);
    (form, prop::collection::vec(0_i64..1000, 240)).prop_map(|(form, numbers)| consistent_of(form, &numbers))
}

pub(super) fn consistent_of(form: Form, numbers: &[i64]) -> Report {
    let year = if form == Form::F2019 { 2020 } else { 2024 };
    let mut report = Report::blank("示例县示例镇人民政府", year, form);
    let mut numbers = numbers.iter().copied();
    for key in form.cells() {
        if !matches!(source(form, key), Some(Source::Sum(_))) {
            let amount = match key {
                CellKey::Business(law::report::BusinessRow::Rule, _) => 0,
                _ => numbers.next().unwrap_or(0),
            };
            let unit = form.unit(key).unwrap();
            report.cells.insert(key, Cell::of(unit, amount));
        }
    }
    // What came in is what went out: the year's new cases make up the difference.
    for column in RequestColumn::ALL.iter().filter(|column| **column != RequestColumn::Total) {
        let amount = |row| report.amount(CellKey::Request(row, *column)).unwrap();
        let done: i64 = form.result_rows().map(amount).sum();
        let out = amount(RequestRow::CarriedOut);
        let carried_in = amount(RequestRow::CarriedIn).min(done + out);
        set(&mut report, CellKey::Request(RequestRow::CarriedIn, *column), carried_in);
        set(&mut report, CellKey::Request(RequestRow::New, *column), done + out - carried_in);
    }
    add_up(&mut report);
    for section in Section::PROSE {
        report.prose.insert(section, "本部分的文字。".to_owned());
    }
    report
}

/// Fills every total from the cells it sums, in both directions.
pub(super) fn add_up(report: &mut Report) {
    for _ in 0..2 {
        for key in report.form.cells() {
            if let Some(Source::Sum(parts)) = source(report.form, key)
                && let Some(sum) = parts.iter().map(|part| report.amount(*part)).sum()
            {
                set(report, key, sum);
            }
        }
    }
}

pub(super) fn set(report: &mut Report, key: CellKey, amount: i64) {
    let unit = report.form.unit(key).unwrap();
    report.cells.insert(key, Cell::of(unit, amount));
}

pub(super) fn key(text: &str) -> CellKey {
    text.parse().unwrap()
}

/// All cells 0, all written parts filled.
pub(super) fn zero(form: Form) -> Report {
    consistent_of(form, &[])
}

pub(super) fn findings<'a>(found: &'a [Finding], rule: &str) -> Vec<&'a Finding> {
    found.iter().filter(|finding| finding.rule == rule).collect()
}

pub(super) fn verdicts(report: &Report, context: &Context<'_>, rule: &str) -> Vec<Verdict> {
    findings(&check(report, context), rule).iter().map(|finding| finding.verdict).collect()
}

pub(super) fn verdict_by_rule(found: &[Finding]) -> BTreeMap<&'static str, Vec<Verdict>> {
    let mut by_rule: BTreeMap<&'static str, Vec<Verdict>> = BTreeMap::new();
    for finding in found {
        by_rule.entry(finding.rule).or_default().push(finding.verdict);
    }
    by_rule
}

/// The cells of a column of table 三.
pub(super) fn column_cells(form: Form, column: RequestColumn) -> Vec<CellKey> {
    form.request_rows().iter().map(|label| CellKey::Request(label.row, column)).collect()
}

pub(super) fn all_of_route(route: DisputeRoute) -> Vec<CellKey> {
    DisputeOutcome::ALL.iter().map(|outcome| CellKey::Dispute(route, *outcome)).collect()
}

pub(super) fn unit(form: Form, text: &str) -> Option<Unit> {
    form.unit(key(text))
}
