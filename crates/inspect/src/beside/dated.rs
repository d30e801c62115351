//! The day a report bears.

use law::Date;

use crate::checked::Evidence;
use crate::evidence::whole_line;
use crate::text::Pattern;
use crate::understood::Understood;

/// The day a report bears, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// The day.
    pub on: Date,
    /// Where it stands.
    pub evidence: Evidence,
}

/// `发布日期：2026-01-20`, as pages print it above or below a report.
static PUBLISHED: Pattern = Pattern::new(
    r"(?:发布|公开|公布|成文|发文|生成|信息|更新)(?:日期|时间)[: ]*(20\d\d)[-年./](\d{1,2})[-月./](\d{1,2})",
);
/// A line that is nothing but a day: below the signature.
static SIGNED: Pattern = Pattern::new(r"^(20\d\d)年(\d{1,2})月(\d{1,2})日$");
/// How many lines with content at the end may hold the signature.
const FOOT: usize = 8;

/// The day of publication that the page states; otherwise that below the signature.
pub(super) fn find(understood: &Understood<'_>) -> Option<Dated> {
    let source = &understood.source;
    let lines = || (0..source.lines.len()).filter(|index| source.has_content(*index));
    let published = lines().find_map(|index| on_line(understood, index, &PUBLISHED));
    published.or_else(|| {
        let foot: Vec<usize> = lines().rev().take(FOOT).collect();
        foot.into_iter().find_map(|index| on_line(understood, index, &SIGNED))
    })
}

fn on_line(understood: &Understood<'_>, index: usize, pattern: &Pattern) -> Option<Dated> {
    let text: String = understood.source.get(index)?.text().chars().filter(|c| !c.is_whitespace()).collect();
    let found = pattern.captures(&text)?;
    let number = |group: usize| found.get(group)?.as_str().parse::<i16>().ok();
    let (month, day) = (i8::try_from(number(2)?).ok()?, i8::try_from(number(3)?).ok()?);
    let on = Date::new(number(1)?, month, day).ok()?;
    Some(Dated { on, evidence: whole_line(understood, index)? })
}
