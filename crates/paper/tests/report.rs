//! The annual report's spreadsheet: merged cells, exact labels, the same cells again.

use std::io::Cursor;

use calamine::{Data, Range, Reader as _};
use law::Date;
use law::report::{Form, Section};
use paper::{TABLE_ROW, report_sheets, sheet_name};

use super::reader::{open, sheet_cells};
pub(crate) use super::sample::report;
use super::sample::title;

const ON: Date = Date::constant(2021, 1, 12);

fn at(range: &Range<Data>, row: usize, column: usize) -> Data {
    let place = (u32::try_from(row).unwrap(), u32::try_from(column).unwrap());
    range.get_value(place).cloned().unwrap_or(Data::Empty)
}

#[test]
fn the_spreadsheet_reads_back_to_the_same_cells_and_labels() {
    for form in [Form::F2019, Form::F2021] {
        let report = report(form);
        let bytes = report_sheets(&report, &title(&report), false, ON).unwrap();
        assert_eq!(sheet_cells(bytes, form), report.cells);
    }
}

#[test]
fn spanning_cells_are_truly_merged() {
    let report = report(Form::F2021);
    let mut book = open(report_sheets(&report, "报告", false, ON).unwrap());
    for grid in Form::F2021.grids() {
        let spanning =
            grid.placed().into_iter().filter(|(.., cell)| cell.rowspan > 1 || cell.colspan > 1).count();
        let merged = book.merge_cells_by_sheet_name(&sheet_name(grid.section)).unwrap();
        let in_table = merged.iter().filter(|merged| merged.start.0 >= TABLE_ROW).count();
        assert_eq!(in_table, spanning, "{:?}", grid.section);
    }
}

#[test]
fn prose_stands_a_paragraph_a_row() {
    let mut book = open(report_sheets(&report(Form::F2019), "报告", false, ON).unwrap());
    let range = book.worksheet_range(&sheet_name(Section::One)).unwrap();
    assert_eq!(at(&range, TABLE_ROW as usize, 0), Data::String("第一段。".to_owned()));
    assert_eq!(
        at(&range, TABLE_ROW as usize + 1, 0),
        Data::String("（一）主动公开。全年公开信息12条。".to_owned())
    );
}

#[test]
fn words_beside_a_table_stand_below_it() {
    let mut report = report(Form::F2019);
    report.prose.insert(Section::Four, "没有行政诉讼。".to_owned());
    let mut book = open(report_sheets(&report, "报告", false, ON).unwrap());
    let range = book.worksheet_range(&sheet_name(Section::Four)).unwrap();
    assert_eq!(at(&range, TABLE_ROW as usize + 5, 0), Data::String("没有行政诉讼。".to_owned()));
}

#[test]
fn a_draft_says_so_on_every_sheet_and_every_printed_page() {
    let bytes = report_sheets(&report(Form::F2019), "报告", true, ON).unwrap();
    let mut book = open(bytes.clone());
    for section in Section::ALL {
        let range = book.worksheet_range(&sheet_name(*section)).unwrap();
        assert_eq!(at(&range, 0, 0), Data::String("报告（草稿）".to_owned()));
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    for number in 1..=6 {
        let mut sheet = String::new();
        let mut file = archive.by_name(&format!("xl/worksheets/sheet{number}.xml")).unwrap();
        std::io::Read::read_to_string(&mut file, &mut sheet).unwrap();
        assert!(sheet.contains("<oddHeader>&amp;R草稿</oddHeader>"), "sheet {number}");
    }
}

#[test]
fn the_workbook_bears_its_day_and_is_the_same_bytes_again() {
    let made = || report_sheets(&report(Form::F2021), "报告", false, ON).unwrap();
    assert_eq!(made(), made());
    let mut archive = zip::ZipArchive::new(Cursor::new(made())).unwrap();
    let mut core = String::new();
    std::io::Read::read_to_string(&mut archive.by_name("docProps/core.xml").unwrap(), &mut core).unwrap();
    assert!(
        core.contains("2021-01-12T00:00:00Z</dcterms:created>") && core.contains("示例镇人民政府"),
        "{core}"
    );
}
