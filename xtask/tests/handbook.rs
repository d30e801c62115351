//! The handbook says what the screens say: words in 「…」 stand in a template or in the sources.

use crate::faults::{Fault, assert_none, assert_places};
use crate::markdown::prose_lines;
use crate::tree::{self, File};

/// The quoted words of a line.
fn quoted(line: &str) -> Vec<&str> {
    line.split('「').skip(1).filter_map(|rest| rest.split_once('」').map(|(words, _)| words)).collect()
}

fn unknown_words(pages: &[&File], screens: &[&File]) -> Vec<Fault> {
    let remedy = "write what the screen says, or quote with “…” what is no word of the screen";
    let mut faults = Vec::new();
    for page in pages {
        for (number, line) in prose_lines(&page.text) {
            for words in quoted(line) {
                if !screens.iter().any(|screen| screen.text.contains(words)) {
                    faults.push(Fault::new(&page.path, number, format!("no screen says {words}"), remedy));
                }
            }
        }
    }
    faults
}

#[test]
fn every_word_of_the_screen_in_the_handbook_is_on_a_screen() {
    let pages: Vec<&File> =
        tree::files().iter().filter(|file| file.under("docs") && file.ends(".md")).collect();
    assert!(pages.len() >= 10, "only {} pages found: looked in the wrong folder?", pages.len());
    let is_screen =
        |file: &&File| file.is_shipped_source() || (file.under("crates/web/templates") && file.ends(".html"));
    let screens: Vec<&File> = tree::files().iter().filter(is_screen).collect();
    assert_none(&unknown_words(&pages, &screens));
}

#[test]
fn a_sample_with_a_word_that_no_screen_says_is_caught() {
    let page = File::new("docs/a.md", "点「保存」。\n```\n「样例」\n```\n「保管」、「保存」\n");
    let screen = File::new("crates/web/templates/a.html", "<button>保存</button>");
    assert_places(&unknown_words(&[&page], &[&screen]), &["docs/a.md:5"]);
}
