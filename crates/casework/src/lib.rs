//! The use cases, one file per act: law decides, store records, in one transaction.

#![warn(missing_docs)]

pub mod account;
pub mod calendar;
pub mod check;
pub mod deadlines;
pub mod declare;
mod error;
pub mod export;
pub mod import;
pub mod organ;
pub mod password;
pub mod ports;
mod post;
pub mod record;
pub mod report;
pub mod today;

pub use error::{Error, Result, sentence};
pub use post::{Capability, PostKind};
