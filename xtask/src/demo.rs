//! The demonstration: build the program in the debug profile and hand over to `gongkai demo`.

use std::process::{Command, ExitCode};

use anyhow::Context;

use crate::needs::Task;
use crate::setup;

/// Sets up, builds, and becomes `gongkai demo` with `args` (a leading `--` is dropped). The
/// working folder stays the caller's, so that `--data DIR` means what it says.
pub(crate) fn run(args: &[&str]) -> anyhow::Result<ExitCode> {
    let args = args.strip_prefix(&["--"]).unwrap_or(args);
    let ready = setup::run(&[Task::Demo])?;
    if ready != ExitCode::SUCCESS {
        return Ok(ready);
    }
    println!("demo: building (the first time takes some minutes), then: gongkai demo {}", args.join(" "));
    let mut command = Command::new("cargo");
    command.args(["run", "--locked", "--package", "gongkai", "--bin", "gongkai"]);
    command.arg("--manifest-path").arg(crate::workspace().join("Cargo.toml"));
    command.args(["--", "demo"]).args(args);
    become_command(command)
}

/// Replaces this process, so that Ctrl-C and signals reach the server itself.
#[cfg(unix)]
fn become_command(mut command: Command) -> anyhow::Result<ExitCode> {
    use std::os::unix::process::CommandExt;
    Err(command.exec()).context("cargo could not be started")
}

#[cfg(not(unix))]
fn become_command(mut command: Command) -> anyhow::Result<ExitCode> {
    let status = command.status().context("cargo could not be started")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
