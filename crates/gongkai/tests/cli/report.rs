//! The annual report from the command line, in all its formats.

use std::collections::BTreeMap;

use law::report::{Cell, Form, from_json};

use super::{Desk, publications};

/// Text of the cells that carry a key.
fn cells_of(html: &str) -> BTreeMap<String, String> {
    let cells = html.split("data-cell=\"").skip(1).map(|rest| {
        let (key, rest) = rest.split_once('"').unwrap();
        let text = rest.split_once('>').unwrap().1.split_once("</td>").unwrap().0;
        (key.to_owned(), text.trim().to_owned())
    });
    cells.collect()
}

/// The texts of every sheet of a workbook.
fn texts_of(bytes: Vec<u8>) -> Vec<(String, Vec<Vec<String>>)> {
    let mut book = reading::rows::open("report.xlsx", bytes).unwrap();
    let sheets = book.sheets().to_vec();
    let rows = |sheet: String| {
        let rows = book.rows(&sheet).unwrap().map(|row| row.unwrap().cells).collect();
        (sheet, rows)
    };
    sheets.into_iter().map(rows).collect()
}

#[test]
fn every_format_says_the_same_and_that_it_is_a_draft() {
    let desk = Desk::new();
    desk.put("p.csv", publications(5));
    desk.good("import publication p.csv --organ 示例镇 --year 2020");

    let json = desk.run("report --organ 示例镇 --year 2020 --format json");
    assert_eq!(json.code, 0, "{json:?}");
    assert!(json.err.contains("没有人在工作台新建过") && json.err.contains("草稿"), "{}", json.err);
    let report = from_json(&json.out).unwrap();
    assert_eq!((report.agency.as_str(), report.year, report.form), ("示例镇人民政府", 2020, Form::F2019));
    let value: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!((&value["draft"], &value["cells"]["t2.xuke.prev"]), (&true.into(), &serde_json::Value::Null));

    let html = desk.good("report --organ 示例镇 --year 2020 --format html");
    assert!(html.contains("草稿") && html.contains("示例镇人民政府2020年政府信息公开工作年度报告"));
    let printed = cells_of(&html);
    assert_eq!(printed.len(), report.cells.len());
    for (key, cell) in &report.cells {
        let unit = report.form.unit(*key).unwrap();
        assert_eq!(printed[&key.to_string()], cell.print(unit), "{key}");
        assert_eq!(Cell::parse(&printed[&key.to_string()], unit).cell, *cell, "{key}");
    }

    desk.good("report --organ 示例镇 --year 2020 --format xlsx -o r.xlsx");
    let sheets = texts_of(std::fs::read(desk.path("r.xlsx")).unwrap());
    assert_eq!(sheets.len(), 6);
    for (sheet, rows) in sheets {
        assert!(rows[0].iter().any(|text| text.contains("（草稿）")), "{sheet}: {:?}", rows[0]);
    }
}

#[test]
fn an_organ_that_is_not_clear_is_answered_with_candidates() {
    let desk = Desk::new();
    let said = desk.run("report --organ 示 --year 2020 --format json");
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.err.contains("示例镇人民政府") && said.err.contains("示范乡人民政府"), "{}", said.err);
    let said = desk.run("report --organ 无此镇 --year 2020 --format json");
    assert_eq!((said.code, said.err.contains("没有“无此镇”这个机关")), (1, true), "{said:?}");
    let said = desk.run("report --organ 示例镇 --year 20 --format json");
    assert_eq!((said.code, said.err.contains("年度不能是 20")), (2, true), "{said:?}");
}

#[test]
fn a_file_that_cannot_be_written_is_one_sentence() {
    let desk = Desk::new();
    let said = desk.run("report --organ 示例镇 --year 2020 --format html -o 没有/的/r.html");
    assert_eq!((said.code, said.err.contains("没有这个文件或目录")), (1, true), "{said:?}");
    assert!(said.out.is_empty());
}

#[test]
fn a_year_that_has_not_begun_or_is_older_than_the_forms_is_refused() {
    let desk = Desk::new();
    for (year, part) in [("2199", "还没有开始"), ("2018", "旧格式")] {
        let said = desk.run(&format!("report --organ 示例镇 --year {year} --format json"));
        assert!(said.code == 1 && said.err.contains(part) && said.out.is_empty(), "{said:?}");
    }
}
