//! One checked report: the findings, each with its evidence, and the text line by line.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, State as Shared};
use store::ReportId;

use super::finding::{Told, VERDICTS, told};
use super::{CHECKS, form_words};
use crate::day;
use crate::desk::layout::Frame;
use crate::desk::menu::Place;
use crate::fault::Answer;
use crate::form::Sent;
use crate::frame::{Crumb, Here, Look, page};
use crate::gate::Signed;
use crate::state::State;

/// Lines shown; a report has a few hundred.
const LINES_MAX: usize = 5_000;

#[derive(Template)]
#[template(path = "desk/check/one.html")]
struct CheckPage {
    look: Look,
    frame: Frame,
    agency: String,
    year: String,
    form: &'static str,
    file: String,
    when: String,
    who: String,
    checked: bool,
    /// How many findings of each verdict: word, class, number.
    counts: Vec<(&'static str, &'static str, usize)>,
    /// What somebody must look at.
    grave: Vec<Told>,
    /// What holds, and what could not be assessed.
    rest: Vec<Told>,
    lines: Vec<Line>,
    lines_left_out: usize,
}

/// One line of the text.
struct Line {
    number: usize,
    text: String,
    /// The numbers of the findings that quote it.
    findings: Vec<usize>,
    /// Whether a finding that somebody must look at quotes it.
    grave: bool,
}

/// `GET /desk/checks/{id}`.
pub(in crate::desk) async fn show_check(
    Shared(state): Shared<State>,
    here: Here,
    signed: Signed,
    Path(id): Path<String>,
    sent: Sent,
) -> Answer {
    let mut read = state.store().read().await?;
    let report = read.checked_report(&signed.seat.organ_id, &ReportId::new(id)).await?;
    let who = match &report.summary.checked_by {
        Some(id) => read.person(id).await?.name,
        None => "系统（命令行）".to_owned(),
    };
    drop(read);
    let all = told(&report.findings);
    let counts =
        VERDICTS.map(|(_, word, class)| (word, class, all.iter().filter(|told| told.word == word).count()));
    let (lines, lines_left_out) = lines(&report.words, &all);
    let (grave, rest) = all.into_iter().partition(is_grave);
    let agency = report.summary.agency.unwrap_or_else(|| "认不出机关".to_owned());
    let year = report.summary.year.map_or_else(|| "认不出年度".to_owned(), |year| format!("{year} 年度"));
    let crumbs = vec![Crumb::to("报告核对", CHECKS), Crumb::here(format!("{agency} {year}"))];
    page(&CheckPage {
        look: Look::of(&state, &here),
        frame: Frame::new(&signed, Place::Checks, crumbs),
        agency,
        year,
        form: form_words(report.summary.form.as_deref()),
        file: report.summary.file_name,
        when: day::minute(report.summary.checked_at),
        who,
        checked: sent.text("done") == "checked",
        counts: counts.to_vec(),
        grave,
        rest,
        lines,
        lines_left_out,
    })
}

fn is_grave(told: &Told) -> bool {
    matches!(told.class, "bad" | "warn")
}

fn lines(words: &str, all: &[Told]) -> (Vec<Line>, usize) {
    let mut quoted: BTreeMap<usize, (Vec<usize>, bool)> = BTreeMap::new();
    for told in all {
        for quote in &told.evidence {
            let entry = quoted.entry(quote.line).or_default();
            if !entry.0.contains(&told.number) {
                entry.0.push(told.number);
            }
            entry.1 |= is_grave(told);
        }
    }
    let shown = words.lines().take(LINES_MAX).zip(1..).map(|(text, number)| {
        let (findings, grave) = quoted.remove(&number).unwrap_or_default();
        Line { number, text: text.to_owned(), findings, grave }
    });
    (shown.collect(), words.lines().count().saturating_sub(LINES_MAX))
}
