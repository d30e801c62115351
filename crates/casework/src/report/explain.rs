//! The written reason for a mismatch that may stand.

use store::{Act, OrganId, ReportId, Store};

use super::{
    step::{Step, checked},
    view::view_in,
};
use crate::{Error, Result};

/// The most characters of a reason.
const LONGEST: usize = 2_000;

/// Gives the reason for a finding, in the place of an earlier one.
///
/// # Errors
/// `Invalid` without words; a refusal when no such finding asks for a reason, or in another state.
pub async fn explain(
    store: &Store,
    organ: &OrganId,
    act: &Act,
    id: &ReportId,
    (rule, place, reason): (&str, &str, &str),
) -> Result<()> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Error::field("reason", "请写明原因。".to_owned()));
    }
    if reason.chars().count() > LONGEST {
        return Err(Error::field("reason", format!("原因最多 {LONGEST} 字，请压缩。")));
    }
    let mut write = store.begin(organ).await?;
    checked(&mut write, organ, id, Step::Explain).await?;
    let compiled = view_in(&mut write, organ, id).await?;
    if !compiled.needs_reason.iter().any(|needed| needed.rule == rule && needed.place == place) {
        return Err(Error::refused("这一处核对结果已经变化，不再需要说明原因，请刷新页面。"));
    }
    write.explain(act, id, (rule, place), reason).await?;
    Ok(write.commit().await?)
}
