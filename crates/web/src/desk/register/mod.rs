//! 台账: the six registers, one set of pages made from the table of fields in `law`.

pub(super) mod address;
mod clock;
mod declare;
mod edit;
mod export;
mod filter;
mod history;
mod index;
mod list;
mod pace;
mod public;
mod record;
mod shape;
mod strike;
mod unread;

pub(super) use declare::{show_declare, submit_declare};
pub(super) use edit::{show_edit, show_new, submit_edit, submit_new};
pub(super) use export::{show_export, show_template};
pub(super) use index::show_registers;
pub(super) use list::{cut, name, show_list};
pub(super) use record::show_record;
pub(super) use strike::{show_restore, show_strike, submit_restore, submit_strike};
