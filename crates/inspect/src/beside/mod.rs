//! Several reports beside each other: last year's, the approved version, a county's sixty.
//!
//! ```text
//! Document ─ examine ─▶ Examined ─┬─ Beside::last_year ─▶ findings on one report (K-T3-5 …, I-LAST-*, K-X-6)
//!                                 ├─ Beside::approved  ─▶ findings on one report (I-PUB-*)
//!                                 └─ Member ─ county ───▶ who is missing, late, alike; sums
//! ```
//! A file is parsed once; an [`Examined`] report keeps what comparing needs, not the file.

mod align;
mod approved;
mod dated;
mod examined;
mod last_year;
mod names;
mod shelf;
mod sketch;
mod wording;

pub use dated::Dated;
pub use examined::{Beside, Examined, Sentence, examine};
pub use names::{AgencyName, ByAgency};
pub use shelf::Shelf;
