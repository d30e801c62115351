//! Figures of table 三 in the prose.
//!
//! Only words that can mean nothing else are held against a cell. Where usage is divided (受理 may include
//! what was carried in), the figure is held against that meaning with which it agrees, and against none if
//! only an uncertain one is left.

use law::report::{CellKey, RequestColumn, RequestRow};

use super::figures::{Setting, Words, is_whole_scope};
use crate::text::Pattern;

static NEW: Pattern = Pattern::new(
    r"(新收到?|收到|受理|接到|接收|收办|办理)(?:的|了)?(?:各类)?(?:政府|政务)?(?:信息)?(?:依申请)?(?:公开)?(?:的)?(?:政府信息)?(?:申请)?(?:案件|事项|数量|数)?(?:共|共计)?$",
);
static CARRIED_IN: Pattern = Pattern::new(
    r"(?:上年度?|上一年度?)(?:结转|转结|转入)(?:至?本年度?)?(?:的)?(?:办理)?(?:政府)?(?:信息)?(?:公开)?(?:办理)?(?:申请)?(?:数量|数)?$",
);
static CARRIED_OUT: Pattern =
    Pattern::new(r"(?:结转|转结|转)(?:至|到)?下(?:一)?年度?(?:继续)?(?:办理|答复|处理)?(?:的)?(?:申请)?$");

/// The cells that a figure states, if it is plain.
pub(super) fn cells(words: &Words<'_>, setting: &Setting<'_>) -> Option<Vec<CellKey>> {
    if !matches!(words.number.unit.as_str(), "件" | "份" | "宗" | "起" | "例") {
        return None;
    }
    arrivals(words, setting).or_else(|| result(words, setting))
}

const fn total(row: RequestRow) -> CellKey {
    CellKey::Request(row, RequestColumn::Total)
}

fn arrivals(words: &Words<'_>, setting: &Setting<'_>) -> Option<Vec<CellKey>> {
    let (new, carried_in) = (total(RequestRow::New), total(RequestRow::CarriedIn));
    if CARRIED_IN.is_match(&words.clause) {
        return Some(vec![carried_in]);
    }
    let verb = NEW.captures(&words.clause)?.get(1)?.as_str().to_owned();
    let is_about_requests = words.clause.contains("申请") && words.clause.contains("公开");
    if !is_about_requests || !is_whole_scope(&words.before) || words.clause.contains("复议") {
        return None;
    }
    let agrees = |keys: &Vec<CellKey>| sum(setting, keys) == Some(amount(words));
    let meanings = [vec![new], vec![new, carried_in], vec![total(RequestRow::Total)]];
    if let Some(meaning) = meanings.iter().find(|keys| agrees(keys)) {
        return Some(meaning.clone());
    }
    matches!(verb.as_str(), "新收" | "新收到" | "收到" | "受理" | "接到" | "接收").then(|| vec![new])
}

/// Groups of result rows as the prose names them.
const GROUPS: [(&str, &[RequestRow]); 7] = [
    ("予以公开", &[RequestRow::Granted]),
    ("部分公开", &[RequestRow::GrantedInPart]),
    (
        "不予公开",
        &[
            RequestRow::StateSecret,
            RequestRow::ProhibitedByLaw,
            RequestRow::SecurityAndStability,
            RequestRow::ThirdPartyRights,
            RequestRow::InternalAffairs,
            RequestRow::Deliberative,
            RequestRow::EnforcementFile,
            RequestRow::AdministrativeInquiry,
        ],
    ),
    ("无法提供", &[RequestRow::NotHeld, RequestRow::RequiresCreation, RequestRow::StillUnclear]),
    (
        "不予处理",
        &[
            RequestRow::PetitionOrComplaint,
            RequestRow::Repeat,
            RequestRow::PublishedWork,
            RequestRow::Vexatious,
            RequestRow::Reissue,
        ],
    ),
    (
        "其他处理",
        &[
            RequestRow::OtherDisposal,
            RequestRow::LapsedUnsupplemented,
            RequestRow::LapsedUnpaid,
            RequestRow::OtherReason,
        ],
    ),
    ("本机关无法提供", &[RequestRow::NotHeld, RequestRow::RequiresCreation, RequestRow::StillUnclear]),
];

fn result(words: &Words<'_>, setting: &Setting<'_>) -> Option<Vec<CellKey>> {
    // `作其他处理(含…)469件`: the label stands before the bracket.
    let label = words.label.trim_start_matches(['作', '其', '中']);
    if CARRIED_OUT.is_match(&words.clause) {
        return Some(vec![total(RequestRow::CarriedOut)]);
    }
    let (_, rows) = GROUPS.iter().find(|(name, _)| *name == label)?;
    let keys: Vec<CellKey> = rows.iter().copied().map(total).filter(|key| setting.form.has(*key)).collect();
    is_whole_scope_of_results(&words.before).then_some(keys)
}

/// Results stand behind 其中, which narrows nothing here; other words still do.
fn is_whole_scope_of_results(before: &str) -> bool {
    is_whole_scope(&before.replace("其中", "").replace("上年", "").replace("上一年", ""))
}

fn amount(words: &Words<'_>) -> i64 {
    match words.number.amount {
        law::report::prose::Amount::Count(n) => n,
        _ => -1,
    }
}

pub(super) fn sum(setting: &Setting<'_>, keys: &[CellKey]) -> Option<i64> {
    keys.iter().map(|key| setting.cells.get(key).copied()).try_fold(0_i64, |sum, n| sum.checked_add(n?))
}
