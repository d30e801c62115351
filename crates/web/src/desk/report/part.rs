//! One of the six parts: three are written, three are tables.

use axum::http::StatusCode;
use casework::Error;
use casework::report::{ProseEdit, confirm_number, offer_draft, unconfirm_number, write_prose};
use law::report::Section;
use law::report::prose::Name;

use super::opened::Opened;
use super::prose::{Tried, draw};
use super::table;
use crate::desk::visit::Visit;
use crate::fault::{Answer, Fault};
use crate::form::Sent;
use crate::frame::see_other;

/// `GET /desk/reports/{year}/parts/{part}`.
pub(in crate::desk) async fn show_part(at: Opened) -> Answer {
    let section = Section::from_code(at.param("part")?).ok_or(Fault::NotFound)?;
    if !Section::PROSE.contains(&section) {
        return table::draw(&at, section).await;
    }
    let tried = Tried { done: done(&at.visit.sent), ..Tried::default() };
    draw(StatusCode::OK, &at, section, tried).await
}

fn done(sent: &Sent) -> Option<&'static str> {
    Some(match sent.text("done") {
        "saved" => "文字已经保存。下面是数据核对的结果。",
        "drafted" => "已经采用草稿文本。请补全【】里的内容，再通读一遍。",
        "confirmed" => "已经确认这个数字不是统计数字。句子改动后要重新确认。",
        "unconfirmed" => "确认已经撤销。",
        "replaced" => "已经换成口径，今后随台账更新。",
        _ => return None,
    })
}

/// `POST /desk/reports/{year}/parts/{part}`: saves the words.
pub(in crate::desk) async fn submit_part(at: Opened) -> Answer {
    let section = written(&at)?;
    let words = at.visit.sent.first("words").unwrap_or_default().to_owned();
    let outcome = write(&at, section, words.clone()).await;
    answer(outcome, &at, section, ("saved", "main", Some(words))).await
}

/// `POST /desk/reports/{year}/parts/{part}/draft`: puts the offered draft into the part.
pub(in crate::desk) async fn submit_draft(at: Opened) -> Answer {
    let section = written(&at)?;
    let Opened { visit: Visit { state, sent, .. }, subject, .. } = &at;
    let compiled = subject.compiled(state).await?;
    let is_empty = compiled.part(section).is_none_or(|part| part.words.trim().is_empty());
    if !is_empty && sent.text("replace").is_empty() {
        let sentence = "这一部分已经有文字。要用草稿文本代替它，请先勾选确认。".to_owned();
        let tried = Tried { draft_problem: Some(sentence), ..Tried::default() };
        return draw(StatusCode::UNPROCESSABLE_ENTITY, &at, section, tried).await;
    }
    let words = offer_draft(state.store(), &subject.organ, subject.id(), section).await?;
    let outcome = write(&at, section, words).await;
    answer(outcome, &at, section, ("drafted", "words", None)).await
}

/// Writes the words, unless somebody else has written since the page was shown.
async fn write(
    Opened { visit, subject, .. }: &Opened,
    section: Section,
    words: String,
) -> casework::Result<()> {
    let edit = ProseEdit { section, words, seen: visit.sent.text("seen").to_owned() };
    write_prose(visit.state.store(), &subject.organ, &visit.act(), subject.id(), edit).await
}

/// `POST /desk/reports/{year}/parts/{part}/numbers`: a number typed by hand is confirmed as no statistic, the
/// confirmation is taken back, or a measure takes its place.
pub(in crate::desk) async fn submit_number(at: Opened) -> Answer {
    let section = written(&at)?;
    let Opened { visit, subject, .. } = &at;
    let (mark, act) = (visit.sent.text("mark"), visit.act());
    let (store, organ, id) = (visit.state.store(), &subject.organ, subject.id());
    let (outcome, done) = match visit.sent.text("act") {
        "confirm" => (confirm_number(store, organ, &act, id, (section, mark)).await, "confirmed"),
        "undo" => (unconfirm_number(store, organ, &act, id, (section, mark)).await, "unconfirmed"),
        "replace" => match replaced(&at, section).await? {
            Ok(edit) => (write_prose(store, organ, &act, id, edit).await, "replaced"),
            Err(sentence) => (Err(Error::Refused(sentence)), "replaced"),
        },
        _ => return Err(Fault::BadRequest),
    };
    answer(outcome, &at, section, (done, "numbers", None)).await
}

/// The words with a measure in the place of the number, or why that cannot be.
async fn replaced(
    Opened { visit: Visit { state, sent, .. }, subject, .. }: &Opened,
    section: Section,
) -> Result<Result<ProseEdit, String>, Fault> {
    let compiled = subject.compiled(state).await?;
    let part = compiled.part(section).ok_or(Fault::NotFound)?;
    let Some(found) = part.numbers.iter().find(|number| number.mark == sent.text("mark")) else {
        return Ok(Err("这个数字或它所在的句子已经改过，请在最新的文字里再找一次。".to_owned()));
    };
    let wanted = sent.text("name");
    if wanted.is_empty() {
        return Ok(Err(format!("请选择用哪个口径代替“{}”。", found.number.text)));
    }
    let name = match Name::parse(wanted) {
        Ok(name) => name,
        Err(sentence) => return Ok(Err(format!("{sentence}。"))),
    };
    let before = part.words.chars().take(found.number.start);
    let slot = format!("{{{{{name}}}}}");
    let words: String = before.chain(slot.chars()).chain(part.words.chars().skip(found.number.end)).collect();
    Ok(Ok(ProseEdit { section, words, seen: part.token.clone() }))
}

/// The part of the address, which must be one that is written.
fn written(at: &Opened) -> Result<Section, Fault> {
    Section::from_code(at.param("part")?)
        .filter(|section| Section::PROSE.contains(section))
        .ok_or(Fault::NotFound)
}

/// To the page when it was done; else the page again with what was typed.
async fn answer(
    outcome: casework::Result<()>,
    at: &Opened,
    section: Section,
    (done, place, words): (&str, &str, Option<String>),
) -> Answer {
    let mut tried = Tried { words, ..Tried::default() };
    let status = match outcome {
        Ok(()) => return see_other(&at.subject.at.part_done(section, done, place)),
        Err(Error::Overtaken(place)) => {
            tried.overtaken = tried.words.is_some();
            tried.problem = Some(Error::Overtaken(place).to_string());
            StatusCode::CONFLICT
        }
        Err(Error::Refused(sentence)) => {
            tried.problem = Some(sentence);
            StatusCode::CONFLICT
        }
        Err(Error::Invalid(faults)) => {
            let sentences: Vec<String> = faults.into_iter().map(|fault| fault.message).collect();
            tried.problem = Some(sentences.join("；"));
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Err(other) => return Err(other.into()),
    };
    draw(status, at, section, tried).await
}
