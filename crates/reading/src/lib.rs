//! Foreign files in: text for inspection, rows for registers.
//!
//! Every file is untrusted. What cannot be read is answered with one Chinese sentence ([`Fault`]) that says
//! what the file is and what to do; nothing here panics, hangs or takes memory without a stated limit.

#![warn(missing_docs)]

mod decode;
mod fault;
mod kind;
pub mod rows;
mod text;

pub use decode::{Decoded, Encoding, decode};
pub use fault::Fault;
pub use kind::{Kind, sniff};
pub use text::{MAX_TEXT_BYTES, PlainText};
