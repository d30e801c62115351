//! What of a report's words is its own: figures, names and the phrases that everybody uses taken out.

use law::report::Section;

use super::examined::Sentence;
use super::names::AgencyName;
use crate::text::squeezed;

/// Phrases of the form, of the Regulation and of official style, which say nothing about who copied from whom.
/// Longer ones stand before the shorter ones they contain.
const OFFICIAL: [&str; 62] = [
    "以习近平新时代中国特色社会主义思想为指导",
    "政府信息公开工作年度报告编制发布工作",
    "国务院办公厅政府信息与政务公开办公室",
    "习近平新时代中国特色社会主义思想",
    "政府信息公开行政复议行政诉讼情况",
    "中华人民共和国政府信息公开条例",
    "收到和处理政府信息公开申请情况",
    "政府信息公开信息处理费管理办法",
    "政府信息公开工作年度报告格式",
    "政府信息公开工作年度报告",
    "以公开为常态不公开为例外",
    "应公开尽公开应上网尽上网",
    "决策执行管理服务结果公开",
    "存在的主要问题及改进情况",
    "公开为常态不公开为例外",
    "没有其他需要报告的事项",
    "主动公开政府信息情况",
    "政府信息公开行政复议",
    "无其他需要报告的事项",
    "政务公开工作领导小组",
    "其他需要报告的事项",
    "依申请公开政府信息",
    "坚持以人民为中心",
    "政府信息公开申请",
    "主动公开政府信息",
    "政府信息主动公开",
    "政府信息公开工作",
    "政府信息公开指南",
    "政府信息公开目录",
    "存在的主要问题",
    "收取信息处理费",
    "国务院办公厅",
    "应公开尽公开",
    "政府信息公开",
    "政务公开工作",
    "信息公开工作",
    "政府信息管理",
    "政府门户网站",
    "党的十九大",
    "党的二十大",
    "信息处理费",
    "依申请公开",
    "微信公众号",
    "政务新媒体",
    "关于印发",
    "会议精神",
    "政务公开",
    "信息公开",
    "主动公开",
    "政府信息",
    "平台建设",
    "监督保障",
    "总体情况",
    "人民政府",
    "门户网站",
    "政府网站",
    "领导小组",
    "分管领导",
    "行政复议",
    "行政诉讼",
    "新媒体",
    "本年度",
];

/// The written parts; tables are compared by their cells.
const WRITTEN: [Section; 3] = [Section::One, Section::Five, Section::Six];

/// The body's own words in a sentence: Chinese characters without figures, its name and official phrases.
pub(super) fn own_words(sentence: &str, agency: &AgencyName) -> String {
    let mut plain: String = squeezed(sentence).chars().filter(|c| is_chinese(*c)).collect();
    if agency.own().chars().count() > 1 {
        plain = plain.replace(agency.own(), "");
    }
    for phrase in OFFICIAL {
        if plain.contains(phrase) {
            plain = plain.replace(phrase, "");
        }
    }
    plain
}

/// Every letter and figure of a sentence: what is left when layout and punctuation are taken out.
pub(super) fn letters(sentence: &str) -> String {
    squeezed(sentence).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The figures of a sentence in order.
pub(super) fn figures(sentence: &str) -> Vec<String> {
    let plain = squeezed(sentence);
    let pieces = plain.split(|c: char| !c.is_ascii_digit() && c != '.');
    pieces.map(|piece| piece.trim_matches('.').to_owned()).filter(|piece| !piece.is_empty()).collect()
}

/// The sentences whose wording counts.
pub(super) fn written(sentences: &[Sentence]) -> impl Iterator<Item = &Sentence> {
    sentences.iter().filter(|sentence| sentence.section.is_some_and(|section| WRITTEN.contains(&section)))
}

fn is_chinese(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_everybody_writes_is_no_wording_of_its_own() {
        let agency = AgencyName::of("甲县示例镇人民政府");
        for (sentence, own) in [
            ("2025年，示例镇主动公开政府信息12条。", "年条"),
            ("按照《中华人民共和国政府信息公开条例》要求，编制本报告", "按照要求编制本报告"),
            ("没有其他需要报告的事项。", ""),
            ("镇里的大喇叭每天早晚播两次", "镇里的大喇叭每天早晚播两次"),
        ] {
            assert_eq!(own_words(sentence, &agency), own, "{sentence}");
        }
    }

    #[test]
    fn no_phrase_hides_a_longer_one() {
        let lengths: Vec<usize> = OFFICIAL.iter().map(|phrase| phrase.len()).collect();
        assert!(lengths.is_sorted_by(|one, next| one >= next));
    }

    #[test]
    fn figures_are_read_in_order() {
        assert_eq!(figures("公开１２条，占98.5%，共3 件。"), ["12", "98.5", "3"]);
    }
}
