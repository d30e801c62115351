//! The pages of the handbook at the desk.

use std::fmt;

use askama::Template;
use askama::filters::HtmlSafe;
use axum::extract;

use super::book::{FRONT, PAGES};
use super::render::{Heading, Rendered};
use crate::desk::layout::Frame;
use crate::desk::menu::Place;
use crate::desk::visit::Visit;
use crate::fault::{Answer, Fault};
use crate::frame::{Crumb, Here, Look, page};
use crate::gate::Signed;
use crate::state::State;

/// An entry of the list beside the text.
struct Entry {
    href: String,
    title: &'static str,
    current: bool,
}

/// The rendered text; [`super::render`] lets no markup of a file through.
struct Body(&'static str);

impl HtmlSafe for Body {}

impl fmt::Display for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

#[derive(Template)]
#[template(path = "desk/help/page.html")]
struct Help {
    look: Look,
    frame: Frame,
    title: &'static str,
    body: Body,
    /// What the page is about, if it is long enough to ask.
    contents: Vec<&'static Heading>,
    entries: Vec<Entry>,
}

/// The front page.
pub(in crate::desk) async fn show_contents(Visit { state, here, signed, .. }: Visit) -> Answer {
    show(&state, &signed, &here, "", &FRONT)
}

/// One page.
pub(in crate::desk) async fn show_page(
    extract::Path(name): extract::Path<String>,
    Visit { state, here, signed, .. }: Visit,
) -> Answer {
    let found = PAGES.iter().find(|page| page.name == name).ok_or(Fault::NotFound)?;
    show(&state, &signed, &here, found.name, &found.text)
}

fn show(state: &State, signed: &Signed, here: &Here, name: &str, text: &'static Rendered) -> Answer {
    let entries = PAGES.iter().map(|page| Entry {
        href: format!("{}/{}", super::CONTENTS, page.name),
        title: &page.text.title,
        current: page.name == name,
    });
    let contents: Vec<&Heading> = text.headings.iter().filter(|heading| heading.is_major).collect();
    let crumbs = match name {
        "" => vec![Crumb::here("帮助")],
        _ => vec![Crumb::to("帮助", super::CONTENTS), Crumb::here(text.title.as_str())],
    };
    page(&Help {
        look: Look::of(state, here),
        frame: Frame::new(signed, Place::Help, crumbs),
        title: &text.title,
        body: Body(&text.html),
        contents: if contents.len() > 2 { contents } else { Vec::new() },
        entries: entries.collect(),
    })
}
