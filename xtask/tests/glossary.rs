//! GLOSSARY.md is bound to the code: one Chinese term, one identifier, and the identifier exists.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use regex::Regex;

use crate::faults::{Fault, assert_none, assert_places};
use crate::markdown::{cells, code_words, prose_lines};
use crate::tree::{self, File};

static IDENTIFIER: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^[A-Za-z_][A-Za-z0-9_]*$").unwrap());

/// A row: Chinese term, identifier in backquotes, article, note.
const COLUMNS: usize = 4;

/// Every word of the code in `crates/`: identifiers, words in SQL, and string literals that are one
/// word (keys of fields and codes); modules by the names of their files.
pub(crate) fn words(files: &[File]) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for file in files.iter().filter(|file| file.krate().is_some()) {
        if file.is_shipped_source() {
            words.extend(file.path.split(['/', '.']).map(str::to_owned));
            for token in file.tokens() {
                words.extend(
                    token.word().or(token.text()).filter(|word| IDENTIFIER.is_match(word)).map(str::to_owned),
                );
            }
        } else if file.ends(".sql") {
            let found = file.text.split(|c: char| !c.is_alphanumeric() && c != '_');
            words.extend(found.map(str::to_owned));
        }
    }
    words
}

fn unbound(glossary: &File, words: &BTreeSet<String>) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for (number, line) in prose_lines(&glossary.text) {
        let Some(row) = cells(line) else { continue };
        if row.first() == Some(&"Chinese") {
            continue;
        }
        let mut fault = |what: String, remedy| faults.push(Fault::new(&glossary.path, number, what, remedy));
        let identifiers = row.get(1).map(|cell| code_words(cell)).unwrap_or_default();
        let ([term, written, _, _], [identifier]) = (row.as_slice(), identifiers.as_slice()) else {
            let what = format!("a row has {COLUMNS} cells, the second exactly one `identifier`");
            fault(what, "one term, one identifier: split the row or choose");
            continue;
        };
        if *written != format!("`{identifier}`") || !IDENTIFIER.is_match(identifier) {
            fault(format!("{written} is not one plain identifier"), "put explanations into the note");
        } else if !words.contains(*identifier) {
            fault(
                format!("`{identifier}` ({term}) is not in the code"),
                "use the word in the code, or drop the row",
            );
        }
        for name in [(*term).to_owned(), identifier.to_lowercase().replace('_', "")] {
            if let Some(first) = seen.insert(name.clone(), number) {
                fault(format!("{name} stands in line {first} too"), "one term, one identifier: choose");
            }
        }
    }
    faults
}

#[test]
fn every_term_has_one_identifier_and_it_is_in_the_code() {
    assert_none(&unbound(tree::file("GLOSSARY.md"), &words(tree::files())));
}

#[test]
fn the_glossary_is_not_empty() {
    let glossary = tree::file("GLOSSARY.md");
    let rows = prose_lines(&glossary.text).iter().filter(|(_, line)| cells(line).is_some()).count();
    assert!(rows >= 40, "{rows} rows: the table was not read");
}

#[test]
fn samples_with_two_words_for_one_thing_are_caught() {
    let head = "| Chinese | identifier | art. | note |\n|---|---|---|---|\n";
    let text = format!(
        "{head}| 补正 | `Supplement` | 30 | |\n| 更正 | `supplement` | 41 | |\n| 公开 | `publish` / `release` | | |\n\
         | 补正 | `Rectification` | | |\n| 机关 | `organ` | |\n| 撤回 | `withdraw` | | ours |\n"
    );
    let words = ["Supplement", "supplement", "Rectification"].map(str::to_owned).into();
    // Line 4 repeats the identifier, 5 has two, 6 repeats the term, 7 lacks a cell, 8 is not in the code.
    let expected = ["G.md:4", "G.md:5", "G.md:6", "G.md:7", "G.md:8"];
    assert_places(&unbound(&File::new("G.md", &text), &words), &expected);
}

#[test]
fn words_come_from_code_and_not_from_comments() {
    let files = [
        File::new(
            "crates/law/src/clock.rs",
            "/// ghost\nfn pause() { let a = \"served_on\"; let b = \"two words\"; }",
        ),
        File::new("crates/store/migrations/1.sql", "CREATE TABLE person (post_id TEXT)"),
        File::new("crates/law/tests/it.rs", "fn only_in_tests() {}"),
    ];
    let words = words(&files);
    for word in ["clock", "pause", "served_on", "person", "post_id"] {
        assert!(words.contains(word), "{word}");
    }
    for word in ["ghost", "two words", "only_in_tests"] {
        assert!(!words.contains(word), "{word}");
    }
}
