//! `gongkai check` on the town's real report of 2020, where it lies beside the project, and on texts of our own.

use std::path::Path;

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
    assert_eq!(verdicts(checked, "K-X-5"), ["UNCERTAIN"; 3]);
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
    let text = "示例镇人民政府2020年政府信息公开工作年度报告\n一、总体情况\n全年主动公开政府信息12条，其中公告栏公开15条。\n";
    desk.put("utf8.txt", text);
    desk.put("gb.txt", encoding_rs::GB18030.encode(text).0);
    let said = desk.run("check utf8.txt gb.txt --json");
    let answer: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(answer[0]["findings"], answer[1]["findings"]);
    assert_eq!(answer[0]["agency"], "示例镇人民政府");
}
