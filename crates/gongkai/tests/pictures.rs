//! The pictures of the README: the demonstration county as a citizen and as a clerk see it.
#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests fail a test by panicking, as the tests themselves do"
)]

use std::path::Path;

use crate::browser::Browser;
use crate::cli::Desk;
use crate::journey::{Served, sign_in};

/// The window, in CSS pixels, and the largest file that a README should make people load, in bytes.
const WINDOW: (u32, u32) = (1240, 1000);
const PICTURE_MOST: usize = 200 * 1024;

async fn take(browser: &Browser, name: &str) {
    browser.script("document.activeElement.blur(); window.scrollTo(0, 0)").await;
    let picture = browser.client().screenshot().await.unwrap();
    assert!(picture.len() < PICTURE_MOST, "{name} has {} bytes", picture.len());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/pictures");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(name), picture).unwrap();
}

#[tokio::test]
#[ignore = "writes into docs/pictures: `cargo xtask pictures` runs it"]
async fn take_the_pictures() {
    let desk = Desk::empty();
    let county = Served::demonstration(&desk);
    let mut browser = Browser::open().await;
    browser.client().set_window_size(WINDOW.0, WINDOW.1).await.unwrap();
    browser.goto(&county.at("/shilizhen/")).await;
    take(&browser, "portal.png").await;
    sign_in(&browser, &county, "jingban").await;
    take(&browser, "desk.png").await;
    browser.assert_no_complaints().await;
}
