//! The decision on an access request: one table of kinds, from which the form, the letter, the
//! remedies and the report are read (law.md §1.6, design.md invariant 5).

mod table;

pub use table::{Decision, DecisionKind, Letter, TABLE};
