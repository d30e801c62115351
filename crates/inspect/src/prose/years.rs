//! Years named in the text and the office in which they stand.

use law::report::Section;
use law::report::prose::{Place, YearNamed, YearRole};

use crate::text::{Passage, Pattern, Span};

/// `统计期限自2020年1月1日起至2020年12月31日止`; the second year may be left out.
static PERIOD: Pattern =
    Pattern::new(r"(?:统计|数据)[^。;\n]{0,16}?(20\d\d)年1月1日起?(?:至|到|-)(?:(20\d\d)年)?12月31日");
/// `2024年,我镇未收到…申请`: the time of something stated, at the beginning of a sentence.
static STATEMENT: Pattern = Pattern::new(
    r"(?:^|[。;\n])(?:\([一二三四五六]\)[^。,;\n]{0,20}[。,]?)?(20\d\d)年度?,?[^。;\n,0-9]{0,24}?(?:未收到|没有收到|收到|受理|新收|主动公开)[^。;\n]{0,16}",
);
/// Words that let any year stand.
const COMPARING: [&str; 12] =
    ["较", "比", "同期", "上年", "计划", "印发", "关于", "结转", "以来", "截至", "截止", "《"];

/// The years of a passage that a rule can test.
pub(super) fn years(passage: &Passage, section: Option<Section>, own: Option<i16>) -> Vec<YearNamed> {
    let named = |found: &regex::Captures<'_>, group, role| {
        let (year, whole) = (found.get(group)?, found.get(0)?);
        let span = passage.span(whole.range());
        let span = Span { start: first_word(passage, span), end: span.end };
        let place = Place { section, start: span.start, end: span.end };
        Some(YearNamed { year: year.as_str().parse().ok()?, role, place, text: passage.written(span) })
    };
    let periods = PERIOD.all(passage.text());
    let mut years: Vec<YearNamed> = periods.iter().filter_map(|found| period(&named, found, own)).collect();
    let is_plain = |found: &&regex::Captures<'_>| {
        found.get(0).is_some_and(|whole| !COMPARING.iter().any(|word| whole.as_str().contains(word)))
    };
    let statements = STATEMENT.all(passage.text());
    years.extend(statements.iter().filter(is_plain).filter_map(|found| named(found, 1, YearRole::Statement)));
    years
}

/// One period is one thing: the year that is not the report's, if there is one.
fn period<'c>(
    named: &impl Fn(&regex::Captures<'c>, usize, YearRole) -> Option<YearNamed>,
    found: &regex::Captures<'c>,
    own: Option<i16>,
) -> Option<YearNamed> {
    let (from, to) = (named(found, 1, YearRole::Period)?, named(found, 2, YearRole::Period));
    let to = to.filter(|to| Some(to.year) != own);
    match to {
        Some(to) if Some(from.year) == own => Some(to),
        _ => Some(from),
    }
}

/// The mark before a sentence belongs to the pattern, not to the quotation.
fn first_word(passage: &Passage, span: Span) -> usize {
    let chars = passage.chars().get(span.start..span.end).unwrap_or_default();
    span.start + chars.iter().take_while(|c| matches!(c, '。' | ';' | '\n')).count()
}
