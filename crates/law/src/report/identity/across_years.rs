//! K-T3-5: what last year carried out, this year carries in, column by column.

use super::super::key::{CellKey, RequestColumn, RequestRow};
use super::super::table_three::column_label;
use super::case::{Case, Outcome, no_year_before};

/// K-T3-5. Per column, because an applicant does not change kind over New Year.
pub(super) fn carried_in_is_last_years_carried_out(case: &Case<'_>) -> Vec<Outcome> {
    let Some(last) = case.year_before() else { return vec![no_year_before(case)] };
    let (mut faults, mut assessed) = (Vec::new(), 0_usize);
    for column in RequestColumn::ALL {
        let here = CellKey::Request(RequestRow::CarriedIn, *column);
        let there = CellKey::Request(RequestRow::CarriedOut, *column);
        let (Some(now), Some(before)) = (case.report.amount(here), last.amount(there)) else { continue };
        assessed += 1;
        if now != before {
            let message = format!(
                "表三“{}”列：本年“上年结转”是{now}，而{}年报告的“结转下年度继续办理”是{before}。\
                 请核对；如系申请人类别重新归类或上年报告有误，请写明原因。",
                column_label(*column),
                last.year
            );
            faults.push(Outcome::fail(message).cells([here]));
        }
    }
    match (faults.is_empty(), assessed) {
        (false, _) => faults,
        (true, 0) => vec![Outcome::not_assessable("两年的结转数都不完整，未评估。")],
        (true, n) => vec![Outcome::pass(format!("{n}列的上年结转与{}年报告的结转下年度一致。", last.year))],
    }
}
