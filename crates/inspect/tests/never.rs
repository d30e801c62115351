//! Sentences in the forms of real reports that prove nothing, or are right, must never fail a report.

use law::report::Form;

use super::printed::{Layout, Printed};
use super::{checked, excerpt, failures};

/// What must stand in any sound report without failing it, whatever the tables say.
const HARMLESS: &[&str] = &[
    // Channels: one thing may go through several.
    "全年主动公开政府信息300条，其中通过政府网站公开300条，通过微信公众号公开260条，通过公告栏公开120条。",
    "全年主动公开政府信息300条，通过网站公开280条、公众号公开210条、电子屏滚动播放90条。",
    "主动公开政府信息500条（网站400条，公众号350条）。",
    // Cumulative figures.
    "自网站开通以来累计公开政府信息5920条，2024年公开政府信息60条。",
    "截至目前共公开政府信息640条，其中2024年公开75条。",
    "历年累计公开信息8000余条，本年度主动公开政府信息60条，全文电子化率100%。",
    "截至2024年12月31日，累计主动公开政府信息13860条。本年度主动公开政府信息470条。",
    "全年主动公开政府信息165条，其中通过“畅读示例”平台发布59条，通过县政府网站公开106条。",
    "全年发布信息460条，其中政府网站发布440条，公众号12条，答复建议5条，答复提案3条。",
    "发布信息430条，其中主动公开政府信息210条，政府网站采用67条。",
    // Lists that say that they are open.
    "主动公开政府信息310条，其中政策文件14条、行政许可90条、行政执法30条、其他重点信息5条、工作动态60条。",
    "主动公开政府信息300余条，其中机构信息2条、财政信息2条、其他信息300余条。",
    "主动公开政府信息840条，主要包括规划许可300条、单位动态77条、登记公告210条。",
    "公开政府信息72条，其中机构介绍4篇、通知8篇、工作动态51篇等。",
    "公开政府信息190条，涉及民政45条、教育20条、农业33条等方面。",
    "发布信息500余条，政府网站公开310条，宣传栏公开190余条。",
    // Other matters counted.
    "办理人大建议12件、政协提案8件，全部办结，满意率100%。",
    "办理12345政务服务便民热线280件，按时办结率100%，超期0件。",
    "收到群众来信158件，办结率和回复率均达100%。",
    "开展业务培训5场次，培训人员200人次，其中村级120人次。",
    "制作解读材料21个，其中文字解读9个、图文解读10个、视频解读2个。",
    "政务新媒体粉丝12000人，全年阅读量35万余次。",
    "网站总访问量9540370次，访客量3809505人次。",
    "预算公开2条，决算公开2条，“三公”经费公开1条。",
    // Comparison with other years without both values.
    "公开数量较上年增长12.5%，公众关注度明显提高。",
    "同比增长1.05%，网站访问量同比下降3%。",
    "2023年公开政府信息50条，2024年公开政府信息60条，同比增长20%。",
    "咨询60起，同比2023年的50起上升20%；申请22起，比2023年（31起）下降29%。",
    "主动公开信息530条，其中业务动态类信息528条，占总体的比例为99.62%。",
    // Time.
    "2024年1月印发《2024年政务公开工作要点》，3月、6月、9月开展季度自查。",
    "按照《2023年政府信息公开工作年度报告》整改要求，完成整改3项。",
    "2019年新修订的《中华人民共和国政府信息公开条例》施行以来，公开工作更加规范。",
    "“十四五”规划（2021—2025年）中期评估报告已公开。",
    "2022年以来连续三年获评优秀，2025年将继续努力。",
    // Other bodies in their own right.
    "在县政府办公室的指导下，按照省、市、县要求开展工作。",
    "按照《省人民政府办公厅关于印发2024年政务公开工作要点的通知》要求开展工作。",
    "县自然资源局在我镇作出行政处罚决定5件，由县级部门公开。",
    "全县收到政府信息公开申请300件，均由县政府办统一登记。",
    "与东山镇、西河乡交流学习经验2次。",
    // Requests and disputes.
    "依申请公开渠道畅通，设置信函、电子邮件、现场等多种方式。",
    "完善依申请公开办理流程，做到登记、审核、办理、答复、归档全程留痕。",
    "未发生因政府信息公开被复议机关纠正的情况。",
    "行政复议、行政诉讼应诉工作依法开展，未出现败诉。",
    "对申请人不服答复的，依法告知救济途径。",
    // Documents and numbers.
    "落实《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）要求。",
    "制定《示例镇政府信息公开制度》《示例镇信息发布审核制度》等规章制度3项。",
    "按照国办公开办函〔2021〕30号文件编制。",
    "按照《政府信息公开工作年度报告格式》（国办公开办函﹝2021﹞30号）编制。",
    "联系地址：示例镇人民路1号，邮编756000，电话0954-2120001，邮箱slz@example.gov.cn。",
    "网址：http://www.example.gov.cn/zwgk/zfxxgk/2024_123/t20250120_8843764.html。",
    "公开领导班子成员7名，内设机构9个，村（社区）18个。",
    "梳理公布现行有效的规范性文件。",
    "及时清理并向社会公布现行有效的行政规范性文件。",
    "公开信息条目清晰、内容准确，信息条数稳步增加。",
    "落实一次性告知、一件事一次办要求，做到件件有着落。",
    "第一，健全机制；第二，强化监督；第三，抓好落实。",
    "开展政府开放日活动1次，征求意见3次，采纳意见2条。",
    "坚持“公开为常态、不公开为例外”，实现应公开尽公开。",
    "微信公众号发布信息56篇，其中原创35篇、转载21篇。",
    "发放便民手册约500册，接受咨询近100人次。",
    "三审三校制度落实率100%，全年未发生失泄密事件。",
    "公示低保、特困对象12户18人，隐去个人敏感信息。",
    "全年重点领域信息公开200条，其中财政预决算4条，公共卫生27条，安全生产67条，社会救助33条，其他信息69条。",
    "全年公开200条：基层政务公开124条，工作动态34条，其他42条。",
];

#[test]
fn harmless_sentences_never_fail_a_busy_or_an_idle_report() {
    for words in HARMLESS {
        for numbers in [&[0_u16][..], &[3, 1, 4, 1, 5, 9, 2, 6]] {
            let mut report = Printed::of(Form::F2021, 2024, numbers);
            report.one = (*words).to_owned();
            assert_eq!(failures(&checked(&report.text(Layout::Tabs))), Vec::<String>::new(), "{words}");
        }
    }
}

#[test]
fn all_harmless_sentences_together_fail_neither_a_whole_report_nor_a_part_of_one() {
    for form in [(Form::F2021, 2024), (Form::F2019, 2020)] {
        let mut report = Printed::of(form.0, form.1, &[0]);
        let years = |words: &&&str| form.1 == 2024 || !words.contains("2024");
        report.one = HARMLESS.iter().filter(years).map(|words| format!("{words}\n")).collect();
        let text = report.text(Layout::Tabs);
        assert_eq!(failures(&checked(&text)), Vec::<String>::new());
        let cut: String = text.chars().take(text.chars().count() / 2).collect();
        assert_eq!(failures(&excerpt(&cut)), Vec::<String>::new());
    }
}

#[test]
fn a_document_may_lapse_and_a_case_may_be_pending_from_last_year() {
    let mut report = Printed::of(Form::F2021, 2024, &[0]);
    report.cells.insert("t4.fy.pending".parse().unwrap(), "1".to_owned());
    report.cells.insert("t4.fy.total".parse().unwrap(), "1".to_owned());
    report.cells.insert("t2.guifan.valid".parse().unwrap(), "7".to_owned());
    report.one = "2024年未发生因政府信息公开引起的行政复议、行政诉讼。".to_owned();
    assert_eq!(failures(&checked(&report.text(Layout::Tabs))), Vec::<String>::new());
}

#[test]
fn headings_in_other_words_and_unusual_index_numbers_fail_nothing() {
    let text = Printed::of(Form::F2021, 2024, &[0]).text(Layout::Tabs);
    let text = text
        .replace("一、总体情况", "一、工作概况")
        .replace("二、主动公开政府信息情况", "二、行政机关主动公开政府信息情况")
        .replace(
            "四、政府信息公开行政复议、行政诉讼情况",
            "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        )
        .replace("五、存在的主要问题及改进情况", "五、存在问题及改进措施")
        .replace("六、其他需要报告的事项", "六、其他需要说明的事项");
    for number in ["索引号：SL-2025-1-7", "索引号 000/甲/2025/3", "索引号：640402001202500012", "索引号："]
    {
        assert_eq!(failures(&checked(&format!("{number}\n{text}"))), Vec::<String>::new(), "{number}");
    }
}
