//! What in `docs/` is made by the program: references out of its tables, pictures of its pages.
//!
//! Each is written by a test that is ignored otherwise; the tests beside it hold that the references are up to date.

use std::process::{Command, ExitCode};

use anyhow::Context as _;

use crate::needs::Task;
use crate::setup;

/// Writes the references of the configuration and of the commands.
pub(crate) fn references() -> anyhow::Result<ExitCode> {
    ignored_test(&["--bin", "gongkai", "handbook::write_the_references"])
}

/// Takes the pictures of the README; it needs the browser that the tests need.
pub(crate) fn pictures() -> anyhow::Result<ExitCode> {
    let ready = setup::run(&[Task::Test])?;
    if ready != ExitCode::SUCCESS {
        return Ok(ready);
    }
    ignored_test(&["--test", "it", "pictures::take_the_pictures"])
}

fn ignored_test(which: &[&str]) -> anyhow::Result<ExitCode> {
    let mut command = Command::new("cargo");
    command.args(["test", "--locked", "--package", "gongkai"]).args(which).args(["--", "--ignored"]);
    let status = command.current_dir(crate::workspace()).status().context("cargo could not be started")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
