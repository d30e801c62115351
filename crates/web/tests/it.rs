//! Integration tests of `web`, one binary: actors against the real router, each test with a database of its own.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a helper that fails fails its test; clippy exempts only functions marked #[test]"
)]

mod browser;
mod world;

mod desk;
mod desk_check;
mod desk_check_batch;
mod desk_help;
mod desk_import;
mod desk_links;
mod desk_organ;
mod desk_register;
mod desk_report;
mod desk_settings;
mod face;
mod forms;
mod gate;
mod headers;
mod kept;
mod one_door;
mod palette;
mod portal;
mod report;
mod sign_in;
