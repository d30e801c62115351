//! What the papers say of the code is true: paths exist, crates are named, commands are the real ones.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use crate::faults::{Fault, assert_none, assert_places};
use crate::glossary;
use crate::markdown::{code_words, prose_lines};
use crate::tree::{self, File};

const PAPERS: &[&str] = &["ARCHITECTURE.md", "README.md", "CONTRIBUTING.md", "GLOSSARY.md"];

/// A path into the repository, as in `crates/law/src/clock.rs` or `gongkai/src/clock.rs`.
static PATH: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^[\w.-]+(/[\w.-]+)+/?$").unwrap());

/// A module or an item of one of our crates, as in `law::measure`.
static ITEM: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^([a-z]+)((?:::\w+)+)$").unwrap());

/// What the papers may name: files and folders, crates, and the words of the code.
struct World {
    /// Every file and folder, from the root.
    paths: BTreeSet<String>,
    crates: Vec<String>,
    words: BTreeSet<String>,
}

impl World {
    fn real() -> Self {
        let files = tree::files();
        let words = glossary::words(files);
        Self::of(files, tree::crates(), words)
    }

    fn of(files: &[File], crates: Vec<String>, words: BTreeSet<String>) -> Self {
        let mut paths = BTreeSet::new();
        for file in files {
            let parts: Vec<&str> = file.path.split('/').collect();
            paths.extend((1..=parts.len()).map(|length| parts[..length].join("/")));
        }
        Self { paths, crates, words }
    }

    /// A path counts as ours if its first part is a folder of ours or a crate's name.
    fn lacks_path(&self, path: &str) -> bool {
        let path = path.trim_end_matches('/');
        let first = path.split('/').next().unwrap_or_default();
        let ours = ["crates", "xtask", ".ci", ".cargo"].contains(&first);
        let of_crate = self.crates.iter().any(|name| name == first);
        (ours && !self.paths.contains(path)) || (of_crate && !self.paths.contains(&format!("crates/{path}")))
    }

    fn lacks_item(&self, item: &str) -> bool {
        ITEM.captures(item).is_some_and(|found| {
            self.crates.contains(&found[1].to_owned())
                && found[2].split("::").filter(|part| !part.is_empty()).any(|part| !self.words.contains(part))
        })
    }
}

fn untrue_names(paper: &File, world: &World) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (number, line) in prose_lines(&paper.text) {
        for word in code_words(line) {
            if (PATH.is_match(word) && world.lacks_path(word)) || world.lacks_item(word) {
                let remedy = "name what exists, or drop the sentence";
                faults.push(Fault::new(&paper.path, number, format!("`{word}` does not exist"), remedy));
            }
        }
    }
    faults
}

fn unnamed_crates(paper: &File, world: &World) -> Vec<Fault> {
    let named: BTreeSet<&str> =
        prose_lines(&paper.text).iter().flat_map(|(_, line)| code_words(line)).collect();
    let unnamed = world.crates.iter().filter(|name| !named.contains(format!("crates/{name}").as_str()));
    let remedy = "give the crate its line in the code map, as `crates/NAME`";
    unnamed.map(|name| Fault::new(&paper.path, 0, format!("crates/{name} is not named"), remedy)).collect()
}

/// A command as the papers write it, in running text or in a block.
static COMMAND: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\b(gongkai|cargo xtask) ([a-z]+)\b").unwrap());

/// The words that may follow each program's name.
fn commands() -> BTreeSet<String> {
    let variants = tree::file("crates/gongkai/src/cli/args.rs").tokens();
    let variants: Vec<String> =
        variants.iter().filter_map(|token| token.word()).map(str::to_lowercase).collect();
    // `enum Command { Demo ( Demo ) , … }`: each variant is a word of that block.
    let block = variants.windows(2).position(|pair| pair == ["enum", "command"]).unwrap();
    let end = block + 2 + variants[block + 2..].iter().position(|word| word == "pub").unwrap();
    let ours = variants[block + 2..end].iter().map(|word| format!("gongkai {word}"));
    let xtask = tree::file("xtask/src/main.rs").tokens();
    let theirs = xtask.iter().filter_map(|token| token.text()).map(|word| format!("cargo xtask {word}"));
    ours.chain(theirs).collect()
}

fn unknown_commands(paper: &File, known: &BTreeSet<String>) -> Vec<Fault> {
    let lines = paper.lines().filter(|(_, line)| line.contains('`') || line.starts_with("gongkai"));
    let found =
        lines.flat_map(|(number, line)| COMMAND.find_iter(line).map(move |hit| (number, hit.as_str())));
    let unknown = found.filter(|(_, command)| !known.contains(*command));
    unknown
        .map(|(number, command)| {
            let remedy = "name a command that exists, as `--help` lists them";
            Fault::new(&paper.path, number, format!("`{command}` does not exist"), remedy)
        })
        .collect()
}

static PAPER: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\b[A-Za-z][\w-]*\.md\b").unwrap());

/// Papers that code or papers point to and nobody can find. This rule's own samples are left out.
fn lost_papers(files: &[File]) -> Vec<Fault> {
    let kept: BTreeSet<&str> = files.iter().filter_map(|file| file.path.rsplit('/').next()).collect();
    let readers = files.iter().filter(|file| !file.under("xtask/tests"));
    let lines = readers.flat_map(|file| file.lines().map(move |(number, line)| (file, number, line)));
    let lost = lines.flat_map(|(file, number, line)| {
        let names = PAPER.find_iter(line).map(|hit| hit.as_str()).filter(|name| !kept.contains(name));
        let remedy = "cite the article, the document number or the rule's id instead";
        names
            .map(move |name| {
                Fault::new(&file.path, number, format!("{name} is not in the repository"), remedy)
            })
            .collect::<Vec<_>>()
    });
    lost.collect()
}

/// Lines of a script that are neither set-up of the shell itself nor a command that the README names.
fn unnamed_commands(script: &File, readme: &str) -> Vec<Fault> {
    let silent = |line: &str| {
        let line = line.trim();
        line.is_empty() || line.starts_with('#') || line.starts_with("set -") || line.starts_with("cd ")
    };
    let commands = script.lines().filter(|(_, line)| !silent(line));
    let unnamed = commands.filter(|(_, line)| !readme.contains(&format!("`{}`", line.trim())));
    let remedy = "put the work into `cargo xtask test`, so that a developer runs what CI runs";
    unnamed.map(|(number, line)| Fault::new(&script.path, number, line, remedy)).collect()
}

#[test]
fn papers_name_only_what_exists() {
    let world = World::real();
    let faults: Vec<Fault> = PAPERS.iter().flat_map(|path| untrue_names(tree::file(path), &world)).collect();
    assert_none(&faults);
}

#[test]
fn papers_name_only_commands_that_exist() {
    let known = commands();
    assert!(known.contains("gongkai demo") && known.contains("cargo xtask test"), "{known:?}");
    let papers = PAPERS.iter().chain(&["CHANGELOG.md"]);
    assert_none(&papers.flat_map(|path| unknown_commands(tree::file(path), &known)).collect::<Vec<_>>());
}

#[test]
fn papers_that_are_pointed_to_can_be_found() {
    assert_none(&lost_papers(tree::files()));
}

#[test]
fn a_sample_that_points_to_a_lost_paper_is_caught() {
    let code = File::new("crates/law/src/a.rs", "//! A, see ghost.md.\n// And README.md.\n");
    let faults = lost_papers(&[code, File::new("README.md", "")]);
    assert_places(&faults, &["crates/law/src/a.rs:1"]);
}

#[test]
fn a_sample_with_an_unknown_command_is_caught() {
    let known = BTreeSet::from(["gongkai demo".to_owned()]);
    let paper =
        File::new("A.md", "`gongkai demo`\n`gongkai ghost`\nthe gongkai program\ngongkai ghost --x\n");
    assert_places(&unknown_commands(&paper, &known), &["A.md:2", "A.md:4"]);
}

#[test]
fn the_architecture_names_every_crate() {
    assert_none(&unnamed_crates(tree::file("ARCHITECTURE.md"), &World::real()));
}

#[test]
fn continuous_integration_runs_only_what_the_readme_names() {
    assert_none(&unnamed_commands(tree::file(".ci/run"), &tree::file("README.md").text));
}

#[test]
fn samples_that_name_what_does_not_exist_are_caught() {
    let files = [File::new("crates/law/src/clock.rs", ""), File::new("crates/web/src/lib.rs", "")];
    let words = BTreeSet::from(["clock".to_owned()]);
    let world = World::of(&files, vec!["law".to_owned(), "web".to_owned()], words);
    let text = "`crates/law` `law/src/clock.rs` `law::clock` `a/b`\n`crates/ghost`\n`web/src/ghost.rs`\n\
                `law::ghost`\n```\n`crates/ghost`\n```\n";
    let paper = File::new("A.md", text);
    assert_places(&untrue_names(&paper, &world), &["A.md:2", "A.md:3", "A.md:4"]);
    assert_eq!(unnamed_crates(&paper, &world)[0].what, "crates/web is not named");
}

#[test]
fn a_sample_script_with_its_own_command_is_caught() {
    let script = File::new("run", "#!/bin/sh\nset -eu\ncargo xtask test\ncargo frobnicate\n");
    assert_places(&unnamed_commands(&script, "`cargo xtask test` does it"), &["run:4"]);
}
