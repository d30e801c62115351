//! Taking 定稿 back, as long as nobody outside has seen the report.

use store::{Act, OrganId, ReportId, Store};

use super::step::{Step, checked};
use crate::{Error, Result};

/// Finalised → draft: figures follow the records again and the words can be mended. A published report is corrected
/// instead, by a version beside it.
///
/// # Errors
/// `Invalid` when the act gives no reason; `NotFound`; a refusal in another state.
pub async fn reopen(store: &Store, organ: &OrganId, act: &Act, id: &ReportId) -> Result<()> {
    if act.reason.as_ref().is_none_or(|reason| reason.trim().is_empty()) {
        return Err(Error::field("reason", "请写明为什么要撤回定稿。".to_owned()));
    }
    let mut write = store.begin(organ).await?;
    checked(&mut write, organ, id, Step::Reopen).await?;
    write.reopen_report(act, id).await?;
    Ok(write.commit().await?)
}
