//! Integration tests of `law`, one binary.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail a test by panicking, as the tests themselves do"
)]

mod calendar;
mod calendar_changes;
mod calendar_csv;
mod calendar_oracle;
mod clock_access_request;
mod clock_properties;
mod clock_statutory;
mod clock_vectors;
mod decision;
mod measure;
mod register;
mod report;
