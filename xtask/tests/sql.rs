//! SQL lives in `store`: no other crate has a string that reads like a statement.

use std::sync::LazyLock;

use regex::Regex;

use crate::faults::{Fault, assert_none, assert_places};
use crate::tokens::Token;
use crate::tree::{self, File};

/// Whole statements by their key words, in any case; prose and markup do not match.
static STATEMENT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?isx) \b( select \b [^<>]+ \b from \b | insert \s+ into \b | update \s+ \w+ \s+ set \b
        | delete \s+ from \b | create \s+ (table|index|unique|view)\b | alter \s+ table\b | drop \s+ table\b
        | order \s+ by\b | group \s+ by\b | pragma \s+ \w+ \s* [=(] )",
    )
    .unwrap()
});

fn strays(files: &[File]) -> Vec<Fault> {
    let remedy = "move the query into crates/store and call it by a name that says what it answers";
    let others =
        files.iter().filter(|file| file.ends(".rs") && file.krate().is_some_and(|name| name != "store"));
    let found = others.flat_map(|file| {
        let tokens = file.tokens();
        let hits = tokens.iter().filter(|token| token.text().is_some_and(|text| STATEMENT.is_match(text)));
        let lines: Vec<usize> = hits.map(|token: &Token| token.line).collect();
        lines.into_iter().map(|line| Fault::new(&file.path, line, "SQL outside the store", remedy))
    });
    found.collect()
}

#[test]
fn sql_stands_in_the_store_alone() {
    assert_none(&strays(tree::files()));
}

#[test]
fn a_sample_with_sql_is_caught() {
    let text = "//! SELECT a FROM b\nconst A: &str = \"SELECT a\n FROM b\";\nconst B: &str = r#\"delete from b\"#;\n\
                const C: &str = \"<select name='x'> from\";\nconst D: &str = \"an update of the set\";\n";
    let files = [File::new("crates/web/src/a.rs", text), File::new("crates/store/src/a.rs", text)];
    assert_places(&strays(&files), &["crates/web/src/a.rs:2", "crates/web/src/a.rs:4"]);
}
