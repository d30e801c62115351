//! What a person decides about a finding: confirmed, dismissed with a reason, or open again.

use std::collections::BTreeMap;

use store::{Act, CheckDecision, CheckStanding, CheckedReport, OrganId, Read, ReportId, Store};

use super::finding::{is_grave, marks, text};
use crate::{Error, Result};

/// The longest reason, in characters.
const REASON_MAX: usize = 500;

/// The decisions on the findings of a report, by the finding's place in its JSON.
pub type Decided = BTreeMap<usize, CheckDecision>;

/// Reads them. A decision made when the same was found before holds here too.
///
/// # Errors
/// Failures of the store.
pub async fn decided(read: &mut Read, organ: &OrganId, report: &CheckedReport) -> Result<Decided> {
    let marks = marks_of(report);
    let mut found: BTreeMap<String, CheckDecision> = BTreeMap::new();
    for decision in read.check_decisions(organ, &marks).await? {
        found.insert(decision.mark.clone(), decision);
    }
    Ok(marks.iter().enumerate().filter_map(|(at, mark)| Some((at, found.get(mark)?.clone()))).collect())
}

/// Decides about a finding; `None` opens it again. The act's reason is kept; a dismissal needs one.
///
/// # Errors
/// `Invalid` for a missing or too long reason; a refusal for a finding that nobody needs to decide on.
pub async fn decide(
    store: &Store,
    organ: &OrganId,
    act: &Act,
    (report, number): (&ReportId, usize),
    standing: Option<CheckStanding>,
) -> Result<()> {
    let act = Act { reason: checked_reason(act, standing)?, ..act.clone() };
    let mut write = store.begin(organ).await?;
    let kept = write.checked_report(organ, report).await?;
    let marks = marks_of(&kept);
    let finding = kept.findings.get(number).filter(|finding| is_grave(finding));
    let (Some(finding), Some(mark)) = (finding, marks.get(number)) else {
        return Err(Error::refused("这一条不需要确认或排除。"));
    };
    write.decide_check(&act, (report, text(finding, "rule"), mark), standing).await?;
    Ok(write.commit().await?)
}

/// The reason of an act; a dismissal needs one.
pub(super) fn checked_reason(act: &Act, standing: Option<CheckStanding>) -> Result<Option<String>> {
    let reason = act.reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty());
    if standing == Some(CheckStanding::Dismissed) && reason.is_none() {
        return Err(Error::field("reason", "请写明为什么不作为问题，以后再核对时看得到。"));
    }
    if reason.is_some_and(|reason| reason.chars().count() > REASON_MAX) {
        return Err(Error::field("reason", format!("理由最多 {REASON_MAX} 个字。")));
    }
    Ok(reason.map(str::to_owned))
}

fn marks_of(report: &CheckedReport) -> Vec<String> {
    marks(report.summary.agency.as_deref(), report.summary.year, &report.findings)
}
