//! Records of the six registers: written as events, kept as rows, listed with filters.

mod add;
mod change;
mod content;
mod due;
mod filter;
mod fold;
mod list;
mod row;
mod table;
mod undo;

pub use filter::{Condition, Filter, Order, OrderBy, Page, Struck};
pub use fold::HeldAgainst;
pub use list::YearCount;
pub use row::{DueCache, NewRecord, RecordRef, RecordRow};
pub use table::date_fields;

pub(crate) use table::{has_due, select};
