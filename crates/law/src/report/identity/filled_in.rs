//! K-T3-4: every cell of table 三 holds a whole number that is not negative.

use super::super::cell::Cell;
use super::super::key::CellKey;
use super::super::table_three::column_label;
use super::super::{RequestColumn, RequestRow};
use super::case::{Case, Outcome, quoted};

/// K-T3-4. A row that was not found at all is K-X-5's matter; a cell missing in a row that was found is a blank.
pub(super) fn cells_are_numbers(case: &Case<'_>) -> Vec<Outcome> {
    let found: Vec<RequestRow> = case
        .form()
        .request_rows()
        .iter()
        .map(|label| label.row)
        .filter(|row| cells_of(*row).any(|key| case.report.has(key)))
        .collect();
    if found.is_empty() {
        return vec![Outcome::not_assessable("没有找到表三，未评估其单元格。")];
    }
    let faults: Vec<Outcome> = found.iter().flat_map(|row| row_faults(case, *row)).collect();
    if faults.is_empty() {
        let message = format!("表三找到的{}行单元格都是不小于0的整数，没有空白。", found.len());
        return vec![Outcome::pass(message)];
    }
    faults
}

fn cells_of(row: RequestRow) -> impl Iterator<Item = CellKey> {
    RequestColumn::ALL.iter().map(move |column| CellKey::Request(row, *column))
}

fn row_faults(case: &Case<'_>, row: RequestRow) -> Vec<Outcome> {
    let name = case.form().row_name(row);
    let mut faults = Vec::new();
    let blanks: Vec<RequestColumn> = RequestColumn::ALL
        .iter()
        .copied()
        .filter(|column| case.is_blank(CellKey::Request(row, *column)))
        .collect();
    if !blanks.is_empty() {
        let columns = quoted(blanks.iter().map(|column| column_label(*column)));
        let advice = case.absence_advice();
        let message = format!("表三“{name}”行的{columns}列空白，空白不等于0。{advice}。");
        let cells = blanks.iter().map(|column| CellKey::Request(row, *column));
        faults.push(Outcome::new(case.absence(), message).cells(cells));
    }
    for key in cells_of(row) {
        let wrong = match case.report.cells.get(&key) {
            Some(Cell::NotANumber(text)) => format!("写的是“{text}”，不是数字。请填写整数，没有的填0。"),
            Some(cell) if cell.amount().is_some_and(|n| n < 0) => {
                format!("是负数{}，件数不能小于0。请核对。", cell.amount().unwrap_or_default())
            }
            _ => continue,
        };
        faults.push(Outcome::fail(format!("{}{wrong}", case.name(key))).cells([key]));
    }
    faults
}
