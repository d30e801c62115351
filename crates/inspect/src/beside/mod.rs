//! Several reports beside each other: last year's, the approved version, a county's sixty.
//!
//! ```text
//! Document ─ examine ─▶ Examined ─┬─ Beside::last_year ─▶ findings on one report (K-T3-5, I-LAST-*)
//!                                 ├─ Beside::approved  ─▶ findings on one report (I-PUB-*)
//!                                 └─ Member ─ County ──▶ who is missing, late, alike; sums
//! ```
//! A file is parsed once; an [`Examined`] report keeps what comparing needs, not the file.

mod examined;

pub use examined::{Examined, Sentence, examine};
