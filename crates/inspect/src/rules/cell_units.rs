//! I-CELL-1: cells hold numbers; the unit stands in the head of the column.

use law::report::{Cell, CellKey, Remark, Severity, Unit};

use super::case::{Case, Outcome, Rule};
use super::entry::{Needs, RuleEntry};
use crate::evidence::of_cell;

pub(super) static RULE: Rule = Rule {
    entry: RuleEntry {
        id: "I-CELL-1",
        name: "单元格里只写数字，不写单位",
        basis: "年度报告式样：单位已在表头",
        severity: Severity::Warning,
        needs: Needs::Report,
    },
    on_forms: true,
    test,
};

/// How many cells are named and quoted.
const NAMED: usize = 5;

fn test(case: &Case<'_>) -> Option<Vec<Outcome>> {
    let understood = case.understood;
    let form = understood.form();
    let cells = &understood.tables.cells;
    if cells.is_empty() {
        return None;
    }
    let has_unit = |key: &CellKey, text: &str| {
        let unit = form.unit(*key)?;
        // No head names the unit of this sum, so the cell must.
        if unit == Unit::MoneyNamed {
            return None;
        }
        matches!(Cell::parse(text, unit).remark, Some(Remark::UnitWritten(_))).then_some(*key)
    };
    let with_unit: Vec<CellKey> =
        cells.iter().filter_map(|(key, found)| has_unit(key, &found.text)).collect();
    let Some(first) = with_unit.first() else { return Some(Vec::new()) };
    let written = cells.get(first).map_or("", |found| found.text.trim());
    let message = format!(
        "{}写的是“{written}”等，{}个单元格带有单位。按数字读取；请只填数字，收费金额以万元计。",
        form.cell_name(*first),
        with_unit.len()
    );
    let evidence = with_unit.iter().take(NAMED).filter_map(|key| of_cell(understood, *key)).collect();
    Some(vec![Outcome::uncertain(message, evidence)])
}
