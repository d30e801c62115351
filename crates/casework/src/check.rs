//! Checking somebody's published report, and keeping what was found.

use std::sync::Arc;

use inspect::{Checked, Options, Reader, check};
use sha2::{Digest as _, Sha256};
use store::{Act, NewCheckedReport, OrganId, ReportId, Store};

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

/// Reads and checks a report, and keeps text and findings under this id.
///
/// # Errors
/// A refusal that says why the file cannot be read; nothing is kept then.
pub async fn check_report(
    store: &Store,
    organ: &OrganId,
    act: &Act,
    order: CheckOrder,
    reader: Arc<dyn Reader + Send + Sync>,
    id: ReportId,
) -> Result<Checked> {
    let CheckOrder { file_name, bytes, excerpt } = order;
    let digest = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let options = Options { file: file_name.clone(), excerpt };
    let checking = tokio::task::spawn_blocking(move || {
        let document = reader.read(&bytes)?;
        let checked = check(&document, &options);
        let lines: Vec<String> = document.lines.into_iter().map(|line| line.text).collect();
        Ok::<_, inspect::Unreadable>((checked, lines.join("\n")))
    });
    let checked = checking.await.map_err(|_| Error::refused("报告没有检查完，请再试一次。"))?;
    let (checked, words) = checked.map_err(|unreadable| Error::refused(unreadable.0))?;
    let findings = serde_json::to_value(&checked.findings)
        .map_err(|_| Error::refused("检查结果没有保存，请再试一次。"))?;
    let form = checked.format.map(|format| format!("{format:?}"));
    let (agency, year) = (checked.agency.clone(), checked.year);
    let (found, batch) = (Vec::new(), None);
    let new = NewCheckedReport { id, file_name, digest, agency, year, form, words, findings, found, batch };
    let mut write = store.begin(organ).await?;
    write.add_checked_report(act, &new).await?;
    write.commit().await?;
    Ok(checked)
}
