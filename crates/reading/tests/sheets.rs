//! Workbooks as documents.

use inspect::FileKind;
use reading::{Aids, Fault, document};
use rust_xlsxwriter::{Format, Workbook};

use super::support::{lines, rows};

#[test]
fn a_sheet_is_its_words_and_its_tables_with_addresses() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("表三").unwrap();
    let format = Format::new();
    sheet.merge_range(0, 0, 0, 2, "示例镇2023年政府信息公开工作年度报告", &format).unwrap();
    sheet.write(1, 0, "三、收到和处理申请情况").unwrap();
    sheet.merge_range(2, 0, 3, 0, "本年", &format).unwrap();
    sheet.merge_range(2, 1, 2, 2, "申请人", &format).unwrap();
    sheet.write(3, 1, "自然人").unwrap();
    sheet.write(3, 2, "总计").unwrap();
    sheet.write(4, 0, "新收").unwrap();
    sheet.write(4, 2, 3).unwrap();
    sheet.write(5, 0, "注：无").unwrap();
    sheet.write(8, 0, "隔一行的话").unwrap();
    let document = document(&book.save_to_buffer().unwrap(), &Aids::default()).unwrap();
    assert_eq!(document.kind, FileKind::Workbook);
    assert_eq!(
        lines(&document),
        [
            "示例镇2023年政府信息公开工作年度报告",
            "三、收到和处理申请情况",
            "本年\t申请人",
            "自然人\t总计",
            "新收\t\t3",
            "注：无",
            "隔一行的话"
        ]
    );
    let table = &document.tables[0];
    assert_eq!(rows(table), ["本年|申请人", "自然人|总计", "新收||3"]);
    assert_eq!((table.rows[0][0].row_span, table.rows[0][1].col_span), (2, 2));
    assert_eq!(table.rows[2][2].address.as_deref(), Some("表三!C5"));
}

#[test]
fn a_heading_between_two_tables_parts_them_and_a_part_of_a_table_does_not() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let format = Format::new();
    let put = |sheet: &mut rust_xlsxwriter::Worksheet, row: u32, cells: [&str; 2]| {
        sheet.write(row, 0, cells[0]).unwrap();
        sheet.write(row, 1, cells[1]).unwrap();
    };
    sheet.merge_range(0, 0, 0, 1, "第二十条第（一）项", &format).unwrap();
    put(sheet, 1, ["规章", "1"]);
    sheet.merge_range(2, 0, 2, 1, "第二十条第（五）项", &format).unwrap();
    put(sheet, 3, ["行政许可", "2"]);
    sheet.write(4, 0, "三、收到申请情况").unwrap();
    put(sheet, 5, ["新收", "3"]);
    let document = document(&book.save_to_buffer().unwrap(), &Aids::default()).unwrap();
    let tables: Vec<Vec<String>> = document.tables.iter().map(rows).collect();
    assert_eq!(
        tables,
        [vec!["第二十条第（一）项", "规章|1", "第二十条第（五）项", "行政许可|2"], vec!["新收|3"]]
    );
}

#[test]
fn an_empty_workbook_is_empty() {
    let mut book = Workbook::new();
    book.add_worksheet();
    assert_eq!(document(&book.save_to_buffer().unwrap(), &Aids::default()), Err(Fault::Empty));
}
