//! The inspector's own rules: for each, words that break it, words that only look odd, and words that are all right.

use inspect::Verdict::{self, Fail, NotAssessable, Pass, Uncertain};
use inspect::{Checked, Severity, catalogue};
use law::report::Form;

use super::printed::{Layout, Printed};
use super::{checked, failures, of, verdicts};

/// Where words are put into a sound report.
#[derive(Debug, Clone, Copy)]
enum Part {
    Front,
    One,
    Five,
    Six,
}

/// A township's report of 2024 in which nothing happened, with these words in one of its parts.
fn report(part: Part, words: &str) -> String {
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
fn check_all(rule: &str, part: Part, cases: &[(&str, Verdict)]) {
    for (words, expected) in cases {
        let checked = checked(&report(part, words));
        assert_eq!(verdicts(&checked, rule), [*expected], "{words} {:?}", of(&checked, rule));
        assert_quoted(&checked, rule);
        let others: Vec<String> =
            failures(&checked).into_iter().filter(|failed| !failed.starts_with(rule)).collect();
        assert_eq!(others, Vec::<String>::new(), "{words}");
    }
}

fn assert_quoted(checked: &Checked, rule: &str) {
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
fn i_cite_1_notices_carry_their_own_numbers() {
    let title = "《关于政府信息公开工作年度报告有关事项的通知》";
    let form = "《政府信息公开工作年度报告格式》";
    check_all(
        "I-CITE-1",
        Part::Front,
        &[
            (&format!("依据{form}（国办公开函〔2021〕30号）编制。"), Fail),
            (&format!("依据{form}（国办函〔2021〕30号）编制。"), Fail),
            (&format!("依据{form}（国办公开办函〔2021〕30号）编制。"), Pass),
            (&format!("依据{form}（国办公开办函[2021]30号）编制。"), Pass),
            (&format!("依据{title}（国办公开办〔2019〕60号）编制。"), Fail),
            ("落实《2021年政务公开工作要点》（国办发〔2021〕12号）。", Pass),
            ("落实国办发〔2021〕30号文件要求。", Pass),
            ("严格执行《政府信息公开信息处理费管理办法》（国办发〔2020〕109号）。", Fail),
            ("根据省政府办公厅通知（政办函〔2021〕30号）编制。", NotAssessable),
        ],
    );
}

#[test]
fn i_cite_2_years_stand_in_six_cornered_brackets_and_a_copy_may_have_changed_them() {
    check_all(
        "I-CITE-2",
        Part::Front,
        &[
            ("按照示政办发【2024】6号文件要求编制。", Uncertain),
            ("按照示政办发[2024]6号文件要求编制。", Uncertain),
            ("按照示政办发（2024）6号文件要求编制。", Uncertain),
            ("按照示政办发〔2024〕第6号文件要求编制。", Uncertain),
            ("按照示政办发〔2024〕06号文件要求编制。", Uncertain),
            ("按照示政办发〔2024〕6号文件要求编制。", Pass),
            ("法院作出（2024）示01行终12号判决，本镇公告（2024年）5号。", NotAssessable),
        ],
    );
}

#[test]
fn i_cite_3_an_index_number_is_finished_whatever_its_scheme() {
    check_all(
        "I-CITE-3",
        Part::Front,
        &[
            ("索引号：/2025-None　文号：无文号", Uncertain),
            ("索引号：/2025-00012", Uncertain),
            ("索引号：640402001/2025-00000", Uncertain),
            ("索引号：null", Uncertain),
            ("索引号：640402001/2025-00012", Pass),
            ("索引号 bgs01/2025-00011 发文字号", Pass),
            ("索引号：11620403013912770D/2026-206470", Pass),
            ("索引号：000014349/2026-04311", Pass),
            ("索引号：A-01-2024-0100", Pass),
        ],
    );
}

#[test]
fn i_cite_4_the_regulation_is_order_711() {
    check_all(
        "I-CITE-4",
        Part::Front,
        &[
            ("根据《中华人民共和国政府信息公开条例》（国务院令第711号）编制。", Pass),
            ("根据《中华人民共和国政府信息公开条例》（国务院令第492号）编制。", Fail),
            ("根据《中华人民共和国政府信息公开条例》（国务院令第771号）编制。", Fail),
            ("与修订前的《政府信息公开条例》（国务院令第492号）相比，范围更宽。", Pass),
            ("根据《优化营商环境条例》（国务院令第722号）公开信息。", NotAssessable),
        ],
    );
}

#[test]
fn i_body_1_a_body_calls_itself_what_it_is() {
    check_all(
        "I-BODY-1",
        Part::One,
        &[
            ("我镇高度重视公开工作。", Pass),
            ("我乡高度重视公开工作。", Uncertain),
            ("我街道高度重视公开工作。", Uncertain),
            ("我局高度重视公开工作。", Uncertain),
            ("我镇助力我县发展，服务我乡村振兴大局。", Pass),
            ("在我县统一部署下开展工作。", NotAssessable),
        ],
    );
}

#[test]
fn i_body_2_no_other_township_stands_where_the_reporting_one_should() {
    check_all(
        "I-BODY-2",
        Part::One,
        &[
            ("2024年，东山镇共公开信息30条。", Uncertain),
            ("2024年，示例镇共公开信息30条。", Pass),
            ("2024年，甲县示例镇人民政府共公开信息30条。", Pass),
            ("2024年，我镇共公开信息30条。", Pass),
            ("与东山镇开展交流，公开信息30条。", Pass),
        ],
    );
    let of_bureau = |words: &str| {
        let text = report(Part::One, words).replace("示例镇人民政府", "甲县自然资源和规划局");
        verdicts(&checked(&text), "I-BODY-2")
    };
    assert_eq!(of_bureau("2024年，县教育局共公开信息30条。"), [Uncertain]);
    assert_eq!(of_bureau("2024年，县自然资源局共公开信息30条。"), [Pass]);
    assert_eq!(of_bureau("2024年，我局共公开信息30条。"), [Pass]);
}

#[test]
fn i_body_3_a_county_makes_no_rules() {
    for (agency, rules, expected) in [
        ("甲县人民政府", "2", Fail),
        ("甲县水务局", "1", Fail),
        ("甲县人民政府", "0", Pass),
        ("甲市人民政府", "2", NotAssessable),
        ("甲市水务局", "2", NotAssessable),
    ] {
        let mut report = Printed::of(Form::F2021, 2024, &[0]);
        report.cells.insert("t2.guizhang.valid".parse().unwrap(), rules.to_owned());
        let checked = checked(&report.text(Layout::Tabs).replace("示例镇人民政府", agency));
        assert_eq!(verdicts(&checked, "I-BODY-3"), [expected], "{agency} {rules}");
        assert_quoted(&checked, "I-BODY-3");
    }
}

#[test]
fn i_law_1_fees_are_those_of_today() {
    check_all(
        "I-LAW-1",
        Part::Six,
        &[
            ("全年收取检索费、复制费共120元。", Fail),
            ("全年未收取检索、复制、邮寄等费用。", Uncertain),
            ("本年度未收取信息处理费。", Pass),
            ("档案检索、复制等服务更加便捷。", Pass),
            ("免收检索费、复制费和邮寄费。", Uncertain),
        ],
    );
}

#[test]
fn i_law_2_periods_and_remedies_are_those_of_today() {
    check_all(
        "I-LAW-2",
        Part::One,
        &[
            ("可在三个月内依法提起诉讼。", Uncertain),
            ("可在60日内申请行政复议，或者在6个月内提起行政诉讼。", Uncertain),
            ("公民根据自身生产、生活、科研等特殊需要申请公开。", Uncertain),
            ("收到申请后在15个工作日内答复申请人。", Uncertain),
            ("收到申请后在20个工作日内答复申请人。", Pass),
            ("书面征求第三方意见，第三方应在15个工作日内答复。", Pass),
            ("条例取消了“生产、生活、科研等特殊需要”的限制。", Pass),
        ],
    );
}

#[test]
fn i_priv_identity_numbers_fail_and_other_numbers_only_may_be_personal() {
    check_all(
        "I-PRIV-1",
        Part::One,
        &[
            ("公示救助对象，身份证号11010519491231002X。", Fail),
            ("公示救助对象，身份证号110105194912310021。", Pass),
            ("统一社会信用代码11640402010112345X。", Pass),
            ("流水号202412310012345678901。", Pass),
        ],
    );
    check_all(
        "I-PRIV-2",
        Part::One,
        &[
            ("补贴发至一卡通6222021234567890128。", Uncertain),
            ("补贴发至账户6222021234567890127。", Pass),
            ("编号20240101123456780。", Pass),
        ],
    );
    check_all(
        "I-PRIV-3",
        Part::One,
        &[
            ("联系人手机13800138000。", Uncertain),
            ("联系电话0954-2120000，邮箱13800138000@example.com。", Pass),
            ("热线12345，编号2024138001380001。", Pass),
        ],
    );
}

#[test]
fn personal_data_is_not_spread_by_the_finding() {
    let checked = checked(&report(Part::One, "公示救助对象，身份证号11010519491231002X。"));
    let finding = of(&checked, "I-PRIV-1")[0];
    assert!(finding.message.contains("002X") && !finding.message.contains("1949"), "{}", finding.message);
    assert!(!finding.evidence[0].text.contains("1949"), "{}", finding.evidence[0].text);
}

#[test]
fn i_text_1_adverts_of_betting_sites_are_named() {
    check_all(
        "I-TEXT-1",
        Part::One,
        &[
            ("按照县欧洲杯2024赛程政务公开办的部署开展工作。", Uncertain),
            ("365体育直播示例镇编制了报告。", Uncertain),
            ("公开福利彩票公益金使用情况，举办全民健身体育赛事。", Pass),
            ("严厉打击网络赌博、博彩网站。", Pass),
        ],
    );
}

#[test]
fn i_text_2_long_sentences_are_not_pasted_twice() {
    let long =
        "进一步健全政府信息公开工作机制，明确分管领导和专职人员，落实三审三校制度，确保公开内容准确及时。";
    check_all("I-TEXT-2", Part::One, &[(&format!("{long}{long}"), Uncertain), (long, Pass)]);
}

#[test]
fn i_text_3_requests_are_counted_in_cases() {
    check_all(
        "I-TEXT-3",
        Part::One,
        &[
            ("收到政府信息公开申请0条。", Uncertain),
            ("收到政府信息公开申请0件。", Pass),
            ("收到群众意见12条，公开申请指南1份。", Pass),
        ],
    );
}

#[test]
fn wording_alone_never_stops_a_report() {
    for entry in
        catalogue().filter(|entry| entry.id.starts_with("I-TEXT-2") || entry.id.starts_with("I-TEXT-3"))
    {
        assert_eq!(entry.severity, Severity::Warning, "{}", entry.id);
    }
}
