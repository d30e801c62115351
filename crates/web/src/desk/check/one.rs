//! One checked report: the findings, each with its evidence, and the text with each of them marked at its place.

use askama::Template;
use axum::extract::{Path, State as Shared};
use store::ReportId;

use super::{CHECKS, address, form_words};
use crate::day;
use crate::desk::layout::Frame;
use crate::desk::menu::Place;
use crate::fault::Answer;
use crate::form::Sent;
use crate::frame::{Crumb, Here, Look, page};
use crate::gate::Signed;
use crate::report::{Marked, Told, VERDICTS, mark, told};
use crate::state::State;

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
    /// Which findings are shown, as links.
    shown: Vec<Choice>,
    /// The word of the findings shown.
    title: &'static str,
    findings: Vec<Told>,
    marked: Marked,
}

/// A choice of findings.
struct Choice {
    label: &'static str,
    count: usize,
    href: String,
    current: bool,
}

/// `GET /desk/checks/{id}`; `?show=PASS` chooses a verdict, `?show=all` all of them.
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
        None => day::BY_COMMAND.to_owned(),
    };
    drop(read);
    let all = told(&report.findings);
    let (shown, title) = choices(&all, sent.text("show"), &address(&report.summary.id));
    let mut findings: Vec<Told> = all.into_iter().filter(|told| is_shown(told, sent.text("show"))).collect();
    let marked = mark(&report.words, &mut findings);
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
        shown,
        title,
        findings,
        marked,
    })
}

/// Every choice with its number, and the word of the one that is chosen.
fn choices(all: &[Told], show: &str, address: &str) -> (Vec<Choice>, &'static str) {
    let of_verdicts = VERDICTS.iter().map(|(code, word, _)| (*code, *word));
    let wishes: Vec<(&str, &'static str)> =
        [("", "需要处理")].into_iter().chain(of_verdicts).chain([("all", "全部")]).collect();
    let chosen = wishes.iter().find(|(wish, _)| *wish == show).map_or(("", "需要处理"), |wish| *wish);
    let choice = |(wish, label): &(&str, &'static str)| Choice {
        label,
        count: all.iter().filter(|told| is_shown(told, wish)).count(),
        href: if wish.is_empty() { address.to_owned() } else { format!("{address}?show={wish}") },
        current: *wish == chosen.0,
    };
    (wishes.iter().map(choice).collect(), chosen.1)
}

/// Whether a finding belongs to that choice; an unknown one shows what somebody must look at.
fn is_shown(told: &Told, show: &str) -> bool {
    match show {
        "all" => true,
        "FAIL" | "UNCERTAIN" | "NOT_ASSESSABLE" | "PASS" => told.verdict == show,
        _ => told.is_grave(),
    }
}
