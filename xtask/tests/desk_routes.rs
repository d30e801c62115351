//! Deny by default at the desk: every route states the capability that a post needs for it, and all
//! routes stand in one file.

use std::collections::BTreeSet;

use crate::faults::{Fault, assert_none, assert_places};
use crate::tokens::{Token, lines_with};
use crate::tree::{self, File};

const ROUTES: &str = "crates/web/src/desk/routes.rs";
const POSTS: &str = "crates/casework/src/post.rs";

/// Paths that nobody needs a post for, each with the reason.
const OPEN: &[(&str, &str)] = &[("/desk/sign-in", "whoever signs in has no post yet")];

/// The variants of `enum Capability { … }`.
fn capabilities(posts: &File) -> BTreeSet<String> {
    let tokens = posts.tokens();
    let start = tokens.windows(3).position(|three| {
        three[0].word() == Some("enum") && three[1].word() == Some("Capability") && three[2].is_sign('{')
    });
    let body = tokens[start.expect("enum Capability stands in casework's posts") + 3..].iter();
    body.take_while(|token| !token.is_sign('}')).filter_map(Token::word).map(str::to_owned).collect()
}

/// Each path in the route table with its line and the words that stand between it and the next path,
/// or the end of the brackets it stands in.
fn rows(tokens: &[Token]) -> Vec<(usize, String, Vec<&str>)> {
    let path = |token: &Token| token.text().filter(|text| text.starts_with('/')).map(str::to_owned);
    let mut rows = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        let Some(own) = path(token) else { continue };
        let mut depth = 0_i32;
        let rest = tokens[index + 1..].iter().take_while(|next| {
            depth += i32::from(['(', '[', '{'].iter().any(|&open| next.is_sign(open)));
            depth -= i32::from([')', ']', '}'].iter().any(|&close| next.is_sign(close)));
            depth >= 0 && path(next).is_none()
        });
        rows.push((token.line, own, rest.filter_map(Token::word).collect()));
    }
    rows
}

fn undeclared(routes: &File, capabilities: &BTreeSet<String>, open: &[(&str, &str)]) -> Vec<Fault> {
    let tokens = routes.tokens();
    let mut faults = Vec::new();
    for (line, path, words) in rows(tokens) {
        let declared = words.iter().any(|word| capabilities.contains(*word));
        let needless = open.iter().any(|(free, _)| *free == path);
        if declared == needless {
            let what = if declared { "is listed as open" } else { "states no capability" };
            let remedy =
                "name the Capability beside the path; a page without sign-in is named in OPEN with a reason";
            faults.push(Fault::new(&routes.path, line, format!("{path} {what}"), remedy));
        }
    }
    faults
}

/// Routes that are added to a router of the desk outside the table.
fn scattered(files: &[File]) -> Vec<Fault> {
    let desk = files
        .iter()
        .filter(|file| file.under("crates/web/src/desk") && file.ends(".rs") && file.path != ROUTES);
    let found = desk.flat_map(|file| {
        let tokens = file.tokens();
        let calls = [". route (", ". route_service (", ". nest (", ". nest_service ("];
        let lines: Vec<usize> = calls.iter().flat_map(|call| lines_with(tokens, call)).collect();
        let remedy = "move the row into crates/web/src/desk/routes.rs";
        lines.into_iter().map(|line| Fault::new(&file.path, line, "a route outside the table", remedy))
    });
    found.collect()
}

#[test]
fn every_route_of_the_desk_states_a_capability() {
    let routes = tree::file(ROUTES);
    let found = rows(routes.tokens()).len();
    assert!(found >= 10, "only {found} paths found in {ROUTES}: the table was not read");
    assert_none(&undeclared(routes, &capabilities(tree::file(POSTS)), OPEN));
}

#[test]
fn routes_of_the_desk_stand_in_one_file() {
    assert_none(&scattered(tree::files()));
}

#[test]
fn samples_without_a_capability_are_caught() {
    let posts =
        File::new(POSTS, "pub enum Other { X }\npub enum Capability {\n/// A.\nSeeDesk, EditRecords }\n");
    let capabilities = capabilities(&posts);
    let text = "fn desk() -> Router {\n    table()\n        .route(\"/desk/\", needs(Capability::SeeDesk, get(show_today)))\n\
                        .route(\"/desk/records\", get(show_records))\n        .row(\"/desk/new\", EditRecords, post(submit_new))\n\
                        .route(\"/desk/sign-in\", get(show_sign_in))\n        .route(\"/desk/out\", post(submit_out));\n    SeeDesk\n}\n";
    let faults = undeclared(&File::new(ROUTES, text), &capabilities, &[("/desk/sign-in", "no post yet")]);
    let told: Vec<&str> = faults.iter().map(|fault| fault.what.as_str()).collect();
    assert_eq!(told, ["/desk/records states no capability", "/desk/out states no capability"]);
    let elsewhere =
        File::new("crates/web/src/desk/records.rs", "fn a(r: Router) {\n    r.route(\"/x\", get(y));\n}\n");
    assert_places(&scattered(&[elsewhere, File::new(ROUTES, text)]), &["crates/web/src/desk/records.rs:2"]);
}
