//! The pages of the handbook, in the order of its contents.

use std::sync::LazyLock;

use super::render::{Rendered, render};

/// A page: its name in addresses, which is the name of its file, and its text.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) name: &'static str,
    pub(super) text: Rendered,
}

macro_rules! sources {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_str!(concat!("../../../../../docs/", $name, ".md")))),+]
    };
}

/// Every file of `docs/` but its contents; a test of this module holds that none is left out.
const SOURCES: &[(&str, &str)] = sources![
    "first-day",
    "year",
    "registers",
    "deadlines",
    "annual-report",
    "checking",
    "county",
    "administration",
    "questions",
    "operations",
    "configuration",
    "commands",
];

/// The front page, `docs/README.md`.
pub(super) static FRONT: LazyLock<Rendered> =
    LazyLock::new(|| render(include_str!("../../../../../docs/README.md"), &is_page));

/// The pages, rendered once.
pub(super) static PAGES: LazyLock<Vec<Page>> = LazyLock::new(|| {
    SOURCES.iter().map(|&(name, source)| Page { name, text: render(source, &is_page) }).collect()
});

fn is_page(name: &str) -> bool {
    SOURCES.iter().any(|(known, _)| *known == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_handbook_is_a_page() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
        for entry in std::fs::read_dir(folder).unwrap() {
            let file = entry.unwrap().file_name().into_string().unwrap();
            let Some(name) = file.strip_suffix(".md") else { continue };
            assert!(name == "README" || is_page(name), "docs/{file} is not in SOURCES");
        }
    }

    #[test]
    fn every_link_of_the_handbook_leads_to_a_page_and_a_heading_that_exist() {
        let pages = || PAGES.iter().map(|page| (page.name, &page.text)).chain([("", &*FRONT)]);
        for (name, text) in pages() {
            assert!(text.lost.is_empty(), "{name}: links that lead nowhere: {:?}", text.lost);
            for link in &text.links {
                let (page, anchor) = link.split_once('#').unwrap_or((link, ""));
                let page = page.strip_prefix("/desk/help").map_or(name, |rest| rest.trim_start_matches('/'));
                let (_, target) = pages().find(|(known, _)| *known == page).unwrap();
                let found = anchor.is_empty() || target.headings.iter().any(|heading| heading.id == anchor);
                assert!(found, "{name}: no heading {anchor} on {page}");
            }
        }
    }

    #[test]
    fn every_page_has_a_title() {
        for page in PAGES.iter() {
            assert!(!page.text.title.is_empty(), "{}", page.name);
        }
    }
}
