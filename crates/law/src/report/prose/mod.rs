//! The written parts: what their words say, placeholders, numbers typed by hand, drafts.

mod draft;
mod draft_five;
mod draft_one;
mod draft_six;
mod name;
mod nearest;
mod number;
mod numeral;
mod resolve;
mod surroundings;
mod template;
mod told;

pub use draft::{Occasion, draft, draft_names};
pub use name::{Name, labels};
pub use number::{Number, numbers};
pub use resolve::{Amounts, Resolved, resolve};
pub use template::{Fault, OpenPoint, Slot, open_points, slots};
pub use told::{
    Amount, Breakdown, Claim, ClaimKind, Dimension, Figure, Growth, Part, Place, Scope, Subset, Told, What,
    YearNamed, YearRole,
};
