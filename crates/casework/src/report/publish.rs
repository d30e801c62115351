//! Publishing a final report.

use store::{Act, OrganId, ReportId, Store};

use super::step::{Step, checked};
use crate::Result;

/// Finalised → published; the version published before it for the year is superseded.
///
/// # Errors
/// `NotFound`; a refusal in another state.
pub async fn publish(store: &Store, organ: &OrganId, act: &Act, id: &ReportId) -> Result<()> {
    let mut write = store.begin(organ).await?;
    checked(&mut write, organ, id, Step::Publish).await?;
    write.publish_report(act, id).await?;
    Ok(write.commit().await?)
}
