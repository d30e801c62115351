//! Any report, on any paper, reads back the same.

use law::Date;
use law::report::{Form, Report};
use paper::{report_docx, report_sheets};
use proptest::prelude::*;

use super::reader::{sheet_cells, word_cells};
use super::sample::{any_report, title};

fn reads_back(report: &Report) {
    let (title, on) = (title(report), Date::constant(2024, 1, 15));
    let docx = report_docx(report, &title, false, on).unwrap();
    assert_eq!(word_cells(&docx, report.form), report.cells);
    let xlsx = report_sheets(report, &title, false, on).unwrap();
    assert_eq!(sheet_cells(xlsx, report.form), report.cells);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_report_of_2019_reads_back_from_word_and_spreadsheet(report in any_report(Form::F2019)) {
        reads_back(&report);
    }

    #[test]
    fn any_report_of_2021_reads_back_from_word_and_spreadsheet(report in any_report(Form::F2021)) {
        reads_back(&report);
    }
}
