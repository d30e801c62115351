//! A calendar that is imported takes effect, and says what it moved.

use super::Desk;

const NOTICE: &str = "示例：2027年部分节假日安排（测试用，不是国务院办公厅通知）";

fn whole_year(name: &str) -> String {
    let mut text = "region,date,kind,name,notice\n".to_owned();
    for (day, kind, holiday) in [
        ("2027-01-01", "off", "元旦"),
        ("2027-01-02", "off", "元旦"),
        ("2027-01-04", "off", "元旦"),
        ("2027-01-09", "work", "元旦"),
        ("2027-05-01", "off", "劳动节"),
        ("2027-10-01", "off", "国庆节"),
        ("2027-10-02", "off", "国庆节"),
        ("2027-10-03", "off", "国庆节"),
    ] {
        text.push_str(&format!("CN,{day},{kind},{holiday},{name}\n"));
    }
    text
}

#[test]
fn an_import_closes_the_gap_and_lists_every_case_that_moves() {
    let desk = Desk::new();
    desk.put(
        "orders.csv",
        "来源编号,来源,诉求类别,诉求内容,派单日期\n\
         W1,12345热线,投诉,（演示）路灯不亮,2026-12-30\n\
         W2,12345热线,投诉,（演示）道路积水,2026-03-02\n",
    );
    desk.good("import work_order orders.csv --organ 示例镇 --year 2026");
    let line = "deadline --from 2026-12-30 --working-days 5";
    let gap = desk.run(line);
    assert_eq!((gap.code, gap.out.contains("2027")), (1, true), "{gap:?}");

    desk.put("2027.csv", whole_year(NOTICE));
    let said = desk.run("calendar import 2027.csv");
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.err.is_empty(), "{said:?}");
    assert!(said.out.contains("1 件的期限有变动"), "{said:?}");
    assert!(said.out.contains("工单与留言 W1：无法计算 → 2027-01-"), "{said:?}");
    assert!(!said.out.contains("W2"), "{said:?}");

    let due = desk.run(&format!("{line} --json"));
    let answer: serde_json::Value = serde_json::from_str(&due.out).unwrap();
    // 31 December, 5, 6, 7, 8 January: the 1st, 2nd and 4th are off.
    assert_eq!((due.code, answer["due"].as_str()), (0, Some("2027-01-08")), "{answer}");

    let again = desk.good("calendar import 2027.csv");
    assert!(again.contains("已经有了，未重复导入") && again.contains("没有事项的期限因此变动"), "{again}");
    let listed = desk.good("calendar list");
    assert!(listed.contains(&format!("导入\t全国 2027 年 {NOTICE}（8 天）")), "{listed}");
    let notices: serde_json::Value = serde_json::from_str(&desk.good("calendar list --json")).unwrap();
    let imported = notices.as_array().unwrap().iter().filter(|notice| notice["imported"] == true);
    assert_eq!(imported.count(), 1);
}

#[test]
fn a_file_with_faults_is_refused_whole_and_every_fault_is_named() {
    let desk = Desk::new();
    let file =
        whole_year(NOTICE).replace("2027-05-01,off", "2027-05-32,off").replace("10-02,off", "10-02,half");
    desk.put("2027.csv", file);
    let said = desk.run("calendar import 2027.csv");
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.err.contains("第6行") && said.err.contains("第8行"), "{said:?}");
    assert!(said.err.contains("共 2 处问题，没有导入任何安排"), "{said:?}");
    assert!(!desk.good("calendar list").contains("导入"));
}

#[test]
fn an_arrangement_that_lacks_fixed_holidays_is_taken_with_a_warning() {
    let desk = Desk::new();
    let file: String = whole_year(NOTICE)
        .lines()
        .filter(|line| !line.contains("10-0"))
        .map(|line| format!("{line}\n"))
        .collect();
    desk.put("2027.csv", file);
    let said = desk.run("calendar import 2027.csv");
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.err.contains("10月1日（国庆节）") && said.err.contains("请核对文件是否录全"), "{said:?}");
}
