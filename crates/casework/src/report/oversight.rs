//! Whose reports an organ above may read and comment on.

use store::{Organ, OrganId, ReportState, Store};

use crate::Result;

/// The organ directly below `above` with this identifier.
///
/// # Errors
/// `NotFound` for any other: what is not below does not exist from there.
pub async fn organ_below(store: &Store, above: &OrganId, organ: &OrganId) -> Result<Organ> {
    let organ = store.read().await?.organ(organ).await?;
    if organ.parent_id.as_ref() == Some(above) {
        return Ok(organ);
    }
    Err(store::Error::NotFound("organ").into())
}

/// Whether the organ above may read a version in this state: from the moment it was handed in.
#[must_use]
pub const fn is_seen_from_above(state: ReportState) -> bool {
    !matches!(state, ReportState::Draft)
}
