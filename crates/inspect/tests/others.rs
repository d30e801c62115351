//! Words that speak of another time, another body, a hope or something else prove nothing against the tables.

use inspect::Verdict;
use law::report::Form;

use super::printed::{Layout, Printed};
use super::{checked, failures, verdicts};

/// What fails in a township's report of 2024 with these words in part 一.
fn failing(words: &str) -> Vec<String> {
    let mut report = Printed::of(Form::F2021, 2024, &[1]);
    report.one = words.to_owned();
    failures(&checked(&report.text(Layout::Tabs)))
}

#[test]
fn what_is_told_of_another_time_or_body_is_not_held_against_the_tables() {
    for words in [
        "12月收到政府信息公开申请999件。",
        "截至11月底，收到政府信息公开申请999件。",
        "全县收到政府信息公开申请999件。",
        "县综合执法局在我镇作出行政处罚决定999件。",
        "代县政府制发行政规范性文件999件。",
        "累计制发行政规范性文件999件。",
        "上半年作出行政许可决定999件。",
        "上半年未收到政府信息公开申请。",
        "12月未收到政府信息公开申请。",
        "2023年，我镇未收到政府信息公开申请。",
        "不存在未收到政府信息公开申请的情形。",
        "办理网民留言申请12件，均已按时办结。",
    ] {
        assert_eq!(failing(words), Vec::<String>::new(), "{words}");
    }
    for words in [
        "截至12月底，收到政府信息公开申请999件。",
        "2024年1月1日至12月31日，收到政府信息公开申请999件。",
        "作出行政处罚决定999件。",
        "全年累计制发行政规范性文件999件。",
        "2024年，我镇未收到政府信息公开申请。",
    ] {
        assert_eq!(failing(words).len(), 1, "{words} {:?}", failing(words));
    }
}

#[test]
fn in_a_countys_report_the_government_itself_is_a_part_of_the_county() {
    let failing = |words: &str| {
        let mut report = Printed::of(Form::F2021, 2024, &[1]);
        report.one = words.to_owned();
        failures(&checked(&report.text(Layout::Tabs).replace("示例镇人民政府", "甲县人民政府")))
    };
    for words in [
        "县政府收到政府信息公开申请999件。",
        "县人民政府制发行政规范性文件999件。",
        "县政府办公室共受理政府信息公开申请999件。",
    ] {
        assert_eq!(failing(words), Vec::<String>::new(), "{words}");
    }
    assert_eq!(failing("全县共收到政府信息公开申请999件。").len(), 1);
}

#[test]
fn full_texts_are_a_part_of_the_whole_they_were_named_with() {
    for words in [
        "2024年主动公开政府信息60条，累计公开592条，其中全文电子化592条。",
        "2024年主动公开政府信息60条。下一步计划公开政府信息100条以上，力争全文电子化90条。",
        "2024年主动公开政府信息125条。上半年主动公开政府信息60条，全文电子化125条。",
    ] {
        assert_eq!(failing(words), Vec::<String>::new(), "{words}");
    }
    assert_eq!(failing("2024年主动公开政府信息60条，全文电子化90条。").len(), 1);
}

#[test]
fn who_denies_an_outcome_does_not_deny_the_case() {
    let words = "未发生被行政复议机关纠正、行政诉讼败诉的情况。";
    let mut report = Printed::of(Form::F2021, 2024, &[1]);
    report.one = words.to_owned();
    let checked = checked(&report.text(Layout::Tabs));
    assert_eq!(verdicts(&checked, "K-X-4"), [Verdict::NotAssessable]);
}
