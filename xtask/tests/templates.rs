//! Templates fit the strict content security policy: nothing inline, nothing from elsewhere; and
//! what is printed is escaped.

use std::sync::LazyLock;

use regex::Regex;

use crate::faults::{Fault, assert_none, assert_places};
use crate::tree::{self, File};

/// A pattern that must not occur, what it is, and what to do instead.
type Rule = (LazyLock<Regex>, &'static str, &'static str);

static RULES: [Rule; 6] = [
    (
        LazyLock::new(|| Regex::new(r#"(?i)<[a-z][^>]*\sstyle\s*=|<style\b"#).unwrap()),
        "an inline style",
        "give the element a class and write the rule in the stylesheet",
    ),
    (
        LazyLock::new(|| Regex::new(r"(?i)<script\b|javascript:").unwrap()),
        "a script",
        "every page works without; what only helps is a file of ours, named by this rule when it comes",
    ),
    (
        LazyLock::new(|| Regex::new(r#"(?i)<[a-z][^>]*\son[a-z]+\s*="#).unwrap()),
        "an event handler",
        "let the form or the link do it",
    ),
    (
        LazyLock::new(|| {
            Regex::new(r#"(?i)\b(src|href|action|formaction|poster|srcset|data)\s*=\s*["']?\s*(https?:)?//"#)
                .unwrap()
        }),
        "an address on another host",
        "serve the file ourselves; an address that is data belongs in a field, escaped",
    ),
    (
        LazyLock::new(|| Regex::new(r#"(?i)@import|url\(\s*["']?\s*(https?:)?//"#).unwrap()),
        "a style from elsewhere",
        "serve the file ourselves",
    ),
    (
        LazyLock::new(|| Regex::new(r"\|\s*safe\b|\|\s*escape\s*\(\s*.none").unwrap()),
        "a value printed without escaping",
        "print it escaped; markup belongs into a template",
    ),
];

fn is_page(file: &&File) -> bool {
    let kind = [".html", ".css", ".svg"].iter().any(|end| file.ends(end));
    kind && file.krate().is_some() && !file.path.contains("/tests/")
}

fn breaches(files: &[File]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in files.iter().filter(is_page) {
        for (pattern, what, remedy) in &RULES {
            // Over the whole text, because a tag may be broken over lines.
            for hit in pattern.find_iter(&file.text) {
                let line = file.text[..hit.end()].lines().count();
                faults.push(Fault::new(&file.path, line, *what, remedy));
            }
        }
    }
    faults
}

#[test]
fn templates_fit_the_content_security_policy() {
    let pages = tree::files().iter().filter(is_page).count();
    assert!(pages >= 20, "only {pages} pages found: looked in the wrong folder?");
    assert_none(&breaches(tree::files()));
}

#[test]
fn a_sample_with_each_breach_is_caught() {
    let text = "<p style=\"color:red\">\n<script src=x></script>\n<a href='#'\n   onclick=\"x()\">\n\
                <img src=\"https://example.org/a.png\">\n<a href=\"//example.org\">\n{{ body|safe }}\n\
                <a href=\"/desk/\" class=\"style on\">{{ note }} data: https://example.org</a>\n";
    let page = File::new("crates/web/templates/desk/a.html", text);
    let css = File::new("crates/web/static/a.css", "a { background: url(https://example.org/b) }\n");
    let at = |lines: &[usize]| -> Vec<String> {
        lines.iter().map(|line| format!("crates/web/templates/desk/a.html:{line}")).collect()
    };
    let mut expected = at(&[1, 2, 4, 5, 6, 7]);
    expected.push("crates/web/static/a.css:1".to_owned());
    let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
    assert_places(&breaches(&[page, css]), &expected);
}
