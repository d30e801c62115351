//! The body that reports, as the file names it.

use crate::text::{Passage, Pattern, Source, squeezed};

/// A line that is nothing but the name of a body.
static NAME: Pattern = Pattern::new(
    r"^[\p{Han}()〔〕、]{2,28}?(?:人民政府|办事处|管理委员会|管委会|委员会|办公室|研究室|局|厅|镇政府|乡政府)$",
);
/// `示例镇 2020 年政府信息公开工作年度报告` and its like.
static TITLE: Pattern = Pattern::new(
    r"^(?:标题[:|]*)?([\p{Han}()]{2,28}?)(?:关于)?(?:20\d\d年度?)?(?:政府|政务)?信息公开(?:工作)?(?:的?年度报告|年报)",
);
/// `示例市公安局2024年度政府信息公开工作报告`: without 年度 the year must stand before it.
static PLAIN_TITLE: Pattern =
    Pattern::new(r"^([\p{Han}()]{2,28}?)20\d\d年度?(?:政府|政务)?信息公开(?:工作)?报告");
static TITLE_BEHIND_YEAR: Pattern =
    Pattern::new(r"^20\d\d年度?([\p{Han}()]{2,28}?)(?:政府|政务)?信息公开(?:工作)?(?:年度报告|年报)");
static SUMMARY: Pattern = Pattern::new(r"^([\p{Han}()]{2,28}?)20\d\d年度?(?:政府信息|政务|信息)公开工作总结");
/// `由…编制`, `现公布…2020年`, `特公布…`.
static INTRODUCTION: Pattern = Pattern::new(
    r"(?:由|现公布|现公开|现发布|现发布《|特公布|特向社会公布|现向社会公布|现将|编制了|编制《|编制)([\p{Han}()]{2,28}?)(?:20\d\d年|编制|结合|综合|根据|负责)",
);
/// The subject of a sentence: `2025年,示例县水利局坚持…`.
static SUBJECT: Pattern = Pattern::new(
    r"(?:^|[。\n,])([\p{Han}()]{2,24}?(?:人民政府|办事处|局|委员会|[镇乡]政府|镇|乡|街道))(?:编制|根据|按照|坚持|认真|严格|深入|紧紧|全面|在|向社会)",
);
/// `《2020年度示例县水务局信息公开工作年度报告》`, `汇总2015年度示例乡的政府信息公开年度报告`.
static NAMED_REPORT: Pattern = Pattern::new(
    r"20\d\d年度?([\p{Han}()]{2,28}?(?:人民政府|办事处|局|委员会|镇|乡|街道|县|区|市))的?(?:政府|政务)?信息公开(?:工作)?年度报告",
);
/// `编写示例县2020年度政府信息公开工作年度报告`: a county, which no ending of an office shows.
static WRITTEN_REPORT: Pattern = Pattern::new(
    r"(?:编写|编制了?|现公布|特公布)《?([\p{Han}()]{2,28}?(?:县|区|市|旗))20\d\d年度?(?:政府|政务)?信息公开(?:工作)?(?:年度)?报告",
);
/// `《示例区人民政府2022年政府信息公开工作年度报告》(以下简称《年报》)`: the title in the words before the first part.
static QUOTED_TITLE: Pattern = Pattern::new(
    r"《([\p{Han}()]{2,28}?(?:人民政府|办事处|局|委员会|委|镇|乡|街道|县|区|市))20\d\d年度?(?:政府|政务)?信息公开(?:工作)?年度报告》",
);
static PUBLISHER: Pattern = Pattern::new(r"(?:^|\s)发布机构[: ]\s*([\p{Han}()]{2,28})");
/// `如有疑问,请与示例县教育局办公室联系`, `请联系:`: readers are told to turn to the body itself.
static CONTACT: Pattern = Pattern::new(
    r"(?:请与|请联系:?|请致电)([\p{Han}()]{2,24}?(?:人民政府|办事处|局|委员会|镇|乡|街道))(?:[\p{Han}]{0,10}联系|[,(。;])",
);

/// Words that show that a catch is part of a sentence and no name.
const NOT_IN_NAMES: [&str; 19] = [
    "根据", "按照", "依据", "关于", "要求", "通知", "条例", "我", "发布", "公布", "编制", "来源", "报告",
    "情况", "日期", "公开", "位置", "分类", "索引",
];
/// Words that are no name by themselves.
const NO_NAMES: [&str; 8] = ["政府", "政务", "街道办事处", "办事处", "人民政府", "办公室", "年度", "工作"];
/// The longest name, in characters.
const LONGEST: usize = 30;
/// How many lines with content may stand above the title.
const HEAD: usize = 14;

/// The name of the body. The title names it; a heading line, the introduction or the signature may give the
/// same name in full (with its county, or spelled out). None if nothing gives one.
pub(crate) fn agency(source: &Source<'_>, preamble: &Passage, all: &Passage) -> Option<String> {
    let head = head_lines(source);
    let squeezed: Vec<String> = head.iter().map(|line| squeezed(line)).collect();
    let mut names = titles(&squeezed);
    if names.is_empty() {
        names = titles(&pieces(source));
    }
    // `区政府办公室:` is whom a letter addresses.
    names.extend(squeezed.iter().filter(|line| !line.ends_with(':')).filter_map(|line| whole_line(line)));
    names.extend(head.iter().filter_map(|line| plausible(PUBLISHER.captures(line)?.get(1)?.as_str())));
    names.extend(captured(&INTRODUCTION, preamble.text()).filter(|name| ends_like_a_body(name)));
    names.extend(captured(&NAMED_REPORT, preamble.text()));
    names.extend(captured(&WRITTEN_REPORT, preamble.text()));
    names.extend(captured(&QUOTED_TITLE, preamble.text()));
    names.extend(signature(source));
    if names.is_empty() {
        names.extend(captured(&CONTACT, preamble.text()).take(1).filter(|name| speaks_as(name, all)));
    }
    if names.is_empty() {
        // `市水利局坚持…` may be one of many; only a name with its place is this body's.
        let is_placed = |name: &String| !name.starts_with(['市', '县', '区', '省', '州', '旗', '镇', '乡']);
        names.extend(captured(&SUBJECT, all.text()).take(1).filter(is_placed));
    }
    let first = names.first()?.clone();
    let fuller = names.iter().filter(|name| is_fuller(name, &first)).max_by_key(|name| name.chars().count());
    fuller.or(Some(&first)).cloned()
}

/// The lines above the first part, without paths of navigation.
fn head_lines(source: &Source<'_>) -> Vec<String> {
    let content = (0..source.lines.len()).filter(|index| source.has_content(*index)).take(HEAD);
    let texts = content.filter_map(|index| source.get(index)).map(|line| line.text());
    let texts = texts.filter(|text| !text.contains('>') && !text.contains("首页"));
    texts.map(|text| text.trim().trim_matches(['#', '*', '?', ' ']).to_owned()).collect()
}

/// The words between blanks above the first part: where a whole page stands in one line, the title is one of them.
fn pieces(source: &Source<'_>) -> Vec<String> {
    let content = (0..source.lines.len()).filter(|index| source.has_content(*index)).take(HEAD);
    let texts: Vec<String> =
        content.filter_map(|index| source.get(index)).map(|line| line.text().to_string()).collect();
    texts.iter().flat_map(|text| text.split_whitespace()).map(squeezed).collect()
}

/// Names in titles, also in titles broken over two lines.
fn titles(lines: &[String]) -> Vec<String> {
    let broken = lines.windows(2).map(<[String]>::concat);
    let texts = lines.iter().cloned().chain(broken);
    texts
        .filter_map(|text| {
            let patterns = [&TITLE, &SUMMARY, &TITLE_BEHIND_YEAR, &PLAIN_TITLE];
            let found = patterns.into_iter().find_map(|pattern| pattern.captures(&text))?;
            plausible(found.get(1)?.as_str())
        })
        .take(1)
        .collect()
}

fn whole_line(line: &str) -> Option<String> {
    plausible(line).filter(|name| NAME.is_match(name))
}

fn captured<'t>(pattern: &Pattern, text: &'t str) -> impl Iterator<Item = String> + use<'t> {
    pattern.all(text).into_iter().filter_map(|found| plausible(found.get(1)?.as_str()))
}

/// The last lines of the file may repeat the name above the date.
fn signature(source: &Source<'_>) -> Option<String> {
    let last = (0..source.lines.len()).rev().filter(|index| source.has_content(*index)).take(3);
    let mut texts = last.filter_map(|index| Some(squeezed(&source.get(index)?.text())));
    texts.find_map(|line| whole_line(&line))
}

/// Whether the report speaks of itself as this kind of body: a county may name a bureau of its own for questions.
fn speaks_as(name: &str, all: &Passage) -> bool {
    let kinds = [("局", "我局"), ("委员会", "我委"), ("镇", "我镇"), ("乡", "我乡"), ("街道", "我街道")];
    kinds.iter().find(|(end, _)| name.ends_with(end)).is_none_or(|(_, we)| all.text().contains(we))
}

fn ends_like_a_body(name: &str) -> bool {
    NAME.is_match(name) || name.ends_with(['镇', '乡', '局']) || name.ends_with("街道")
}

/// The endings that a short name leaves out.
const OFFICES: [&str; 4] = ["人民政府", "办事处", "镇政府", "乡政府"];

fn core(name: &str) -> &str {
    let end = OFFICES.iter().find(|end| name.ends_with(**end));
    let place =
        |end: &str| if end.ends_with("政府") && end != "人民政府" { "政府".len() } else { end.len() };
    end.map_or(name, |end| name.get(..name.len() - place(end)).unwrap_or(name))
}

/// Whether a name is the same body's, with more of its county or its office.
fn is_fuller(name: &str, short: &str) -> bool {
    core(name).ends_with(core(short)) && name.chars().count() > short.chars().count()
}

/// A text that can be a name: Chinese, not too long, not part of a sentence.
fn plausible(text: &str) -> Option<String> {
    let name = text.trim_matches(['、', ',', '(', ')', ':']).trim_start_matches(['由', '经']);
    let length = name.chars().count();
    let fits = (2..=LONGEST).contains(&length)
        && !name.starts_with(['本', '该', '现', '将', '第', '各', '度'])
        && !["本镇", "本乡", "本局", "本级", "本街道", "本机关", "本单位"]
            .iter()
            .any(|own| name.contains(own))
        && !NO_NAMES.contains(&name)
        && !NOT_IN_NAMES.iter().any(|word| name.contains(word));
    fits.then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    fn named(text: &str) -> Option<String> {
        let document = Document::from_text(text);
        let source = Source::of(&document);
        let all = Passage::of(&source, 0..source.lines.len());
        agency(&source, &all, &all)
    }

    #[test]
    fn the_title_names_the_body_and_another_line_may_give_the_full_name() {
        let cases = [
            (
                "# 甲市乙区示例镇人民政府\n\n## 示例镇 2020 年政府信息公开工作年度报告",
                "甲市乙区示例镇人民政府",
            ),
            ("甲新区丙街道办事处2023年度政府\n信息公开工作年度报告", "甲新区丙街道办事处"),
            ("甲市人民政府2016年\n政府信息公开工作年度报告\n甲市人民政府办公室\n2017年3月", "甲市人民政府"),
            ("2019年示例镇政府信息公开工作年度报告", "示例镇"),
            (
                "首页 > 政务公开 > 政府信息公开年报\n示例乡人民政府\n2021年政府信息公开工作年度报告",
                "示例乡人民政府",
            ),
            (
                "首页 > 年报 来源：甲网 甲县水利局2023年政府信息公开工作年度报告 根据要求，编制本报告。",
                "甲县水利局",
            ),
            ("本报告由甲县乙镇人民政府编制。", "甲县乙镇人民政府"),
            ("一、工作概述\n2025年，甲县水利局坚持公开。", "甲县水利局"),
            ("甲市公安局2024年度政府信息公开工作报告\n一、总体情况", "甲市公安局"),
            (
                "乙区卫生局关于2014年度政府信息\n公开工作的年度报告\n区政府办公室：\n现报告如下。",
                "乙区卫生局",
            ),
            ("标题: | 丙区卫生局2014年政府信息公开工作年度报告 | |", "丙区卫生局"),
            (
                "成文日期 2024-01-16 发布机构 示例镇\n组配分类 政府信息公开年报\n2023年示例镇政府信息公开工作年度报告",
                "示例镇",
            ),
            ("根据规定，编制了甲区教育局2019年政府信息公开年度报告。", "甲区教育局"),
            (
                "《甲区人民政府2022年政府信息公开工作年度报告》（以下简称《年报》）向社会公开。",
                "甲区人民政府",
            ),
            ("按照要求，编写示例县2017年度政府信息公开工作年度报告。", "示例县"),
            ("如有疑问，请与甲县卫生健康局办公室联系（电话：0954-2120001）。我局公开3条。", "甲县卫生健康局"),
        ];
        for (text, name) in cases {
            assert_eq!(named(text).as_deref(), Some(name), "{text}");
        }
    }

    #[test]
    fn no_name_is_better_than_a_piece_of_a_sentence() {
        for text in [
            "根据条例要求，编制2020年政府信息公开年度报告。",
            "政府信息公开年报",
            "特向社会公布2021年度本镇政府信息公开年度报告。",
            "一、总体情况\n我镇公开3条。",
            "如有疑问，请与甲县大数据局联系。我县公开3条。",
        ] {
            assert_eq!(named(text), None, "{text}");
        }
    }
}
