//! Pictures: pure functions from data to a [`Picture`], drawn on the server, the same bytes for the same data.
//!
//! Every picture has three forms: the drawing, the same numbers as a table, and one sentence. A drawing is shown
//! only where its labels can be read, i.e. from [`contract::NARROWEST`] CSS pixels on; below, the narrow form stands
//! in its place. Colours are classes of `static/app.css`, so that dark mode, print and forced colours need nothing
//! here, and no `style` attribute is written, since the content security policy forbids them.

mod contract;
#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a helper that fails fails its test")]
mod holds;
mod svg;
mod years;

pub(crate) use contract::Picture;
pub(crate) use years::{YearPair, year_on_year};
