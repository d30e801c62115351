//! 工单与留言 of 示例镇: 280 hotline complaints in 2020 as in the seed, all closed in time; 2024 and 2025 of
//! every category and source, a few late, returned, extended or done twice; some open today.

mod open;
mod plan;
mod topics;

use law::register::Values;

use super::days::Days;

/// The register of work orders.
pub(super) fn rows(days: &Days<'_>) -> Vec<Values> {
    let mut rows = Vec::new();
    for plan in plan::YEARS {
        rows.extend(plan.rows(days));
    }
    rows.extend(open::rows(days));
    rows
}
