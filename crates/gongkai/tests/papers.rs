//! One report on every paper: the page, the Word document, the spreadsheet and the data read back to the same cells.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests fail a test by panicking, as the tests themselves do"
)]

use std::collections::BTreeMap;

use law::Date;
use law::report::{Cell, CellKey, Form, Report, from_json, to_json};
use proptest::prelude::*;

#[path = "../../paper/tests/reader.rs"]
mod reader;
#[path = "../../paper/tests/sample.rs"]
mod sample;

use reader::{sheet_cells, word_cells};
use sample::{any_report, report, title};

/// The cells of a page: what stands in each `td` that carries a key.
fn page_cells(html: &str, form: Form) -> BTreeMap<CellKey, Cell> {
    let keys: BTreeMap<String, CellKey> =
        form.cells().into_iter().map(|key| (key.to_string(), key)).collect();
    let cells = html.split("data-cell=\"").skip(1).map(|rest| {
        let (name, rest) = rest.split_once('"').unwrap();
        let text = rest.split_once('>').unwrap().1.split_once("</td>").unwrap().0;
        let key = keys[name];
        (key, Cell::parse(text, form.unit(key).unwrap()).cell)
    });
    cells.collect()
}

fn assert_the_same_everywhere(report: &Report) {
    let (title, on) = (title(report), Date::constant(2024, 1, 15));
    let html = web::report_html(report, &title, false).unwrap();
    assert_eq!(page_cells(&html, report.form), report.cells, "page");
    let docx = paper::report_docx(report, &title, false, on).unwrap();
    assert_eq!(word_cells(&docx, report.form), report.cells, "Word document");
    let xlsx = paper::report_sheets(report, &title, false, on).unwrap();
    assert_eq!(sheet_cells(xlsx, report.form), report.cells, "spreadsheet");
    let data = from_json(&to_json(report).to_string()).unwrap();
    assert_eq!(data, *report, "data");
}

#[test]
fn a_report_with_blanks_changes_and_money_is_the_same_on_every_paper() {
    for form in [Form::F2019, Form::F2021] {
        assert_the_same_everywhere(&report(form));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn any_report_of_2019_is_the_same_on_every_paper(report in any_report(Form::F2019)) {
        assert_the_same_everywhere(&report);
    }

    #[test]
    fn any_report_of_2021_is_the_same_on_every_paper(report in any_report(Form::F2021)) {
        assert_the_same_everywhere(&report);
    }
}
