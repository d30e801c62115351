//! No text makes the check panic, and none makes it slow out of proportion.

use inspect::Verdict;
use law::report::identity::RULES;
use proptest::prelude::*;

use super::{checked, excerpt};

/// Pieces of reports, put together without sense.
const PIECES: [&str; 46] = [
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
    "第二十条第（一）项",
    "第二十条第（五）项",
    "规章",
    "行政规范性文件",
    "行政许可",
    "一、本年新收政府信息公开申请数量",
    "二、上年结转政府信息公开申请数量",
    "（一）予以公开",
    "3.其他",
    "（七）总计",
    "四、结转下年度继续办理",
    "行政复议",
    "结果维持",
    "复议后起诉",
    "2020年",
    "示例镇人民政府2020年政府信息公开工作年度报告",
    "主动公开政府信息",
    "全文电子化",
    "其中",
    "主要包括",
    "未收到政府信息公开申请",
    "没有发生行政复议",
    "（",
    "）",
    "《",
    "》",
    "，",
    "。",
    "：",
    "条",
    "件",
    "%",
    "125",
    "-3-",
    "\t",
    "  ",
    "\n",
    "|",
    "(zhèn)",
    "統計",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gets_an_answer(text in any::<String>()) {
        prop_assert!(checked(&text).error.is_none());
    }

    #[test]
    fn any_heap_of_pieces_gets_one_answer_a_rule(pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..120)) {
        let text = pieces.concat();
        for checked in [checked(&text), excerpt(&text)] {
            for rule in RULES {
                prop_assert!(checked.findings.iter().any(|finding| finding.rule == rule.id), "{}", rule.id);
            }
            for finding in &checked.findings {
                for evidence in &finding.evidence {
                    let line = text.split('\n').nth(evidence.place.line as usize - 1);
                    prop_assert!(line.is_some_and(|line| line.contains(&evidence.text)), "{evidence:?}");
                }
                prop_assert!(finding.verdict != Verdict::Fail || !finding.evidence.is_empty(), "{finding:?}");
            }
        }
    }
}

#[test]
fn long_texts_without_any_end_are_read_in_time() {
    for piece in
        ["其中1条，", "（", "共5条（其中2条", "一、总体情况 ", "2020年", "行政许可", "0\t", "a", "未发生"]
    {
        let text = piece.repeat(20_000);
        assert!(checked(&text).error.is_none(), "{piece}");
        let lines = format!("{piece}\n").repeat(6_000);
        assert!(checked(&lines).error.is_none(), "{piece}");
    }
}

#[test]
fn numbers_too_large_to_reckon_with_are_left_alone() {
    let (long, longest) = ("9".repeat(18), "9".repeat(38));
    for n in [long, longest] {
        let texts = [
            format!("公开{n}条，比上年的{n}条增长{n}.999999%。"),
            format!("公开由上年的1条增加到{n}条，增长{n}%。"),
            format!("公开{n}条，同比减少{n}条，下降{n}%。"),
            format!("收到申请{n}件，上年结转{n}件，办结{n}件，结转下年{n}件，办结率{n}%。"),
            format!("共公开{n}条，其中网站{n}条，微信{n}条，占{n}.9%，收费{n}万元。"),
        ];
        for text in texts {
            let report = format!("示例镇人民政府2020年政府信息公开工作年度报告\n一、总体情况\n{text}\n");
            assert!(checked(&report).error.is_none(), "{text}");
        }
    }
}

#[test]
fn a_text_that_is_no_report_is_not_assessed() {
    for text in ["", "\n\n", "今天天气很好，适合春耕。", "姓名\t年龄\n张某\t30\n"] {
        let checked = checked(text);
        assert_eq!((checked.agency, checked.year, checked.format), (None, None, None));
        assert!(checked.findings.iter().all(|finding| finding.verdict == Verdict::NotAssessable));
    }
}
