//! `law` and `inspect` are values and functions: no files, no network, no threads, no waiting. And
//! `web` never opens the store's write door: it writes through `casework`.

use crate::faults::{Fault, assert_none, assert_places};
use crate::tokens::lines_with;
use crate::tree::{self, File};

/// Words that a folder must not contain.
struct Absence {
    folder: &'static str,
    words: &'static [&'static str],
    remedy: &'static str,
}

const EFFECTS: &[&str] = &[
    "async",
    "std :: env",
    "std :: fs",
    "std :: io",
    "std :: net",
    "std :: process",
    "std :: thread",
    "static mut",
    "Mutex ::",
    "println !",
    "eprintln !",
];

const ABSENCES: &[Absence] = &[
    Absence {
        folder: "crates/law/src",
        words: EFFECTS,
        remedy: "take the data as an argument; the caller does the IO",
    },
    Absence {
        folder: "crates/inspect/src",
        words: EFFECTS,
        remedy: "take the text as an argument; `reading` opens files",
    },
    Absence {
        folder: "crates/web/src",
        words: &[". begin ("],
        remedy: "call a casework act, which records who did it and why in the same transaction",
    },
];

fn intruders(files: &[File]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for absence in ABSENCES {
        for file in files.iter().filter(|file| file.ends(".rs") && file.under(absence.folder)) {
            let tokens = file.tokens();
            for words in absence.words {
                for line in lines_with(tokens, words) {
                    faults.push(Fault::new(&file.path, line, words.replace(' ', ""), absence.remedy));
                }
            }
        }
    }
    faults
}

#[test]
fn pure_crates_have_no_effects_and_pages_do_not_write() {
    for Absence { folder, .. } in ABSENCES {
        assert!(tree::files().iter().any(|file| file.under(folder)), "{folder} is not there");
    }
    assert_none(&intruders(tree::files()));
}

#[test]
fn a_sample_with_effects_is_caught() {
    let law = File::new("crates/law/src/a.rs", "//! A.\nuse std::fs::read;\nasync fn a() {}\n");
    let web = File::new("crates/web/src/desk/a.rs", "fn a() { store.begin(&organ); begin(); }\n");
    let store = File::new("crates/store/src/a.rs", "use std::fs::read;\n");
    let expected = ["crates/law/src/a.rs:3", "crates/law/src/a.rs:2", "crates/web/src/desk/a.rs:1"];
    assert_places(&intruders(&[law, web, store]), &expected);
}
