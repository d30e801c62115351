//! Measuring: build the program and the bench for release, and hand over to the bench.

use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::Context;

use crate::needs::Task;
use crate::setup;

/// Sets up, builds, and runs the bench with `args` (a leading `--` is dropped). Both are built by one command, so that
/// what is measured is what ships and nothing is compiled twice.
pub(crate) fn run(args: &[&str]) -> anyhow::Result<ExitCode> {
    let args = args.strip_prefix(&["--"]).unwrap_or(args);
    let ready = setup::run(&[Task::Bench])?;
    if ready != ExitCode::SUCCESS {
        return Ok(ready);
    }
    println!("bench: building for release (the first time takes some ten minutes)");
    let mut build = Command::new("cargo");
    build.args(["build", "--release", "--locked", "--package", "gongkai", "--package", "bench"]);
    if !succeeds(build.current_dir(crate::workspace()))? {
        return Ok(ExitCode::FAILURE);
    }
    // This program stands in `debug/` of the folder that cargo builds into, and the bench in `release/`.
    let here = std::env::current_exe().context("no path of this program")?;
    let target = here.parent().and_then(Path::parent).context("no folder of this program")?;
    let measured = succeeds(Command::new(target.join("release/bench")).args(args))?;
    Ok(if measured { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn succeeds(command: &mut Command) -> anyhow::Result<bool> {
    let status = command.status().with_context(|| format!("could not start: {command:?}"))?;
    Ok(status.success())
}
