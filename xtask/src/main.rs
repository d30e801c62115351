//! `cargo xtask`: the commands a fresh machine needs, and the set-up they call.
//!
//! ```text
//! cargo xtask setup [demo|test|bench] install what a command needs, or say what to install
//! cargo xtask demo [-- ARGS]       build the program and serve the demonstration county
//! cargo xtask docs                 print the references of the handbook anew
//! cargo xtask pictures             take the pictures of the README anew
//! cargo xtask test [--fast|--list] everything continuous integration does
//! cargo xtask bench [ARGS]         how fast it is, as one table of ratios
//! cargo xtask fuzz [TARGET] [...]  broken input for readers and recognisers
//! ```
//!
//! Its only dependency is `anyhow`, so that it is built in seconds before anything else is.
#![expect(clippy::print_stdout, reason = "a command line: what it prints is its result")]

mod apt;
mod bench;
mod demo;
mod docs;
mod fuzz;
mod needs;
mod npm;
mod setup;
mod steps;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use needs::Task;

const USAGE: &str = "\
Usage: cargo xtask COMMAND

  setup [demo|test|bench]
                        install the Debian packages that a command needs (as root on Debian or
                        Ubuntu), otherwise name them and stop; without an argument, for demo and test
  demo [-- ARGS]        build the program and run `gongkai demo ARGS`
  docs                  write the references of the handbook (docs/configuration.md,
                        docs/commands.md) from the tables of the program
  pictures              take the pictures of the README (docs/pictures) from the demonstration
  test [--fast|--list]  formatting, clippy, tidy and every test, on SQLite and on PostgreSQL,
                        with the browser journeys: what continuous integration runs
                          --fast  only the steps that need no database server and no browser
                          --list  name the steps and their commands, run nothing
  bench [ARGS]          build for release and measure: one table of ratios and growths (on a quiet
                        machine, for half an hour; never part of the test); --help says more
  fuzz [TARGET] [--seconds N | --runs N]
                        feed the readers and recognisers with broken input, a minute each
                        (needs cargo-fuzz and the nightly toolchain; says how to install them)
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match run(&args) {
        Ok(code) => code,
        Err(error) => {
            println!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[String]) -> anyhow::Result<ExitCode> {
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["setup"] => setup::run(&[Task::Demo, Task::Test]),
        ["setup", "demo"] => setup::run(&[Task::Demo]),
        ["setup", "test"] => setup::run(&[Task::Test]),
        ["setup", "bench"] => setup::run(&[Task::Bench]),
        ["demo", rest @ ..] => demo::run(rest),
        ["docs"] => docs::references(),
        ["pictures"] => docs::pictures(),
        ["test"] => steps::run(steps::Choice::All),
        ["test", "--fast"] => steps::run(steps::Choice::Fast),
        ["test", "--list"] => Ok(steps::list()),
        ["fuzz", rest @ ..] => fuzz::run(rest),
        ["bench", rest @ ..] => bench::run(rest),
        ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            Ok(ExitCode::SUCCESS)
        }
        other => {
            println!("xtask: unknown command: {}\n", other.join(" "));
            print!("{USAGE}");
            Ok(ExitCode::from(2))
        }
    }
}

/// The folder of the workspace: the parent of this crate's folder.
fn workspace() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}
