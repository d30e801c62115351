//! Table 四 政府信息公开行政复议、行政诉讼情况: one row of fifteen figures, the same in both forms.

use super::grid::{Grid, GridCell};
use super::key::{CellKey, DisputeOutcome, DisputeRoute};
use super::section::Section;

/// The head over the first five columns.
pub const RECONSIDERATION_LABEL: &str = "行政复议";
/// The head over the last ten columns.
pub const LITIGATION_LABEL: &str = "行政诉讼";

/// The head of a block, exactly as printed.
#[must_use]
pub const fn route_label(route: DisputeRoute) -> &'static str {
    match route {
        DisputeRoute::Reconsideration => RECONSIDERATION_LABEL,
        DisputeRoute::DirectSuit => "未经复议直接起诉",
        DisputeRoute::SuitAfterReconsideration => "复议后起诉",
    }
}

/// The head of a column within a block, exactly as printed.
#[must_use]
pub const fn outcome_label(outcome: DisputeOutcome) -> &'static str {
    match outcome {
        DisputeOutcome::Upheld => "结果维持",
        DisputeOutcome::Corrected => "结果纠正",
        DisputeOutcome::Other => "其他结果",
        DisputeOutcome::Pending => "尚未审结",
        DisputeOutcome::Total => "总计",
    }
}

/// The columns that add up to a block's 总计.
pub const OUTCOMES: [DisputeOutcome; 4] =
    [DisputeOutcome::Upheld, DisputeOutcome::Corrected, DisputeOutcome::Other, DisputeOutcome::Pending];

/// The fifteen cells, left to right.
pub(super) fn cells() -> Vec<CellKey> {
    DisputeRoute::ALL.iter().flat_map(|route| of_route(*route)).collect()
}

fn of_route(route: DisputeRoute) -> impl Iterator<Item = CellKey> {
    DisputeOutcome::ALL.iter().map(move |outcome| CellKey::Dispute(route, *outcome))
}

/// A cell in words: `表四“行政复议”的“结果维持”`.
pub(super) fn name(route: DisputeRoute, outcome: DisputeOutcome) -> String {
    format!("表四“{}”的“{}”", route_label(route), outcome_label(outcome))
}

/// Table 四 as a grid.
pub(super) fn grid() -> Grid {
    let outcomes = DisputeOutcome::ALL.len();
    let labels = || DisputeOutcome::ALL.iter().map(|outcome| GridCell::label(outcome_label(*outcome)));
    let suits = [DisputeRoute::DirectSuit, DisputeRoute::SuitAfterReconsideration];

    let first = vec![
        GridCell::label(RECONSIDERATION_LABEL).wide(outcomes),
        GridCell::label(LITIGATION_LABEL).wide(outcomes * suits.len()),
    ];
    let mut second: Vec<GridCell> = labels().map(|label| label.tall(2)).collect();
    second.extend(suits.iter().map(|suit| GridCell::label(route_label(*suit)).wide(outcomes)));
    let third = suits.iter().flat_map(|_| labels()).collect();
    let figures = cells().into_iter().map(GridCell::figure).collect();

    Grid {
        section: Section::Four,
        columns: outcomes * DisputeRoute::ALL.len(),
        header_rows: 3,
        rows: vec![first, second, third, figures],
    }
}
