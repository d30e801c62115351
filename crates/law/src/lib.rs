//! The Regulation as arithmetic: calendar, clocks, decisions, measures, report cells and identities. No IO, no clock.

#![warn(missing_docs)]

pub mod calendar;
pub mod clock;
mod day;
pub mod decision;
pub mod measure;
pub mod register;

pub use day::legal_day;
pub use jiff::{Timestamp, civil::Date};

pub mod report;
