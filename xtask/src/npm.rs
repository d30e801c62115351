//! What the browser tests take from npm: axe-core, in the version and with the sum of the lock file. It stands in
//! `target/npm`, where the tests look for it; it is no part of the program and never committed.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};

/// The folder with `package.json` and its lock file, from the root of the workspace.
const LISTED: &str = "crates/gongkai/tests/barriers";

/// What is copied from there; npm reads all three.
const FILES: [&str; 3] = ["package.json", "package-lock.json", ".npmrc"];

/// Brings what the lock file names, unless it is there already. No script of a package is run.
///
/// # Errors
/// When npm is missing, or cannot fetch, or what it fetched has another sum.
pub(crate) fn bring() -> anyhow::Result<()> {
    let root = crate::workspace();
    let (listed, place) = (root.join(LISTED), root.join("target/npm"));
    if is_there(&listed, &place) {
        return Ok(());
    }
    std::fs::create_dir_all(&place).with_context(|| format!("could not make {}", place.display()))?;
    for name in FILES {
        let from = listed.join(name);
        std::fs::copy(&from, place.join(name))
            .with_context(|| format!("could not copy {}", from.display()))?;
    }
    println!("set-up: npm ci in {}", place.display());
    let status = Command::new("npm")
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        .current_dir(&place)
        .status()
        .context("npm could not be started")?;
    if !status.success() {
        bail!("npm ci failed in {}: {status}", place.display());
    }
    // npm's own list of what it installed, written last, is what `is_there` compares.
    if is_there(&listed, &place) { Ok(()) } else { bail!("npm ci did not bring what the lock file names") }
}

/// Whether an earlier run brought exactly this: the lock file was copied, and npm finished after it.
fn is_there(listed: &Path, place: &Path) -> bool {
    let read = |path: PathBuf| std::fs::read_to_string(path).ok();
    let lock = read(listed.join("package-lock.json"));
    lock.is_some()
        && lock == read(place.join("package-lock.json"))
        && place.join("node_modules/.package-lock.json").is_file()
        && place.join("node_modules/axe-core/axe.min.js").is_file()
}

#[test]
fn the_lock_file_pins_a_version_and_a_sum_and_names_no_host() {
    let folder = crate::workspace().join(LISTED);
    let lock = std::fs::read_to_string(folder.join("package-lock.json")).unwrap();
    assert!(lock.contains("\"integrity\": \"sha512-") && lock.contains("\"version\": \"4.14.1\""), "{lock}");
    assert!(!lock.contains("://") && !lock.contains("\"resolved\""), "{lock}");
    let package = std::fs::read_to_string(folder.join("package.json")).unwrap();
    assert!(package.contains("\"axe-core\": \"4.14.1\""), "an exact version: {package}");
}
