//! A written part: the words, and beside them 数据核对, which shows every number with its definition.

use askama::Template;
use axum::http::StatusCode;
use casework::report::{Compiled, Part, Step, nameable_figures, offer_draft};
use law::report::Section;

use super::figures::{Figure, HandNumber, figures, figures_in, hand_numbers};
use super::opened::Opened;
use super::parts::of_words;
use super::people::People;
use super::todo::{Comment, comments};
use crate::desk::layout::{Frame, look_at};
use crate::desk::menu::Place;
use crate::desk::visit::Visit;
use crate::fault::{Answer, Fault};
use crate::frame::{Crumb, Look, html};

/// What came of a form that was sent.
#[derive(Debug, Default)]
pub(super) struct Tried {
    pub(super) done: Option<&'static str>,
    /// The words as typed, when they were not saved.
    pub(super) words: Option<String>,
    /// Why not.
    pub(super) problem: Option<String>,
    /// Whether somebody else wrote meanwhile.
    pub(super) overtaken: bool,
    pub(super) draft_problem: Option<String>,
}

#[derive(Template)]
#[template(path = "desk/report/prose.html")]
struct ProsePage {
    look: Look,
    frame: Frame,
    heading: String,
    year: i16,
    version: i64,
    /// The status in words and its colour.
    status: (String, &'static str),
    tried: Tried,
    words: String,
    token: String,
    /// Who wrote last.
    who: String,
    /// The words as they are stored, when others stand in the form.
    stored: Option<String>,
    writes: bool,
    confirms: bool,
    draft: String,
    is_empty: bool,
    preview: Vec<String>,
    is_final: bool,
    /// What is wrong in the words: quotation and sentence.
    faults: Vec<(String, String)>,
    /// What the rules say of the words.
    findings: Vec<(&'static str, String)>,
    open_points: Vec<String>,
    numbers: Vec<HandNumber>,
    used: Vec<Figure>,
    others: Vec<Figure>,
    comments: Vec<Comment>,
    last_year: Vec<String>,
    back: String,
    action: String,
}

pub(super) async fn draw(
    status: StatusCode,
    Opened { visit: Visit { state, here, signed, .. }, subject, .. }: &Opened,
    section: Section,
    tried: Tried,
) -> Answer {
    let compiled = subject.compiled(state).await?;
    let part = compiled.part(section).ok_or(Fault::NotFound)?;
    let mut people = People::default();
    let mut read = state.store().read().await?;
    let who = match part.written_at {
        Some(at) => people.say(&mut read, part.written_by.as_ref(), at).await?,
        None => String::new(),
    };
    let mut comments = comments(&mut read, &mut people, &compiled).await?;
    comments.retain(|comment| {
        comment.settled.is_none() && (comment.about == section.heading() || comment.about == "全文")
    });
    let writes = subject.may(Step::WriteProse);
    let others = match compiled.is_draft() {
        true => nameable_figures(state.store(), &subject.organ, subject.id()).await?,
        false => Vec::new(),
    };
    let draft = match writes {
        true => offer_draft(state.store(), &subject.organ, subject.id(), section).await?,
        false => String::new(),
    };
    let used = figures_in(&compiled.figures, &part.words);
    let numbers = hand_numbers(&mut read, &mut people, part, &others).await?;
    let mut others = figures(&others);
    others.retain(|other| !used.iter().any(|figure| figure.slot == other.slot));
    let view = ProsePage {
        look: look_at(state, here, &subject.at.part(section)),
        frame: Frame::new(signed, Place::Reports, subject.crumbs(vec![Crumb::here(section.heading())])),
        heading: section.heading(),
        year: subject.version.year,
        version: subject.version.version,
        status: of_words(&compiled, part),
        words: tried.words.clone().unwrap_or_else(|| part.words.clone()),
        stored: tried.overtaken.then(|| part.words.clone()),
        tried,
        token: part.token.clone(),
        who,
        writes,
        confirms: subject.may(Step::ConfirmNumber),
        draft,
        is_empty: part.words.trim().is_empty(),
        preview: paragraphs(&part.printed),
        is_final: !compiled.is_draft(),
        faults: faults(part),
        findings: findings(&compiled, section),
        open_points: part.open_points.iter().map(|point| format!("【{}】", point.text)).collect(),
        numbers,
        used,
        others,
        comments,
        last_year: last_year(&compiled, section),
        back: subject.at.page(),
        action: subject.at.act(&format!("parts/{}", section.code())),
    };
    html(status, &view)
}

fn faults(part: &Part) -> Vec<(String, String)> {
    let fault = |fault: &law::report::prose::Fault| {
        let quoted: String =
            part.words.chars().skip(fault.start).take((fault.end - fault.start).min(40)).collect();
        (quoted, fault.message.clone())
    };
    part.faults.iter().map(fault).collect()
}

/// What stops 定稿 in these words, or asks for a reason; empty words are said elsewhere.
fn findings(compiled: &Compiled, section: Section) -> Vec<(&'static str, String)> {
    let about = compiled.findings.iter().filter(|checked| {
        checked.words_of == Some(section) && (checked.finding.blocks() || checked.finding.needs_reason())
    });
    about.map(|checked| (checked.finding.rule, checked.finding.message.clone())).collect()
}

fn last_year(compiled: &Compiled, section: Section) -> Vec<String> {
    let last = compiled.last_year.as_ref().and_then(|last| last.report.prose.get(&section));
    last.map(|words| paragraphs(words)).unwrap_or_default()
}

fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
