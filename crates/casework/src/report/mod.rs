//! The annual report as acts: opened, filled from the registers, written, commented, made final, published,
//! corrected. Until 定稿 its figures are counted each time they are looked at; from then on they stand as
//! they were frozen.

mod amounts;
mod blocker;
mod cell_members;
mod compile;
mod compiled;
mod confirm_number;
mod correct;
mod counting;
mod document;
mod due;
mod explain;
mod finalise;
mod frozen;
mod neighbours;
mod offer_draft;
mod open;
mod oversight;
mod panel;
mod part;
mod place;
mod publish;
mod registers;
mod remark;
mod reopen;
mod send_back;
mod step;
mod submit;
mod told;
mod view;
mod write_prose;

pub use blocker::{Blocker, Mend, NeedsReason};
pub use cell_members::{CellMembers, CellSource, cell_members};
pub use compiled::{CheckedFinding, Compiled, LastYear, NamedFigure};
pub use confirm_number::{confirm_number, unconfirm_number};
pub use correct::correct;
pub use document::{ReportDocument, document, document_in, document_of};
pub use due::{ReportDay, day_set, report_day, report_due, reporter};
pub use explain::explain;
pub use finalise::{Finalised, finalise};
pub use frozen::frozen_hash;
pub use offer_draft::offer_draft;
pub use open::open;
pub use oversight::{is_seen_from_above, organ_below};
pub use panel::nameable_figures;
pub use part::{HandNumber, Part};
pub use publish::publish;
pub use remark::{remark, settle_remark};
pub use reopen::reopen;
pub use send_back::send_back;
pub use step::Step;
pub use submit::submit;
pub use view::{view, view_year};
pub use write_prose::{ProseEdit, write_prose};
