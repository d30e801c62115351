//! Handing a report to the county for its comments.

use store::{Act, OrganId, ReportId, Store};

use super::step::{Step, checked};
use crate::Result;

/// Draft or returned → submitted. What still stops 定稿 does not stop this: the county reads drafts.
///
/// # Errors
/// `NotFound`; a refusal in another state.
pub async fn submit(store: &Store, organ: &OrganId, act: &Act, id: &ReportId) -> Result<()> {
    let mut write = store.begin(organ).await?;
    checked(&mut write, organ, id, Step::Submit).await?;
    write.submit_report(act, id).await?;
    Ok(write.commit().await?)
}
