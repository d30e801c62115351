//! How wide the columns of a statutory table are, on every kind of paper.

use law::report::{Grid, Section};

/// The columns' shares of the table's width, in millimetres of a page of GB/T 9704 (156 mm).
const BUSINESS: &[u32] = &[45, 37, 37, 37];
const REQUESTS: &[u32] = &[14, 22, 50, 10, 10, 10, 10, 10, 10, 10];

/// The widths of a table's columns, which together are exactly `total`, in its unit.
pub(crate) fn column_widths(grid: &Grid, total: u32) -> Vec<u32> {
    let even = vec![1; grid.columns];
    let shares = match grid.section {
        Section::Two => BUSINESS,
        Section::Three => REQUESTS,
        _ => &even,
    };
    let shares = if shares.len() == grid.columns { shares } else { &even };
    shared(shares, total)
}

/// Splits `total` by shares; what rounding leaves goes to the last.
pub(crate) fn shared(shares: &[u32], total: u32) -> Vec<u32> {
    let sum: u32 = shares.iter().sum::<u32>().max(1);
    let mut widths: Vec<u32> = shares.iter().map(|share| total * share / sum).collect();
    let left = total.saturating_sub(widths.iter().sum());
    if let Some(last) = widths.last_mut() {
        *last += left;
    }
    widths
}
