//! CSV files.

use reading::Fault;

use super::{printed, read};

#[test]
fn commas_and_tabs_and_every_encoding_give_the_same_rows() {
    let text = "来源编号,标题,日期\nA-1,\"春耕,补贴\",2020-1-5\n";
    let tabs = "来源编号\t标题\t日期\nA-1\t春耕,补贴\t2020-1-5\n";
    let utf16: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(tabs.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let files = [
        text.as_bytes().to_vec(),
        [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
        encoding_rs::GB18030.encode(text).0.into_owned(),
        tabs.as_bytes().to_vec(),
        utf16,
    ];
    for bytes in files {
        let rows = read("台账.csv", &bytes).unwrap();
        assert_eq!(printed(&rows), ["1 来源编号|标题|日期", "2 A-1|春耕,补贴|2020-1-5"]);
        assert_eq!(rows[0].sheet, "台账");
    }
}

#[test]
fn rows_are_numbered_as_a_spreadsheet_numbers_them() {
    let text = "编号,摘要\r\n\r\n1,\"两\r\n行\"\r\n,\r\n2,一行\r\n";
    let rows = read("a.csv", text.as_bytes()).unwrap();
    assert_eq!(printed(&rows), ["1 编号|摘要", "3 1|两\n行", "5 2|一行"]);
}

#[test]
fn carriage_returns_alone_end_rows_too() {
    assert_eq!(printed(&read("a.csv", "甲\r乙\r".as_bytes()).unwrap()), ["1 甲", "2 乙"]);
}

#[test]
fn rows_may_differ_in_length_and_are_trimmed() {
    let rows = read("a.csv", "甲,乙,丙\n 1 ,\u{3000}2\u{3000}\n1,2,3,4,,\n".as_bytes()).unwrap();
    assert_eq!(printed(&rows), ["1 甲|乙|丙", "2 1|2", "3 1|2|3|4"]);
}

#[test]
fn a_quote_that_is_never_closed_is_named_with_its_row() {
    let text = format!("甲,乙\n1,2\n3,\"{}\n", "不停地写下去。".repeat(10_000));
    let mut book = reading::rows::open("a.csv", text.into_bytes()).unwrap();
    let rows: Vec<_> = book.rows("a").unwrap().collect();
    assert!(
        matches!(&rows[2], Err(Fault::Row { row: 3, reason, .. }) if reason.contains("引号")),
        "{rows:?}"
    );
}

#[test]
fn too_many_columns_are_named_with_their_row() {
    let text = format!("甲\n{}1\n", ",".repeat(600));
    assert!(matches!(read("a.csv", text.as_bytes()), Err(Fault::Row { row: 2, .. })));
}

#[test]
fn a_hundred_thousand_rows_stream() {
    let mut text = "来源编号,标题,日期\n".to_owned();
    for n in 0..100_000 {
        text.push_str(&format!("{n},第{n}条,2020-06-01\n"));
    }
    let mut book = reading::rows::open("a.csv", text.into_bytes()).unwrap();
    let last = book.rows("a").unwrap().map(Result::unwrap).last().unwrap();
    assert_eq!(printed(&[last]), ["100001 99999|第99999条|2020-06-01"]);
}
