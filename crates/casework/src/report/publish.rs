//! Publishing a final report.

use store::{Act, OrganId, ReportId, Store};

use super::{
    step::{Step, checked},
    view::view_in,
};
use crate::{Error, Result};

/// Finalised → published; the version published before it for the year is superseded.
///
/// # Errors
/// `NotFound`; a refusal in another state, or if the version no longer has the hash of its 定稿.
pub async fn publish(store: &Store, organ: &OrganId, act: &Act, id: &ReportId) -> Result<()> {
    let mut write = store.begin(organ).await?;
    checked(&mut write, organ, id, Step::Publish).await?;
    if !view_in(&mut write, organ, id).await?.intact {
        return Err(Error::refused("这一版本的内容与定稿时的校验码对不上，不能公布。请与系统管理员联系。"));
    }
    write.publish_report(act, id).await?;
    Ok(write.commit().await?)
}
