//! The year reported on.

use std::collections::BTreeMap;

use crate::text::{Passage, Pattern, Span};

/// `2020年政府信息公开工作年度报告`, `2022年信息公开工作年度报告`, `2018年度…政府信息公开年度报告`.
static TITLE: Pattern = Pattern::new(
    r"(20\d\d)年度?[^。;《》]{0,16}?(?:信息|政务)公开[^。;《》]{0,4}?(?:年度报告|年报|工作报告|工作总结)",
);
/// `2020年1月1日`: the beginning of the statistical period.
static PERIOD: Pattern = Pattern::new(r"(20\d\d)年1月1日");
/// `现将我局2023年度政府信息公开工作情况报告如下`.
static ACCOUNT: Pattern =
    Pattern::new(r"(?:汇报|现将|总结)\p{Han}{0,16}?(20\d\d)年度?(?:政府|政务)?信息公开(?:工作|情况)");
/// `2018年我镇主动公开…`: a year at the beginning of a sentence.
static SENTENCE: Pattern = Pattern::new(r"(?:^|[。;\n)])(20\d\d)年");

/// `按照要求,2020年度,紧紧围绕…`: a year at the beginning of a clause that goes on about the body itself.
static CLAUSE: Pattern = Pattern::new(r"[,。;\n)](20\d\d)年度?,(?:[我本]|紧|认|严|坚|全|主|深|共)");

/// The day below a signature is the day of the writing.
static DATE_ALONE: Pattern = Pattern::new(r"(?:^|\n)20\d\d年\d{1,2}月\d{1,2}日(?:\n|$)");
/// `及2019年度信息公开工作报告`: what was published as well, not the report itself.
static MENTIONED: Pattern =
    Pattern::new(r"(?:以及|及|和|、)20\d\d年度?(?:政府|政务)?信息公开(?:工作)?(?:年度)?报告[。,;、等]");

/// The year: of the title, else of the statistical period, else the one it gives account of, else the one at the beginning of most sentences.
/// None rather than a guess.
pub(crate) fn year(preamble: &Passage, all: &Passage) -> Option<i16> {
    let (before, text) = (MENTIONED.without(&joined(preamble)), MENTIONED.without(&joined(all)));
    let title = first(&TITLE, &without_notices(&before))
        .or_else(|| first(&TITLE, &without_notices(&text)))
        .or_else(|| first(&TITLE, &before));
    let told = title.or_else(|| first(&PERIOD, &text)).or_else(|| first(&ACCOUNT, &text));
    told.or_else(|| most_frequent(&SENTENCE, all.text())).or_else(|| most_frequent(&CLAUSE, all.text()))
}

/// The words of a passage that give the year: of its title, else any that name it.
pub(crate) fn year_span(passage: &Passage, year: i16) -> Option<Span> {
    let names =
        |found: &regex::Captures<'_>| found.get(1).is_some_and(|named| named.as_str() == year.to_string());
    let titles = TITLE.all(passage.text());
    let sentences = SENTENCE.all(passage.text());
    let found = titles.iter().chain(&sentences).find(|found| names(found))?;
    Some(passage.span(found.get(1)?.start()..found.get(0)?.end()))
}

/// Titles may be broken over lines, so boundaries are taken out.
fn joined(passage: &Passage) -> String {
    passage.text().replace('\n', "")
}

/// Notices quoted in 《》 speak of whatever year they like; a report quoted in 《》 is the report itself.
fn without_notices(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('《') {
        let (before, quoted) = rest.split_at(open);
        kept.push_str(before);
        let close = quoted.find('》').map_or(quoted.len(), |close| close + '》'.len_utf8());
        let (title, after) = quoted.split_at(close);
        if !["通知", "意见", "要点", "方案"].iter().any(|notice| title.contains(notice)) {
            kept.push_str(title.trim_matches(['《', '》']));
        }
        rest = after;
    }
    kept.push_str(rest);
    kept
}

fn first(pattern: &Pattern, text: &str) -> Option<i16> {
    pattern.captures(text)?.get(1)?.as_str().parse().ok()
}

fn most_frequent(pattern: &Pattern, text: &str) -> Option<i16> {
    let mut counts = BTreeMap::<i16, usize>::new();
    for year in
        pattern.all(&DATE_ALONE.without(text)).iter().filter_map(|found| found.get(1)?.as_str().parse().ok())
    {
        *counts.entry(year).or_default() += 1;
    }
    let most = counts.values().max().copied()?;
    let mut winners = counts.iter().filter(|(_, count)| **count == most).map(|(year, _)| *year);
    winners.next().filter(|_| winners.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::text::Source;

    fn told(text: &str) -> Option<i16> {
        let document = Document::from_text(text);
        let source = Source::of(&document);
        let all = Passage::of(&source, 0..source.lines.len());
        year(&all, &all)
    }

    #[test]
    fn the_year_of_the_title_counts_even_if_it_is_broken_over_lines() {
        assert_eq!(told("示例街道办事处2023年度政府\n信息公开工作年度报告\n"), Some(2023));
        assert_eq!(told("## 示例镇 2020 年政府信息公开工作年度报告"), Some(2020));
        assert_eq!(told("示例縣２０２２年政府信息公開工作年度報告"), Some(2022));
    }

    #[test]
    fn a_quoted_notice_of_another_year_does_not_count() {
        let text =
            "依照《关于做好2021年政府信息公开工作年度报告的通知》，编制2022年政府信息公开工作年度报告。";
        assert_eq!(told(text), Some(2022));
    }

    #[test]
    fn without_a_title_the_period_counts_and_then_the_sentences() {
        assert_eq!(told("统计期限自2024年1月1日起至2024年12月31日止。"), Some(2024));
        assert_eq!(told("2020年，我局更新406条，公开了重点工作及2019年度信息公开工作报告。"), Some(2020));
        assert_eq!(told("现将文化和旅游局2021年度政府信息公开情况汇报如下：\n无\n2022年1月19日"), Some(2021));
        assert_eq!(told("2021年发布7条。\n示例局\n2022年1月19日"), Some(2021));
        assert_eq!(told("现从六个方面汇报我镇2023年政府信息公开工作。"), Some(2023));
        assert_eq!(told("下一步做好我镇2024年政府信息公开工作。"), None);
        assert_eq!(told("2018年我镇公开3条。2018年没有收费。2017年为2条。"), Some(2018));
        assert_eq!(told("2018年我镇公开3条。2017年为2条。"), None);
        assert_eq!(told("根据《关于做好有关工作的通知》要求，2020年度，紧紧围绕热点公开。"), Some(2020));
    }
}
