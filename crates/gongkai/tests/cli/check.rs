//! `gongkai check` on the town's real report of 2020, where it lies beside the project, and on texts of our own.

use std::{io::Write as _, path::Path};

use serde_json::Value;

use super::Desk;

/// The real report; it is no part of the project.
fn seed() -> Option<std::path::PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/seed");
    let mut files = std::fs::read_dir(folder).ok()?.filter_map(|entry| Some(entry.ok()?.path()));
    files.find(|path| path.extension().is_some_and(|ending| ending == "txt"))
}

fn verdicts<'a>(checked: &'a Value, rule: &str) -> Vec<&'a str> {
    let of_rule = checked["findings"].as_array().unwrap().iter().filter(|finding| finding["rule"] == rule);
    of_rule.map(|finding| finding["verdict"].as_str().unwrap()).collect()
}

/// A short report of ours; `one` is what stands in part 一.
fn report(agency: &str, year: u16, one: &str) -> String {
    format!(
        "{agency}{year}年政府信息公开工作年度报告\n\n一、总体情况\n{one}\n二、主动公开政府信息情况\n\
         三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n\
         五、存在的主要问题及改进情况\n解读材料较少。下一步配上图解。\n六、其他需要报告的事项\n{year}年未收取信息处理费。\n"
    )
}

const WRONG: &str = "全年主动公开政府信息12条，其中公告栏公开15条。";
const RIGHT: &str = "全年主动公开政府信息12条，其中公告栏公开10条。";

#[test]
fn the_real_report_of_2020_has_its_findings() {
    let Some(seed) = seed() else { return };
    let desk = Desk::empty();
    let said = desk.run(&format!("check {} --json", seed.display()));
    assert_eq!(said.code, 3, "{said:?}");
    let answer: Value = serde_json::from_str(&said.out).unwrap();
    let checked = &answer[0];
    assert_eq!((checked["year"].as_i64(), checked["format"].as_str()), (Some(2020), Some("F2019")));
    assert!(checked["error"].is_null());
    assert_eq!(verdicts(checked, "K-X-3"), ["FAIL"]);
    assert_eq!(verdicts(checked, "K-X-2"), ["UNCERTAIN"]);
    assert_eq!(verdicts(checked, "K-T3-4"), ["UNCERTAIN"]);
    for rule in ["K-T3-1", "K-T4-1", "K-X-4"] {
        assert_eq!(verdicts(checked, rule), ["PASS"], "{rule}");
    }
    let failed =
        checked["findings"].as_array().unwrap().iter().find(|finding| finding["rule"] == "K-X-3").unwrap();
    let quoted = failed["evidence"].to_string();
    assert!(quoted.contains("132") && quoted.contains("125"), "{quoted}");
    let people = desk.run(&format!("check {}", seed.display()));
    assert!(people.out.contains("不符  K-X-3") && people.out.contains("第 23 行："), "{people:?}");
}

#[test]
fn one_file_that_cannot_be_read_does_not_hide_the_others() {
    let desk = Desk::empty();
    desk.put("empty.txt", "");
    desk.put("note.txt", "示例镇人民政府2020年政府信息公开工作年度报告\n一、总体情况\n");
    let said = desk.run("check empty.txt note.txt gone.txt --json --excerpt");
    assert_eq!(said.code, 1, "{said:?}");
    let answer: Value = serde_json::from_str(&said.out).unwrap();
    let files: Vec<(&str, bool)> = answer
        .as_array()
        .unwrap()
        .iter()
        .map(|checked| (checked["file"].as_str().unwrap(), checked["error"].is_null()))
        .collect();
    assert_eq!(files, [("empty.txt", false), ("note.txt", true), ("gone.txt", false)]);
    for key in ["agency", "year", "format"] {
        assert!(answer[0][key].is_null());
    }
    assert_eq!(answer[0]["findings"].as_array().unwrap().len(), 0);
    assert_eq!(answer[1]["year"], 2020);
    assert_eq!(said.err.lines().count(), 2, "{said:?}");
}

#[test]
fn a_report_in_gb18030_reads_like_one_in_utf_8() {
    let desk = Desk::empty();
    let text = report("示例镇人民政府", 2020, WRONG);
    desk.put("utf8.txt", &text);
    desk.put("gb.txt", encoding_rs::GB18030.encode(&text).0);
    let said = desk.run("check utf8.txt gb.txt --json");
    let answer: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(answer[0]["findings"], answer[1]["findings"]);
    assert_eq!(answer[0]["agency"], "示例镇人民政府");
}

/// A ZIP archive of these members.
fn archive(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in members {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(text).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn files(answer: &Value) -> Vec<&str> {
    answer.as_array().unwrap().iter().map(|checked| checked["file"].as_str().unwrap()).collect()
}

#[test]
fn folders_and_archives_are_looked_through_in_the_order_of_names() {
    let desk = Desk::empty();
    std::fs::create_dir_all(desk.path("全县/乡镇")).unwrap();
    desk.put("全县/局.txt", report("示例县水务局", 2025, RIGHT));
    desk.put("全县/.隐藏.txt", "不读");
    desk.put("全县/~$局.docx", "不读");
    desk.put("全县/乡镇/乙.txt", report("乙镇人民政府", 2025, WRONG));
    desk.put("全县/乡镇/甲.txt", report("甲镇人民政府", 2025, RIGHT));
    let (one, two) = (report("丙镇人民政府", 2025, RIGHT), report("丁镇人民政府", 2025, RIGHT));
    let inner = archive(&[("丁.txt", two.as_bytes())]);
    let members = [("夹/丁.zip", inner.as_slice()), ("丙.txt", one.as_bytes()), ("__MACOSX/丙.txt", b"no")];
    desk.put("全县/其余.zip", archive(&members));
    let said = desk.run("check 全县 --json");
    assert_eq!(said.code, 3, "{said:?}");
    let answer: Value = serde_json::from_str(&said.out).unwrap();
    let expected = [
        "全县/其余.zip/夹/丁.zip/丁.txt",
        "全县/其余.zip/丙.txt",
        "全县/局.txt",
        "全县/乡镇/乙.txt",
        "全县/乡镇/甲.txt",
    ];
    assert_eq!(files(&answer), expected);
    assert_eq!(desk.run("check 全县 --json").out, said.out, "the order never changes");
}

#[test]
fn standard_input_is_a_file_too() {
    let desk = Desk::empty();
    let said = desk.run_with_input("check - --json", &report("示例镇人民政府", 2025, WRONG));
    assert_eq!(said.code, 3, "{said:?}");
    let answer: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(answer[0]["agency"], "示例镇人民政府");
}

#[test]
fn a_page_for_people_is_calm() {
    let desk = Desk::empty();
    desk.put("报告.txt", report("示例镇人民政府", 2025, WRONG));
    let said = desk.run("check 报告.txt --only fail");
    assert_eq!(said.code, 3, "{said:?}");
    assert_eq!(said.err, "");
    // How many rules there are may change.
    let page: String =
        said.out.lines().filter(|line| !line.contains("无法评估")).map(|line| format!("{line}\n")).collect();
    assert_eq!(page, include_str!("check_page.txt"), "{page}");
}

#[test]
fn many_reports_are_summed_up_and_the_worst_stand_first() {
    let desk = Desk::empty();
    std::fs::create_dir(desk.path("县")).unwrap();
    for number in 0..20 {
        let one = if number == 13 { WRONG } else { RIGHT };
        desk.put(
            &format!("县/{number:02}.txt"),
            report(&format!("第{}镇人民政府", (b'A' + number) as char), 2025, one),
        );
    }
    let said = desk.run("check 县");
    assert_eq!(said.code, 3);
    assert!(said.out.starts_with("共 20 份：不符 1"), "{}", said.out);
    assert!(said.out.lines().count() < 60, "{}", said.out);
    let first = said.out.lines().skip_while(|line| !line.contains("机关与文件")).nth(1).unwrap();
    assert!(first.contains("县/13.txt"), "{}", said.out);
    let all = desk.run("check 县 --all");
    assert!(all.out.lines().count() > 20 * 20 && all.out.contains("通过"), "{}", all.out.lines().count());
}

#[test]
fn last_years_report_and_the_approved_version_are_matched_by_the_body() {
    let desk = Desk::empty();
    for folder in ["今年", "去年", "审定"] {
        std::fs::create_dir(desk.path(folder)).unwrap();
    }
    let trained = |year: u16, times: u16| format!("{year}年举办培训{times}次，参加120人。");
    for (agency, times) in [("甲镇", 3), ("乙镇", 4)] {
        let full = format!("{agency}人民政府");
        desk.put(&format!("今年/{agency}.txt"), report(&full, 2025, &trained(2025, times)));
        desk.put(&format!("去年/{agency}旧.txt"), report(&full, 2024, &trained(2024, 3)));
        desk.put(&format!("审定/{agency}.txt"), report(&full, 2025, &trained(2025, 3)));
    }
    let said = desk.run("check 今年 --last-year 去年 --approved 审定 --json");
    assert_eq!(said.code, 3, "{said:?}");
    let answer: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(files(&answer), ["今年/乙镇.txt", "今年/甲镇.txt"]);
    assert_eq!(
        (verdicts(&answer[0], "I-LAST-2"), verdicts(&answer[1], "I-LAST-2")),
        (vec!["PASS"], vec!["UNCERTAIN"])
    );
    assert_eq!(
        (verdicts(&answer[0], "I-PUB-2"), verdicts(&answer[1], "I-PUB-2")),
        (vec!["FAIL"], vec!["PASS"])
    );
    let changed =
        answer[0]["findings"].as_array().unwrap().iter().find(|finding| finding["rule"] == "I-PUB-2");
    assert_eq!(changed.unwrap()["evidence"][1]["file"], "审定/乙镇.txt");
    let people = desk.run("check 今年/乙镇.txt --approved 审定/乙镇.txt --only fail");
    assert!(people.out.contains("4改成了3") || people.out.contains("3改成了4"), "{}", people.out);
}

#[test]
fn nothing_to_compare_with_is_an_error_of_use() {
    let desk = Desk::empty();
    desk.put("报告.txt", report("示例镇人民政府", 2025, RIGHT));
    let said = desk.run("check 报告.txt --last-year 没有的.txt");
    assert_eq!(said.code, 2, "{said:?}");
    assert!(said.err.contains("没有这个文件") && said.err.contains("没有可以用来比对的报告"), "{said:?}");
    assert_eq!(desk.run("check 报告.txt --agencies 名单.txt").code, 2);
    assert_eq!(desk.run("check").code, 2);
}

#[test]
fn a_county_knows_who_is_missing() {
    let desk = Desk::empty();
    std::fs::create_dir(desk.path("县")).unwrap();
    for agency in ["甲镇", "乙镇"] {
        desk.put(&format!("县/{agency}.txt"), report(&format!("{agency}人民政府"), 2025, RIGHT));
    }
    desk.put("名单.txt", "甲镇人民政府\n乙镇\n\n丙镇人民政府\t张三\n");
    let said = desk.run("check 县 --county --agencies 名单.txt");
    assert_eq!(said.code, 3, "{said:?}");
    assert!(said.out.contains("缺报 1") && said.out.contains("丙镇人民政府"), "{}", said.out);
    let said = desk.run("check 县 --county --json");
    assert_eq!(said.code, 0, "{said:?}");
    let answer: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(
        (answer["county"]["year"].as_i64(), answer["reports"].as_array().unwrap().len()),
        (Some(2025), 2)
    );
}

#[test]
fn all_findings_go_into_a_spreadsheet() {
    let desk = Desk::empty();
    std::fs::create_dir(desk.path("县")).unwrap();
    desk.put("县/甲.txt", report("甲镇人民政府", 2025, WRONG));
    desk.put("县/坏.txt", "");
    let said = desk.run("check 县 --county --format xlsx -o 清单.xlsx");
    assert_eq!((said.code, said.out.as_str()), (1, ""), "{said:?}");
    let bytes = std::fs::read(desk.path("清单.xlsx")).unwrap();
    let mut book = reading::rows::open("清单.xlsx", bytes).unwrap();
    assert_eq!(book.sheets(), ["核对结果", "报送情况", "合计", "文字相近"]);
    let rows: Vec<Vec<String>> = book.rows("核对结果").unwrap().map(|row| row.unwrap().cells).collect();
    assert!(rows[1].starts_with(&["文件".to_owned(), "机关".to_owned()]), "{rows:?}");
    let wrong = rows.iter().find(|row| row.iter().any(|cell| cell == "不符")).unwrap();
    assert!(
        wrong.iter().any(|cell| cell == "K-X-2") || wrong.iter().any(|cell| cell == "K-X-3"),
        "{wrong:?}"
    );
    assert!(rows.iter().any(|row| row.iter().any(|cell| cell == "没有检查")), "{rows:?}");
}

#[test]
fn annotated_copies_stand_alone_and_are_listed() {
    let desk = Desk::empty();
    std::fs::create_dir(desk.path("县")).unwrap();
    desk.put("县/1.txt", report("甲镇<b>人民政府", 2025, RIGHT));
    desk.put("县/2.txt", report("乙镇人民政府", 2025, WRONG));
    let said = desk.run("check 县 --format html -o 标注");
    assert_eq!(said.code, 3, "{said:?}");
    let page = |name: &str| std::fs::read_to_string(desk.path("标注").join(name)).unwrap();
    let index = page("index.html");
    assert!(index.find("0002.html").unwrap() < index.find("0001.html").unwrap(), "{index}");
    assert!(!index.contains("<script") && !page("0002.html").contains("<script"));
    assert!(page("0002.html").contains("<mark"), "{}", page("0002.html"));
    let again = desk.run("check 县 --format html -o 标注");
    assert_eq!(again.code, 1, "a folder with files in it is not written into: {again:?}");
    let one = desk.run("check 县/2.txt --format html");
    assert!(one.out.contains("<mark") && one.out.contains("乙镇人民政府"));
}

#[test]
fn letters_are_drafted_for_reports_with_comments() {
    let desk = Desk::empty();
    desk.put("报告.txt", report("示例镇人民政府", 2025, WRONG));
    let said = desk.run("check 报告.txt --format letter --only fail");
    assert_eq!(said.code, 3, "{said:?}");
    assert_eq!(said.out, include_str!("check_letter.txt"), "{}", said.out);
}

#[test]
fn letters_go_on_paper_by_the_ending_of_the_file() {
    let desk = Desk::empty();
    std::fs::create_dir(desk.path("县")).unwrap();
    for agency in ["甲镇", "乙镇"] {
        desk.put(&format!("县/{agency}.txt"), report(&format!("{agency}人民政府"), 2025, WRONG));
    }
    desk.put("好.txt", report("丙镇人民政府", 2025, RIGHT));
    for file in ["意见.PDF", "意见.docx"] {
        let said = desk.run(&format!("check 县 --format letter --only fail -o {file}"));
        assert_eq!(said.code, 3, "{said:?}");
    }
    let text = super::paper::text_of(&desk.path("意见.PDF"));
    for words in
        ["甲镇人民政府：", "关于乙镇人民政府2025年政府信息公开工作年度报告的核对意见", "—2—", "（落款单位）"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(std::fs::read(desk.path("意见.docx")).unwrap().starts_with(b"PK\x03\x04"));
    let none = desk.run("check 好.txt --format letter --only fail -o 没有.docx");
    assert!(
        none.code == 0 && none.err.contains("没有需要提出意见的报告") && !desk.path("没有.docx").exists()
    );
}

#[test]
fn the_rules_are_listed_with_their_basis() {
    let desk = Desk::empty();
    let rules = desk.good("check --rules");
    for rule in ["K-T3-1", "I-LAST-1", "I-PUB-2"] {
        assert!(rules.lines().any(|line| line.starts_with(rule)), "{rule}: {rules}");
    }
    let json: Value = serde_json::from_str(&desk.good("check --rules --json")).unwrap();
    assert!(
        json.as_array()
            .unwrap()
            .iter()
            .all(|rule| rule["basis"].as_str().is_some_and(|basis| !basis.is_empty()))
    );
}

#[test]
fn what_is_no_annual_report_is_said_to_be_none_and_has_a_status_of_its_own() {
    let desk = Desk::empty();
    desk.put("notice.txt", "关于2024年春节放假安排的通知\n2024年2月9日至17日放假，请做好值班工作。\n");
    desk.put("plan.txt", "一、总体情况\n2024年修路三条。\n五、存在的问题\n资金不足。\n");
    let said = desk.run("check notice.txt");
    assert_eq!(said.code, 4, "{said:?}");
    assert!(said.out.contains("认不出年度报告") && said.err.contains("认不出年度报告"), "{said:?}");
    assert!(!said.out.contains("不符 0"), "{said:?}");
    let said = desk.run("check notice.txt plan.txt --json");
    assert_eq!(said.code, 4, "{said:?}");
    desk.put("report.txt", report("甲镇人民政府", 2024, RIGHT));
    let said = desk.run("check notice.txt plan.txt report.txt");
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.out.contains("没有发现问题 0　认不出年度报告 2"), "{said:?}");
    let help = desk.run("check --help");
    assert!(help.out.contains("4 没有一份认得出是年度报告"), "{help:?}");
}
