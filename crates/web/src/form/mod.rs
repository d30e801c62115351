//! Forms: what was sent, and what to show. Register forms, filters and lists are all made from the field
//! table of `law::register`, so that a new column needs no page of its own.

mod field;
mod read;
mod sent;

pub(crate) use field::{Choosable, FormField, Input, Problem, problems};
pub(crate) use read::{Typed, read_values};
pub(crate) use sent::Sent;
