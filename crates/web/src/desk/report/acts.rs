//! The small acts of the task page: handing in, giving reasons, settling comments; for the county comments
//! and sending back.

use axum::http::StatusCode;
use casework::report::{explain, remark, send_back, settle_remark, submit};
use law::report::Section;
use store::RemarkId;

use super::opened::Opened;
use super::task::draw;
use super::todo::Tried;
use crate::fault::{Answer, Fault};
use crate::frame::see_other;

/// `POST /desk/reports/{year}/submit`.
pub(in crate::desk) async fn submit_report(at: Opened) -> Answer {
    let Opened { visit, subject, .. } = &at;
    let outcome = submit(visit.state.store(), &subject.organ, &visit.act(), subject.id()).await;
    answer(outcome, &at, ("submitted", "main"), Tried::in_form("act", "")).await
}

/// `POST /desk/reports/{year}/reasons`.
pub(in crate::desk) async fn submit_reason(at: Opened) -> Answer {
    let Opened { visit, subject, .. } = &at;
    let [rule, place, reason] = ["rule", "place", "reason"].map(|name| visit.sent.text(name));
    let store = visit.state.store();
    let outcome = explain(store, &subject.organ, &visit.act(), subject.id(), (rule, place, reason)).await;
    let form = match outcome {
        Ok(()) => String::new(),
        Err(_) => {
            let needed = subject.compiled(&visit.state).await?.needs_reason;
            let index = needed.iter().position(|needed| needed.rule == rule && needed.place == place);
            index.map_or_else(|| "act".to_owned(), |index| format!("reason-{}", index + 1))
        }
    };
    answer(outcome, &at, ("explained", "reasons"), Tried::in_form(&form, reason)).await
}

/// `POST /desk/reports/{year}/settle`.
pub(in crate::desk) async fn submit_settle(at: Opened) -> Answer {
    let Opened { visit, subject, .. } = &at;
    let remark = RemarkId::new(visit.sent.text("remark"));
    let store = visit.state.store();
    let outcome = settle_remark(store, &subject.organ, &visit.act(), subject.id(), &remark).await;
    answer(outcome, &at, ("settled", "comments"), Tried::in_form("act", "")).await
}

/// `POST /desk/county/{organ}/reports/{year}/remarks`.
pub(in crate::desk) async fn submit_remark(at: Opened) -> Answer {
    let Opened { visit, subject, .. } = &at;
    let section = match visit.sent.text("section") {
        "" => None,
        code => Some(Section::from_code(code).ok_or(Fault::BadRequest)?),
    };
    let words = visit.sent.text("words");
    let new = (RemarkId::new(visit.state.new_id()), section, words);
    let outcome = remark(visit.state.store(), &subject.organ, &visit.act(), subject.id(), new).await;
    answer(outcome, &at, ("remarked", "comments"), Tried::in_form("remark", words)).await
}

/// `POST /desk/county/{organ}/reports/{year}/send-back`.
pub(in crate::desk) async fn submit_send_back(at: Opened) -> Answer {
    let Opened { visit, subject, .. } = &at;
    let act = visit.act_with_reason();
    let outcome = send_back(visit.state.store(), &subject.organ, &act, subject.id()).await;
    answer(outcome, &at, ("returned", "main"), Tried::in_form("act", "")).await
}

/// To the page when it was done; else the page again with the reason beside the form, and what was typed.
async fn answer(
    outcome: casework::Result<()>,
    at: &Opened,
    (done, place): (&str, &str),
    mut tried: Tried,
) -> Answer {
    let (status, sentence) = match outcome {
        Ok(()) => return see_other(&at.subject.at.done(done, place)),
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
    draw(status, &at.visit, &at.subject, (None, tried)).await
}
