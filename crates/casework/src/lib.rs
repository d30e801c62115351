//! The use cases: law decides, store records, in one transaction.
//!
//! An act has a file of its own, or shares one with the act that undoes it and others on the same thing. The desk
//! and the command line call the same act; files come in and go out through [`ports`].

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
mod personal;
pub mod portal;
pub mod ports;
mod post;
pub mod record;
pub mod report;
pub mod today;
pub mod unit;

pub use error::{Error, Result, sentence};
pub use post::{Capability, PostKind};
