//! The inspector's own rules on citations, names, repealed rules, personal data and wording.

use inspect::Verdict::{Fail, NotAssessable, Pass, Uncertain};
use inspect::{Severity, catalogue};
use law::report::Form;

use super::own_rules::{Part, assert_quoted, check_all, report};
use super::printed::{Layout, Printed};
use super::{checked, of, verdicts};

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
            (&format!("依据《国务院办公厅{}（国办公开办函〔2019〕61号）编制。", &title["《".len()..]), Fail),
            (&format!("依据{title}（国办公开办函〔2021〕30号）编制。"), Fail),
            (
                &format!("依据{title}（国办公开办函〔2019〕60号）和{form}（国办公开办函〔2021〕30号）编制。"),
                Pass,
            ),
            (&format!("依据{title}（示政办函〔2025〕3号）和国办公开办函〔2021〕30号编制。"), Pass),
            ("落实国办发〔2021〕30号文件要求。", Pass),
            ("本年报按照国办发〔2021〕30号文件要求编制。", Uncertain),
            (&format!("依据{form}（过办公开办函﹝2021﹞30号）编制。"), Fail),
            (&format!("依据{form}和示政办公开办函〔2025〕2号编制。"), Pass),
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
            ("按照示政办发〔20246号文件要求编制。", Uncertain),
            ("按照示政办发〔2024〕6号文件要求编制。", Pass),
            ("按照示政办发﹝2024﹞6号文件要求编制。", Pass),
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
            ("根据《中华人民共和国政府信息公开条例》（国务院令第711条）编制。", Fail),
            ("根据《中华人民共和国信息公开条例》编制。", Fail),
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
            ("2024年我办紧紧围绕中心工作推进公开。", Uncertain),
            ("我办理的事项均已公开。", Pass),
            ("我局高度重视公开工作。", Uncertain),
            ("我镇助力我县发展，服务我乡村振兴大局。", Pass),
            ("2024年，我部高度重视公开工作。", Uncertain),
            ("我厅共收到来信3件。", Uncertain),
            ("落实我省有关规定，我部门分工明确。", Pass),
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
            ("2024年水利部政府信息公开工作，坚持以公开为常态。", Uncertain),
            ("全镇干部政府信息公开工作认识提高，2024年，示例镇共公开信息30条。", Pass),
        ],
    );
    let of_bureau = |words: &str| {
        let text = report(Part::One, words).replace("示例镇人民政府", "甲县自然资源和规划局");
        verdicts(&checked(&text), "I-BODY-2")
    };
    assert_eq!(of_bureau("2024年，县教育局共公开信息30条。"), [Uncertain]);
    assert_eq!(of_bureau("2024年，县自然资源局共公开信息30条。"), [Pass]);
    assert_eq!(of_bureau("2024年，我局共公开信息30条。"), [Pass]);
    assert_eq!(of_bureau("现将我局2024年政府信息公开工作年度报告公布如下。"), [Pass]);
    assert_eq!(of_bureau("编制甲县自规局2024年度政府信息公开工作年度报告。"), [Pass]);
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
fn i_body_4_a_bureau_tells_of_its_own_trade() {
    let of_bureau = |agency: &str, words: &str| {
        let text = report(Part::One, words).replace("示例镇人民政府", agency);
        verdicts(&checked(&text), "I-BODY-4")
    };
    for (agency, words, expected) in [
        ("甲县水务局", "我局办理城乡规划许可5件。", Uncertain),
        ("甲县教育局", "我局全年核发取水许可5件。", Uncertain),
        ("甲县水务局", "我局全年核发取水许可5件。", Pass),
        ("甲县自然资源局", "我局办理建设工程规划许可5件。", Pass),
        ("甲县水务局", "我局配合县自然资源局办理不动产登记5件。", Pass),
        ("甲县行政审批服务局", "我局办理取水许可5件。", NotAssessable),
        ("甲县水务局", "县教育局办理教师资格认定5件。", NotAssessable),
        ("示例镇人民政府", "我镇协助办理婚姻登记。", NotAssessable),
    ] {
        assert_eq!(of_bureau(agency, words), [expected], "{agency} {words}");
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
            ("请与沙巴体育_大发体育娱乐在线办公室联系。", Uncertain),
            ("特向社会公布2024年度新天地棋牌年度报告。", Uncertain),
            ("在某某app官网下载苹果版安装平台公开信息。", Uncertain),
            ("以足彩app哪个是正规的为指导。", Uncertain),
            ("在365bet官网备用网站人民政府网站公布。", Uncertain),
            ("社区棋牌室、棋牌活动向老年人开放，学习强国APP下载率100%。", Pass),
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
fn i_text_4_the_blanks_of_a_model_text_are_filled_in() {
    check_all(
        "I-TEXT-4",
        Part::One,
        &[
            ("电子版可在县政府网站（具体网址）查阅。", Uncertain),
            ("XX镇高度重视公开工作。", Uncertain),
            ("公开各类信息××条，培训____人次。", Uncertain),
            ("（宋体加粗小四号字）2024年，全镇公开平稳。", Uncertain),
            ("公示申请人张××、李××的补助情况，网址http://xxgk.example.gov.cn/xxx。", Pass),
            ("电子版可在县政府网站（www.example.gov.cn）查阅。", Pass),
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
