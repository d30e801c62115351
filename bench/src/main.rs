//! `cargo xtask bench`: how fast the program is, as ratios and growths, in one table.
//!
//! The program is measured from outside, as it ships: `gongkai` beside this binary is started, loaded and looked at.
//! Only the making of databases and of printed reports goes through the crates. What was measured goes to stderr while
//! it is measured; the table on stdout holds what can be compared between machines.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a measurement of a developer: it prints, reads the clock, and waits for programs that it started"
)]

mod check;
mod cluster;
mod compile;
mod county;
mod growth;
mod http;
mod import;
mod load;
mod pages;
mod papers;
mod place;
mod program;
mod records;
mod reports;
mod start;
mod table;
mod time;

use std::process::ExitCode;

use anyhow::{Context as _, bail};

use place::Places;
use program::Program;
use table::Line;

/// What every measurement works with.
pub(crate) struct Bench {
    pub(crate) program: Program,
    pub(crate) places: Places,
    /// Smaller numbers and shorter rounds: to see that it runs, not to quote.
    pub(crate) quick: bool,
    pub(crate) runtime: tokio::runtime::Runtime,
}

/// One subject of measuring.
struct Group {
    name: &'static str,
    what: &'static str,
    measure: fn(&Bench) -> anyhow::Result<Vec<Line>>,
}

const GROUPS: &[Group] = &[
    Group { name: "pages", what: "pages of the portal against nginx", measure: pages::measure },
    Group { name: "growth", what: "pages with few and with many publications", measure: growth::measure },
    Group { name: "check", what: "checking foreign reports", measure: check::measure },
    Group { name: "compile", what: "the report out of records", measure: compile::measure },
    Group { name: "papers", what: "PDF and Word documents", measure: papers::measure },
    Group { name: "import", what: "a register out of a file", measure: import::measure },
    Group { name: "start", what: "cold start and memory", measure: start::measure },
];

const USAGE: &str = "\
Usage: cargo xtask bench [--quick] [--only NAME]…

  --quick      small numbers and short rounds: shows that it runs, proves nothing
  --only NAME  only this subject, may be repeated:";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match run(&args) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("bench: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[String]) -> anyhow::Result<ExitCode> {
    let (mut quick, mut chosen) = (false, Vec::new());
    let mut words = args.iter().map(String::as_str);
    while let Some(word) = words.next() {
        match word {
            "--quick" => quick = true,
            "--only" => chosen.push(group(words.next().context("--only needs a name")?)?),
            "--help" | "-h" => return Ok(usage(ExitCode::SUCCESS)),
            _ => return Ok(usage(ExitCode::from(2))),
        }
    }
    if chosen.is_empty() {
        chosen = GROUPS.iter().collect();
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let bench = Bench { program: Program::beside_this()?, places: Places::new()?, quick, runtime };
    let mut lines = Vec::new();
    for group in chosen {
        eprintln!("== {}: {}", group.name, group.what);
        let measured = (group.measure)(&bench).with_context(|| format!("measuring {}", group.name))?;
        lines.extend(measured);
    }
    println!("{}", table::print(&lines));
    Ok(ExitCode::SUCCESS)
}

fn group(name: &str) -> anyhow::Result<&'static Group> {
    match GROUPS.iter().find(|group| group.name == name) {
        Some(group) => Ok(group),
        None => bail!("there is no measurement called {name}"),
    }
}

fn usage(code: ExitCode) -> ExitCode {
    println!("{USAGE}");
    for group in GROUPS {
        println!("                 {:<8}  {}", group.name, group.what);
    }
    code
}
