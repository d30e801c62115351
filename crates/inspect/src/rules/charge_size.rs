//! I-NUM-7: charges in 万元 that would be more than a township can have collected were written in 元.

use law::report::{BusinessColumn, BusinessRow, Cell, CellKey, Level, Severity, Unit};

use super::case::{Case, Outcome, Rule};
use super::entry::{Needs, RuleEntry};
use crate::evidence::of_cell;

pub(super) static RULE: Rule = Rule {
    entry: RuleEntry {
        id: "I-NUM-7",
        name: "收费金额的单位是万元",
        basis: "年度报告式样：本年收费金额（单位：万元）",
        severity: Severity::Warning,
        needs: Needs::Report,
    },
    on_forms: true,
    test,
};

/// One hundred million yuan, in fen.
const IMPLAUSIBLE: i64 = 10_000_000_000;

fn test(case: &Case<'_>) -> Option<Vec<Outcome>> {
    let key = CellKey::Business(BusinessRow::Charge, BusinessColumn::AmountWan);
    let cell = &case.understood.tables.cells.get(&key)?.cell;
    let Cell::Money(fen) = cell else { return None };
    let is_large = *fen >= IMPLAUSIBLE && case.understood.level == Level::Township;
    Some(if is_large {
        let message = format!(
            "行政事业性收费{}万元，超过一亿元，乡镇（街道）不大可能收取这么多。请核对是否把元写成了万元。",
            cell.print(Unit::MoneyWan)
        );
        vec![Outcome::uncertain(message, of_cell(case.understood, key).into_iter().collect())]
    } else {
        Vec::new()
    })
}
