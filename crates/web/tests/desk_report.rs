//! The annual report at the desk: clerk, approver and county against the real router.

#[path = "desk_report/cells.rs"]
mod cells;
#[path = "desk_report/county.rs"]
mod county;
#[path = "desk_report/desks.rs"]
mod desks;
#[path = "desk_report/flow.rs"]
mod flow;
#[path = "desk_report/pages.rs"]
mod pages;
#[path = "desk_report/rights.rs"]
mod rights;
#[path = "desk_report/stops.rs"]
mod stops;
#[path = "desk_report/words.rs"]
mod words;
