//! Today is an argument: only the binary reads the clock, draws random numbers and makes ids.
//!
//! Clippy forbids the same functions by name (`clippy.toml`); this rule also sees the libraries that
//! clippy cannot name and code that is not compiled on this machine, and it has no `#[expect]`.

use crate::faults::{Fault, assert_none, assert_places};
use crate::tokens::lines_with;
use crate::tree::{self, File};

/// What reads the clock, draws lots or looks at the environment.
const SOURCES: &[&str] = &[
    "Timestamp :: now",
    "Zoned :: now",
    "SystemTime :: now",
    "Instant :: now",
    "UNIX_EPOCH . elapsed",
    "Utc :: now",
    "Local :: now",
    "getrandom ::",
    "Uuid :: new_v4",
    "Uuid :: now_v7",
    "rand ::",
    "thread_rng",
    "OsRng",
    "SysRng",
    "fastrand ::",
    "RandomState :: new",
    "env :: var",
    "env :: var_os",
    "env :: vars",
];

/// Folders of shipped source that may, each with the reason.
const MAY: &[(&str, &str)] = &[
    ("crates/gongkai/src", "the binary hands clock, lots and settings down"),
    ("crates/store/src/testing", "never shipped: finds the programs of a PostgreSQL for tests"),
];

fn readers(files: &[File]) -> Vec<Fault> {
    let remedy = "take `today`, `now` or the id as an argument; crates/gongkai hands them down";
    let bound = files.iter().filter(|file| {
        file.is_shipped_source() && !MAY.iter().any(|(folder, _)| file.under(folder) || file.path == *folder)
    });
    let found = bound.flat_map(|file| {
        let tokens = file.tokens();
        let hits = SOURCES.iter().flat_map(move |source| {
            let lines = lines_with(tokens, source);
            lines.into_iter().map(|line| (line, source.replace(' ', ""))).collect::<Vec<_>>()
        });
        let mut hits: Vec<(usize, String)> = hits.collect();
        hits.sort();
        hits.into_iter()
            .map(|(line, source)| Fault::new(&file.path, line, source, remedy))
            .collect::<Vec<_>>()
    });
    found.collect()
}

#[test]
fn only_the_binary_reads_clock_and_chance() {
    assert_none(&readers(tree::files()));
}

#[test]
fn a_sample_that_reads_the_clock_is_caught() {
    let text = "//! A.\nfn a() -> i64 { jiff::Timestamp::now().as_second() }\n// Instant::now()\nfn b() { getrandom::fill(x) }\n";
    let paths = ["crates/law/src/a.rs", "crates/gongkai/src/clock.rs", "crates/law/tests/a.rs"];
    let files: Vec<File> = paths.iter().map(|path| File::new(path, text)).collect();
    assert_places(&readers(&files), &["crates/law/src/a.rs:2", "crates/law/src/a.rs:4"]);
}
