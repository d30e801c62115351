//! Pictures: pure functions from data to a [`Picture`], drawn on the server, the same bytes for the same data.
//!
//! Every picture has three forms: the drawing, the same numbers as a table, and one sentence. A drawing is shown
//! only where its labels can be read, i.e. from [`contract::NARROWEST`] CSS pixels on; below, the narrow form stands
//! in its place. Colours are classes of `static/app.css`, so that dark mode, print and forced colours need nothing
//! here, and no `style` attribute is written, since the content security policy forbids them.

mod contract;
mod flow;
#[cfg(test)]
mod holds;
mod month;
mod rhythm;
mod svg;
mod years;

pub(crate) use contract::Picture;
pub(crate) use flow::{FlowStep, Progress, flow};
pub(crate) use month::{DueMark, MonthDay, month};
pub(crate) use rhythm::rhythm;
pub(crate) use years::{YearPair, year_on_year};
