//! G11, 年报 year on year: for each count a pair of years, joined by a line. Every count has a scale of its own
//! that begins at zero, so that a steep line is a great change of that count.

use super::contract::{Narrow, NumberRow, Numbers, Picture};
use super::svg::Svg;

const COLUMNS: usize = 3;
const WIDTH: i32 = 204;
const HEIGHT: i32 = 152;
/// Where the two years stand within a panel.
const LEFT: i32 = 40;
const RIGHT: i32 = 164;
const TOP: i32 = 58;
const BASE: i32 = 118;

/// A count of two years; `None` where a report does not say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct YearPair {
    pub(crate) label: String,
    pub(crate) before: Option<i64>,
    pub(crate) after: Option<i64>,
}

/// The picture of counts of things (件) in `year` and the year before.
pub(crate) fn year_on_year(year: i16, pairs: &[YearPair]) -> Picture {
    let id = "years";
    let rows = u32::try_from(pairs.len().div_ceil(COLUMNS)).unwrap_or(u32::MAX);
    let mut svg = Svg::new(id, super::contract::NARROWEST, rows.saturating_mul(HEIGHT.unsigned_abs()));
    for (number, pair) in pairs.iter().enumerate() {
        let across = i32::try_from(number % COLUMNS).unwrap_or_default();
        let down = i32::try_from(number / COLUMNS).unwrap_or_default();
        panel(&mut svg, (across * WIDTH, down * HEIGHT), year, pair);
    }
    Picture {
        id,
        caption: format!("{}年和{year}年的主要数字（件）", year - 1),
        sentence: sentence(year, pairs),
        drawing: svg.finish(),
        narrow: Narrow::Table,
        numbers: Some(numbers(year, pairs)),
    }
}

fn panel(svg: &mut Svg, (x, y): (i32, i32), year: i16, pair: &YearPair) {
    let most = pair.before.max(pair.after).unwrap_or_default().max(1);
    let height = |amount: i64| {
        let share = i128::from(BASE - TOP) * i128::from(amount.max(0)) / i128::from(most);
        y + BASE - i32::try_from(share).unwrap_or_default()
    };
    svg.text((x + WIDTH / 2, y + 22), 16, &pair.label);
    svg.line("rule", (x + LEFT - 24, y + BASE), (x + RIGHT + 24, y + BASE));
    if let (Some(before), Some(after)) = (pair.before, pair.after) {
        svg.line("trend", (x + LEFT, height(before)), (x + RIGHT, height(after)));
    }
    for (at, year, amount, class) in [(LEFT, year - 1, pair.before, "r3"), (RIGHT, year, pair.after, "r4")] {
        match amount {
            Some(amount) => {
                svg.dot(class, (x + at, height(amount)), 6);
                svg.text((x + at, height(amount) - 12), 16, &amount.to_string());
            }
            None => {
                svg.text((x + at, y + BASE - 12), 16, "未填");
            }
        }
        svg.text((x + at, y + BASE + 20), 14, &year.to_string());
    }
}

fn numbers(year: i16, pairs: &[YearPair]) -> Numbers {
    let text = |amount: Option<i64>| amount.map_or_else(|| "未填".to_owned(), |amount| amount.to_string());
    let row = |pair: &YearPair| NumberRow {
        label: pair.label.clone(),
        values: vec![text(pair.before), text(pair.after), difference(pair.before, pair.after)],
    };
    Numbers {
        head: vec!["项目".to_owned(), format!("{}年", year - 1), format!("{year}年"), "增减".to_owned()],
        rows: pairs.iter().map(row).collect(),
    }
}

/// `+3`, `−2`, `0`, or nothing where one of the years is missing.
fn difference(before: Option<i64>, after: Option<i64>) -> String {
    let Some(change) = before.zip(after).map(|(before, after)| after.saturating_sub(before)) else {
        return "—".to_owned();
    };
    match change {
        0 => "0".to_owned(),
        more if more > 0 => format!("+{more}"),
        less => format!("−{}", less.unsigned_abs()),
    }
}

fn sentence(year: i16, pairs: &[YearPair]) -> String {
    let part = |pair: &YearPair| {
        let (before, after) = pair.before.zip(pair.after)?;
        Some(match after.saturating_sub(before) {
            0 => format!("{}都是{after}件", pair.label),
            more if more > 0 => format!("{}{after}件，多{more}件", pair.label),
            less => format!("{}{after}件，少{}件", pair.label, less.unsigned_abs()),
        })
    };
    let parts: Vec<String> = pairs.iter().filter_map(part).collect();
    match parts.is_empty() {
        true => format!("{year}年和{}年没有可以比较的数字。", year - 1),
        false => format!("{year}年与{}年相比：{}。", year - 1, parts.join("；")),
    }
}

#[cfg(test)]
mod tests {
    use super::super::holds::assert_holds;
    use super::*;

    fn pairs() -> Vec<YearPair> {
        let pair = |label: &str, before, after| YearPair { label: label.to_owned(), before, after };
        vec![
            pair("行政许可决定", Some(420), Some(396)),
            pair("行政处罚决定", Some(0), Some(0)),
            pair("新收公开申请", Some(3), Some(12)),
            pair("办结公开申请", Some(12), Some(12)),
            pair("行政复议", None, Some(1)),
            pair("<行政>&诉讼", Some(1), None),
        ]
    }

    #[test]
    fn the_picture_of_two_years_keeps_the_contract_and_looks_as_it_did() {
        let picture = year_on_year(2025, &pairs());
        let bytes = assert_holds(&picture);
        println!("G11, two years: {bytes} bytes after gzip");
        assert_eq!(picture.to_string(), include_str!("../../tests/pictures/years.html").trim_end());
        assert_eq!(picture, year_on_year(2025, &pairs()));
    }

    #[test]
    fn the_sentence_says_more_less_and_the_same_and_leaves_out_what_is_missing() {
        assert_eq!(
            year_on_year(2025, &pairs()).sentence,
            "2025年与2024年相比：行政许可决定396件，少24件；行政处罚决定都是0件；新收公开申请12件，多9件；\
             办结公开申请都是12件。"
        );
        assert_eq!(year_on_year(2025, &[]).sentence, "2025年和2024年没有可以比较的数字。");
    }

    #[test]
    fn numbers_of_any_size_stay_within_the_drawing() {
        let pair =
            |before, after| YearPair { label: "大".to_owned(), before: Some(before), after: Some(after) };
        for (before, after) in [(0, i64::MAX), (i64::MIN, 1), (i64::MAX, i64::MIN), (1, 1)] {
            let picture = year_on_year(2025, &[pair(before, after)]);
            assert_holds(&picture);
            for piece in picture.drawing.as_str().split(" cy=\"").skip(1) {
                let y: i32 = piece.split('"').next().unwrap().parse().unwrap();
                assert!((TOP..=BASE).contains(&y), "{before} {after}: {y}");
            }
        }
    }
}
