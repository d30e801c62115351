//! K-T3-6 to K-T3-9: the report against the register of requests. Only our own report has one.

use super::super::key::{CellKey, RequestColumn, RequestRow};
use super::super::source::{Source, source};
use super::super::table_three::column_label;
use super::case::{Case, Outcome, some_of};

const NO_REGISTERS: &str = "没有可供核对的台账，未评估。";
/// How many source numbers a message names.
const NAMED: usize = 10;

/// K-T3-6 — every measured figure is what the register counts today.
pub(super) fn figures_equal_the_register(case: &Case<'_>) -> Vec<Outcome> {
    let counted =
        case.context.registers.and_then(|registers| Some((registers.cells.as_ref()?, &registers.declared)));
    let Some((counted, declared)) = counted else { return vec![Outcome::not_assessable(NO_REGISTERS)] };
    let form = case.form();
    let is_measured = |key: CellKey| matches!(source(form, key), Some(Source::Measured { .. }));
    let mut faults = Vec::new();
    for (key, count) in counted.iter().filter(|(key, _)| is_measured(**key) && !declared.contains(*key)) {
        let Some(printed) = case.report.amount(*key) else { continue };
        if printed != *count {
            let message = format!(
                "{}写的是{printed}，台账中是{count}。请打开明细核对；确需不同的，请写明原因。",
                case.name(*key)
            );
            faults.push(Outcome::fail(message).cells([*key]));
        }
    }
    if !faults.is_empty() {
        return faults;
    }
    let by_hand = match declared.len() {
        0 => String::new(),
        n => format!("；另有{n}个单元格为手工填报，不与台账比较"),
    };
    vec![Outcome::pass(format!("由台账计数的单元格与台账一致{by_hand}。"))]
}

/// K-T3-7 — a case counts in exactly one result row.
pub(super) fn a_case_counts_once(case: &Case<'_>) -> Vec<Outcome> {
    let listed = case.context.registers.and_then(|registers| registers.in_several_rows.as_ref());
    let outcome = match listed {
        None => Outcome::not_assessable(NO_REGISTERS),
        Some(cases) if cases.is_empty() => Outcome::pass("每件申请只计入一种办理结果。"),
        Some(cases) => Outcome::fail(format!(
            "这些申请计入了不止一种办理结果：{}。区分处理的只计“部分公开”，请改正台账。",
            some_of(cases, NAMED)
        )),
    };
    vec![outcome]
}

/// K-T3-8 — carried out is what was received by 31 December and not answered by then.
pub(super) fn carried_out_is_what_was_open(case: &Case<'_>) -> Vec<Outcome> {
    let open = case
        .context
        .registers
        .and_then(|registers| Some((registers.unanswered.as_ref()?, &registers.declared)));
    let Some((open, declared)) = open else { return vec![Outcome::not_assessable(NO_REGISTERS)] };
    let mut faults = Vec::new();
    for column in RequestColumn::ALL.iter().filter(|column| **column != RequestColumn::Total) {
        let key = CellKey::Request(RequestRow::CarriedOut, *column);
        let count = open.get(column).copied().unwrap_or_default();
        let Some(printed) = case.report.amount(key).filter(|_| !declared.contains(&key)) else { continue };
        if printed != count {
            let message = format!(
                "“结转下年度继续办理”的“{}”列是{printed}，台账中到12月31日尚未答复的是{count}\
                 （含正在补正、征求意见、延期的）。请核对。",
                column_label(*column)
            );
            faults.push(Outcome::fail(message).cells([key]));
        }
    }
    if faults.is_empty() {
        faults.push(Outcome::pass("结转下年度的件数就是到12月31日尚未答复的件数。"));
    }
    faults
}

/// K-T3-9 — what was carried out after its due date is listed.
pub(super) fn overdue_cases_are_listed(case: &Case<'_>) -> Vec<Outcome> {
    let listed = case.context.registers.and_then(|registers| registers.overdue_carried_out.as_ref());
    let outcome = match listed {
        None => Outcome::not_assessable(NO_REGISTERS),
        Some(cases) if cases.is_empty() => Outcome::pass("结转的申请中没有超期的。"),
        Some(cases) => Outcome::fail(format!(
            "结转下年度的申请中有{}件到12月31日已超过答复期限：{}。请逐件写明原因。",
            cases.len(),
            some_of(cases, NAMED)
        )),
    };
    vec![outcome]
}
