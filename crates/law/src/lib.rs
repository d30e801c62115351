//! The Regulation as arithmetic: calendar, clocks, decisions, registers, measures and the annual report.
//!
//! Pure functions over values: no IO, and no knowledge of what day it is; today is an argument.

#![warn(missing_docs)]

pub mod calendar;
pub mod clock;
mod day;
pub mod decision;
pub mod measure;
pub mod register;
pub mod report;

pub use day::legal_day;
pub use jiff::{Timestamp, civil::Date};
