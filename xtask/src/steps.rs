//! The test command: a list of named steps, each timed, stopping at the first that fails.

use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use anyhow::Context;

use crate::needs::Task;
use crate::setup;

/// Which steps to run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Choice {
    /// What continuous integration runs.
    All,
    /// Only what needs no database server, no browser and no office program.
    Fast,
}

/// One cargo command with the name it is reported under.
struct Step {
    name: &'static str,
    /// The arguments of cargo, separated by spaces.
    cargo: &'static str,
    in_all: bool,
    in_fast: bool,
}

/// The steps in order. Warnings are denied by an argument to clippy and not by `RUSTFLAGS`, because
/// a changed `RUSTFLAGS` would rebuild every dependency.
const STEPS: &[Step] = &[
    Step { name: "formatting", cargo: "fmt --all --check", in_all: true, in_fast: true },
    Step {
        name: "clippy",
        cargo: "clippy --workspace --all-targets --locked -- -D warnings",
        in_all: true,
        in_fast: true,
    },
    Step {
        name: "building the tests",
        cargo: "test --workspace --locked --no-run",
        in_all: true,
        in_fast: false,
    },
    Step {
        name: "tidy and all tests",
        cargo: "test --workspace --locked --no-fail-fast",
        in_all: true,
        in_fast: false,
    },
    Step {
        name: "tidy and pure tests",
        cargo: "test --locked --no-fail-fast -p xtask -p law -p inspect -p reading -p paper \
                -- --skip libreoffice",
        in_all: false,
        in_fast: true,
    },
];

/// A step that ran, with how long it took.
struct Done {
    name: &'static str,
    passed: bool,
    took: Duration,
}

/// Runs the chosen steps and prints a summary with their durations. Exit code 1 if one failed.
pub(crate) fn run(choice: Choice) -> anyhow::Result<ExitCode> {
    let mut done = Vec::new();
    if choice == Choice::All {
        heading("set-up", "cargo xtask setup test");
        let (ready, took) = timed(|| setup::run(&[Task::Test]))?;
        done.push(Done { name: "set-up", passed: ready == ExitCode::SUCCESS, took });
    }
    for step in STEPS.iter().filter(|step| step.is_in(choice)) {
        if done.last().is_some_and(|last| !last.passed) {
            break;
        }
        heading(step.name, &step.command_line());
        let (passed, took) = timed(|| step.passes())?;
        done.push(Done { name: step.name, passed, took });
    }
    Ok(summary(&done))
}

/// Names the steps and their commands.
pub(crate) fn list() -> ExitCode {
    println!("set-up                cargo xtask setup test");
    for step in STEPS {
        let only = if step.in_all { "" } else { "   (--fast only)" };
        println!("{:<20}  {}{only}", step.name, step.command_line());
    }
    ExitCode::SUCCESS
}

impl Step {
    fn is_in(&self, choice: Choice) -> bool {
        match choice {
            Choice::All => self.in_all,
            Choice::Fast => self.in_fast,
        }
    }

    fn command_line(&self) -> String {
        format!("cargo {}", self.cargo)
    }

    fn passes(&self) -> anyhow::Result<bool> {
        let mut command = Command::new("cargo");
        command.args(self.cargo.split_whitespace()).current_dir(crate::workspace());
        // The whole test is on both engines, whatever the shell it is called from is set to.
        command.env_remove("GONGKAI_TEST_WITHOUT_POSTGRESQL");
        if in_ci() {
            // Nothing is built twice there, and the incremental caches cost time and disk.
            command.env("CARGO_INCREMENTAL", "0");
        }
        let status = command.status().with_context(|| format!("could not start: {}", self.command_line()))?;
        Ok(status.success())
    }
}

fn in_ci() -> bool {
    #[expect(
        clippy::disallowed_methods,
        reason = "a developer's tool, not the program: CI=true is the custom"
    )]
    let ci = std::env::var_os("CI");
    ci.is_some()
}

fn timed<T>(work: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<(T, Duration)> {
    #[expect(clippy::disallowed_methods, reason = "durations are shown to a developer; no rule reads them")]
    let start = Instant::now();
    let result = work()?;
    Ok((result, start.elapsed()))
}

fn heading(name: &str, command_line: &str) {
    println!("\n== {name}: {command_line}");
}

fn summary(done: &[Done]) -> ExitCode {
    println!("\n== summary");
    for step in done {
        let result = if step.passed { "ok" } else { "FAILED" };
        println!("{:<20}  {result:<6}  {}", step.name, human(step.took));
    }
    let total = human(done.iter().map(|step| step.took).sum());
    match done.iter().find(|step| !step.passed) {
        None => {
            println!("every step passed, {total} in all");
            ExitCode::SUCCESS
        }
        Some(failed) => {
            println!("stopped at the step \"{}\" after {total}; its messages stand above", failed.name);
            ExitCode::FAILURE
        }
    }
}

/// `3 min 07 s`, or `12.3 s` below a minute.
fn human(took: Duration) -> String {
    let seconds = took.as_secs();
    if seconds < 60 {
        format!("{:.1} s", took.as_secs_f64())
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

#[test]
fn durations_are_told_in_words_people_use() {
    assert_eq!(human(Duration::from_millis(1_240)), "1.2 s");
    assert_eq!(human(Duration::from_secs(187)), "3 min 07 s");
}

#[test]
fn what_continuous_integration_runs_covers_every_crate() {
    let all: Vec<String> = STEPS.iter().filter(|step| step.in_all).map(Step::command_line).collect();
    assert!(all.iter().any(|line| line.starts_with("cargo test --workspace")), "{all:?}");
    assert!(
        all.iter().any(|line| line.contains("clippy --workspace") && line.ends_with("-D warnings")),
        "{all:?}"
    );
}
