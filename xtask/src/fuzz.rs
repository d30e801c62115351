//! Fuzzing: seeds, then libFuzzer through cargo-fuzz, one target after the other.
//!
//! ```text
//! cargo xtask fuzz [TARGET] [--seconds N | --runs N]
//! ```
//! A run ends at the first input that panics, takes more than [`SLOWEST`] or more memory than [`MEMORY`]; cargo-fuzz
//! leaves the input in `fuzz/artifacts` and names the command that makes it smaller. At the end it says how many
//! inputs each target was given.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context, bail};

/// How long each target runs if nobody says, in seconds.
const SECONDS: u64 = 60;
/// The longest that one input may take, in seconds.
const SLOWEST: u64 = 1;
/// The most memory that a target may take, in MiB.
const MEMORY: u64 = 256;
/// The longest input, in bytes.
const LONGEST: u64 = 16 * 1024;

/// When a run ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Until {
    Seconds(u64),
    Runs(u64),
}

/// Runs one target, or all of them in turn.
pub(crate) fn run(args: &[&str]) -> anyhow::Result<ExitCode> {
    let (wanted, until) = parsed(args)?;
    let folder = crate::workspace().join("fuzz");
    let targets = targets(&folder)?;
    let chosen: Vec<&String> =
        targets.iter().filter(|target| wanted.is_none_or(|wanted| wanted == *target)).collect();
    if chosen.is_empty() {
        println!("fuzz: there is no such target; there are: {}", targets.join(", "));
        return Ok(ExitCode::from(2));
    }
    if !is_ready() {
        println!("fuzz: needs cargo-fuzz and the nightly toolchain. To install them:");
        println!("  rustup toolchain install nightly --profile minimal");
        println!("  cargo install cargo-fuzz --locked");
        return Ok(ExitCode::FAILURE);
    }
    let seeded = Command::new("cargo")
        .args(["run", "--quiet", "--locked", "--example", "seeds", "--manifest-path"])
        .arg(folder.join("Cargo.toml"))
        .arg("--")
        .arg(folder.join("corpus"))
        .status()
        .context("cargo could not be started")?;
    if !seeded.success() {
        return Ok(ExitCode::FAILURE);
    }
    let mut done = Vec::new();
    for target in chosen {
        println!("fuzz: {target}");
        let (executions, is_well) = watched(fuzzer(&folder, target, until))?;
        done.push((target.as_str(), executions));
        if !is_well {
            println!("{}", tally(&done));
            println!("fuzz: {target} found something: the input is in fuzz/artifacts/{target}");
            return Ok(ExitCode::FAILURE);
        }
    }
    println!("{}", tally(&done));
    Ok(ExitCode::SUCCESS)
}

/// Runs a fuzzer, whose words go on to whoever started this: how many inputs it executed, and whether all was well.
fn watched(mut fuzzer: Command) -> anyhow::Result<(u64, bool)> {
    let mut child = fuzzer.stderr(Stdio::piped()).spawn().context("cargo could not be started")?;
    let mut executions = 0;
    for line in child.stderr.take().into_iter().flat_map(|output| BufReader::new(output).split(b'\n')) {
        // What it says of an input may be any bytes.
        let line = String::from_utf8_lossy(&line?).into_owned();
        executions = executed(&line).unwrap_or(executions);
        println!("{line}");
    }
    Ok((executions, child.wait()?.success()))
}

/// The number of inputs in a line of libFuzzer's final statistics.
fn executed(line: &str) -> Option<u64> {
    line.strip_prefix("stat::number_of_executed_units:")?.trim().parse().ok()
}

/// Targets with their inputs, and all inputs together.
fn tally(done: &[(&str, u64)]) -> String {
    let mut text = String::from("fuzz: target, executions\n");
    for (target, executions) in done {
        text += &format!("  {target:<10}{executions:>12}\n");
    }
    let all: u64 = done.iter().map(|(_, executions)| executions).sum();
    text + &format!("  {:<10}{all:>12}", "all")
}

fn parsed<'a>(args: &[&'a str]) -> anyhow::Result<(Option<&'a str>, Until)> {
    let (wanted, rest) = match args {
        [first, rest @ ..] if !first.starts_with("--") => (Some(*first), rest),
        rest => (None, rest),
    };
    let number = |text: &str| text.parse().with_context(|| format!("{text} is not a number"));
    let until = match rest {
        [] => Until::Seconds(SECONDS),
        ["--seconds", seconds] => Until::Seconds(number(seconds)?),
        ["--runs", runs] => Until::Runs(number(runs)?),
        other => bail!("fuzz does not understand {}", other.join(" ")),
    };
    Ok((wanted, until))
}

/// The targets: one file each.
fn targets(folder: &Path) -> anyhow::Result<Vec<String>> {
    let entries = std::fs::read_dir(folder.join("fuzz_targets")).context("fuzz/fuzz_targets is not there")?;
    let mut names: Vec<String> =
        entries.flatten().filter_map(|entry| Some(entry.path().file_stem()?.to_str()?.to_owned())).collect();
    names.sort();
    Ok(names)
}

fn is_ready() -> bool {
    let answers = |args: &[&str]| {
        let asked = Command::new("cargo").args(args).stdout(Stdio::null()).stderr(Stdio::null()).status();
        asked.is_ok_and(|status| status.success())
    };
    answers(&["+nightly", "--version"]) && answers(&["fuzz", "--version"])
}

/// Without a sanitizer: there is no unsafe code to watch, and it runs several times as often. Without watching
/// comparisons: dictionaries know the words of the formats, and it runs several times as often once more.
fn fuzzer(folder: &Path, target: &str, until: Until) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(folder).args(["+nightly", "fuzz", "run", "--sanitizer", "none"]);
    command.args(["--no-trace-compares", target, "--"]);
    command.arg(format!("-timeout={SLOWEST}")).arg(format!("-rss_limit_mb={MEMORY}"));
    command.arg(format!("-max_len={LONGEST}")).arg("-print_final_stats=1");
    if let Some(terms) = dictionary(folder, target) {
        command.arg(format!("-dict={}", terms.display()));
    }
    command.arg(match until {
        Until::Seconds(seconds) => format!("-max_total_time={seconds}"),
        Until::Runs(runs) => format!("-runs={runs}"),
    });
    command
}

/// The words of a target's format, if it has any of its own.
fn dictionary(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = folder.join("dictionaries").join(format!("{target}.dict"));
    path.is_file().then_some(path)
}

#[test]
fn arguments_say_what_and_how_long() {
    assert_eq!(parsed(&[]).unwrap(), (None, Until::Seconds(SECONDS)));
    assert_eq!(parsed(&["pdf"]).unwrap(), (Some("pdf"), Until::Seconds(SECONDS)));
    assert_eq!(parsed(&["pdf", "--runs", "7"]).unwrap(), (Some("pdf"), Until::Runs(7)));
    assert_eq!(parsed(&["--seconds", "5"]).unwrap(), (None, Until::Seconds(5)));
    for args in [&["pdf", "--runs"][..], &["--runs", "x"], &["pdf", "html"]] {
        assert!(parsed(args).is_err(), "{args:?}");
    }
}

#[test]
fn executions_are_counted() {
    assert_eq!(executed("stat::number_of_executed_units: 1204"), Some(1204));
    assert_eq!(executed("#2 INITED cov: 1"), None);
    let said = tally(&[("pdf", 7), ("html", 5)]);
    assert_eq!(said.split_whitespace().next_back(), Some("12"), "{said}");
}

#[test]
fn every_target_is_declared() {
    let folder = crate::workspace().join("fuzz");
    let manifest = std::fs::read_to_string(folder.join("Cargo.toml")).unwrap();
    let declared: Vec<String> = manifest
        .lines()
        .filter_map(|line| line.strip_prefix("path = \"fuzz_targets/")?.strip_suffix(".rs\""))
        .map(str::to_owned)
        .collect();
    let mut sorted = declared.clone();
    sorted.sort();
    assert_eq!(sorted, targets(&folder).unwrap());
}
