//! Nobody is shut out: axe-core and checks of our own on every template, at three widths, light, dark and with large
//! letters, filled, empty and with errors; the way through the desk with the keyboard alone; and what pages weigh.
//!
//! The pages are in [`visits`]; what is looked for beside axe-core's rules is in `checks.js`. axe-core comes from npm,
//! by `cargo xtask setup test`; it is no part of the program.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests fail a test by panicking, as the tests themselves do"
)]

mod keyboard;
mod look;
mod stage;
mod templates;
mod visits;

use std::path::Path;

use crate::browser::Browser;
use look::{Found, gzipped, look_at, table};
use stage::Stage;
use visits::GROUPS;

/// What the stylesheet may weigh after gzip.
const CSS_MOST: usize = 8 * 1024;

/// axe-core and our own checks, put into each page.
fn looks() -> String {
    let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/npm/node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(&axe)
        .unwrap_or_else(|_| panic!("{} is missing: run `cargo xtask setup test`", axe.display()));
    format!("{axe}\n{}", include_str!("checks.js"))
}

/// The pages of one browser.
async fn lane(stage: &Stage, lane: usize) -> Vec<Found> {
    let browser = Browser::open().await;
    browser.prepare_pages(&looks()).await;
    let mut all = Vec::new();
    for group in GROUPS.iter().filter(|group| group.lane == lane) {
        all.extend(look_at(stage, &browser, group).await);
    }
    all
}

#[tokio::test]
async fn no_page_has_a_barrier_or_weighs_too_much() {
    let stage = Stage::set().await;
    let (mut all, clerk) = tokio::join!(lane(&stage, 0), lane(&stage, 1));
    all.extend(clerk);
    let css =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../web/static/app.css")).unwrap();
    let css = gzipped(&css);
    let table = table(&all, css);
    println!("{table}");
    std::fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join("barriers.txt"), &table).unwrap();
    let problems: Vec<String> = all
        .iter()
        .flat_map(|found| found.problems.iter().map(|problem| format!("{}: {problem}", found.name)))
        .collect();
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
    assert!(css <= CSS_MOST, "the stylesheet weighs {css} bytes");
}

#[tokio::test]
async fn the_checks_find_what_they_look_for() {
    let browser = Browser::open().await;
    browser.prepare_pages(&looks()).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bad.html");
    std::fs::write(&file, include_str!("bad.html")).unwrap();
    browser.look(320, false).await;
    browser.goto(&format!("file://{}", file.display())).await;
    let told = browser.promise("looks.everything(false, true, true, true)").await.to_string();
    for words in [
        "color-contrast",
        "image-alt",
        "px wide in 320",
        "text at 200 %",
        "not 24",
        "not 44",
        "a level is skipped",
        "leads nowhere: #f-none",
        "does not say what is wrong: #f-there",
        "the language is not said",
        "no words for",
        "a name only in title",
        "what a page is not made of",
        "a figure is broken: 5 / 7",
        "the focus is not seen",
        "contrast 1.00 with the focus",
    ] {
        assert!(told.contains(words), "{words} is not found: {told}");
    }
    let smallest = browser.script("return looks.smallest().size").await;
    assert!(
        smallest.as_f64().is_some_and(|size| (size - 6.0).abs() < 0.1),
        "a label of 12 in a half-sized drawing: {smallest}"
    );
}
