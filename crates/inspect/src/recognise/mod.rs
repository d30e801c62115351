//! Who reports, on which year, on which form, in which parts.

mod agency;
mod form;
mod sections;
mod surroundings;
mod year;

pub(crate) use agency::agency;
pub(crate) use form::{format, level};
pub(crate) use sections::Parts;
pub(crate) use year::{year, year_span};
