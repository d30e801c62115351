//! The inspector's own rules on make-up, numbers and dates: for each, words that break it, words that only look odd, and words that are all right.

use inspect::Checked;
use inspect::Verdict::{self, Fail, NotAssessable, Pass, Uncertain};
use law::report::Form;

use super::printed::{Layout, Printed};
use super::{checked, failures, of, verdicts};

/// Where words are put into a sound report.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part {
    Front,
    One,
    Five,
    Six,
}

/// A township's report of 2024 in which nothing happened, with these words in one of its parts.
pub(super) fn report(part: Part, words: &str) -> String {
    let mut report = Printed::of(Form::F2021, 2024, &[0]);
    if let Part::One = part {
        report.one = words.to_owned();
    }
    let text = report.text(Layout::Tabs);
    match part {
        Part::One => text,
        Part::Front => text.replacen("\n\n一、总体情况", &format!("\n{words}\n\n一、总体情况"), 1),
        Part::Five => text.replacen("公开渠道还不够多", &format!("{words}公开渠道还不够多"), 1),
        Part::Six => text.replacen("没有其他需要", &format!("{words}没有其他需要"), 1),
    }
}

/// Each of the words gets this verdict of the rule, and no other rule fails.
pub(super) fn check_all(rule: &str, part: Part, cases: &[(&str, Verdict)]) {
    for (words, expected) in cases {
        let checked = checked(&report(part, words));
        assert_eq!(verdicts(&checked, rule), [*expected], "{words} {:?}", of(&checked, rule));
        assert_quoted(&checked, rule);
        let others: Vec<String> =
            failures(&checked).into_iter().filter(|failed| !failed.starts_with(rule)).collect();
        assert_eq!(others, Vec::<String>::new(), "{words}");
    }
}

pub(super) fn assert_quoted(checked: &Checked, rule: &str) {
    for finding in of(checked, rule).into_iter().filter(|finding| matches!(finding.verdict, Fail | Uncertain))
    {
        assert!(!finding.evidence.is_empty(), "{finding:?}");
    }
}

#[test]
fn i_form_1_as_many_parts_as_announced() {
    check_all(
        "I-FORM-1",
        Part::Front,
        &[
            ("本报告分五个部分，现予公布。", Fail),
            ("报告内容分为4个部分。", Fail),
            ("报告内容分六个部分。", Pass),
            ("本报告由总体情况等六部分组成。", Pass),
            ("报告分七个部分，含附件。", Pass),
            ("全面推进各部分工作。", NotAssessable),
        ],
    );
}

#[test]
fn i_form_2_a_list_of_the_parts_leaves_none_out() {
    check_all(
        "I-FORM-2",
        Part::Front,
        &[
            (
                "全文包括：（一）总体情况；（二）主动公开政府信息情况；（三）收到和处理政府信息公开申请情况；（四）行政复议、行政诉讼情况；（五）存在的主要问题及改进情况。",
                Uncertain,
            ),
            (
                "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项组成。",
                Pass,
            ),
            (
                "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、行政复议和行政诉讼情况、存在的主要问题等组成。",
                NotAssessable,
            ),
            ("本报告包括总体情况和主动公开情况，请公众监督，欢迎提出意见。", NotAssessable),
        ],
    );
}

#[test]
fn i_form_3_as_many_points_as_announced() {
    let points = "一是公开内容还不够全面，部分村公开不够及时。二是解读形式比较单一，图解和视频较少。三是业务培训次数偏少，人员变动较大。";
    let two = "一是公开内容还不够全面，部分村公开不够及时，专栏维护需要加强。二是解读形式比较单一，图解和视频较少，群众不易理解，需要改进。";
    check_all(
        "I-FORM-3",
        Part::Five,
        &[
            (&format!("存在三个方面的问题：{points}"), Pass),
            (&format!("存在三个方面的问题：{two}"), Uncertain),
            (&format!("存在以下两个问题：{two}"), Pass),
            (&format!("存在一些问题：{two}"), NotAssessable),
        ],
    );
}

#[test]
fn i_num_8_business_figures_go_with_table_two() {
    check_all(
        "I-NUM-8",
        Part::One,
        &[
            ("全年办理行政许可349件。", Uncertain),
            ("全年办理行政许可0件，办结行政处罚案件0起。", Pass),
            ("全年制发规范性文件2件。", Uncertain),
            ("全年办理行政许可300余件。", Pass),
            ("县综合执法局办理行政处罚案件12起。", NotAssessable),
            ("2023年办理行政许可12件。", NotAssessable),
            ("累计办理行政许可12件。", NotAssessable),
        ],
    );
}

#[test]
fn i_time_5_a_report_is_published_after_its_year() {
    check_all(
        "I-TIME-5",
        Part::Front,
        &[
            ("发布日期：2024-06-18", Uncertain),
            ("发布时间：2023年1月18日", Uncertain),
            ("发布日期：2025-01-18", Pass),
            ("发布日期：2024-12-31", Pass),
        ],
    );
}

#[test]
fn i_num_1_what_came_in_went_out_or_is_carried_on() {
    let rule = "I-NUM-1";
    // A report whose tables were not served, so that only the prose tells.
    for (words, expected) in [
        ("全年新收政府信息公开申请20件，上年结转2件，办结19件，结转下年度3件。", Pass),
        ("全年新收政府信息公开申请20件，上年结转2件，办结18件，结转下年度3件。", Fail),
        ("全年收到政府信息公开申请22件，上年结转2件，办结19件，结转下年度3件。", Pass),
        ("全年新收政府信息公开申请20件，上年结转2件，办结15件，撤回4件，结转下年度3件。", Uncertain),
        ("全年新收政府信息公开申请20件，办结18件，结转下年度3件。", NotAssessable),
        ("全年新收政府信息公开申请20余件，上年结转2件，办结18件，结转下年度3件。", NotAssessable),
        (
            "新收政府信息公开申请30件，上年结转1件。其中，予以公开10件，部分公开2件，不予公开3件，无法提供4件，不予处理5件，其他处理6件，结转下年度1件。",
            Pass,
        ),
        (
            "新收政府信息公开申请30件，上年结转1件。其中，予以公开10件，部分公开2件，不予公开3件，无法提供4件，不予处理5件，其他处理6件，结转下年度3件。",
            Fail,
        ),
        (
            "新收政府信息公开申请30件，上年结转1件。其中，予以公开10件，部分公开2件，不予公开3件，结转下年度3件。",
            NotAssessable,
        ),
    ] {
        let checked = checked(&without_tables(words));
        assert_eq!(verdicts(&checked, rule), [expected], "{words} {:?}", of(&checked, rule));
        assert_quoted(&checked, rule);
    }
}

/// A report of which only the words were served.
fn without_tables(words: &str) -> String {
    format!(
        "示例镇人民政府2024年政府信息公开工作年度报告\n\n本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。\n\n一、总体情况\n{words}\n\n二、主动公开政府信息情况\n\n三、收到和处理政府信息公开申请情况\n\n四、政府信息公开行政复议、行政诉讼情况\n\n五、存在的主要问题及改进情况\n公开渠道还不够多，下一步将增设公告栏。\n\n六、其他需要报告的事项\n2024年未收取信息处理费。\n"
    )
}

#[test]
fn i_num_2_a_number_is_not_told_in_two_ways() {
    let rule = "I-NUM-2";
    for (words, expected) in [
        ("2024年主动公开政府信息125条。全年主动公开政府信息130条。", Uncertain),
        ("2024年主动公开政府信息125条。全年主动公开政府信息125条。", Pass),
        ("截至2024年12月31日，我镇累计主动公开政府信息900条。本年度主动公开政府信息125条。", Pass),
        ("截至2024年12月31日，我镇累计主动公开政府信息90条。本年度主动公开政府信息125条。", Uncertain),
        ("2024年主动公开政府信息125条。上半年主动公开政府信息60条。", NotAssessable),
        ("2024年主动公开政府信息125条。网站主动公开政府信息60条。", NotAssessable),
        ("全年收到政府信息公开申请3件。2024年我镇未收到政府信息公开申请。", Fail),
        ("全年收到政府信息公开申请0件。2024年我镇未收到政府信息公开申请。", Pass),
        ("第一季度收到政府信息公开申请3件。2024年我镇未收到政府信息公开申请。", NotAssessable),
        ("全年收到政府信息公开申请3件。第四季度未收到政府信息公开申请。", NotAssessable),
        ("全年收到政府信息公开申请3件。未收到政府信息公开申请的投诉。", NotAssessable),
    ] {
        let checked = checked(&without_tables(words));
        assert_eq!(verdicts(&checked, rule), [expected], "{words} {:?}", of(&checked, rule));
        assert_quoted(&checked, rule);
    }
}

#[test]
fn i_num_3_no_part_is_listed_twice() {
    check_all(
        "I-NUM-3",
        Part::One,
        &[
            ("主动公开信息100条，其中政策文件3条、规划总结2条、工作动态60条、规划总结2条等。", Fail),
            ("主动公开信息100条，其中政策文件3条、规划总结2条、工作动态60条、规划总结5条等。", Uncertain),
            ("主动公开信息100条，其中政策文件3条、规划总结2条、工作动态60条等。", Pass),
            ("网站公开信息81条，其中通知公告31条等。公众号公开信息60条，其中通知公告31条等。", Pass),
            ("全年公开信息100条。", NotAssessable),
        ],
    );
}

#[test]
fn i_num_4_rough_words_stand_behind_round_numbers() {
    check_all(
        "I-NUM-4",
        Part::One,
        &[
            ("推送政务动态68余条。", Uncertain),
            ("推送政务动态1,234多条。", Uncertain),
            ("推送图文3条，政务动态68余条。", Uncertain),
            ("推送政务动态60余条，访问量1.2万余次，发放资料3000多份。", Pass),
            ("推送政务动态68条，其余30条为转载。", Pass),
        ],
    );
}

#[test]
fn i_num_5_rises_and_falls_are_recomputed() {
    check_all(
        "I-NUM-5",
        Part::One,
        &[
            ("全年公开信息60条，比上年的50条增长20%。", Pass),
            ("全年公开信息60条，比上年的50条增长25%。", Fail),
            ("答复咨询80起，同比2023年的80起上升27%。", Fail),
            ("收到来信22起，比2023年（31起）下降29%。", Pass),
            ("收到来信22起，比2023年（31起）下降19%。", Fail),
            ("全年公开信息60条，比上年的50条增加10条。", Pass),
            ("全年公开信息60条，比上年的50条增加12条。", Fail),
            ("全年公开信息40条，较2023年50条下降20%。", Pass),
            ("全年公开信息40条，较2023年50条增长20%。", Fail),
            ("公开信息由上年的30条增加到40条，增长33.3%。", Pass),
            ("公开信息由上年的30条增加到40条，增长33.33%。", Pass),
            ("公开信息由上年的30条增加到40条，增长33.4%。", Pass),
            ("公开信息由上年的30条增加到40条，增长43.3%。", Fail),
            ("公开信息1200条，同比增加200条，增长20%。", Pass),
            ("公开信息1200条，同比增加200条，增长16.7%。", Fail),
            ("公开信息约60条，比上年的50条增长25%。", NotAssessable),
            ("公开信息60条，比上年增长25%。", NotAssessable),
            ("举办培训6场，比上年的50条增长25%。", NotAssessable),
        ],
    );
}

#[test]
fn i_num_6_a_full_rate_means_that_all_were_concluded() {
    check_all(
        "I-NUM-6",
        Part::One,
        &[
            ("办理12345热线工单，收到280件，办结270件，办结率100%。", Uncertain),
            ("办理12345热线工单，收到280件，办结280件，办结率100%。", Pass),
            ("办理12345热线工单，收到280件，办结279件，按期办结率100%。", Pass),
            ("办结率100%。", Pass),
            ("办结率98%。", NotAssessable),
        ],
    );
}

#[test]
fn i_num_7_and_i_cell_1_charges_are_in_ten_thousand_yuan() {
    let with_charge = |text: &str| {
        let mut report = Printed::of(Form::F2021, 2024, &[0]);
        report.cells.insert("t2.shoufei.amount_wan".parse().unwrap(), text.to_owned());
        checked(&report.text(Layout::Tabs))
    };
    assert_eq!(verdicts(&with_charge("759260"), "I-NUM-7"), [Uncertain]);
    assert_eq!(verdicts(&with_charge("75.926"), "I-NUM-7"), [Pass]);
    assert_eq!(verdicts(&with_charge("3.5万元"), "I-CELL-1"), [Uncertain]);
    assert_eq!(verdicts(&with_charge("3.5"), "I-CELL-1"), [Pass]);
    assert!(failures(&with_charge("3.5万元")).is_empty());
}

#[test]
fn i_time_1_dates_are_days_of_the_calendar() {
    check_all(
        "I-TIME-1",
        Part::One,
        &[
            ("2024年2月30日召开会议。", Fail),
            ("6月31日召开会议。", Fail),
            ("13月1日召开会议。", Fail),
            ("2024年2月29日召开会议。", Pass),
            ("2023年2月29日召开会议。", Fail),
            ("2月29日、3月31日、12月31日召开会议。", Pass),
        ],
    );
}

#[test]
fn i_time_2_the_period_is_the_whole_year() {
    let text = report(Part::One, "全年平稳。");
    for (period, expected) in [
        ("自2024年1月1日起至2024年12月31日", Pass),
        ("从2024年01月01日到12月31日", Pass),
        ("自2024年1月1日起至2024年12月30日", Uncertain),
        ("自2024年1月1日起至2024年11月30日", Uncertain),
        ("自2024年3月1日起至2024年12月31日", Uncertain),
        ("自2023年12月1日起至2024 年10月30日", Uncertain),
        ("自2024 年1 月1 日至2024年12月31日", Pass),
        ("自20241月1日至202412月31日", Uncertain),
        ("自202411日起至20241231日", Uncertain),
    ] {
        let changed = checked(&text.replace("自2024年1月1日起至2024年12月31日", period));
        assert_eq!(verdicts(&changed, "I-TIME-2"), [expected], "{period}");
        assert_eq!(failures(&changed), Vec::<String>::new(), "{period}");
    }
}

#[test]
fn i_time_3_figures_up_to_the_end_of_a_year_are_this_years() {
    check_all(
        "I-TIME-3",
        Part::One,
        &[
            ("截至2023年12月31日，主动公开信息140余条。", Uncertain),
            ("截至2023年底，主动公开信息140余条。", Uncertain),
            ("截至2024年12月31日，主动公开信息140余条。", Pass),
            ("截至2023年底发文140件，较去年同期有所增加。", Pass),
            ("截至2024年12月，主动公开信息140余条。", NotAssessable),
        ],
    );
}

#[test]
fn i_time_6_the_key_points_are_those_of_the_year() {
    check_all(
        "I-TIME-6",
        Part::One,
        &[
            ("按照《示例市2023年政务公开工作要点》要求开展工作。", Uncertain),
            ("按照《示例市2024年政务公开工作要点》要求开展工作。", Pass),
            ("落实2023年和2024年政务公开工作要点，对照2024年政务公开工作要点逐项落实。", Pass),
            ("针对2023年政务公开工作要点未完成的任务继续整改。", NotAssessable),
        ],
    );
}

#[test]
fn i_time_4_plans_lie_ahead() {
    check_all(
        "I-TIME-4",
        Part::Five,
        &[
            ("2023年，我镇将继续加强公开。", Uncertain),
            ("2024年，我镇将进一步加强公开。", Uncertain),
            ("2025年，我镇将进一步加强公开。", Pass),
            ("2024年，我镇将公开工作摆在重要位置。", NotAssessable),
        ],
    );
}

#[test]
fn a_sum_whose_unit_no_head_names_carries_its_own() {
    let mut report = Printed::of(Form::F2019, 2020, &[0]);
    report.cells.insert("t2.caigou.amount".parse().unwrap(), "86.2万元".to_owned());
    assert_eq!(verdicts(&checked(&report.text(Layout::Tabs)), "I-CELL-1"), [Pass]);
}

#[test]
fn what_stands_in_brackets_does_not_hide_the_flow_of_cases() {
    let flow = |done: u8| {
        let words = format!(
            "新收政府信息公开申请0件，上年结转0件（含并入单位结转0件），办结{done}件，结转下年度0件。"
        );
        let mut report = Printed::of(Form::F2021, 2024, &[0]);
        report.one = words;
        verdicts(&checked(&report.text(Layout::Tabs)), "I-NUM-1")
    };
    assert_eq!((flow(0), flow(1)), (vec![Pass], vec![Fail]));
}
