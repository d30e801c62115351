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
mod changes;
mod county;
mod dated;
mod due;
mod examined;
mod last_year;
mod member;
mod names;
mod rules;
mod shelf;
mod sketch;
mod sums;
mod wording;

pub use changes::Change;
pub use county::{County, Known, Late, Listed, Missing, Pair, county};
pub use dated::Dated;
pub use examined::{Beside, Examined, Sentence, examine};
pub use member::Member;
pub use names::{AgencyName, ByAgency};
pub(crate) use rules::RULES;
pub use shelf::Shelf;
pub use sums::CellSum;
