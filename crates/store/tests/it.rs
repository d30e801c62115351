//! Integration tests of `store`, one binary. Everything runs on both engines.

mod backup;
mod ledger;
mod lists;
mod measures;
mod migrations;
mod registers;
mod seam;
mod story;
mod support;
mod undo;
mod visibility;
