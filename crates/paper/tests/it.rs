//! What we print is read back by another library and is the same.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod docx;
mod letter;
mod libreoffice;
mod list;
mod pdf;
mod properties;
mod reader;
mod register;
mod report;
mod sample;
