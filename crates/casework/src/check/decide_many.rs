//! Deciding at once about all open findings of a report, or of one rule in a batch, and taking that back.

use std::collections::BTreeSet;

use jiff::Timestamp;
use store::{Act, CheckBatchId, CheckFilter, CheckStanding, OrganId, Page, Read, ReportId, Store};

use super::decide::{checked_reason, decided};
use super::finding::{is_grave, marks, text};
use crate::{Error, Result};

/// More findings than a batch has.
const ALL: u32 = 1_000_000;

/// About which findings to decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CheckScope {
    /// All of a report.
    Report(ReportId),
    /// Those of a batch that the filter chooses; it must name a rule.
    Batch(CheckBatchId, CheckFilter),
}

/// A finding: its report, its rule, its mark.
type Place = (ReportId, String, String);

/// Decides about every open finding of the scope; how many they were. What was decided before stays.
///
/// # Errors
/// `Invalid` for a missing or too long reason; a refusal when nothing is open, or no rule is chosen for a batch.
pub async fn decide_all(
    store: &Store,
    organ: &OrganId,
    act: &Act,
    scope: &CheckScope,
    standing: CheckStanding,
) -> Result<usize> {
    let act = Act { reason: checked_reason(act, Some(standing))?, ..act.clone() };
    let mut write = store.begin(organ).await?;
    let open = places(&mut write, organ, scope, None).await?;
    if open.is_empty() {
        return Err(Error::refused("没有待处理的问题，可能已经有人处理过。"));
    }
    for (report, rule, mark) in &open {
        write.decide_check(&act, (report, rule, mark), Some(standing)).await?;
    }
    write.commit().await?;
    Ok(open.len())
}

/// Opens again what this person decided in the scope at that instant; how many findings that were.
///
/// # Errors
/// A refusal when there is nothing to take back.
pub async fn undo_all(
    store: &Store,
    organ: &OrganId,
    act: &Act,
    scope: &CheckScope,
    at: Timestamp,
) -> Result<usize> {
    let mut write = store.begin(organ).await?;
    let done = places(&mut write, organ, scope, Some((act, at))).await?;
    if done.is_empty() {
        return Err(Error::refused("这次处理已经撤回，或者后来又改过。"));
    }
    for (report, rule, mark) in &done {
        write.decide_check(act, (report, rule, mark), None).await?;
    }
    write.commit().await?;
    Ok(done.len())
}

/// The findings of the scope that are open, or that were decided by a person at an instant. Of those with one mark, one.
async fn places(
    read: &mut Read,
    organ: &OrganId,
    scope: &CheckScope,
    decided_by: Option<(&Act, Timestamp)>,
) -> Result<Vec<Place>> {
    let all = match scope {
        CheckScope::Report(id) => of_report(read, organ, id, decided_by.is_none()).await?,
        CheckScope::Batch(id, filter) => of_batch(read, organ, (id, filter), decided_by.is_none()).await?,
    };
    let mut marks: BTreeSet<String> = all.iter().map(|(_, _, mark)| mark.clone()).collect();
    if let Some((act, at)) = decided_by {
        let asked: Vec<String> = marks.into_iter().collect();
        let decisions = read.check_decisions(organ, &asked).await?.into_iter();
        let is_meant = |by, when: Timestamp| by == act.person && when.as_microsecond() == at.as_microsecond();
        let meant = decisions.filter(|decision| is_meant(decision.decided_by.clone(), decision.decided_at));
        marks = meant.map(|decision| decision.mark).collect();
    }
    Ok(all.into_iter().filter(|(_, _, mark)| marks.remove(mark)).collect())
}

async fn of_report(read: &mut Read, organ: &OrganId, id: &ReportId, open: bool) -> Result<Vec<Place>> {
    let report = read.checked_report(organ, id).await?;
    let decisions = decided(read, organ, &report).await?;
    let marks = marks(report.summary.agency.as_deref(), report.summary.year, &report.findings);
    let findings = report.findings.as_array().map(Vec::as_slice).unwrap_or_default();
    let grave = findings
        .iter()
        .zip(marks)
        .enumerate()
        .filter(|(at, (finding, _))| is_grave(finding) && decisions.contains_key(at) != open);
    Ok(grave.map(|(_, (finding, mark))| (id.clone(), text(finding, "rule").to_owned(), mark)).collect())
}

async fn of_batch(
    read: &mut Read,
    organ: &OrganId,
    (id, filter): (&CheckBatchId, &CheckFilter),
    open: bool,
) -> Result<Vec<Place>> {
    if filter.rule.is_none() {
        return Err(Error::refused("请先选一条规则，再一次处理它的全部问题。"));
    }
    let standing = if open { Some(None) } else { None };
    let filter = CheckFilter { standing, ..filter.clone() };
    let found = read.check_findings(organ, id, &filter, Page::first(ALL)).await?;
    Ok(found.into_iter().map(|found| (found.report, found.finding.rule, found.finding.mark)).collect())
}
