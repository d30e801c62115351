//! Figures and claims in the prose: what is provable fails, what only looks odd does not.

use inspect::Verdict::{Fail, NotAssessable, Pass, Uncertain};
use inspect::{Checked, Verdict};
use law::report::{CellKey, Form, RequestColumn, RequestRow};

use super::printed::{Layout, Printed};
use super::{checked, failures, of, verdicts};

/// A report of 2024 with these words in part 一 and few numbers in the tables.
fn with(words: &str) -> Checked {
    let mut report = Printed::of(Form::F2021, 2024, &[1]);
    report.one = words.to_owned();
    checked(&report.text(Layout::Tabs))
}

/// A report of 2024 in which nothing happened, with these words.
fn idle(words: &str) -> Checked {
    let mut report = Printed::of(Form::F2021, 2024, &[0]);
    report.one = words.to_owned();
    checked(&report.text(Layout::Tabs))
}

fn check_all(rule: &str, cases: &[(&str, Verdict)]) {
    for (words, expected) in cases {
        let checked = idle(words);
        assert_eq!(verdicts(&checked, rule), [*expected], "{words} {:?}", of(&checked, rule));
        let others: Vec<String> =
            failures(&checked).into_iter().filter(|failed| !failed.starts_with(rule)).collect();
        assert_eq!(others, Vec::<String>::new(), "{words}");
    }
}

#[test]
fn parts_are_held_against_their_whole_only_where_the_words_say_so() {
    check_all(
        "K-X-2",
        &[
            ("主动公开信息85条，其中机构动态80条、通知公告3条、其他信息2条。", Pass),
            ("主动公开信息85条，其中机构动态80条、通知公告3条、其他信息3条。", Fail),
            ("主动公开信息85条：机构动态80条，通知公告6条。", Fail),
            ("主动公开信息85条，其中机构动态29条、通知公告3条。", Pass),
            ("主动公开信息85条，主要包括机构动态29条、通知公告3条。", Pass),
            ("主动公开信息85条，其中机构动态29条、通知公告3条等。", Pass),
            ("主动公开信息500余条，其中网站310条，宣传栏190余条。", Pass),
            ("主动公开信息85条，其中网站80条，公众号50条。", Pass),
            ("主动公开信息85条，其中网站60条，公众号90条。", Fail),
            ("网站发布信息9822条，新媒体发布13349条，其中概况45条，动态2445条，目录7990条。", NotAssessable),
            ("网站公开信息81条。其中，动态50条，公告31条。公众号公开108条信息。", Pass),
            ("公开信息20条，完成全年任务。其中重点工作15条，其他信息5条。", Pass),
            ("开展问答119期（市级47期、区级28期、县级44期），公开信息3条。", Pass),
            ("主动公开信息86条，其中：机构信息2条；其他文件5条；动态78条；其他信息1条。", Pass),
            ("主动公开信息86条，其中：机构信息2条；其他文件5条；动态79条；其他信息1条。", Fail),
            ("主动公开信息86条，其中：其他文件5条；公众号发布30条信息，深受欢迎。", Pass),
            ("主动公开规章13件（含新制定5件，修改4件，废止4件），公开文件42件。", NotAssessable),
            ("全年公开1860条信息。", NotAssessable),
        ],
    );
}

#[test]
fn a_subset_is_not_larger_and_percentages_are_right() {
    check_all(
        "K-X-3",
        &[
            ("主动公开政府信息125条。全文电子化主动公开信息125条，全文电子化率达100%。", Pass),
            ("主动公开政府信息125条。全文电子化主动公开信息132条。", Fail),
            ("主动公开政府信息125条。全文电子化主动公开信息100条，全文电子化率达100%。", Fail),
            ("主动公开政府信息125条。历年累计全文电子化主动公开信息132条。", NotAssessable),
            ("主动公开政府信息100条，其中公告30条，占30%。", Pass),
            ("主动公开政府信息100条，其中公告30条，占35%。", Fail),
            ("全文电子化率100%。", NotAssessable),
        ],
    );
}

#[test]
fn who_says_that_nothing_came_has_zeros() {
    for words in [
        "2024年我镇未收到政府信息公开申请。",
        "全年未接到任何形式的信息公开申请。",
        "本年度没有收到公民、法人和其他组织提出的政府信息公开申请。",
        "2024年未收到和处理政府信息公开申请，零报告。",
        "收到政府信息公开申请0件。",
    ] {
        assert_eq!(verdicts(&idle(words), "K-X-4"), [Pass], "{words}");
        assert_eq!(verdicts(&with(words), "K-X-4"), [Fail], "{words}");
    }
    for words in [
        "未发生因政府信息公开引起的行政复议、行政诉讼。",
        "全年没有行政复议和行政诉讼案件。",
        "无因政府信息公开提起行政复议、行政诉讼的情况。",
    ] {
        assert_eq!(verdicts(&idle(words), "K-X-4"), [Pass], "{words}");
        // What was pending from last year is compatible with “none this year”.
        assert!(verdicts(&with(words), "K-X-4").iter().all(|verdict| *verdict == Uncertain), "{words}");
    }
}

#[test]
fn other_denials_claim_nothing_about_requests() {
    for words in [
        "未收到对政府信息公开申请答复不服的投诉。",
        "2023年未收到政府信息公开申请。",
        "案件未经复议直接起诉的，依法应诉。",
        "没有收取费用。",
    ] {
        assert_eq!(
            verdicts(&with(words), "K-X-4"),
            [NotAssessable],
            "{words} {:?}",
            of(&with(words), "K-X-4")
        );
    }
}

#[test]
fn figures_of_requests_equal_the_table_in_one_of_their_meanings() {
    let report = Printed::of(Form::F2021, 2024, &[1]);
    let total = |row| report.number(CellKey::Request(row, RequestColumn::Total));
    let (new, carried) = (total(RequestRow::New), total(RequestRow::CarriedIn));
    for words in [
        format!("全年共收到政府信息公开申请{new}件。"),
        format!("全年共收办政府信息公开申请案件{}件。", new + carried),
        format!("新收政府信息公开申请{new}件，上年结转{carried}件。"),
    ] {
        assert_eq!(verdicts(&with(&words), "K-X-1"), [Pass], "{words}");
    }
    let wrong = format!("全年共收到政府信息公开申请{}件。", new + 100);
    assert_eq!(verdicts(&with(&wrong), "K-X-1"), [Fail]);
    for unclear in [
        "其中通过网络收到政府信息公开申请999件。",
        "县政府办公室收到政府信息公开申请999件。",
        "2023年收到政府信息公开申请999件。",
        "收到群众来信999件。",
    ] {
        assert_eq!(verdicts(&with(unclear), "K-X-1"), [NotAssessable], "{unclear}");
    }
}

#[test]
fn figures_of_disputes_equal_the_table() {
    // Four outcomes of one case each.
    assert_eq!(verdicts(&with("全年行政复议案件4件，行政诉讼案件8件。"), "K-X-1"), [Pass]);
    assert_eq!(verdicts(&with("全年行政复议案件5件。"), "K-X-1"), [Fail]);
    // Three came this year, one was pending from last year.
    assert_eq!(verdicts(&with("全年新发生行政复议案件3件。"), "K-X-1"), [NotAssessable]);
    assert_eq!(verdicts(&with("全年新发生行政复议案件9件。"), "K-X-1"), [Fail]);
}

#[test]
fn years_that_do_not_belong_are_named() {
    let report = Printed::of(Form::F2021, 2024, &[0]);
    let text = report.text(Layout::Tabs);
    let period = text.replace("自2024年1月1日起至2024年12月31日", "自2023年1月1日起至2023年12月31日");
    let broken = text.replace("至2024年12月31日", "至202424年12月31日");
    for (text, words) in [(&period, "2023年1月1日"), (&broken, "202424年")] {
        let checked = checked(text);
        let [finding] = of(&checked, "K-X-7")[..] else { panic!("one finding") };
        assert_eq!(finding.verdict, Fail);
        assert!(finding.evidence.iter().any(|evidence| evidence.text.contains(words)), "{finding:?}");
    }
    check_all(
        "K-X-7",
        &[
            ("2023年，我镇主动公开政府信息3条。", Uncertain),
            ("2025年，我镇将继续加强公开。", Pass),
            ("较2023年增加3条。按照《2023年政务公开工作要点》开展工作。", Pass),
            ("含2023年结转的申请0件。", Pass),
            ("依据国办公开办函〔2019〕60号编制。", Uncertain),
            ("办理向市政府提出的政府信息公开申请2件。", Uncertain),
            ("做好12345年度考核工作。", Pass),
        ],
    );
}

#[test]
fn announced_numbers_and_parts_are_given() {
    check_all(
        "K-X-8",
        &[
            ("全年主动公开政府信息条。", Fail),
            ("全年主动公开政府信息共计。", Fail),
            ("收到政府信息公开申请件。", Fail),
            ("制发行政规范性文件件，废止0件。", Fail),
            ("截至年底，我镇现行有效的规范性文件。", Fail),
            ("公开数量同比增长%。", Fail),
            ("主动公开政府信息条数有所增加。", Pass),
            ("及时公布现行有效的规范性文件。", Pass),
            ("公共服务条件改善，信息公开条目清晰。", Pass),
            ("公开政府信息若干条，收到意见数件。", Pass),
        ],
    );
    check_all(
        "K-X-5",
        &[
            (
                "本报告包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况、其他需要报告的事项等五个部分。",
                Fail,
            ),
            (
                "本报告包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项等六个部分。",
                Pass,
            ),
            ("报告分六个部分。", Pass),
        ],
    );
}

#[test]
fn all_concluded_does_not_go_with_what_was_carried_out() {
    let words = "全年收到的政府信息公开申请已全部按时办结。";
    assert_eq!(verdicts(&idle(words), "K-X-10"), [Pass]);
    // As many were carried out as came from last year: they may be the same.
    assert_eq!(verdicts(&with(words), "K-X-10"), [Uncertain]);
    let mut report = Printed::of(Form::F2021, 2024, &[1]);
    for column in RequestColumn::ALL {
        let key = |row| CellKey::Request(row, *column);
        let new = report.number(key(RequestRow::New)) + report.number(key(RequestRow::CarriedIn));
        report.cells.insert(key(RequestRow::New), new.to_string());
        report.cells.insert(key(RequestRow::CarriedIn), "0".to_owned());
    }
    report.one = words.to_owned();
    assert_eq!(verdicts(&checked(&report.text(Layout::Tabs)), "K-X-10"), [Fail]);
    assert_eq!(verdicts(&with("申请均在法定期限内答复。"), "K-X-10"), [NotAssessable]);
}

#[test]
fn charges_in_the_prose_are_the_tables_rounded_or_not() {
    let mut report = Printed::of(Form::F2021, 2024, &[0]);
    report.cells.insert("t2.shoufei.amount_wan".parse().unwrap(), "75.9260".to_owned());
    for (words, expected) in [
        ("全年行政事业性收费75.926万元。", Pass),
        ("全年行政事业性收费75.93万元。", Pass),
        ("全年行政事业性收费76万元。", Pass),
        ("全年行政事业性收费759260元。", Pass),
        ("全年行政事业性收费95万元。", Fail),
        ("全年行政事业性收费759260万元。", Fail),
        ("上半年行政事业性收费30万元。", NotAssessable),
    ] {
        report.one = words.to_owned();
        let checked = checked(&report.text(Layout::Tabs));
        assert_eq!(verdicts(&checked, "K-X-9"), [expected], "{words} {:?}", of(&checked, "K-X-9"));
    }
    assert!(
        of(&checked_with(&report, "全年行政事业性收费759260万元。"), "K-X-9")[0].message.contains("一万倍")
    );
}

fn checked_with(report: &Printed, words: &str) -> Checked {
    let mut report = report.clone();
    report.one = words.to_owned();
    checked(&report.text(Layout::Tabs))
}

#[test]
fn a_single_cell_quoted_as_the_total_is_named() {
    let mut report = Printed::of(Form::F2021, 2024, &[0]);
    for (key, n) in [("t4.fy.maintain", "5"), ("t4.fy.correct", "2"), ("t4.fy.total", "7")] {
        report.cells.insert(key.parse().unwrap(), n.to_owned());
    }
    let checked = checked_with(&report, "全年行政复议案件5件。");
    let finding = of(&checked, "K-X-1")[0];
    assert_eq!(finding.verdict, Fail);
    assert!(finding.message.contains("“结果维持”正好是5"), "{}", finding.message);
}

#[test]
fn shares_are_held_against_the_whole_of_their_list() {
    check_all(
        "K-X-3",
        &[
            ("主动公开政府信息100条，其中公告30条（占30%），动态70条（占70%）。", Pass),
            ("主动公开政府信息100条，其中公告30条，占总数的35%，动态70条，占总数的70%。", Fail),
            ("主动公开政府信息100条，其中公告30条，占网站信息的60%。", NotAssessable),
            ("主动公开政府信息100条，其中公告33条，约占三分之一。", NotAssessable),
        ],
    );
}
