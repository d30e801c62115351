//! Files stay short, and each Rust file opens with a line that says what it is for.

use crate::faults::{Fault, assert_none, assert_places};
use crate::tree::{self, File};

/// The limit of lines; about 200 is the custom.
const LIMIT: usize = 500;

/// Files that may be longer, each with the reason: tables and test data, nothing else.
const LONGER: &[(&str, &str)] = &[];

/// How a Rust file opens; a crate's root may take its README for its documentation.
const HEADERS: &[&str] = &["//! ", "#![doc = include_str!(\"../README.md\")]"];

const CODE: &[&str] = &[".rs", ".html", ".css", ".sql", ".js"];

fn too_long(files: &[File], longer: &[(&str, &str)]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| CODE.iter().any(|code| file.ends(code))) {
        let lines = file.text.lines().count();
        if lines > LIMIT && !longer.iter().any(|(path, _)| *path == file.path) {
            let what = format!("{lines} lines, the limit is {LIMIT}");
            let remedy =
                "split it by what its parts are about; a data table may be named in LONGER with a reason";
            faults.push(Fault::new(&file.path, LIMIT + 1, what, remedy));
        }
    }
    for (path, _) in longer {
        let still = files.iter().any(|file| file.path == *path && file.text.lines().count() > LIMIT);
        if !still {
            let remedy = "take its row out of LONGER in xtask/tests/sizes.rs";
            faults.push(Fault::new(path, 0, "is no longer longer than the limit", remedy));
        }
    }
    faults
}

fn without_header(files: &[File]) -> Vec<Fault> {
    let opens = |file: &&File| HEADERS.iter().any(|header| file.text.starts_with(header));
    let headless = files.iter().filter(|file| file.ends(".rs")).filter(|file| !opens(file));
    let remedy = "open the file with a line `//! …` that says what stands in it and why";
    headless.map(|file| Fault::new(&file.path, 1, "no header", remedy)).collect()
}

#[test]
fn no_file_is_longer_than_the_limit() {
    assert_none(&too_long(tree::files(), LONGER));
}

#[test]
fn every_rust_file_opens_with_its_purpose() {
    assert_none(&without_header(tree::files()));
}

#[test]
fn a_long_sample_is_caught_and_so_is_a_needless_allowance() {
    let long = File::new("a.rs", &"x\n".repeat(LIMIT + 1));
    let just_so = File::new("b.rs", &"x\n".repeat(LIMIT));
    assert_places(&too_long(&[long, just_so], &[]), &["a.rs:501"]);
    let allowed = File::new("c.rs", &"x\n".repeat(LIMIT + 1));
    assert_places(&too_long(&[allowed], &[("c.rs", "data"), ("b.rs", "data")]), &["b.rs:0"]);
}

#[test]
fn a_headless_sample_is_caught() {
    let files = [File::new("a.rs", "use x;\n"), File::new("b.rs", "//! B.\n"), File::new("c.sql", "x")];
    assert_places(&without_header(&files), &["a.rs:1"]);
}
