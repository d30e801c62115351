//! I-TEXT-2: a long sentence that stands twice in the written parts was pasted twice.

use std::collections::BTreeMap;

use law::report::{Section, Severity};

use super::case::{Case, Outcome, Rule};
use super::entry::{Needs, RuleEntry};
use crate::text::{SENTENCE_ENDS, Span};

pub(super) static RULE: Rule = Rule {
    entry: RuleEntry {
        id: "I-TEXT-2",
        name: "没有重复的长句",
        basis: "年度报告审核的通行做法",
        severity: Severity::Warning,
        needs: Needs::Report,
    },
    on_forms: false,
    test,
};

/// Shorter sentences may well come twice, in characters.
const LONG: usize = 40;

fn test(case: &Case<'_>) -> Option<Vec<Outcome>> {
    let mut seen: BTreeMap<String, (Option<Section>, Span)> = BTreeMap::new();
    let written = |section: Option<Section>| section.is_some_and(|section| Section::PROSE.contains(&section));
    let mut sentences = 0;
    for (section, passage) in case.passages().filter(|(section, _)| written(*section)) {
        let mut start = 0;
        let ends: Vec<usize> =
            (0..passage.chars().len()).filter(|at| passage.chars().get(*at).is_some_and(is_end)).collect();
        for end in ends.into_iter().chain([passage.chars().len()]) {
            let span = Span { start, end };
            start = end + 1;
            let text = passage.slice(span);
            if text.chars().count() < LONG {
                continue;
            }
            sentences += 1;
            let Some((before, first)) = seen.insert(text, (section, span)) else { continue };
            let mut evidence =
                case.understood.passage(before).map_or_else(Vec::new, |passage| case.quote(passage, first));
            evidence.extend(case.quote(passage, span));
            let message = "同一句话在正文中出现了两次。请核对是否重复粘贴。";
            return Some(vec![Outcome::uncertain(message, evidence)]);
        }
    }
    (sentences > 0).then(Vec::new)
}

fn is_end(c: &char) -> bool {
    SENTENCE_ENDS.contains(c)
}
