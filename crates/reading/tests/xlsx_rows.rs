//! XLSX workbooks.

use reading::{Fault, rows};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use super::{printed, read};

fn saved(mut workbook: Workbook) -> Vec<u8> {
    workbook.save_to_buffer().unwrap()
}

#[test]
fn cells_read_as_people_see_them() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let date = Format::new().set_num_format("yyyy-mm-dd");
    let moment = Format::new().set_num_format("yyyy/m/d h:mm");
    sheet.write(0, 0, "来源编号").unwrap();
    sheet.write(1, 0, 125).unwrap();
    sheet.write(1, 1, 75.926).unwrap();
    sheet.write_with_format(1, 2, ExcelDateTime::from_ymd(2020, 1, 5).unwrap(), &date).unwrap();
    let half_past = ExcelDateTime::from_ymd(2020, 1, 5).unwrap().and_hms(13, 30, 0).unwrap();
    sheet.write_with_format(1, 3, half_past, &moment).unwrap();
    sheet.write(1, 4, true).unwrap();
    sheet.write(1, 5, Formula::new("=1+1").set_result("2")).unwrap();
    sheet.write(1, 6, "  两\n行 ").unwrap();
    let rows = read("a.xlsx", &saved(workbook)).unwrap();
    assert_eq!(printed(&rows)[1], "2 125|75.926|2020-01-05|2020-01-05 13:30:00|是|2|两\n行");
}

#[test]
fn blank_rows_are_left_out_and_numbers_kept() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write(2, 1, "表头").unwrap();
    sheet.write(4, 0, "   ").unwrap();
    sheet.write(9, 3, "数据").unwrap();
    assert_eq!(printed(&read("a.xlsx", &saved(workbook)).unwrap()), ["3 |表头", "10 |||数据"]);
}

#[test]
fn sheets_are_listed_in_order_without_hidden_ones() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("主动公开").unwrap().write(0, 0, "甲").unwrap();
    workbook.add_worksheet().set_name("选项").unwrap().set_hidden(true);
    workbook.add_worksheet().set_name("说明").unwrap().write(0, 0, "乙").unwrap();
    let mut book = rows::open("a.xlsx", saved(workbook)).unwrap();
    assert_eq!(book.sheets(), ["主动公开", "说明"]);
    let row = book.rows("说明").unwrap().next().unwrap().unwrap();
    assert_eq!((row.sheet.as_str(), row.cells[0].as_str()), ("说明", "乙"));
    assert!(matches!(book.rows("选项").map(|_| ()), Err(Fault::NoSuchSheet(_))));
}

#[test]
fn an_empty_sheet_has_no_rows() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet();
    assert_eq!(read("a.xlsx", &saved(workbook)).unwrap(), []);
}

#[test]
fn the_file_name_does_not_decide_the_format() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write(0, 0, "甲").unwrap();
    assert_eq!(printed(&read("a.csv", &saved(workbook)).unwrap()), ["1 甲"]);
}

#[test]
fn a_hundred_thousand_rows_stream() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for row in 0..100_000_u32 {
        sheet.write(row, 0, row).unwrap();
        sheet.write(row, 1, "政府信息").unwrap();
    }
    let mut book = rows::open("a.xlsx", saved(workbook)).unwrap();
    let sheet = book.sheets()[0].clone();
    let last = book.rows(&sheet).unwrap().map(Result::unwrap).last().unwrap();
    assert_eq!(printed(&[last]), ["100000 99999|政府信息"]);
}
