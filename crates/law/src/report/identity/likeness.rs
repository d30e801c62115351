//! K-X-6: wording that resembles last year's report or another body's.

use std::collections::BTreeSet;

use super::super::annual::Report;
use super::super::section::Section;
use super::case::{Case, Outcome};

/// From here on a pair is listed, in percent. Bodies without activity all resemble each other,
/// so a pair is a thing to look at and never a verdict.
pub const LIKENESS_LISTED: usize = 80;

/// Texts of fewer characters (Chinese ones counted) say too little to be compared.
const SHORTEST: usize = 200;
/// Characters in a piece.
const PIECE: usize = 5;

/// K-X-6 — pairs above the threshold are listed.
pub(super) fn wording_is_its_own(case: &Case<'_>) -> Vec<Outcome> {
    let others: Vec<&Report> = case.year_before().into_iter().chain(case.context.siblings).collect();
    if others.is_empty() {
        return vec![Outcome::not_assessable("没有上年或其他机关的报告可以比对文字，未评估。")];
    }
    let alike = |other: &&Report| {
        let percent = likeness(case.report, other)?;
        (percent >= LIKENESS_LISTED).then(|| format!("《{}{}年报告》{percent}%", other.agency, other.year))
    };
    let pairs: Vec<String> = others.iter().filter_map(alike).collect();
    if pairs.is_empty() {
        return vec![Outcome::pass(format!("与{}份报告比对，文字没有高度相似的。", others.len()))];
    }
    let message = format!(
        "第一、五部分的文字与以下报告相似：{}。没有业务发生的机关文字本来相近，是否雷同请人工判断。",
        pairs.join("、")
    );
    vec![Outcome::uncertain(message)]
}

/// How alike the written parts 一 and 五 of two reports are, 0 to 100; none if one of them is too short.
#[must_use]
pub fn likeness(one: &Report, other: &Report) -> Option<usize> {
    let (one, other) = (pieces(one)?, pieces(other)?);
    let shared = one.intersection(&other).count();
    (200 * shared).checked_div(one.len() + other.len())
}

/// All runs of five Chinese characters; figures, letters and punctuation left out, so that only wording counts.
fn pieces(report: &Report) -> Option<BTreeSet<Vec<char>>> {
    let parts = [Section::One, Section::Five];
    let text = parts.iter().filter_map(|section| report.prose.get(section));
    let chars: Vec<char> =
        text.flat_map(|part| part.chars()).filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).collect();
    (chars.len() >= SHORTEST).then(|| chars.windows(PIECE).map(<[char]>::to_vec).collect())
}
