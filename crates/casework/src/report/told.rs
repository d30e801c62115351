//! What our own prose says, as data for the rules: the numbers that measures put there, with their names,
//! and the sentences that the rules K-X-4 and K-X-11 look for.

use law::{
    measure::FEE_CHARGED,
    report::{
        Section,
        prose::{Claim, ClaimKind, Place, Told, What},
    },
};

use super::part::Part;

/// Where a sentence ends.
const ENDS: [char; 5] = ['。', '！', '？', '；', '\n'];

/// Words that all stand in a sentence which makes the claim.
const CLAIMS: &[(ClaimKind, Option<Section>, &[&[&str]])] = &[
    (ClaimKind::NoRequests, None, &[&["未收到", "没有收到", "未接到"], &["政府信息公开申请", "依申请公开"]]),
    (
        ClaimKind::NoReconsideration,
        None,
        &[&["未发生", "没有发生", "未被"], &["行政复议"]],
    ),
    (ClaimKind::NoLitigation, None, &[&["未发生", "没有发生", "未被"], &["行政诉讼"]]),
    (ClaimKind::NoFee, None, &[&["未收取", "没有收取", "未产生"], &["信息处理费", "费用"]]),
    (
        ClaimKind::FollowUp,
        Some(Section::Five),
        &[&["上年", "上一年", "去年"], &["改进", "整改", "解决", "完善", "措施"]],
    ),
];

/// What the printed parts say.
pub(super) fn told(parts: &[Part]) -> Told {
    let mut told = Told::default();
    for part in parts {
        for figure in &part.figures {
            let mut figure = figure.clone();
            if figure.what == What::Measure(FEE_CHARGED.label.to_owned()) {
                figure.what = What::HandlingFee;
            }
            told.figures.push(figure);
        }
        told.claims.extend(claims(part));
    }
    told
}

fn claims(part: &Part) -> Vec<Claim> {
    let mut claims = Vec::new();
    let mut at = 0;
    for sentence in part.printed.split_inclusive(ENDS) {
        let end = at + sentence.chars().count();
        for (kind, section, wanted) in CLAIMS {
            let is_here = section.is_none_or(|section| section == part.section);
            if is_here && wanted.iter().all(|words| words.iter().any(|word| sentence.contains(word))) {
                let place = Place { section: Some(part.section), start: at, end };
                let text = sentence.trim().trim_end_matches(ENDS).to_owned();
                claims.push(Claim { kind: kind.clone(), place, text });
            }
        }
        at = end;
    }
    claims
}
