//! The written parts: what their words say, placeholders, numbers typed by hand, drafts.

mod told;

pub use told::{
    Amount, Breakdown, Claim, ClaimKind, Dimension, Figure, Growth, Part, Place, Scope, Subset, Told, What,
    YearNamed, YearRole,
};
