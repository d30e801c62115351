//! 年报: a year's report as a page of tasks, from the open draft to publication and correction. The same pages
//! serve the organ that reports and, with other rights, the organ above it.

mod acts;
mod address;
mod cell;
mod decide;
mod declared;
mod figures;
mod files;
mod opened;
mod part;
mod parts;
mod people;
mod prose;
mod standing;
mod subject;
mod table;
mod task;
mod todo;
mod whole;
mod years;

pub(super) use acts::{submit_reason, submit_remark, submit_report, submit_send_back, submit_settle};
pub(super) use cell::show_cell;
pub(super) use decide::{
    show_correct, show_finalise, show_publish, show_reopen, submit_correct, submit_finalise, submit_publish,
    submit_reopen,
};
pub(super) use files::show_file;
pub(super) use part::{show_part, submit_draft, submit_number, submit_part};
pub(super) use task::{show_task, show_task_below};
pub(super) use whole::show_whole;
pub(super) use years::{show_years, submit_open};
