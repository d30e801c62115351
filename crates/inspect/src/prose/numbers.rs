//! Numbers with a unit in running text.

use law::report::prose::Amount;

use crate::text::{Passage, Pattern, Span};

/// A number as found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) amount: Amount,
    /// `条`, `件`, `元`, `%`.
    pub(super) unit: String,
    /// Written with 余, 多, 约 and their like.
    pub(super) approximate: bool,
    /// Number and unit.
    pub(super) span: Span,
    /// How many brackets are open around it.
    pub(super) depth: usize,
}

static NUMBER: Pattern = Pattern::new(
    r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(余|多)?(万|亿)?(余|多)?(人次|条次|场次|件次|元|%|条|件|项|次|份|篇|期|个|起|宗|例|则|类|批|部|家|场|户|册|名|处)",
);
/// `申请一件`: a small number in Chinese, only where nothing else can be meant.
static IN_WORDS: Pattern = Pattern::new(r"申请(?:共)?([一两二三四五六七八九十])(件)");

const NUMERALS: [(&str, i64); 11] = [
    ("一", 1),
    ("两", 2),
    ("二", 2),
    ("三", 3),
    ("四", 4),
    ("五", 5),
    ("六", 6),
    ("七", 7),
    ("八", 8),
    ("九", 9),
    ("十", 10),
];
/// Words before a number that make it approximate.
const ABOUT: [&str; 9] = ["约", "近", "超", "超过", "逾", "大约", "不少于", "至少", "将近"];
/// Fen in a 元, the unit in which money is read.
const YUAN: u32 = 2;

/// The most numbers read in one part. A city's report has two hundred; what has thousands is no report.
const MOST: usize = 2000;

/// The numbers of a passage in order.
pub(super) fn numbers(passage: &Passage) -> Vec<Number> {
    let depths = depths(passage.chars());
    let mut found: Vec<Number> = Vec::new();
    for captures in NUMBER.all(passage.text()) {
        let Some(whole) = captures.get(0) else { continue };
        let span = passage.span(whole.range());
        let part = |index| captures.get(index).map_or("", |part: regex::Match<'_>| part.as_str());
        let before = passage.chars().get(..span.start).unwrap_or_default();
        if before
            .last()
            .is_some_and(|c| matches!(c, '第' | '.' | '-' | '〔' | '/') || c.is_ascii_alphanumeric())
        {
            continue;
        }
        let Some(amount) = amount(part(1), part(2), part(4), part(6)) else { continue };
        let is_about = ABOUT.iter().any(|word| ends_with(before, word));
        found.push(Number {
            amount,
            unit: part(6).to_owned(),
            approximate: !part(3).is_empty() || !part(5).is_empty() || is_about,
            span,
            depth: depths.get(span.start).copied().unwrap_or(0),
        });
    }
    found.extend(in_words(passage, &depths));
    found.sort_by_key(|number| number.span.start);
    found.truncate(MOST);
    found
}

fn in_words(passage: &Passage, depths: &[usize]) -> Vec<Number> {
    let read = |captures: regex::Captures<'_>| {
        let (numeral, unit) = (captures.get(1)?, captures.get(2)?);
        let value = NUMERALS.iter().find(|(word, _)| *word == numeral.as_str())?.1;
        let span = passage.span(numeral.start()..unit.end());
        Some(Number {
            amount: Amount::Count(value),
            unit: unit.as_str().to_owned(),
            approximate: false,
            span,
            depth: depths.get(span.start).copied().unwrap_or(0),
        })
    };
    IN_WORDS.all(passage.text()).into_iter().filter_map(read).collect()
}

fn ends_with(chars: &[char], word: &str) -> bool {
    let length = word.chars().count();
    chars.len() >= length && chars.iter().skip(chars.len() - length).copied().eq(word.chars())
}

/// How many brackets are open before each character. A bracket that is never closed in its sentence opens
/// nothing.
pub(super) fn depths(chars: &[char]) -> Vec<usize> {
    let mut depth = 0_usize;
    let mut depths = Vec::with_capacity(chars.len());
    for c in chars {
        match c {
            ')' => depth = depth.saturating_sub(1),
            '。' | '\n' => depth = 0,
            _ => {}
        }
        depths.push(depth);
        if *c == '(' {
            depth += 1;
        }
    }
    depths
}

/// The amount; none if it is no whole number of things or too large to count.
fn amount(whole: &str, fraction: &str, scale: &str, unit: &str) -> Option<Amount> {
    let digits = whole.replace(',', "");
    let ten_to: u32 = match scale {
        "万" => 4,
        "亿" => 8,
        _ => 0,
    };
    if unit == "%" {
        let value = format!("{digits}{fraction}").parse().ok()?;
        return Some(Amount::Percent { value, decimals: u32::try_from(fraction.len()).ok()? });
    }
    let is_money = unit == "元";
    let places = ten_to + if is_money { YUAN } else { 0 };
    let fraction = fraction.trim_end_matches('0');
    let spare = places.checked_sub(u32::try_from(fraction.len()).ok()?)?;
    let value: i64 = format!("{digits}{fraction}").parse().ok()?;
    let value = value.checked_mul(10_i64.checked_pow(spare)?)?;
    Some(if is_money { Amount::Money(value) } else { Amount::Count(value) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::text::Source;

    fn read(text: &str) -> Vec<(Amount, String, bool)> {
        let document = Document::from_text(text);
        let source = Source::of(&document);
        let numbers = numbers(&Passage::of(&source, 0..source.lines.len()));
        numbers.into_iter().map(|number| (number.amount, number.unit, number.approximate)).collect()
    }

    #[test]
    fn numbers_carry_amount_unit_and_whether_they_are_rough() {
        let count = |n, unit: &str, rough| (Amount::Count(n), unit.to_owned(), rough);
        let cases = [
            ("公开 125 条", count(125, "条", false)),
            ("公开１，２３４件", count(1234, "件", false)),
            ("公开26.8万条", count(268_000, "条", false)),
            ("公开18万余条", count(180_000, "条", true)),
            ("公开300余条", count(300, "条", true)),
            ("近50期", count(50, "期", true)),
            ("收到申请一件", count(1, "件", false)),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text), [expected], "{text}");
        }
        assert_eq!(read("收费3940元"), [(Amount::Money(394_000), "元".to_owned(), false)]);
        assert_eq!(read("收费0.5万元"), [(Amount::Money(500_000), "元".to_owned(), false)]);
        let percent = (Amount::Percent { value: 105, decimals: 2 }, "%".to_owned(), false);
        assert_eq!(read("增长1.05%"), [percent]);
    }

    #[test]
    fn ordinals_dates_and_numbers_of_documents_are_no_figures() {
        for text in
            ["第20条", "2020年1月1日", "国办公开办函〔2019〕60号", "电话12345", "99999999999999999999条"]
        {
            assert_eq!(read(text), [], "{text}");
        }
    }

    #[test]
    fn lists_of_numbers_do_not_run_into_one() {
        let values: Vec<Amount> = read("共5条,300条,2条").into_iter().map(|(amount, ..)| amount).collect();
        assert_eq!(values, [Amount::Count(5), Amount::Count(300), Amount::Count(2)]);
    }
}
