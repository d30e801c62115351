//! The commands, one file each. A command turns arguments into an act of `casework` and prints what came of it.

mod deadline;

use law::calendar::WorkCalendar;

use crate::cli::{Outcome, args::Command};

/// Runs a command.
pub(crate) fn run(command: &Command) -> anyhow::Result<Outcome> {
    match command {
        Command::Deadline(order) => deadline::run(order, &WorkCalendar::built_in()),
        _ => anyhow::bail!("尚未提供"),
    }
}
