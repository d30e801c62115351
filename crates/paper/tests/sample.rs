//! Reports made up for the tests.
//!
//! Also part of the tests of `gongkai`.

use law::report::{Cell, Form, Report, Section, Unit};
use proptest::prelude::*;

/// The title of an organ's report.
pub(crate) fn title(report: &Report) -> String {
    format!("{}{}年政府信息公开工作年度报告", report.agency, report.year)
}

/// A report in which every cell holds another number, with blanks, changes and money among them.
pub(crate) fn report(form: Form) -> Report {
    let mut report = Report::blank("示例镇人民政府", 2020, form);
    for (number, key) in (1_i64..).zip(form.cells()) {
        let cell = match form.unit(key).unwrap() {
            Unit::Items if number % 7 == 0 => Cell::Blank,
            Unit::Items => Cell::Count(number),
            Unit::Change => Cell::Delta(-number),
            Unit::MoneyWan | Unit::MoneyNamed => Cell::Money(number * 1_234_567),
        };
        report.cells.insert(key, cell);
    }
    report.prose.insert(Section::One, "第一段。\n（一）主动公开。全年公开信息12条。".to_owned());
    report
}

/// Any cell of a unit: blank, nothing, few, as many as a spreadsheet's number holds.
fn cell(unit: Unit) -> BoxedStrategy<Cell> {
    let largest = 1_i64 << 50;
    let amount = match unit {
        Unit::Items => prop_oneof![0..200_i64, 0..largest].boxed(),
        _ => prop_oneof![-200..200_i64, -largest..largest].boxed(),
    };
    // Fen as 万元 keep their last digit in a double up to some ten thousand million 元.
    let amount = amount.prop_map(move |amount| match unit {
        Unit::MoneyWan | Unit::MoneyNamed => Cell::of(unit, amount % 1_000_000_000_000),
        Unit::Items | Unit::Change => Cell::of(unit, amount),
    });
    prop_oneof![1 => Just(Cell::Blank), 5 => amount].boxed()
}

/// Any report of a form, with any words beside it.
pub(crate) fn any_report(form: Form) -> impl Strategy<Value = Report> {
    let cells: Vec<_> = form.cells().into_iter().map(|key| cell(form.unit(key).unwrap())).collect();
    (cells, proptest::collection::vec("\\PC{0,60}", 3)).prop_map(move |(cells, words)| {
        let mut report = Report::blank("示例镇人民政府", 2023, form);
        report.cells = form.cells().into_iter().zip(cells).collect();
        report.prose.extend(Section::PROSE.into_iter().zip(words));
        report
    })
}
