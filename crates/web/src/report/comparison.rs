//! Two years' reports beside each other, figure by figure. Pure.

use law::report::{
    BusinessColumn, BusinessRow, Cell, CellKey, DisputeOutcome, DisputeRoute, Form, Report, RequestColumn,
    RequestRow, Section, Unit, table_four,
};

use crate::picture::YearPair;

/// A figure in both years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// In the words of the form.
    pub(crate) label: String,
    pub(crate) before: String,
    pub(crate) after: String,
    /// `+3`, `−2`, `0`; `—` where one of them is missing.
    pub(crate) difference: String,
}

/// The figures of one table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Compared {
    /// 主动公开政府信息情况 and so on.
    pub(crate) heading: String,
    pub(crate) lines: Vec<Line>,
    /// Labels of the figures that are 0 in both years, which need no line.
    pub(crate) zeros: Vec<String>,
}

/// Tables 二, 三 and 四, with the figures that both forms have; of table 三 the column 总计.
pub(crate) fn compare(before: &Report, after: &Report) -> Vec<Compared> {
    let sections = [Section::Two, Section::Three, Section::Four];
    sections.into_iter().map(|section| compare_section(section, before, after)).collect()
}

fn compare_section(section: Section, before: &Report, after: &Report) -> Compared {
    let mut compared = Compared { heading: section.heading(), lines: Vec::new(), zeros: Vec::new() };
    let mut keys = after.form.cells();
    keys.retain(|key| key.section() == section && before.form.has(*key) && is_total(*key));
    for key in keys {
        let Some(unit) = after.form.unit(key) else { continue };
        let label = label(after.form, key);
        let amounts = (before.amount(key), after.amount(key));
        if amounts == (Some(0), Some(0)) {
            compared.zeros.push(label);
            continue;
        }
        let print = |report: &Report| {
            report.cells.get(&key).map(|cell| cell.print(unit)).filter(|text| !text.is_empty())
        };
        compared.lines.push(Line {
            label,
            before: print(before).unwrap_or_else(|| "未填".to_owned()),
            after: print(after).unwrap_or_else(|| "未填".to_owned()),
            difference: difference(unit, amounts),
        });
    }
    compared
}

const fn is_total(key: CellKey) -> bool {
    !matches!(key, CellKey::Request(_, column) if !matches!(column, RequestColumn::Total))
}

/// The figure in the words of the form, without the name of the table.
fn label(form: Form, key: CellKey) -> String {
    match key {
        CellKey::Business(row, column) => {
            let block = form.blocks().iter().find(|block| block.rows.iter().any(|label| label.row == row));
            let row = block.and_then(|block| block.rows.iter().find(|label| label.row == row));
            let column = block.and_then(|block| block.columns.iter().find(|label| label.column == column));
            match (row, column) {
                (Some(row), Some(column)) => format!("{}：{}", row.label, column.label),
                _ => form.cell_name(key),
            }
        }
        CellKey::Request(row, _) => form.row_name(row),
        CellKey::Dispute(route, outcome) => {
            let road = match route {
                DisputeRoute::Reconsideration => table_four::route_label(route).to_owned(),
                _ => format!("{}（{}）", table_four::LITIGATION_LABEL, table_four::route_label(route)),
            };
            format!("{road}：{}", table_four::outcome_label(outcome))
        }
    }
}

/// The change with its sign, printed in the cell's unit.
fn difference(unit: Unit, amounts: (Option<i64>, Option<i64>)) -> String {
    let Some(change) = amounts.0.zip(amounts.1).map(|(before, after)| after.saturating_sub(before)) else {
        return "—".to_owned();
    };
    let amount = i64::try_from(change.unsigned_abs()).unwrap_or(i64::MAX);
    let amount = Cell::of(unit, amount).print(unit);
    match change {
        0 => amount,
        more if more > 0 => format!("+{amount}"),
        _ => format!("−{amount}"),
    }
}

/// The six counts of picture G11, all of things and all in both forms.
pub(crate) fn main_counts(before: &Report, after: &Report) -> Vec<YearPair> {
    use RequestColumn as C;
    let sum = |report: &Report, keys: &[CellKey]| {
        keys.iter().try_fold(0_i64, |sum, key| Some(sum.saturating_add(report.amount(*key)?)))
    };
    let decisions = |row| CellKey::Business(row, BusinessColumn::Decisions);
    let disputes = |route| CellKey::Dispute(route, DisputeOutcome::Total);
    let counts: [(&str, &[CellKey]); 6] = [
        ("行政许可决定", &[decisions(BusinessRow::License)]),
        ("行政处罚决定", &[decisions(BusinessRow::Penalty)]),
        ("新收公开申请", &[CellKey::Request(RequestRow::New, C::Total)]),
        ("办结公开申请", &[CellKey::Request(RequestRow::Total, C::Total)]),
        ("行政复议", &[disputes(DisputeRoute::Reconsideration)]),
        ("行政诉讼", &[disputes(DisputeRoute::DirectSuit), disputes(DisputeRoute::SuitAfterReconsideration)]),
    ];
    let pair = |(label, keys): &(&str, &[CellKey])| YearPair {
        label: (*label).to_owned(),
        before: sum(before, keys),
        after: sum(after, keys),
    };
    counts.iter().map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(year: i16, amount: i64) -> Report {
        let form = Form::for_year(year);
        let mut report = Report::blank("示例镇人民政府", year, form);
        for key in form.cells() {
            let unit = form.unit(key).unwrap();
            report.cells.insert(key, Cell::of(unit, amount));
        }
        report
    }

    #[test]
    fn every_total_of_the_form_is_a_line_or_a_zero() {
        let compared = compare(&report(2024, 0), &report(2025, 3));
        let lines: usize = compared.iter().map(|table| table.lines.len()).sum();
        let totals = Form::F2021.cells().into_iter().filter(|key| is_total(*key)).count();
        assert_eq!(lines, totals);
        assert!(compared.iter().all(|table| table.zeros.is_empty()));
        let nothing = compare(&report(2024, 0), &report(2025, 0));
        assert_eq!(nothing.iter().map(|table| table.zeros.len()).sum::<usize>(), totals);
    }

    #[test]
    fn a_difference_has_a_sign_and_the_unit_of_its_cell() {
        let mut after = report(2025, 1);
        after.cells.insert("t2.shoufei.amount_wan".parse().unwrap(), Cell::Money(75_926_000));
        after.cells.insert("t3.new.total".parse().unwrap(), Cell::Blank);
        let compared = compare(&report(2024, 2), &after);
        let lines: Vec<&Line> = compared.iter().flat_map(|table| &table.lines).collect();
        let money = lines.iter().find(|line| line.label.contains("收费金额")).unwrap();
        assert_eq!((money.after.as_str(), money.difference.as_str()), ("75.926", "+75.925998"));
        let blank = lines.iter().find(|line| line.label.contains("新收")).unwrap();
        assert_eq!((blank.after.as_str(), blank.difference.as_str()), ("未填", "—"));
        assert!(lines.iter().any(|line| line.difference == "−1"));
    }

    #[test]
    fn across_two_forms_only_what_both_have_is_compared() {
        let compared = compare(&report(2020, 1), &report(2021, 2));
        let labels: Vec<&str> =
            compared.iter().flat_map(|table| &table.lines).map(|line| line.label.as_str()).collect();
        assert!(labels.iter().any(|label| label.contains("行政许可")), "{labels:?}");
        assert!(!labels.iter().any(|label| label.contains("制发件数")), "{labels:?}");
    }

    #[test]
    fn the_picture_adds_up_both_kinds_of_suits_and_says_where_a_figure_is_missing() {
        let mut after = report(2025, 2);
        after.cells.insert("t4.fy.total".parse().unwrap(), Cell::Blank);
        let counts = main_counts(&report(2024, 1), &after);
        assert_eq!(counts.len(), 6);
        assert_eq!((counts[5].before, counts[5].after), (Some(2), Some(4)));
        assert_eq!((counts[4].before, counts[4].after), (Some(1), None));
    }
}
