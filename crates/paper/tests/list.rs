//! A plain list as a spreadsheet.

use calamine::{Data, Reader as _};
use paper::{HEADING_ROW, ListCell, ListColumn, ListSheet, list_sheet};

use super::reader::open;

fn list(rows: Vec<Vec<ListCell>>) -> ListSheet {
    let column = |heading: &str, width| ListColumn { heading: heading.to_owned(), width };
    ListSheet {
        name: "问题清单".to_owned(),
        title: "示例镇年度报告核对结果".to_owned(),
        columns: vec![column("序号", 6), column("位置", 20), column("问题", 60)],
        rows,
    }
}

#[test]
fn a_list_reads_back_to_its_title_headings_and_rows() {
    let evil = "=1+1";
    let rows = vec![
        vec![ListCell::Number(1), ListCell::Text("表三".to_owned()), ListCell::Text(evil.to_owned())],
        vec![ListCell::Number(2), ListCell::Text(String::new())],
    ];
    let mut book = open(list_sheet(&list(rows)).unwrap());
    let range = book.worksheet_range("问题清单").unwrap();
    let at = |row: u32, column: u32| range.get_value((row, column)).cloned().unwrap_or(Data::Empty);
    assert_eq!(at(0, 0), Data::String("示例镇年度报告核对结果".to_owned()));
    assert_eq!(at(HEADING_ROW, 1), Data::String("位置".to_owned()));
    assert_eq!(at(HEADING_ROW + 1, 0), Data::Float(1.0));
    assert_eq!(at(HEADING_ROW + 1, 2), Data::String(evil.to_owned()));
    assert_eq!(at(HEADING_ROW + 2, 0), Data::Float(2.0));
    assert_eq!((at(HEADING_ROW + 2, 1), at(HEADING_ROW + 2, 2)), (Data::Empty, Data::Empty));
}

#[test]
fn an_empty_list_is_a_sheet_with_its_headings() {
    let mut book = open(list_sheet(&list(Vec::new())).unwrap());
    assert_eq!(book.worksheet_range("问题清单").unwrap().height(), 2);
}
