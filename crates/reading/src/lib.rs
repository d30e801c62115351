//! Foreign files in: documents for inspection, rows for registers.
//!
//! Every file is untrusted. What cannot be read is answered with one Chinese sentence ([`Fault`]) that says
//! what the file is and what to do; nothing here panics, hangs or takes memory without a stated limit.

#![warn(missing_docs)]

mod decode;
mod docx;
mod draft;
mod fault;
mod html;
mod kind;
pub mod limits;
mod numeral;
mod ofd;
mod package;
mod pages;
mod pdf;
mod read;
pub mod rows;
mod sheets;
mod text;
mod web_archive;
mod xml;

pub use decode::{Decoded, Encoding, decode};
pub use fault::Fault;
pub use kind::{Kind, Old, sniff};
pub use read::{Aids, AnyFile, Converter, admit, converted, document, read};
pub use text::{MAX_TEXT_BYTES, PlainText};
