//! Every library's licence is one that `deny.toml` allows, and none that it bans is in the lock file.
//!
//! `cargo deny check licenses bans sources` says the same where it is installed; this needs nothing.

use toml::{Table, Value};

use crate::edges::METADATA;
use crate::faults::{Fault, assert_none};
use crate::tree;

/// Whether an SPDX expression is satisfied by the allowed licences. `/` is the old way to write OR.
fn satisfied(expression: &str, allowed: &[&str]) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let tokens: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = tokens.as_slice();
    let held = either(&mut rest, allowed);
    held && rest.is_empty()
}

fn either(tokens: &mut &[&str], allowed: &[&str]) -> bool {
    let mut held = both(tokens, allowed);
    while let ["OR", rest @ ..] = *tokens {
        *tokens = rest;
        held |= both(tokens, allowed);
    }
    held
}

fn both(tokens: &mut &[&str], allowed: &[&str]) -> bool {
    let mut held = one(tokens, allowed);
    while let ["AND", rest @ ..] = *tokens {
        *tokens = rest;
        held &= one(tokens, allowed);
    }
    held
}

fn one(tokens: &mut &[&str], allowed: &[&str]) -> bool {
    match *tokens {
        ["(", rest @ ..] => {
            *tokens = rest;
            let held = either(tokens, allowed);
            *tokens = tokens.strip_prefix(&[")"]).unwrap_or(&["unclosed"]);
            held
        }
        [licence, "WITH", exception, rest @ ..] => {
            *tokens = rest;
            allowed.contains(licence) || allowed.contains(&format!("{licence} WITH {exception}").as_str())
        }
        [licence, rest @ ..] => {
            *tokens = rest;
            allowed.contains(licence)
        }
        [] => false,
    }
}

fn settings() -> Table {
    tree::file("deny.toml").text.parse().unwrap()
}

/// What `deny.toml` allows to one library alone.
fn excepted<'a>(settings: &'a Table, name: &str) -> Vec<&'a str> {
    let exceptions = settings["licenses"]["exceptions"].as_array().unwrap();
    let own = exceptions.iter().filter(|exception| exception["crate"].as_str() == Some(name));
    own.flat_map(|exception| exception["allow"].as_array().unwrap()).filter_map(Value::as_str).collect()
}

fn strings<'a>(table: &'a Table, section: &str, key: &str) -> Vec<&'a str> {
    table[section][key].as_array().unwrap().iter().filter_map(Value::as_str).collect()
}

#[test]
fn every_licence_is_allowed() {
    let settings = settings();
    let allowed = strings(&settings, "licenses", "allow");
    let mut faults = Vec::new();
    for package in &METADATA.packages {
        let licence = package.license.clone().unwrap_or_default();
        let allowed = [allowed.clone(), excepted(&settings, &package.name)].concat();
        if !satisfied(&licence, &allowed) {
            let what = format!("{} {} is under \"{licence}\"", package.name, package.version);
            let remedy = "replace the library; a further licence is a decision for the whole project";
            faults.push(Fault::new("Cargo.lock", 0, what, remedy));
        }
    }
    assert_none(&faults);
}

#[test]
fn no_allowed_licence_is_unused() {
    let settings = settings();
    let used = |licence: &&str| {
        METADATA
            .packages
            .iter()
            .any(|package| package.license.as_deref().unwrap_or_default().contains(*licence))
    };
    let unused: Vec<&str> =
        strings(&settings, "licenses", "allow").into_iter().filter(|licence| !used(licence)).collect();
    assert!(unused.is_empty(), "take these out of deny.toml, nothing needs them: {unused:?}");
}

/// Banned libraries that something other than their wrappers uses.
fn banned(bans: &[Value], locked: &[Value]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for ban in bans {
        let name = ban["crate"].as_str().unwrap();
        let wrappers = ban.get("wrappers").and_then(Value::as_array).cloned().unwrap_or_default();
        // An entry is `name`, or `name version` where several versions are locked.
        let uses = |package: &&Value| {
            let used = package.get("dependencies").and_then(Value::as_array).cloned().unwrap_or_default();
            used.iter().filter_map(Value::as_str).any(|entry| entry.split(' ').next() == Some(name))
        };
        for user in locked.iter().filter(uses).filter(|user| !wrappers.contains(&user["name"])) {
            let what = format!("{} uses {name}, which is banned: {}", user["name"], ban["reason"]);
            faults.push(Fault::new(
                "Cargo.lock",
                0,
                what,
                "`cargo tree -i NAME` shows the way in; cut it there",
            ));
        }
    }
    faults
}

#[test]
fn no_banned_library_is_locked() {
    let lock: Table = tree::file("Cargo.lock").text.parse().unwrap();
    let settings = settings();
    assert_none(&banned(settings["bans"]["deny"].as_array().unwrap(), lock["package"].as_array().unwrap()));
}

#[test]
fn a_sample_with_a_banned_library_is_caught() {
    let settings: Table = "deny = [{ crate = 'b', reason = 'r', wrappers = ['w'] }]".parse().unwrap();
    let lock = "[[package]]\nname = 'w'\ndependencies = ['b']\n[[package]]\nname = 'a'\ndependencies = ['b 1.0.0', 'c']";
    let lock: Table = lock.parse().unwrap();
    let faults = banned(settings["deny"].as_array().unwrap(), lock["package"].as_array().unwrap());
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].what, "\"a\" uses b, which is banned: \"r\"");
}

#[test]
fn expressions_are_read_as_they_are_meant() {
    let allowed = ["MIT", "Apache-2.0"];
    let good = [
        "MIT",
        "MIT OR GPL-3.0",
        "GPL-3.0/MIT",
        "(MIT OR GPL-3.0) AND Apache-2.0",
        "Apache-2.0 WITH LLVM-exception",
    ];
    let bad = ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT AND GPL-3.0) OR ISC", "MIT Apache-2.0", "(MIT"];
    for expression in good {
        assert!(satisfied(expression, &allowed), "{expression}");
    }
    for expression in bad {
        assert!(!satisfied(expression, &allowed), "{expression}");
    }
}
