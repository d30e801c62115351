//! I-CITE-2: the year in a document number stands in six-cornered brackets.

use law::report::Severity;

use super::case::{Case, Match, Outcome, Rule};
use super::entry::{Needs, RuleEntry};
use crate::checked::Evidence;
use crate::text::{Pattern, Span};

pub(super) static RULE: Rule = Rule {
    entry: RuleEntry {
        id: "I-CITE-2",
        name: "发文字号的年份用六角括号〔〕，序号不带“第”和“0”",
        basis: "GB/T 9704-2012《党政机关公文格式》",
        severity: Severity::Warning,
        needs: Needs::Report,
    },
    on_forms: false,
    test,
};

static NUMBER: Pattern =
    Pattern::new(r"(\p{Han}{1,12}[发函办字通政文])([〔(<《])20\d\d年?[〕)>》]((?:第|0)?)\d{1,4}号");
/// `示政办发〔202130号`: a bracket that is never closed runs the year into the number.
static UNCLOSED: Pattern = Pattern::new(r"(\p{Han}{1,12}[发函办字通政文])[〔(<《]20\d{3,6}号");
/// How many numbers are quoted.
const QUOTED: usize = 5;

fn test(case: &Case<'_>) -> Option<Vec<Outcome>> {
    let (numbers, unclosed) = (case.matches(&NUMBER), case.matches(&UNCLOSED));
    if numbers.is_empty() && unclosed.is_empty() {
        return None;
    }
    let wrong: Vec<&Match<'_>> =
        unclosed.iter().chain(numbers.iter().filter(|found| is_wrong(found))).collect();
    let Some(first) = wrong.first() else { return Some(Vec::new()) };
    let more = if wrong.len() > 1 { format!("等{}处", wrong.len()) } else { String::new() };
    let message = format!(
        "“{}”{more}的写法不合规范：年份用六角括号〔〕，序号前不加“第”或“0”。也可能是转换时改变了括号，待核对原件。",
        first.written()
    );
    let mut evidence: Vec<Evidence> = wrong.iter().flat_map(|found| case.quote_match(found)).collect();
    evidence.dedup();
    evidence.truncate(QUOTED);
    Some(vec![Outcome::uncertain(message, evidence)])
}

fn is_wrong(found: &Match<'_>) -> bool {
    let at = found.span.start + found.group(1).chars().count();
    let bracket = found.passage.written(Span { start: at, end: at + 1 });
    !["〔", "﹝"].contains(&bracket.as_str()) || !found.group(3).is_empty()
}
