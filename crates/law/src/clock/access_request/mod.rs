//! The reply clock of an access request (条例第三十条 to 第三十五条; R-30 to R-34, FEE-7, FEE-8).
//!
//! ```text
//! day 0    = received, or the later of supplement received and fee paid      not counted
//! base     = 20 working days + extension (at most 20, once)
//! excluded = the time of asking third parties and other organs
//! due      = the day on which `base` working days outside `excluded` have passed after day 0
//! ```
//!
//! Facts go in, a standing comes out; nothing is remembered.

mod acts;
mod asked;
mod consultation;
mod facts;
mod record;
mod reply;

pub use consultation::{Consultation, ConsultationKind, PausePolicy};
pub use facts::{Extension, Facts};
pub use reply::{Basis, ReplyDue, Standing, reply_due};
