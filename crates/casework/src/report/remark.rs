//! The county's comments on a submitted report.

use law::report::Section;
use store::{Act, OrganId, RemarkId, ReportId, Store};

use super::oversight::acts_from_above;
use super::step::{Step, checked};
use crate::{Error, Result};

/// The most characters of a comment.
const LONGEST: usize = 5_000;

/// Comments on a submitted report of `organ`, on one part or the whole; the act is that of a post of the
/// organ above.
///
/// # Errors
/// `Invalid` without words; `NotFound` and `NotAllowed` for whoever is not above; a refusal in another state.
pub async fn remark(
    store: &Store,
    organ: &OrganId,
    act: &Act,
    id: &ReportId,
    (remark, section, words): (RemarkId, Option<Section>, &str),
) -> Result<()> {
    let words = words.trim();
    if words.is_empty() {
        return Err(Error::field("words", "请写明意见。".to_owned()));
    }
    if words.chars().count() > LONGEST {
        return Err(Error::field("words", format!("意见最多 {LONGEST} 字，请压缩。")));
    }
    let mut write = store.begin(organ).await?;
    acts_from_above(&mut write, organ, act).await?;
    checked(&mut write, organ, id, Step::Remark).await?;
    write.add_remark(act, id, &remark, (section, words)).await?;
    Ok(write.commit().await?)
}

/// Marks a comment as dealt with.
///
/// # Errors
/// `NotFound` if there is none that is open; a refusal in another state.
pub async fn settle_remark(
    store: &Store,
    organ: &OrganId,
    act: &Act,
    id: &ReportId,
    remark: &RemarkId,
) -> Result<()> {
    let mut write = store.begin(organ).await?;
    checked(&mut write, organ, id, Step::SettleRemark).await?;
    write.settle_remark(act, id, remark).await?;
    Ok(write.commit().await?)
}
