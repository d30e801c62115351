//! One checked report: the findings, each with its evidence and what was decided, and the text with each of them marked
//! at its place.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use casework::check::{Decided, decided};
use jiff::Timestamp;
use store::{CheckDecision, CheckStanding, CheckedReport, PersonId, Read, ReportId};

use super::finding::standing_words;
use super::many::Undoable;
use super::{CHECKS, address, agency_words, batch_address, form_words, year_words};
use crate::day;
use crate::desk::layout::{Frame, look_at};
use crate::desk::menu::Place;
use crate::desk::visit::Visit;
use crate::fault::{Answer, Fault};
use crate::form::Sent;
use crate::frame::Look;
use crate::frame::{Crumb, Here, html};
use crate::gate::Signed;
use crate::report::{Marked, Told, VERDICTS, mark, told};
use crate::state::State;

#[derive(Template)]
#[template(path = "desk/check/one.html")]
struct CheckPage {
    look: Look,
    frame: Frame,
    address: String,
    agency: String,
    year: String,
    form: &'static str,
    file: String,
    when: String,
    who: String,
    /// The batch it came with: title and address.
    batch: Option<(String, String)>,
    done: &'static str,
    /// Which findings are shown, as links.
    shown: Vec<Choice>,
    /// The word of the findings shown.
    title: &'static str,
    findings: Vec<(Told, Option<Standing>)>,
    /// How many findings were confirmed, and how many nobody decided on.
    confirmed: usize,
    open: usize,
    letter: &'static str,
    undoable: Option<Undoable>,
    marked: Marked,
}

/// A choice of findings.
struct Choice {
    label: &'static str,
    count: usize,
    href: String,
    current: bool,
}

/// What was decided about a finding that somebody must look at.
struct Standing {
    word: (&'static str, &'static str),
    is_open: bool,
    /// Who and when; empty while it is open.
    by: String,
    reason: String,
    /// What is wrong with the reason typed.
    error: Option<String>,
}

/// A decision that was not taken.
pub(super) struct Tried {
    pub(super) place: usize,
    pub(super) reason: String,
    pub(super) sentence: String,
}

/// `GET /desk/checks/{id}`; `?show=PASS` chooses a verdict, `?show=all` all of them.
pub(in crate::desk) async fn show_check(
    Path(id): Path<String>,
    Visit { state, here, signed, sent }: Visit,
) -> Answer {
    draw(&state, (&here, &signed), &ReportId::new(id), (&sent, None)).await
}

pub(super) async fn draw(
    state: &State,
    (here, signed): (&Here, &Signed),
    id: &ReportId,
    (sent, tried): (&Sent, Option<Tried>),
) -> Answer {
    let organ = &signed.seat.organ_id;
    let mut read = state.store().read().await?;
    let report = read.checked_report(organ, id).await?;
    let decisions = decided(&mut read, organ, &report).await?;
    let mut names = Names::default();
    let who = names.of(&mut read, report.summary.checked_by.as_ref()).await?;
    for decision in decisions.values() {
        names.of(&mut read, decision.decided_by.as_ref()).await?;
    }
    let letter = match read.check_letter(organ, id).await? {
        None => "起草意见",
        Some(letter) if letter.sent_on.is_none() => "看意见（草稿）",
        Some(_) => "看已发出的意见",
    };
    let batch = match &report.summary.batch {
        Some(id) => Some((read.check_batch(organ, id).await?.title, batch_address(id))),
        None => None,
    };
    drop(read);
    let all = told(&report.findings);
    let address = address(id);
    let (shown, title) = choices(&all, sent.text("show"), &address);
    let count = |wanted: Option<CheckStanding>| {
        let standing = |told: &&Told| decisions.get(&told.place).map(|decision| decision.standing) == wanted;
        all.iter().filter(|told| told.is_grave()).filter(standing).count()
    };
    let (confirmed, open) = (count(Some(CheckStanding::Confirmed)), count(None));
    let mut findings: Vec<Told> = all.into_iter().filter(|told| is_shown(told, sent.text("show"))).collect();
    let marked = mark(&report.words, &mut findings);
    let CheckedReport { summary, .. } = report;
    let (agency, year) = (agency_words(summary.agency.as_deref()), year_words(summary.year));
    let mut crumbs = vec![Crumb::to("报告核对", CHECKS)];
    crumbs.extend(batch.iter().map(|(title, href)| Crumb::to(title.clone(), href.clone())));
    crumbs.push(Crumb::here(format!("{agency} {year}")));
    let status = if tried.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let checked_at = summary.checked_at;
    let page = CheckPage {
        look: if tried.is_some() { look_at(state, here, &address) } else { Look::of(state, here) },
        frame: Frame::new(signed, Place::Checks, crumbs),
        address,
        agency,
        year,
        form: form_words(summary.form.as_deref()),
        file: summary.file_name,
        when: day::minute(summary.checked_at),
        who,
        batch,
        done: done_words(sent.text("done")),
        shown,
        title,
        findings: with_standing(findings, &decisions, &names, (checked_at, tried)),
        confirmed,
        open,
        letter,
        undoable: Undoable::of(sent),
        marked,
    };
    html(status, &page)
}

fn done_words(done: &str) -> &'static str {
    match done {
        "checked" => "核对完了，结果已经保存。下面有问题的排在前面。",
        "undone" => "刚才的处理已经撤回，这些问题又是待处理。",
        "decided" => "处理已经记下。以后再核对同一机关、同一年度的报告，同样的问题会沿用这次的处理。",
        _ => "",
    }
}

fn with_standing(
    findings: Vec<Told>,
    decisions: &Decided,
    names: &Names,
    (checked_at, tried): (Timestamp, Option<Tried>),
) -> Vec<(Told, Option<Standing>)> {
    let with = |told: Told| {
        let tried = tried.as_ref().filter(|tried| tried.place == told.place);
        let standing =
            told.is_grave().then(|| Standing::of(decisions.get(&told.place), names, (checked_at, tried)));
        (told, standing)
    };
    findings.into_iter().map(with).collect()
}

impl Standing {
    fn of(
        decision: Option<&CheckDecision>,
        names: &Names,
        (checked_at, tried): (Timestamp, Option<&Tried>),
    ) -> Self {
        let by = |decision: &CheckDecision| {
            let by = format!(
                "{}，{}",
                names.known(decision.decided_by.as_ref()),
                day::minute(decision.decided_at)
            );
            // Decided before this check: when the same was found in the same body's report of the year.
            if decision.decided_at < checked_at {
                format!("沿用上次核对时的处理（{by}）")
            } else {
                by
            }
        };
        let kept = decision.and_then(|decision| decision.reason.clone());
        Self {
            word: standing_words(decision.map(|decision| decision.standing)),
            is_open: decision.is_none(),
            by: decision.map(by).unwrap_or_default(),
            reason: tried.map(|tried| tried.reason.clone()).or(kept).unwrap_or_default(),
            error: tried.map(|tried| tried.sentence.clone()),
        }
    }
}

/// Names of people, each asked for once.
#[derive(Default)]
struct Names(BTreeMap<PersonId, String>);

impl Names {
    async fn of(&mut self, read: &mut Read, id: Option<&PersonId>) -> Result<String, Fault> {
        if let Some(id) = id.filter(|id| !self.0.contains_key(id)) {
            self.0.insert(id.clone(), read.person(id).await?.name);
        }
        Ok(self.known(id))
    }

    fn known(&self, id: Option<&PersonId>) -> String {
        id.and_then(|id| self.0.get(id)).cloned().unwrap_or_else(|| day::BY_COMMAND.to_owned())
    }
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
