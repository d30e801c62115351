//! The JSON shape and the errors of a check.

use inspect::{Checked, Document, Options, check};

use super::checked;

#[test]
fn the_shape_is_the_agreed_one() {
    let text =
        "示例镇人民政府2020年政府信息公开工作年度报告\n一、总体情况\n主动公开政府信息5条。全文电子化6条。\n";
    let checked = check(&Document::from_text(text), &Options { file: "a.txt".to_owned(), excerpt: true });
    let json = serde_json::to_value(&checked).unwrap();
    let keys: Vec<&String> = json.as_object().unwrap().keys().collect();
    assert_eq!(
        keys,
        [
            "file",
            "agency",
            "year",
            "format",
            "findings",
            "confidence",
            "not_understood",
            "not_understood_count",
            "error"
        ]
    );
    assert_eq!(
        (&json["file"], &json["year"], &json["format"]),
        (&"a.txt".into(), &2020.into(), &"F2019".into())
    );
    let failed =
        json["findings"].as_array().unwrap().iter().find(|finding| finding["verdict"] == "FAIL").unwrap();
    let keys: Vec<&String> = failed.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["rule", "verdict", "severity", "message", "evidence"]);
    assert_eq!(
        failed["evidence"][0],
        serde_json::json!({"line": 3, "page": null, "cell": null, "text": "全文电子化6条"})
    );
}

#[test]
fn a_file_that_cannot_be_read_has_only_its_error() {
    let json = serde_json::to_value(Checked::unreadable("a.pdf", "这是 PDF 文件。")).unwrap();
    assert_eq!(
        json,
        serde_json::json!({"file": "a.pdf", "agency": null, "year": null, "format": null, "findings": [],
            "confidence": {"level": "low", "reasons": ["这是 PDF 文件。"]}, "not_understood": [], "not_understood_count": 0,
            "error": "这是 PDF 文件。"})
    );
}

#[test]
fn findings_come_in_the_order_of_the_rules() {
    let checked = checked("示例镇人民政府2020年政府信息公开工作年度报告\n一、总体情况\n无。\n");
    let of_form = checked.findings.iter().filter(|finding| finding.rule.starts_with("K-"));
    let order = |rule: &str| law::report::identity::RULES.iter().position(|each| each.id == rule);
    assert!(of_form.is_sorted_by_key(|finding| order(finding.rule)));
    assert!(!checked.has_failed());
}

#[test]
fn our_own_words_are_read_as_anybodys_are() {
    use law::report::prose::ClaimKind;
    use law::report::{Form, Level, Report, Section};
    let mut report = Report::blank("示例镇人民政府", 2024, Form::F2021);
    report.prose.insert(
        Section::One,
        "全年主动公开政府信息5条，其中公告3条、其他信息2条。未收到政府信息公开申请。".to_owned(),
    );
    let told = inspect::read_words(&report, Level::Township);
    assert_eq!(told.figures.len(), 3);
    assert_eq!((told.breakdowns[0].parts.len(), told.breakdowns[0].exhaustive), (2, true));
    assert_eq!(told.claims.iter().map(|claim| &claim.kind).collect::<Vec<_>>(), [&ClaimKind::NoRequests]);
}
