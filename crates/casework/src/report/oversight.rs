//! Whose reports an organ above may read and comment on.

use store::{Act, Organ, OrganId, Read, ReportState, Store};

use crate::{Capability, Error, PostKind, Result};

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

/// Makes sure that the act is that of a post of the organ directly above, and of one that may comment. Asked within
/// the transaction that writes, so that no caller can forget it.
///
/// # Errors
/// `NotFound` for whoever is not above; `NotAllowed` for another post of the organ above.
pub(super) async fn acts_from_above(read: &mut Read, organ: &OrganId, act: &Act) -> Result<()> {
    let above = read.organ(organ).await?.parent_id;
    let (Some(above), Some(post)) = (above, &act.post) else {
        return Err(store::Error::NotFound("organ").into());
    };
    let post = read.post(&above, post).await?;
    let may = PostKind::from_key(&post.kind).is_some_and(|kind| kind.may(Capability::CommentReport));
    if post.closed || !may {
        return Err(Error::NotAllowed(Capability::CommentReport));
    }
    Ok(())
}

/// Whether the organ above may read a version in this state: from the moment it was handed in.
#[must_use]
pub const fn is_seen_from_above(state: ReportState) -> bool {
    !matches!(state, ReportState::Draft)
}
