//! 导入: tables become records of a register, all or none, and a whole import can be undone.

mod list;
mod new;
mod one;
mod undo;

pub(super) use list::show_imports;
pub(super) use new::{show_new_import, submit_import};
pub(super) use one::show_import;
pub(super) use undo::{show_undo, submit_undo};

use store::ImportId;

/// All imports.
const IMPORTS: &str = "/desk/imports";

/// One import.
fn address(id: &ImportId) -> String {
    format!("{IMPORTS}/{id}")
}
