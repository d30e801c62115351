//! Registers in and out.

use law::register::{Record, Register, testing::records};
use proptest::{
    strategy::{Strategy as _, ValueTree as _},
    test_runner::TestRunner,
};
use store::{Act, Location, NewRecord, RecordId, Store};

use super::{Desk, publications};

#[test]
fn a_ledger_comes_in_once_is_corrected_and_taken_back() {
    let desk = Desk::new();
    desk.put("p.csv", publications(5));
    let said = desk.run("import publication p.csv --organ 示例镇 --year 2020 --dry-run");
    assert_eq!((said.code, said.out.contains("将新增 5 条")), (0, true), "{said:?}");
    assert!(desk.counts().contains("\"publication\":0"));

    let said = desk.run("import 主动公开信息 p.csv --organ 示例镇 --year 2020");
    assert_eq!((said.code, said.out.contains("新增 5 条，更新 0 条")), (0, true), "{said:?}");
    let again = desk.good("import publication p.csv --organ 示例镇 --year 2020");
    assert!(again.contains("新增 0 条，更新 0 条，内容相同跳过 5 条"), "{again}");

    desk.put("changed.csv", publications(6).replace("第2号", "第二号"));
    let refused = desk.run("import publication changed.csv --organ 示例镇 --year 2020");
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(refused.err.contains("第 3 行“来源编号”：已有这个编号，但“标题”不同"), "{refused:?}");
    assert!(refused.err.contains("共 1 处问题，没有写入任何记录"), "{refused:?}");
    assert!(desk.counts().contains("\"publication\":5"));

    let updated = desk.good("import publication changed.csv --organ 示例镇 --year 2020 --update");
    assert!(updated.contains("新增 1 条，更新 1 条，内容相同跳过 4 条"), "{updated}");
    let id = updated.split("导入编号 ").nth(1).unwrap().trim().to_owned();
    let undone = desk.good(&format!("import --undo {id} --organ 示例镇"));
    assert!(undone.contains("移出 1 条，恢复原内容 1 条"), "{undone}");
    let twice = desk.run(&format!("import --undo {id} --organ 示例镇"));
    assert_eq!((twice.code, twice.err.contains("已经撤销过")), (1, true), "{twice:?}");
    let same = desk.good("import publication p.csv --organ 示例镇 --year 2020");
    assert!(same.contains("跳过 5 条"), "{same}");
}

#[test]
fn an_import_that_was_changed_later_is_not_undone() {
    let desk = Desk::new();
    desk.put("p.csv", publications(2));
    let first = desk.good("import publication p.csv --organ 示例镇 --year 2020");
    let id = first.split("导入编号 ").nth(1).unwrap().trim().to_owned();
    desk.put("p.csv", publications(2).replace("第1号", "第一号"));
    desk.good("import publication p.csv --organ 示例镇 --year 2020 --update");
    let refused = desk.run(&format!("import --undo {id} --organ 示例镇"));
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(refused.err.contains("有 1 条后来改过（甲000001）"), "{refused:?}");
    assert!(desk.counts().contains("\"publication\":2"));
}

#[test]
fn every_bad_row_is_named_by_sheet_row_and_column() {
    let desk = Desk::new();
    let rows = "来源编号,标题,内容性质,公开类别,首次发布日期,发布渠道\n\
                甲1,（演示）一,法定主动公开,\"财政预算、决算\",2020-02-30,公告栏\n\
                甲2,,法定主动公开,\"财政预算、决算\",2020-02-03,公告栏\n\
                甲3,（演示）三,工作动态,,2020-02-03,公告栏\n\
                甲3,（演示）三,工作动态,,2020-02-03,公告栏\n\
                甲4,（演示）四,工作动态,,2019-02-03,公告栏\n";
    for (name, bytes) in [
        ("甲.csv", rows.as_bytes().to_vec()),
        ("乙.csv", encoding_rs::GB18030.encode(rows).0.into_owned()),
        ("丙.csv", format!("\u{FEFF}{}", rows.replace('\n', "\r\n")).into_bytes()),
    ] {
        desk.put(name, bytes);
        let said = desk.run(&format!("import publication {name} --organ 示例镇 --year 2020"));
        assert_eq!(said.code, 1, "{said:?}");
        let sheet = name.trim_end_matches(".csv");
        for (row, column) in [(2, "首次发布日期"), (3, "标题"), (5, "来源编号"), (6, "首次发布日期")]
        {
            let place = format!("工作表“{sheet}”第 {row} 行“{column}”");
            assert!(said.err.contains(&place), "{place}: {said:?}");
        }
        assert!(said.err.contains("共 4 处问题"), "{said:?}");
    }
    assert!(desk.counts().contains("\"publication\":0"));
}

#[test]
fn an_unknown_and_a_missing_column_are_named_with_the_nearest() {
    let desk = Desk::new();
    desk.put("p.csv", "来源编号,标提,内容性质\n甲1,（演示）一,工作动态\n");
    let said = desk.run("import publication p.csv --organ 示例镇 --year 2020");
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.err.contains("最接近的是“标题”") && said.err.contains("“标题”：缺少这一列"), "{said:?}");
}

#[test]
fn every_template_is_an_empty_form_whose_example_is_not_taken() {
    let desk = Desk::new();
    for register in law::register::Register::ALL {
        let kind = register.key();
        desk.good(&format!("import --template {kind} -o {kind}.xlsx"));
        let said = desk.run(&format!("import {kind} {kind}.xlsx --organ 示例镇 --year 2025"));
        assert_eq!((said.code, said.err.contains("只有表头")), (1, true), "{kind}: {said:?}");
    }
}

/// The rows of the first sheet of a spreadsheet.
fn rows_of(path: &std::path::Path) -> Vec<Vec<String>> {
    let mut book = reading::rows::open("x.xlsx", std::fs::read(path).unwrap()).unwrap();
    let sheet = book.sheets()[0].clone();
    book.rows(&sheet).unwrap().map(|row| row.unwrap().cells).collect()
}

#[test]
fn an_export_of_one_organ_imports_into_another_and_is_the_same_there() {
    let desk = Desk::new();
    desk.put("p.csv", publications(30));
    desk.good("import publication p.csv --organ 示例镇 --year 2020");
    desk.good("export publication --organ 示例镇 --year 2020 -o out.xlsx");
    desk.good("import publication out.xlsx --organ 示范乡 --year 2020");
    desk.good("export publication --organ 示范乡 -o again.xlsx");
    assert_eq!(rows_of(&desk.path("out.xlsx")), rows_of(&desk.path("again.xlsx")));
    desk.good("export publication --organ 示范乡 -o /dev/null");
    let still_a_device = !std::fs::metadata("/dev/null").unwrap().is_file();
    assert!(still_a_device, "a device is written into, not replaced");
    desk.good("export publication --organ 示范乡 --year 2019 -o none.xlsx");
    assert_eq!(rows_of(&desk.path("none.xlsx")).len(), 1, "the header alone");
}

/// Random valid records of a register, the same at every run.
fn some_records(register: Register) -> Vec<Record> {
    let mut runner = TestRunner::deterministic();
    let most = 80;
    (0..5)
        .map(|_| records(register, most).new_tree(&mut runner).unwrap().current())
        .max_by_key(Vec::len)
        .unwrap()
}

/// Writes records into 示例镇人民政府; the years they belong to, each with their number.
async fn enter(desk: &Desk, register: Register) -> Vec<(i16, i64)> {
    let database = Location::Sqlite(desk.path("gongkai-data/gongkai.db"));
    let store = Store::open_as_is(&database).await.unwrap();
    let organ = store.read().await.unwrap().organs_named("示例镇").await.unwrap()[0].id.clone();
    let act = Act::of_the_system("2026-11-02T01:00:00Z".parse().unwrap(), "2026-11-02".parse().unwrap());
    let mut write = store.begin(&organ).await.unwrap();
    let new = some_records(register).into_iter().enumerate();
    let new =
        new.map(|(n, record)| NewRecord { id: RecordId::new(format!("{}-{n}", register.key())), record });
    write.add_records(&act, register, new.collect()).await.unwrap();
    write.commit().await.unwrap();
    let years = store.read().await.unwrap().years_of(&organ, register).await.unwrap();
    store.close().await;
    years
}

#[test]
fn whatever_is_exported_imports_back_unchanged() {
    let desk = Desk::new();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    for register in Register::ALL {
        let kind = register.key();
        let years = runtime.block_on(enter(&desk, *register));
        assert!(!years.is_empty(), "{kind}");
        for (year, count) in years {
            desk.good(&format!("export {kind} --organ 示例镇 --year {year} -o out.xlsx"));
            let said = desk.run(&format!("import {kind} out.xlsx --organ 示例镇 --year {year}"));
            let same = format!("新增 0 条，更新 0 条，内容相同跳过 {count} 条");
            assert!(said.code == 0 && said.out.contains(&same), "{kind} {year}: {said:?}");
        }
    }
}
