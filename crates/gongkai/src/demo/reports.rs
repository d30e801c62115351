//! The town's annual reports in their different states, and the checked report of another town.

use store::{OrganId, Store};

use super::build::Tools;

/// Writes the reports.
pub(super) async fn write(_store: &Store, _tools: &Tools<'_>, _town: &OrganId) -> anyhow::Result<()> {
    Ok(())
}
