//! Figures of table 四 in the prose.

use law::report::prose::Amount;
use law::report::{CellKey, DisputeOutcome, DisputeRoute};

use super::figures::{Setting, Words, is_whole_scope};
use super::requests::sum;
use crate::text::Pattern;

static WHOLE: Pattern = Pattern::new(r"(行政复议|行政诉讼)(?:的)?(?:案件|申请|案)?(?:共|共计)?$");
static ROUTE: Pattern = Pattern::new(r"行政复议|行政诉讼");
/// Who says 新发生 or 收到 may leave out what was pending from last year, which the table counts.
static ARRIVED: Pattern = Pattern::new(r"新|收到|发生|受理|引发|产生|被申请|提起|增");
static ENDED: Pattern = Pattern::new(r"办结|审结|结案|已结");
const OUTCOMES: [(&str, DisputeOutcome); 5] = [
    ("结果维持", DisputeOutcome::Upheld),
    ("结果纠正", DisputeOutcome::Corrected),
    ("其他结果", DisputeOutcome::Other),
    ("尚未审结", DisputeOutcome::Pending),
    ("未审结", DisputeOutcome::Pending),
];

/// The cells that a figure states, if it is plain.
pub(super) fn cells(words: &Words<'_>, setting: &Setting<'_>) -> Option<Vec<CellKey>> {
    let Amount::Count(amount) = words.number.amount else { return None };
    if !matches!(words.number.unit.as_str(), "件" | "起" | "宗" | "例") {
        return None;
    }
    let label = words.label.trim_start_matches("其中");
    if let Some((_, outcome)) = OUTCOMES.iter().find(|(name, _)| *name == label) {
        let route = ROUTE.all(&words.before);
        let [only] = route.as_slice() else { return None };
        return Some(keys(only.get(0)?.as_str(), *outcome));
    }
    let route = WHOLE.captures(&words.clause)?.get(1)?.as_str().to_owned();
    if !is_whole_scope(&words.before) || ENDED.is_match(&words.clause) || words.clause.contains("未经") {
        return None;
    }
    let keys = keys(&route, DisputeOutcome::Total);
    let printed = sum(setting, &keys)?;
    (printed <= amount || !ARRIVED.is_match(&words.clause)).then_some(keys)
}

fn keys(route: &str, outcome: DisputeOutcome) -> Vec<CellKey> {
    if route == "行政复议" {
        return vec![CellKey::Dispute(DisputeRoute::Reconsideration, outcome)];
    }
    let suits = [DisputeRoute::DirectSuit, DisputeRoute::SuitAfterReconsideration];
    suits.into_iter().map(|suit| CellKey::Dispute(suit, outcome)).collect()
}
