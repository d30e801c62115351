//! Pages: what tells them, and the lines at their heads and feet that are no part of the text.

use std::collections::BTreeMap;

use super::source::SourceLine;

/// `-3-`, `— 3 —`, `第 3 页`, `第3页,共6页`. A bare number may be a figure of a table.
pub(super) fn number(text: &str) -> Option<u32> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let inner = match plain.strip_prefix('第') {
        Some(rest) => rest.split_once('页').filter(|(_, rest)| is_total(rest))?.0.to_owned(),
        None => plain.strip_prefix('-')?.strip_suffix('-')?.trim_matches('-').to_owned(),
    };
    inner.parse().ok().filter(|page| (1..1000).contains(page))
}

/// Nothing, or `,共6页`, `/共6页`.
fn is_total(rest: &str) -> bool {
    let count =
        rest.trim_start_matches([',', '/', '(']).strip_prefix('共').and_then(|rest| rest.split_once('页'));
    rest.is_empty()
        || count
            .is_some_and(|(count, end)| count.bytes().all(|b| b.is_ascii_digit()) && matches!(end, "" | ")"))
}

/// Page numbers at the foot of pages that run 1, 2, 3, … say which lines stand on which page.
pub(super) fn tell(lines: &mut [SourceLine<'_>]) {
    let marks: Vec<(usize, u32)> = lines
        .iter()
        .enumerate()
        .filter_map(|(index, line)| Some((index, number(line.text().trim())?)))
        .collect();
    let in_step = marks.iter().zip(1..).all(|((_, page), expected)| *page == expected);
    if marks.len() < 2 || !in_step || lines.iter().any(|line| line.page.is_some()) {
        return;
    }
    let mut marks = marks.into_iter().peekable();
    let mut page = 1;
    for (index, line) in lines.iter_mut().enumerate() {
        line.page = Some(page);
        if marks.next_if(|(at, _)| *at == index).is_some() {
            page += 1;
        }
    }
}

/// The shortest running line, in characters that are no digits.
const SHORTEST: usize = 4;

/// What stands at the head or the foot of at least half the pages is no part of the text. Of a running head the first is kept: it may be the title.
pub(super) fn drop_running_lines(lines: &mut [SourceLine<'_>]) {
    // A page number may stand below a running foot.
    drop_outermost(lines);
    drop_outermost(lines);
}

fn drop_outermost(lines: &mut [SourceLine<'_>]) {
    let mut pages: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
    for (index, line) in lines.iter().enumerate() {
        if let Some(page) = line.page.filter(|_| !line.is_furniture && !line.is_blank()) {
            pages.entry(page).and_modify(|(_, last)| *last = index).or_insert((index, index));
        }
    }
    if pages.len() < 2 {
        return;
    }
    let heads = running(lines, pages.values().map(|(head, _)| *head), pages.len());
    let feet = running(lines, pages.values().map(|(_, foot)| *foot), pages.len());
    let numbers = numbers(lines, &pages);
    let dropped =
        heads.iter().flat_map(|each| each.iter().skip(1)).chain(feet.iter().flatten()).chain(&numbers);
    for index in dropped {
        if let Some(line) = lines.get_mut(*index) {
            line.is_furniture = true;
        }
    }
}

/// The lines that are alike on at least half the pages.
fn running(lines: &[SourceLine<'_>], ends: impl Iterator<Item = usize>, pages: usize) -> Vec<Vec<usize>> {
    let mut alike: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for index in ends {
        let text = lines.get(index).map(SourceLine::text).unwrap_or_default();
        let words: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let length = words.chars().filter(|c| !c.is_ascii_digit()).count();
        if length >= SHORTEST && !text.contains(['\t', '|']) {
            alike.entry(words).or_default().push(index);
        }
    }
    alike.into_values().filter(|each| each.len() > 1 && each.len() * 2 >= pages).collect()
}

/// Bare numbers at the feet of at least half the pages that count the pages.
fn numbers(lines: &[SourceLine<'_>], pages: &BTreeMap<u32, (usize, usize)>) -> Vec<usize> {
    let bare = |(page, (_, foot)): (&u32, &(usize, usize))| {
        let number: i64 = lines.get(*foot)?.text().trim().parse().ok()?;
        Some((*foot, number - i64::from(*page)))
    };
    let found: Vec<(usize, i64)> = pages.iter().filter_map(bare).collect();
    let in_step = found.windows(2).all(|pair| matches!(pair, [a, b] if a.1 == b.1));
    let is_numbering = in_step && found.len() > 1 && found.len() * 2 >= pages.len();
    if is_numbering { found.into_iter().map(|(index, _)| index).collect() } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::super::source::Source;
    use super::*;
    use crate::document::Document;

    fn content(text: &str) -> Vec<String> {
        let document = Document::from_text(text);
        let source = Source::of(&document);
        let kept = (0..source.lines.len()).filter(|index| source.has_content(*index));
        kept.filter_map(|index| Some(source.get(index)?.text())).collect()
    }

    #[test]
    fn page_numbers_are_known_by_their_marks() {
        for text in ["-3-", "- 3 -", "第3页", "第 3 页 共 6 页", "第3页,共6页", "第3页/共6页"] {
            assert_eq!(number(text), Some(3), "{text}");
        }
        for text in ["3", "-3", "第3项", "第3页上", "第3页,共6项", "-"] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn running_heads_and_feet_fall_out_and_the_first_head_stays() {
        let page = |number: u32| {
            format!("示例镇年度报告\n正文第{number}段的句子，各不相同。\n内部草稿 1 月\n{number}\n")
        };
        let text = [page(1), page(2), page(3)].join("\u{C}");
        let kept = content(&text);
        assert_eq!(kept.iter().filter(|line| line.contains("年度报告")).count(), 1);
        assert_eq!(kept.iter().filter(|line| line.contains("正文")).count(), 3);
        assert!(
            !kept.iter().any(|line| line.contains("草稿") || line.trim().parse::<u32>().is_ok()),
            "{kept:?}"
        );
    }

    #[test]
    fn figures_at_the_foot_of_pages_are_no_page_numbers() {
        let text = "规章\n0\n\u{C}行政许可\n12\n\u{C}行政处罚\n7\n";
        assert_eq!(content(text).len(), 6);
    }
}
