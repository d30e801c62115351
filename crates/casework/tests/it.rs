//! Integration tests of `casework`, one binary.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests fail a test by panicking, as the tests themselves do"
)]

mod account;
mod import;
mod import_rows;
mod operate;
mod organ_settings;
mod public_texts;
mod record;
mod report;
mod staff;
mod unit_post;
mod world;
