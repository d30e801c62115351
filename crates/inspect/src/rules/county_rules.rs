//! I-BODY-3: a county makes no 规章 either, nor do its departments (K-T2-2 says so of townships).

use law::report::{BusinessRow, CellKey, Level, Severity};

use super::case::{Case, Outcome, Rule};
use super::entry::{Needs, RuleEntry};
use crate::evidence::of_cell;
use crate::text::Pattern;

pub(super) static RULE: Rule = Rule {
    entry: RuleEntry {
        id: "I-BODY-3",
        name: "县级政府及其部门的“规章”一行都是0",
        basis: "《立法法》：规章由国务院部门和省、设区的市、自治州的政府制定",
        severity: Severity::Error,
        needs: Needs::Report,
    },
    on_forms: true,
    test,
};

/// `…县人民政府`, `…县水务局`; a 市 or 区 does not show its rank in its name.
static COUNTY: Pattern =
    Pattern::new(r"[县旗](?:人民政府|政府)?(?:办公室)?$|县\p{Han}{1,16}(?:局|委员会|办公室|中心)$");

fn test(case: &Case<'_>) -> Option<Vec<Outcome>> {
    let understood = case.understood;
    let agency = understood.agency.as_deref()?;
    if understood.level == Level::Township || !COUNTY.is_match(agency) {
        return None;
    }
    let row = understood.tables.cells.iter();
    let row: Vec<(&CellKey, i64)> = row
        .filter(|(key, _)| matches!(key, CellKey::Business(BusinessRow::Rule, _)))
        .filter_map(|(key, found)| Some((key, found.cell.amount()?)))
        .collect();
    if row.is_empty() {
        return None;
    }
    let fault = |(key, printed): &(&CellKey, i64)| {
        let name = understood.form().cell_name(**key);
        let message =
            format!("{name}是{printed}。县级政府及其部门没有规章制定权，“规章”一行应当都是0。请核对。");
        Outcome::fail(message, of_cell(understood, **key).into_iter().collect())
    };
    Some(row.iter().filter(|(_, printed)| *printed != 0).map(fault).collect())
}
