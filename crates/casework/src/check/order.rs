//! Checking one published report at once, and keeping what was found.

use inspect::Checked;
use store::{Act, CheckBatchId, NewCheckedReport, OrganId, ReportId, Store, Write};

use super::{Checker, examine::examine, finding};
use crate::{Error, Result};

/// A published report to be checked.
#[derive(Debug)]
pub struct CheckOrder {
    /// Its name, without folders.
    pub file_name: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// The end of the text is known to be missing.
    pub excerpt: bool,
}

/// A report that was read and checked, not yet kept.
pub(super) struct Outcome {
    pub(super) checked: Checked,
    pub(super) words: String,
    pub(super) digest: String,
}

/// Reads and checks a report, beside the same body's last one and our own approved version where there are such, and
/// keeps text and findings under this id.
///
/// # Errors
/// A refusal that says why the file cannot be read; nothing is kept then.
pub async fn check_report(
    store: &Store,
    organ: &OrganId,
    act: &Act,
    order: CheckOrder,
    checker: &Checker,
    id: ReportId,
) -> Result<Checked> {
    let outcome = examine(store, organ, act, order, checker).await?;
    let mut write = store.begin(organ).await?;
    keep(&mut write, act, &outcome, (id, None)).await?;
    write.commit().await?;
    Ok(outcome.checked)
}

/// Keeps what was found.
pub(super) async fn keep(
    write: &mut Write,
    act: &Act,
    outcome: &Outcome,
    place: (ReportId, Option<CheckBatchId>),
) -> Result<()> {
    Ok(write.add_checked_report(act, &report(outcome, place)?).await?)
}

/// Puts what was found in the place of what an earlier look at the same file found.
pub(super) async fn replace(
    write: &mut Write,
    act: &Act,
    outcome: &Outcome,
    place: (ReportId, Option<CheckBatchId>),
) -> Result<()> {
    Ok(write.replace_checked_report(act, &report(outcome, place)?).await?)
}

fn report(outcome: &Outcome, (id, batch): (ReportId, Option<CheckBatchId>)) -> Result<NewCheckedReport> {
    let checked = &outcome.checked;
    let findings = serde_json::to_value(&checked.findings)
        .map_err(|_| Error::refused("检查结果没有保存，请再试一次。"))?;
    let found = finding::grave(checked.agency.as_deref(), checked.year, &findings);
    Ok(NewCheckedReport {
        id,
        file_name: checked.file.clone(),
        digest: outcome.digest.clone(),
        agency: checked.agency.clone(),
        year: checked.year,
        form: checked.format.map(|format| format!("{format:?}")),
        words: outcome.words.clone(),
        findings,
        found,
        batch,
    })
}
