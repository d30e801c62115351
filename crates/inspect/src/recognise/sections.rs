//! The six parts: where their headings stand and which lines belong to each.

use std::collections::BTreeMap;
use std::ops::Range;

use law::report::Section;

use super::surroundings;
use crate::text::{Source, titles};

/// The parts that were found. Lines are counted in the source, from 0.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    /// Heading line of each part.
    headings: BTreeMap<Section, usize>,
    /// Every line that looks like a heading of the first rank, also of other kinds of reports.
    pub(crate) first_rank: Vec<usize>,
    /// How many lines the report has; below it a page may go on.
    lines: usize,
}

impl Parts {
    /// Finds the headings. They must follow each other in order; a table of contents before the text is
    /// passed over, because its entries come again.
    pub(crate) fn find(source: &Source<'_>) -> Self {
        let first_rank: Vec<usize> =
            (0..source.lines.len()).filter(|index| is_first_rank(&line(source, *index))).collect();
        let found: Vec<(usize, Section)> =
            first_rank.iter().filter_map(|index| Some((*index, heading(&line(source, *index))?))).collect();
        let mut headings = BTreeMap::new();
        let mut last = None;
        for (place, (index, section)) in found.iter().enumerate() {
            let comes_again = found.iter().skip(place + 1).any(|(_, again)| again == section);
            let is_contents = comes_again && next_is_heading(source, &found, place);
            if !is_contents && last < Some(*section) && !headings.contains_key(section) {
                headings.insert(*section, *index);
                last = Some(*section);
            }
        }
        let mut parts = Self { headings, first_rank, lines: source.lines.len() };
        if let Some(foot) = surroundings::foot(source, &parts) {
            parts.lines = foot;
        }
        parts
    }

    pub(crate) fn heading(&self, section: Section) -> Option<usize> {
        self.headings.get(&section).copied()
    }

    pub(crate) fn found(&self) -> impl Iterator<Item = Section> {
        self.headings.keys().copied()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.headings.is_empty()
    }

    /// The lines under a part's heading, up to the next heading that was found.
    pub(crate) fn body(&self, section: Section) -> Range<usize> {
        match self.heading(section) {
            Some(heading) => heading + 1..self.end(section),
            None => 0..0,
        }
    }

    /// A heading of the first rank with the numeral of a part whose words say nothing of any part.
    pub(crate) fn stranger(&self, source: &Source<'_>, section: Section) -> Option<String> {
        let lines = self.first_rank.iter().map(|index| line(source, *index));
        let numeral =
            |line: &String| split(line).is_some_and(|(numeral, _)| section.numeral().contains(numeral));
        lines.filter(|line| heading(line).is_none()).find(numeral)
    }

    /// The line at which the report has ended.
    pub(crate) const fn foot(&self) -> usize {
        self.lines
    }

    /// The lines before the first heading; all of them if there is none.
    pub(crate) fn preamble(&self) -> Range<usize> {
        0..self.headings.values().next().copied().unwrap_or(self.lines)
    }

    fn end(&self, section: Section) -> usize {
        let later = self.headings.iter().find(|(other, _)| **other > section);
        later.map_or(self.lines, |(_, index)| *index)
    }
}

fn line(source: &Source<'_>, index: usize) -> String {
    source.get(index).map(|line| line.squeezed.clone()).unwrap_or_default()
}

/// Whether only blank lines stand between this heading and the next.
fn next_is_heading(source: &Source<'_>, found: &[(usize, Section)], place: usize) -> bool {
    match (found.get(place), found.get(place + 1)) {
        (Some((here, _)), Some((next, _))) => (here + 1..*next).all(|between| !source.has_content(between)),
        _ => false,
    }
}

/// The longest line that may be a heading, in characters.
const LONGEST: usize = 45;
const NUMERALS: &str = "一二三四五六七八九十";
/// What stands for 一、 before the title of the first part: a dash, or the number of a list that a page made itself.
const AS_ONE: [&str; 8] = ["—、", "-、", "―、", "－、", "ー、", "1.", "1、", "1．"];
/// Words of the rows of table 三, which are numbered like headings.
const ROWS_OF_TABLE_THREE: [&str; 4] = ["本年新收", "上年结转", "办理结果", "结转下年度"];

/// The numeral and the title of a heading: `一、总体情况`, `第一部分 总体情况`, with or without `#`.
fn split(line: &str) -> Option<(char, &str)> {
    let line = line.trim_start_matches(['#', '*', '?', '>', ' ']).trim_end_matches(['*', '#']);
    if let Some(rest) = AS_ONE.iter().find_map(|sign| line.strip_prefix(sign)) {
        let is_first = titles().iter().any(|(section, title)| *section == Section::One && *title == rest);
        return is_first.then_some(('一', rest));
    }
    let numeral = |text: &str| text.chars().next().filter(|c| NUMERALS.contains(*c));
    if let Some(rest) = line.strip_prefix('第') {
        let numeral = numeral(rest)?;
        let rest = rest.get(numeral.len_utf8()..)?.strip_prefix("部分")?;
        return Some((numeral, rest.trim_start_matches(['、', ':', '.'])));
    }
    let numeral = numeral(line)?;
    let rest = line.get(numeral.len_utf8()..)?;
    Some((numeral, rest.strip_prefix(['、', '.', ',', '．', '丶'])?))
}

fn is_first_rank(line: &str) -> bool {
    let is_row = ROWS_OF_TABLE_THREE.iter().any(|row| line.contains(row));
    line.chars().count() <= LONGEST && !is_row && split(line).is_some_and(|(_, title)| !title.is_empty())
}

/// The part that a heading opens. A title that is exactly one of the accepted ones is enough; otherwise
/// its words and its numeral must both point to the part.
fn heading(line: &str) -> Option<Section> {
    let (numeral, title) = split(line)?;
    let title = title.trim_end_matches(['。', '.', ':', ';', ',']);
    if let Some((section, _)) = titles().iter().find(|(_, each)| each == title) {
        return Some(*section);
    }
    by_words(title).filter(|section| section.numeral().contains(numeral))
}

fn by_words(title: &str) -> Option<Section> {
    let has = |word: &str| title.contains(word);
    if has("收费") || title.contains(['。', '!', '?']) {
        return None;
    }
    if has("复议") || has("诉讼") {
        Some(Section::Four)
    } else if has("问题") {
        Some(Section::Five)
    } else if has("申请") && (has("收到") || has("处理") || has("依申请")) {
        Some(Section::Three)
    } else if has("主动公开") {
        Some(Section::Two)
    } else if has("其他") && (has("报告") || has("说明") || has("事项")) {
        Some(Section::Six)
    } else if ["总体", "概况", "概述", "基本情况"].iter().any(|word| has(word)) {
        Some(Section::One)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    fn found(text: &str) -> Vec<(usize, &'static str)> {
        let document = Document::from_text(text);
        let parts = Parts::find(&Source::of(&document));
        Section::ALL.iter().filter_map(|s| Some((parts.heading(*s)? + 1, s.code()))).collect()
    }

    #[test]
    fn variants_of_wording_are_the_same_heading() {
        let cases = [
            ("一、总体情况", "one"),
            ("### 一、总体情况", "one"),
            ("—、总体情况", "one"),
            ("1. 总体情况", "one"),
            ("一、工作概述", "one"),
            ("二、行政机关主动公开政府信息情况。", "two"),
            ("第三部分 收到和处理政府信息公开申请情况", "three"),
            ("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", "four"),
            ("五、政府信息公開工作存在的主要問題及改進情況", "five"),
            ("六、其他需要報告的事項", "six"),
        ];
        for (line, code) in cases {
            assert_eq!(found(line), [(1, code)], "{line}");
        }
    }

    #[test]
    fn rows_of_tables_and_subheadings_are_no_headings() {
        for line in [
            "一、本年新收政府信息公开申请数量",
            "二、上年结转政府信息公开申请数量",
            "四、结转下年度继续办理",
            "一、存在的主要问题",
            "1. 主动公开政府信息情况",
            "2.总体情况",
            "（一）主动公开情况",
            "三、依申请信息公开收费情况",
        ] {
            assert_eq!(found(line), [], "{line}");
        }
    }

    #[test]
    fn a_table_of_contents_is_passed_over() {
        let text =
            "一、总体情况\n二、主动公开政府信息情况\n\n一、总体情况\n正文。\n二、主动公开政府信息情况\n";
        assert_eq!(found(text), [(4, "one"), (6, "two")]);
    }

    #[test]
    fn headings_without_anything_between_them_are_still_found() {
        let text = "二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n";
        assert_eq!(found(text), [(1, "two"), (2, "three")]);
    }

    #[test]
    fn a_report_run_into_one_line_is_cut_at_its_headings() {
        let document = Document::from_text("前言。 一、总体情况 全年平稳。 二、主动公开政府信息情况 见表。");
        let source = Source::of(&document);
        let texts: Vec<String> = source.lines.iter().map(|line| line.text().trim().to_owned()).collect();
        assert_eq!(texts, ["前言。", "一、总体情况", "全年平稳。", "二、主动公开政府信息情况", "见表。"]);
        assert!(source.lines.iter().all(|line| line.line.no == 1));
    }
}
