//! The small acts of the task page: handing in, giving reasons, settling comments; for the county comments
//! and sending back.

use axum::extract::{Path, State as Shared};
use axum::http::StatusCode;
use casework::report::{explain, remark, send_back, settle_remark, submit};
use law::report::Section;
use store::RemarkId;

use super::subject::Subject;
use super::task::draw;
use super::todo::Tried;
use crate::fault::{Answer, Fault};
use crate::form::Sent;
use crate::frame::{Here, see_other};
use crate::gate::Signed;
use crate::state::State;

/// `POST /desk/reports/{year}/submit`.
pub(in crate::desk) async fn submit_report(
    Shared(state): Shared<State>,
    here: Here,
    signed: Signed,
    Path(year): Path<String>,
    sent: Sent,
) -> Answer {
    let subject = Subject::own(&state, &signed, &year, &sent).await?;
    let outcome = submit(state.store(), &subject.organ, &signed.act(state.now()), subject.id()).await;
    let tried = Tried { form: "act".to_owned(), ..Tried::default() };
    answer(outcome, &state, (&here, &signed), &subject, (("submitted", "main"), tried)).await
}

/// `POST /desk/reports/{year}/reasons`.
pub(in crate::desk) async fn submit_reason(
    Shared(state): Shared<State>,
    here: Here,
    signed: Signed,
    Path(year): Path<String>,
    sent: Sent,
) -> Answer {
    let subject = Subject::own(&state, &signed, &year, &sent).await?;
    let (rule, place, reason) = (sent.text("rule"), sent.text("place"), sent.text("reason"));
    let act = signed.act(state.now());
    let outcome = explain(state.store(), &subject.organ, &act, subject.id(), (rule, place, reason)).await;
    let form = match outcome {
        Ok(()) => String::new(),
        Err(_) => {
            let needed = subject.compiled(&state).await?.needs_reason;
            let index = needed.iter().position(|needed| needed.rule == rule && needed.place == place);
            index.map_or_else(|| "act".to_owned(), |index| format!("reason-{}", index + 1))
        }
    };
    let tried = Tried { form, text: reason.to_owned(), error: None };
    answer(outcome, &state, (&here, &signed), &subject, (("explained", "reasons"), tried)).await
}

/// `POST /desk/reports/{year}/settle`.
pub(in crate::desk) async fn submit_settle(
    Shared(state): Shared<State>,
    here: Here,
    signed: Signed,
    Path(year): Path<String>,
    sent: Sent,
) -> Answer {
    let subject = Subject::own(&state, &signed, &year, &sent).await?;
    let remark = RemarkId::new(sent.text("remark"));
    let act = signed.act(state.now());
    let outcome = settle_remark(state.store(), &subject.organ, &act, subject.id(), &remark).await;
    let tried = Tried { form: "act".to_owned(), ..Tried::default() };
    answer(outcome, &state, (&here, &signed), &subject, (("settled", "comments"), tried)).await
}

/// `POST /desk/county/{organ}/reports/{year}/remarks`.
pub(in crate::desk) async fn submit_remark(
    Shared(state): Shared<State>,
    here: Here,
    signed: Signed,
    Path((organ, year)): Path<(String, String)>,
    sent: Sent,
) -> Answer {
    let subject = Subject::below(&state, &signed, (&organ, &year), &sent).await?;
    let section = match sent.text("section") {
        "" => None,
        code => Some(Section::from_code(code).ok_or(Fault::BadRequest)?),
    };
    let words = sent.text("words");
    let new = (RemarkId::new(state.new_id()), section, words);
    let act = signed.act(state.now());
    let outcome = remark(state.store(), &subject.organ, &act, subject.id(), new).await;
    let tried = Tried { form: "remark".to_owned(), text: words.to_owned(), error: None };
    answer(outcome, &state, (&here, &signed), &subject, (("remarked", "comments"), tried)).await
}

/// `POST /desk/county/{organ}/reports/{year}/send-back`.
pub(in crate::desk) async fn submit_send_back(
    Shared(state): Shared<State>,
    here: Here,
    signed: Signed,
    Path((organ, year)): Path<(String, String)>,
    sent: Sent,
) -> Answer {
    let subject = Subject::below(&state, &signed, (&organ, &year), &sent).await?;
    let act = signed.act(state.now());
    let act = match sent.text("reason") {
        "" => act,
        reason => act.because(reason),
    };
    let outcome = send_back(state.store(), &subject.organ, &act, subject.id()).await;
    let tried = Tried { form: "act".to_owned(), ..Tried::default() };
    answer(outcome, &state, (&here, &signed), &subject, (("returned", "main"), tried)).await
}

/// To the page when it was done; else the page again with the reason beside the form, and what was typed.
async fn answer(
    outcome: casework::Result<()>,
    state: &State,
    at: (&Here, &Signed),
    subject: &Subject,
    ((done, place), mut tried): ((&str, &str), Tried),
) -> Answer {
    let (status, sentence) = match outcome {
        Ok(()) => return see_other(&subject.at.done(done, place)),
        Err(casework::Error::Invalid(faults)) => {
            let sentences: Vec<String> = faults.into_iter().map(|fault| fault.message).collect();
            (StatusCode::UNPROCESSABLE_ENTITY, sentences.join("；"))
        }
        Err(casework::Error::Refused(sentence)) => (StatusCode::CONFLICT, sentence),
        Err(other) => return Err(other.into()),
    };
    if tried.form == "remark" && status == StatusCode::CONFLICT {
        tried.form = "act".to_owned();
    }
    tried.error = Some(sentence);
    draw(status, state, at, subject, (None, tried)).await
}
