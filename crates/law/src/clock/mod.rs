//! Deadlines that explain every day they counted.
//!
//! A [`Clock`] is an event, a period and what happened since: a restart, pauses, an extension. [`deadline`]
//! turns it into a [`Due`] with one [`CountedDay`] for each day from the day after the start to the due day.
//! The day of the event is not counted (《民法典》第二百零一条第一款); periods in natural days or months that
//! end on a day off end on the next working day (第二百零三条). Nothing here is stored as truth: a deadline is
//! a function of events, rules and calendar (invariant 2).
//!
//! The statutory clocks are in [`statutory`], [`access_request`], [`dispute`] and [`work_order`].

pub mod access_request;
mod answer;
pub mod article;
pub mod dispute;
mod due;
mod error;
mod pause;
mod period;
pub mod report;
pub mod statutory;
mod walk;
pub mod work_order;

pub use answer::{Answer, answer};
pub use due::{CountedDay, CountedKind, Due};
pub use error::ClockError;
pub use pause::{Pause, PauseCause, Restart, RestartCause};
pub use period::{Clock, Period};
pub use walk::deadline;
