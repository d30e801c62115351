//! What must not stand anywhere: paths of one machine, unfinished code, tests switched off silently.

use std::sync::LazyLock;

use regex::Regex;

use crate::faults::{Fault, assert_none, assert_places};
use crate::tokens::lines_with;
use crate::tree::{self, File};

static MACHINE_PATH: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r#"(^|[\s"'`(=:,<])/(work|root|home/\w+)/"#).unwrap());

static UNFINISHED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(r"\b({}|{})\b", ["TO", "DO"].concat(), ["FIX", "ME"].concat())).unwrap()
});

fn machine_paths(files: &[File]) -> Vec<Fault> {
    let remedy = "make the path relative, or take it as an argument";
    let found = files.iter().flat_map(|file| {
        let hits = file.lines().filter(|(_, line)| MACHINE_PATH.is_match(line));
        hits.map(|(number, _)| Fault::new(&file.path, number, "a path of one machine", remedy))
    });
    found.collect()
}

fn unfinished(files: &[File]) -> Vec<Fault> {
    let remedy = "finish it now, or take it out and file an issue";
    let code = files
        .iter()
        .filter(|file| [".rs", ".sql", ".html", ".css", ".toml"].iter().any(|end| file.ends(end)));
    let mut faults = Vec::new();
    for file in code {
        let notes = file.lines().filter(|(_, line)| UNFINISHED.is_match(line)).map(|(number, _)| number);
        let mut lines: Vec<usize> = notes.collect();
        if file.ends(".rs") {
            let tokens = file.tokens();
            lines.extend(lines_with(tokens, "todo !"));
            lines.extend(lines_with(tokens, "unimplemented !"));
        }
        faults.extend(lines.iter().map(|&line| Fault::new(&file.path, line, "unfinished", remedy)));
    }
    faults
}

fn ignored_tests(files: &[File]) -> Vec<Fault> {
    let remedy = "mend the test, or say why it cannot run: #[ignore = \"…\"]";
    let found = files.iter().filter(|file| file.ends(".rs")).flat_map(|file| {
        let lines = lines_with(file.tokens(), "# [ ignore ]");
        lines.into_iter().map(|line| Fault::new(&file.path, line, "ignored without a reason", remedy))
    });
    found.collect()
}

#[test]
fn no_file_names_a_path_of_one_machine() {
    assert_none(&machine_paths(tree::files()));
}

#[test]
fn nothing_is_left_unfinished() {
    assert_none(&unfinished(tree::files()));
}

#[test]
fn no_test_is_ignored_without_a_reason() {
    assert_none(&ignored_tests(tree::files()));
}

#[test]
fn a_sample_with_a_machine_path_is_caught() {
    let text = format!("a /{0}/main\n/desk/{0}/orders\nhref=\"/{1}/x\"\n", "work", "root");
    assert_places(&machine_paths(&[File::new("a.md", &text)]), &["a.md:1", "a.md:3"]);
}

#[test]
fn an_unfinished_sample_is_caught() {
    let text = format!(
        "fn a() {{\n    // {}: later\n    {}!()\n}}\n// a todo list is a fine word\n",
        "TO".to_owned() + "DO",
        "todo"
    );
    assert_places(&unfinished(&[File::new("a.rs", &text)]), &["a.rs:2", "a.rs:3"]);
}

#[test]
fn a_silently_ignored_sample_is_caught() {
    let text = "#[test]\n#[ignore]\nfn a() {}\n#[ignore = \"needs a printer\"]\nfn b() {}\n";
    assert_places(&ignored_tests(&[File::new("a.rs", text)]), &["a.rs:2"]);
}
