//! A hundred thousand rows.

use super::{Desk, publications};

#[test]
fn a_hundred_thousand_rows_import_in_one_go() {
    let desk = Desk::new();
    desk.put("p.csv", publications(100_000));
    let said = desk.good("import publication p.csv --organ 示例镇 --year 2020");
    assert!(said.contains("新增 100000 条"), "{said}");
    desk.good("export publication --organ 示例镇 -o out.xlsx");
    assert!(std::fs::metadata(desk.path("out.xlsx")).unwrap().len() > 1_000_000);
}
