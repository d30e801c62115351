//! Tidy: the rules of this repository that neither the compiler nor clippy can see.
//!
//! Each module is one rule or a few that belong together. A rule is a function from text to a list
//! of [`faults::Fault`]s; beside the test that runs it over the repository stands a test that feeds
//! it a bad sample and sees it caught, so that a rule cannot go blind unnoticed.
//!
//! Every message says where (file and line), what is wrong, and what to do.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a rule that cannot read the repository fails its test; clippy exempts only functions marked #[test]"
)]

mod clock;
mod ddl;
mod desk_routes;
mod edges;
mod faults;
mod glossary;
mod handbook;
mod licences;
mod manifests;
mod markdown;
mod migrations;
mod papers;
mod purity;
mod sizes;
mod sql;
mod templates;
mod tokens;
mod tree;
mod words;
