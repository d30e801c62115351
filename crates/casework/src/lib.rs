//! The use cases, one file per act: law decides, store records, in one transaction.

pub mod password;
mod post;

pub use post::{Capability, PostKind};
