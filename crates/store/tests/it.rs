//! Integration tests of `store`, one binary. Everything runs on both engines.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking, in its helpers too"
)]

mod backup;
mod checks;
mod ledger;
mod lists;
mod measures;
mod migrations;
mod registers;
mod story;
mod support;
mod undo;
mod visibility;
