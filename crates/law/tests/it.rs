//! Integration tests of `law`, one binary.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail a test by panicking, as the tests themselves do"
)]

mod decision;
mod measure;
mod register;
