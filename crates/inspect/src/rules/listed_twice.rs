//! I-NUM-3: a list of parts names each part once.

use law::report::Severity;
use law::report::prose::Figure;

use super::case::{Case, Outcome, Rule};
use super::entry::{Needs, RuleEntry};
use crate::text::squeezed;

pub(super) static RULE: Rule = Rule {
    entry: RuleEntry {
        id: "I-NUM-3",
        name: "同一组分项中没有重复列出的项目",
        basis: "数据之间的逻辑关系",
        severity: Severity::Warning,
        needs: Needs::Report,
    },
    on_forms: false,
    test,
};

fn test(case: &Case<'_>) -> Option<Vec<Outcome>> {
    let figures = case.figures();
    let lists = &case.understood.told.breakdowns;
    let mut faults = Vec::new();
    for list in lists {
        let parts: Vec<(&Figure, String)> = list
            .parts
            .iter()
            .filter_map(|part| figures.get(part.figure))
            .map(|figure| (figure, squeezed(&figure.text)))
            .collect();
        for (index, (figure, text)) in parts.iter().enumerate() {
            let earlier = parts.iter().take(index).find(|(_, other)| name(other) == name(text));
            let Some((first, other)) = earlier.filter(|_| name(text).chars().count() >= SHORTEST) else {
                continue;
            };
            let mut evidence = case.quote_place(first.place);
            evidence.extend(case.quote_place(figure.place));
            let message = format!("同一组分项里“{}”列了两次。请核对是重复列出还是写错了名称。", name(text));
            let is_same = other == text && !name(text).starts_with(['其', '等']);
            faults.push(if is_same {
                Outcome::fail(message, evidence)
            } else {
                Outcome::uncertain(message, evidence)
            });
        }
    }
    (!lists.is_empty()).then_some(faults)
}

/// The shortest name that means one thing, in characters.
const SHORTEST: usize = 3;

/// The words before the number.
fn name(text: &str) -> &str {
    let end = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
    text.get(..end).unwrap_or(text).trim_matches(['、', ',', ':', '和', '及'])
}
