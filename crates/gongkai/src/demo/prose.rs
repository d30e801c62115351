//! The written parts of the town's reports, in our own words: every figure a placeholder, so that prose
//! and tables cannot disagree. 2023 and 2024 are complete; 2025 still has an open point and a number typed by
//! hand, which the panel 数据核对 shows; 2020 is a draft with open points.

use law::report::Section;

/// The parts of one year's report.
pub(super) struct Prose {
    /// The report year.
    pub(super) year: i16,
    /// Part and stored text, placeholders unresolved.
    pub(super) parts: [(Section, &'static str); 3],
}

/// The reports that the demonstration has begun, oldest first.
pub(super) const PROSE: &[Prose] = &[
    Prose {
        year: 2020,
        parts: [(Section::One, ONE_2020), (Section::Five, FIVE_2020), (Section::Six, SIX_2020)],
    },
    Prose {
        year: 2023,
        parts: [(Section::One, ONE_2023), (Section::Five, FIVE_2023), (Section::Six, SIX_2023)],
    },
    Prose { year: 2024, parts: [(Section::One, ONE_2024), (Section::Five, FIVE_2024), (Section::Six, SIX)] },
    Prose { year: 2025, parts: [(Section::One, ONE_2025), (Section::Five, FIVE_2025), (Section::Six, SIX)] },
];

/// The reason given for whatever a report that is published must explain.
pub(super) const REASON: &str = "已与登记簿逐件核对，差异由办理时间跨年形成，数字无误。（演示）";

/// A comment of the county's office that was dealt with.
pub(super) const SETTLED_REMARK: &str = "请核对结转件数与上年报告是否一致。（演示）";

/// The comment with which the report of 2025 came back.
pub(super) const REMARK: &str =
    "请补充上年度问题的整改情况，并对规范性文件现行有效件数的变化作出书面说明。（演示）";

const ONE_2020: &str = "本年度主动公开政府信息{{主动公开总数|零}}条，其中财政预算、决算信息{{财政预决算公开数}}条，重大建设项目信息{{重大建设项目公开数}}条。\
按首发渠道统计，政府网站{{主动公开总数·首发渠道·政府网站}}条，微信公众号{{主动公开总数·首发渠道·微信公众号}}条，公告栏{{主动公开总数·首发渠道·公告栏}}条。全文电子化公开{{全文电子化数}}条。
受理12345热线群众投诉{{12345投诉受理数|零}}件，办结{{12345投诉办结数}}件。投诉工单超期办结{{12345投诉超期办结数|零}}件。
本年度新收政府信息公开申请{{依申请新收数|零}}件。因政府信息公开工作新发生行政复议{{行政复议新收数|零}}件。因政府信息公开工作新发生行政诉讼{{行政诉讼新收数|零}}件。
【请填写：工作制度、培训和监督检查情况】";

const FIVE_2020: &str =
    "部分村报送信息偏晚，各单位工作进度不够均衡。公开渠道还需要丰富，经办人员变动后交接不够顺畅。
【请填写：上年度问题的改进情况】
下一步将按季度提醒报送，组织新任经办人员培训，完善交接清单。";

const SIX_2020: &str = "【请确认：无其他需要报告的事项】";

const ONE_2023: &str = "本年度，示例镇依照《中华人民共和国政府信息公开条例》开展政府信息公开工作，情况如下。
（一）主动公开。主动公开政府信息{{主动公开总数|零}}条，其中财政预算、决算信息{{财政预决算公开数}}条，重大建设项目信息{{重大建设项目公开数}}条。制发规范性文件{{规范性文件制发数|零}}件，现行有效{{规范性文件现行有效数}}件。
（二）依申请公开。新收政府信息公开申请{{依申请新收数|零}}件。办结{{依申请办结数}}件，其中部分公开{{依申请部分公开数}}件，无法提供{{依申请无法提供数}}件。结转下年度继续办理{{依申请结转下年数|零}}件。新发生行政复议{{行政复议新收数|零}}件。新发生行政诉讼{{行政诉讼新收数|零}}件。
（三）政府信息管理。公文制发时认定公开属性，公开前由初审、保密审查和审定人员分别签署意见。
（四）政府信息公开平台建设。信息以县政府网站的公开栏目为主发布，公告栏和微信公众号同步转发。
（五）监督保障。公开工作由分管负责同志主管，党政综合办公室承办。本年度没有因政府信息公开工作被追究责任的情形。";

const FIVE_2023: &str =
    "（一）存在的主要问题。主动公开基本目录不够清楚，部分事项没有写明由哪个单位在什么期限内公开。
（二）上年度问题的改进情况。针对公告栏更新偏慢的问题，由各村确定专人张贴和更换，镇里按季度查看。
（三）下一步改进措施。重新编排主动公开基本目录，逐项明确责任单位和时限；对各村报送人员开展培训。";

const SIX_2023: &str =
    "依照《政府信息公开信息处理费管理办法》，本年度收取信息处理费{{信息处理费收取金额|零}}元。
除上述事项外，无其他需要报告的事项。";

const ONE_2024: &str = "本年度，示例镇依照《中华人民共和国政府信息公开条例》推进政府信息公开工作，情况如下。
（一）主动公开。主动公开政府信息{{主动公开总数|零}}条，其中财政预算、决算信息{{财政预决算公开数}}条，重大建设项目信息{{重大建设项目公开数}}条。另发布工作动态{{工作动态数}}条，不计入主动公开总数。制发规范性文件{{规范性文件制发数|零}}件，废止{{规范性文件废止数}}件，现行有效{{规范性文件现行有效数}}件。
（二）依申请公开。新收政府信息公开申请{{依申请新收数|零}}件，上年结转{{依申请上年结转数}}件。办结{{依申请办结数}}件，其中予以公开{{依申请予以公开数}}件，部分公开{{依申请部分公开数}}件，不予公开{{依申请不予公开数}}件，无法提供{{依申请无法提供数}}件，不予处理{{依申请不予处理数}}件，其他处理{{依申请其他处理数}}件。结转下年度继续办理{{依申请结转下年数|零}}件。新发生行政复议{{行政复议新收数|零}}件。新发生行政诉讼{{行政诉讼新收数|零}}件。
（三）政府信息管理。公文制发时同步认定公开属性，公开前逐条审查，由初审、保密审查和审定人员分别签署意见。主动公开基本目录按年修订，公开指南同步更新。
（四）政府信息公开平台建设。信息以县政府网站的公开栏目为主发布，微信公众号、公告栏和广播同步转发。收到网上留言{{网上留言收到数|零}}件，办结{{网上留言办结数}}件。受理12345热线工单{{12345受理数|零}}件，办结{{12345办结数}}件。超期办结的热线工单{{12345超期办结数|零}}件。
（五）监督保障。公开工作由分管负责同志主管，党政综合办公室承办。组织业务培训，对各村公示栏进行季度检查，结果在工作例会上通报。本年度没有因政府信息公开工作被追究责任的情形。";

const FIVE_2024: &str = "（一）存在的主要问题。个别申请的答复超过法定期限，部分公示信息更新不够及时，村级报送质量参差不齐。
（二）上年度问题的改进情况。针对目录不够清楚的问题，重新编排了主动公开基本目录，逐项明确责任单位和时限。
（三）下一步改进措施。由党政综合办公室建立期限台账，临近到期提前提醒；每季度对各村报送情况进行讲评；新任经办人员先培训后上岗。";

const ONE_2025: &str = "本年度，示例镇依照《中华人民共和国政府信息公开条例》推进政府信息公开工作，情况如下。
（一）主动公开。主动公开政府信息{{主动公开总数|零}}条，上年为{{上年·主动公开总数}}条。按首发渠道统计，政府网站{{主动公开总数·首发渠道·政府网站}}条，微信公众号{{主动公开总数·首发渠道·微信公众号}}条，公告栏{{主动公开总数·首发渠道·公告栏}}条，其余在其他渠道首发。制发规范性文件{{规范性文件制发数|零}}件，废止{{规范性文件废止数}}件，期满失效{{规范性文件失效数|零}}件，现行有效{{规范性文件现行有效数}}件。
（二）依申请公开。新收政府信息公开申请{{依申请新收数|零}}件，上年结转{{依申请上年结转数}}件，办结{{依申请办结数}}件，结转下年度继续办理{{依申请结转下年数|零}}件。办理中通知补正{{依申请补正通知数}}件，延期答复{{依申请延期数}}件。新发生行政复议{{行政复议新收数|零}}件。新发生行政诉讼{{行政诉讼新收数|零}}件。
（三）政府信息管理。公开前审查实行分级签署，撤下的信息保留标题和原因。对现行规范性文件逐件清理，结果已经公布。
（四）政府信息公开平台建设。受理12345热线工单{{12345受理数|零}}件，办结{{12345办结数}}件。回访接通{{12345回访接通数}}件，其中满意{{12345回访满意数}}件。各渠道内容由专人定期维护。
（五）监督保障。全年组织业务培训3次，各村报送人员全部参加。【请填写：工作考核、社会评议和责任追究结果】";

const FIVE_2025: &str = "（一）存在的主要问题。个别申请的答复超过法定期限；有{{行政复议纠正数}}件答复经行政复议被纠正，说理还不够充分；有{{规范性文件失效数}}件规范性文件期满失效，清理不够及时。
（二）上年度问题的改进情况。【请填写：上年度报告列出的每个问题，采取了什么措施，有什么结果】
（三）下一步改进措施。答复前由初审人员核对事实和依据，疑难申请听取法律顾问意见；每年年初列出将要到期的文件，提前评估。";

const SIX: &str = "依照《政府信息公开信息处理费管理办法》，本年度向{{信息处理费收取件数}}件申请收取信息处理费{{信息处理费收取金额|零}}元。
除上述事项外，无其他需要报告的事项。";

#[cfg(test)]
mod tests {
    use law::report::prose::{numbers, open_points, slots};

    use super::*;

    fn of(year: i16) -> &'static Prose {
        PROSE.iter().find(|prose| prose.year == year).unwrap()
    }

    #[test]
    fn every_placeholder_names_a_measure() {
        for prose in PROSE {
            for (section, text) in prose.parts {
                slots(text).unwrap_or_else(|faults| panic!("{} {section:?}: {faults:?}", prose.year));
            }
        }
    }

    #[test]
    fn the_published_reports_have_no_number_typed_by_hand_and_no_open_point() {
        for (section, text) in [2023, 2024].into_iter().flat_map(|year| of(year).parts) {
            assert!(numbers(text).is_empty(), "{section:?}: {:?}", numbers(text));
            assert!(open_points(text).is_empty(), "{section:?}");
        }
    }

    #[test]
    fn the_report_of_2025_shows_one_number_typed_by_hand_and_open_points() {
        let typed: Vec<_> = of(2025).parts.iter().flat_map(|(_, text)| numbers(text)).collect();
        assert_eq!(typed.iter().map(|number| number.text.as_str()).collect::<Vec<_>>(), ["3"]);
        assert!(of(2025).parts.iter().any(|(_, text)| !open_points(text).is_empty()));
    }

    #[test]
    fn the_report_of_2020_is_a_draft_without_a_number_of_its_own() {
        for (section, text) in of(2020).parts {
            assert!(numbers(text).is_empty(), "{section:?}: {:?}", numbers(text));
            assert!(!open_points(text).is_empty(), "{section:?}");
        }
    }
}
