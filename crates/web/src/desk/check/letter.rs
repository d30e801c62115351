//! The letter of comments to the body: drafted from the confirmed findings, edited, printed, marked as sent.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use casework::check::{LetterText, draft_letter, send_letter, write_letter};
use casework::ports::Paper;
use law::register::FieldFault;
use store::{CheckLetter, CheckedSummary, ReportId};

use super::{CHECKS, address, agency_words, files, year_words};
use crate::day;
use crate::desk::layout::{Frame, look_at};
use crate::desk::menu::Place;
use crate::desk::visit::Visit;
use crate::fault::Answer;
use crate::form::{FormField, Input, Problem, Sent, problems};
use crate::frame::{Crumb, Here, Look, html, see_other};
use crate::gate::Signed;
use crate::report::Offer;
use crate::state::State;

#[derive(Template)]
#[template(path = "desk/check/letter.html")]
struct LetterPage {
    look: Look,
    frame: Frame,
    action: String,
    name: String,
    /// How many findings a fresh draft would have.
    confirmed: usize,
    kept: Option<Kept>,
    /// The kept letter as files.
    offers: Vec<Offer>,
    is_sent: bool,
    fields: Vec<FormField>,
    problems: Vec<Problem>,
    done: &'static str,
}

/// The letter as kept, for reading and printing.
struct Kept {
    title: String,
    paragraphs: Vec<String>,
    written: String,
    sent: Option<String>,
}

impl Kept {
    fn of(letter: CheckLetter) -> Self {
        Self {
            title: letter.title,
            paragraphs: letter.words.lines().map(str::to_owned).collect(),
            written: day::minute(letter.written_at),
            sent: letter.sent_on.map(day::in_words),
        }
    }
}

fn letter_address(id: &ReportId) -> String {
    format!("{}/letter", address(id))
}

/// `GET /desk/checks/{id}/letter`; `?fresh=yes` drafts it anew from what is confirmed now.
pub(in crate::desk) async fn show_letter(
    Path(id): Path<String>,
    Visit { state, here, signed, sent }: Visit,
) -> Answer {
    draw(&state, (&here, &signed), &ReportId::new(id), (&sent, Vec::new())).await
}

/// `POST /desk/checks/{id}/letter`.
pub(in crate::desk) async fn submit_letter(
    Path(id): Path<String>,
    Visit { state, here, signed, sent }: Visit,
) -> Answer {
    let id = ReportId::new(id);
    let first = |key: &str| sent.first(key).unwrap_or_default().to_owned();
    let letter = LetterText { title: first("title"), words: first("words") };
    let act = signed.act(state.now());
    match write_letter(state.store(), &signed.seat.organ_id, &act, &id, &letter).await {
        Ok(()) => see_other(&format!("{}?done=written", letter_address(&id))),
        Err(casework::Error::Invalid(faults)) => draw(&state, (&here, &signed), &id, (&sent, faults)).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST /desk/checks/{id}/letter/sent`.
pub(in crate::desk) async fn submit_sent(
    Path(id): Path<String>,
    Visit { state, signed, .. }: Visit,
) -> Answer {
    let id = ReportId::new(id);
    send_letter(state.store(), &signed.seat.organ_id, &signed.act(state.now()), &id).await?;
    see_other(&format!("{}?done=sent", letter_address(&id)))
}

async fn draw(
    state: &State,
    (here, signed): (&Here, &Signed),
    id: &ReportId,
    (sent, faults): (&Sent, Vec<FieldFault>),
) -> Answer {
    let organ = &signed.seat.organ_id;
    let act = signed.act(state.now());
    let (draft, confirmed) = draft_letter(state.store(), organ, &act, id).await?;
    let mut read = state.store().read().await?;
    let CheckedSummary { agency, year, .. } = read.checked_report(organ, id).await?.summary;
    let kept = read.check_letter(organ, id).await?;
    drop(read);
    let is_fresh = sent.text("fresh") == "yes";
    let text = match &kept {
        Some(letter) if !is_fresh => LetterText { title: letter.title.clone(), words: letter.words.clone() },
        _ => draft,
    };
    let fields = fields(&text, sent, &faults);
    let name = format!("{} {}", agency_words(agency.as_deref()), year_words(year));
    let crumbs =
        vec![Crumb::to("报告核对", CHECKS), Crumb::to(name.clone(), address(id)), Crumb::here("核对意见")];
    let page = LetterPage {
        look: look_at(state, here, &letter_address(id)),
        frame: Frame::new(signed, Place::Checks, crumbs),
        action: letter_address(id),
        name,
        confirmed,
        offers: files::LETTERS.iter().map(|paper| offer(state, *paper, id)).collect(),
        is_sent: kept.as_ref().is_some_and(|letter| letter.sent_on.is_some()),
        kept: kept.map(Kept::of),
        problems: problems(&fields),
        fields,
        done: match sent.text("done") {
            "written" => "意见已经保存。可以下载，或者接着改。",
            "sent" => "已经记下发出的日期。",
            _ => "",
        },
    };
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    html(status, &page)
}

fn offer(state: &State, paper: Paper, id: &ReportId) -> Offer {
    let missing = state.engines().typesetter.ready(paper).err();
    Offer {
        label: paper.label(),
        href: format!("{}/letter.{}", letter_address(id), paper.extension()),
        missing,
    }
}

fn fields(text: &LetterText, sent: &Sent, faults: &[FieldFault]) -> Vec<FormField> {
    let fault = |key: &str| faults.iter().find(|fault| fault.field == key).map(|fault| fault.message.clone());
    let held = |key: &str, text: &str| sent.first(key).unwrap_or(text).to_owned();
    let title = FormField::line("title", "标题", "").holding(&held("title", &text.title));
    let words = FormField::line("words", "正文", "一行是一段。引文照录报告原文，请不要改动");
    let words = FormField { input: Input::Lines { rows: 20 }, ..words };
    vec![title.wrong(fault("title")), words.holding(&held("words", &text.words)).wrong(fault("words"))]
}
