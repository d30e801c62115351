//! The reports that were checked, the latest first.

use askama::Template;
use axum::extract::State as Shared;
use store::Page;

use super::finding::count;
use super::{CHECKS, address, form_words};
use crate::day;
use crate::desk::layout::Frame;
use crate::desk::menu::Place;
use crate::fault::Answer;
use crate::form::Sent;
use crate::frame::{Crumb, Here, Look, page};
use crate::gate::Signed;
use crate::state::State;

/// Reports on one page.
const SIZE: u32 = 20;

#[derive(Template)]
#[template(path = "desk/check/list.html")]
struct ChecksPage {
    look: Look,
    frame: Frame,
    rows: Vec<Line>,
    earlier: Option<String>,
    later: Option<String>,
}

struct Line {
    href: String,
    agency: String,
    file: String,
    year: String,
    form: &'static str,
    when: String,
    failed: usize,
    uncertain: usize,
}

/// `GET /desk/checks`.
pub(in crate::desk) async fn show_checks(
    Shared(state): Shared<State>,
    here: Here,
    signed: Signed,
    sent: Sent,
) -> Answer {
    let number: u32 = sent.text("page").parse().unwrap_or(1).max(1);
    let organ = &signed.seat.organ_id;
    let mut read = state.store().read().await?;
    let slice = Page { limit: SIZE + 1, ..Page::number(number, SIZE) };
    let mut found = read.checked_reports(organ, slice).await?;
    let more = found.len() > SIZE as usize;
    found.truncate(SIZE as usize);
    let mut rows = Vec::new();
    for summary in found {
        let whole = read.checked_report(organ, &summary.id).await?;
        rows.push(Line {
            href: address(&summary.id),
            agency: summary.agency.unwrap_or_else(|| "认不出机关".to_owned()),
            year: summary.year.map_or_else(|| "认不出年度".to_owned(), |year| format!("{year} 年度")),
            form: form_words(summary.form.as_deref()),
            when: day::minute(summary.checked_at),
            file: summary.file_name,
            failed: count(&whole.findings, "FAIL"),
            uncertain: count(&whole.findings, "UNCERTAIN"),
        });
    }
    page(&ChecksPage {
        look: Look::of(&state, &here),
        frame: Frame::new(&signed, Place::Checks, vec![Crumb::here("报告核对")]),
        rows,
        earlier: more.then(|| format!("{CHECKS}?page={}", number + 1)),
        later: (number > 1).then(|| format!("{CHECKS}?page={}", number - 1)),
    })
}
