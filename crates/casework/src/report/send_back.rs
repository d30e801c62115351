//! The county gives a report back to be changed.

use store::{Act, OrganId, ReportId, Store};

use super::oversight::acts_from_above;
use super::step::{Step, checked};
use crate::{Error, Result};

/// Submitted → returned. There must be an open comment, or a reason in the act.
///
/// # Errors
/// `NotFound`, also for whoever is not above; `NotAllowed`; a refusal without comment and reason, or in another state.
pub async fn send_back(store: &Store, organ: &OrganId, act: &Act, id: &ReportId) -> Result<()> {
    let mut write = store.begin(organ).await?;
    acts_from_above(&mut write, organ, act).await?;
    checked(&mut write, organ, id, Step::SendBack).await?;
    let is_said = act.reason.as_ref().is_some_and(|reason| !reason.trim().is_empty())
        || write.remarks(organ, id).await?.iter().any(|remark| remark.settled_at.is_none());
    if !is_said {
        return Err(Error::refused("请先提出意见或写明退回的原因，再退回修改。"));
    }
    write.return_report(act, id).await?;
    Ok(write.commit().await?)
}
