//! The use cases, one file per act: law decides, store records, in one transaction.

pub mod account;
mod error;
pub mod import;
pub mod password;
pub mod ports;
mod post;

pub use error::{Error, Result, sentence};
pub use post::{Capability, PostKind};
