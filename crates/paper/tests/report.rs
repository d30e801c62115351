//! The annual report's spreadsheet: merged cells, exact labels, the same cells again.

use std::{collections::BTreeMap, io::Cursor};

use calamine::{Data, Range, Reader as _, Xlsx, XlsxError};
use law::report::{Cell, Content, Form, Report, Section, Unit};
use paper::{TABLE_ROW, report_sheets, sheet_name};

/// A report in which every cell holds another number, with a blank and money among them.
fn report(form: Form) -> Report {
    let mut report = Report::blank("示例镇人民政府", 2020, form);
    for (number, key) in (1_i64..).zip(form.cells()) {
        let cell = match form.unit(key).unwrap() {
            Unit::Items if number % 7 == 0 => Cell::Blank,
            Unit::Items => Cell::Count(number),
            Unit::Change => Cell::Delta(-number),
            Unit::MoneyWan | Unit::MoneyNamed => Cell::Money(number * 1_234),
        };
        report.cells.insert(key, cell);
    }
    report.prose.insert(Section::One, "第一段。\n第二段。".to_owned());
    report
}

fn open(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    let opened: Result<Xlsx<_>, XlsxError> = calamine::open_workbook_from_rs(Cursor::new(bytes));
    opened.unwrap()
}

fn at(range: &Range<Data>, row: usize, column: usize) -> Data {
    let place = (u32::try_from(row).unwrap(), u32::try_from(column).unwrap());
    range.get_value(place).cloned().unwrap_or(Data::Empty)
}

#[test]
fn the_spreadsheet_reads_back_to_the_same_cells_and_labels() {
    for form in [Form::F2019, Form::F2021] {
        let report = report(form);
        let mut book =
            open(report_sheets(&report, "示例镇人民政府2020年政府信息公开工作年度报告", false).unwrap());
        let mut read = BTreeMap::new();
        for grid in form.grids() {
            let range = book.worksheet_range(&sheet_name(grid.section)).unwrap();
            for (row, column, cell) in grid.placed() {
                let found = at(&range, row + TABLE_ROW as usize, column);
                match &cell.content {
                    Content::Label(text) => assert_eq!(found, Data::String((*text).to_owned())),
                    Content::Figure(key) => {
                        let unit = form.unit(*key).unwrap();
                        let cell = match (found, unit) {
                            (Data::Empty, _) => Cell::Blank,
                            (Data::Float(n), Unit::MoneyWan | Unit::MoneyNamed) => {
                                Cell::Money((n * 1e6).round() as i64)
                            }
                            (Data::Float(n), Unit::Change) => Cell::Delta(n as i64),
                            (Data::Float(n), Unit::Items) => Cell::Count(n as i64),
                            (other, _) => panic!("{key}: {other:?}"),
                        };
                        read.insert(*key, cell);
                    }
                }
            }
        }
        assert_eq!(read, report.cells);
    }
}

#[test]
fn spanning_cells_are_truly_merged() {
    let report = report(Form::F2021);
    let mut book = open(report_sheets(&report, "报告", false).unwrap());
    for grid in Form::F2021.grids() {
        let spanning =
            grid.placed().into_iter().filter(|(.., cell)| cell.rowspan > 1 || cell.colspan > 1).count();
        let merged = book.merge_cells_by_sheet_name(&sheet_name(grid.section)).unwrap();
        assert_eq!(merged.len(), spanning, "{:?}", grid.section);
    }
}

#[test]
fn prose_stands_a_paragraph_a_row() {
    let mut book = open(report_sheets(&report(Form::F2019), "报告", false).unwrap());
    let range = book.worksheet_range(&sheet_name(Section::One)).unwrap();
    assert_eq!(at(&range, TABLE_ROW as usize, 0), Data::String("第一段。".to_owned()));
    assert_eq!(at(&range, TABLE_ROW as usize + 1, 0), Data::String("第二段。".to_owned()));
}

#[test]
fn a_draft_says_so_on_every_sheet_and_every_printed_page() {
    let bytes = report_sheets(&report(Form::F2019), "报告", true).unwrap();
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
