//! Lines of a file, folded for comparing, and running text put together out of them.

mod fold;
mod pages;
mod passage;
mod pattern;
mod source;
mod traditional;

pub(crate) use fold::squeezed;
pub(crate) use passage::{Passage, SENTENCE_ENDS, Span};
pub(crate) use pattern::Pattern;
pub(crate) use source::{Source, titles};
