//! The approver's steps, each on a page that says what it means: 定稿, its taking back, 公布, 更正.

mod page;

use axum::extract::{Path, State as Shared};
use axum::http::StatusCode;
use casework::report::{Finalised, Step, correct, finalise, publish, reopen};
use law::register::FieldFault;
use store::ReportId;

use self::page::{Tried, draw};
use super::address::Address;
use super::subject::Subject;
use crate::fault::Answer;
use crate::form::Sent;
use crate::frame::{Here, see_other};
use crate::gate::Signed;
use crate::state::State;

/// `GET /desk/reports/{year}/finalise`.
pub(in crate::desk) async fn show_finalise(
    state: Shared<State>,
    here: Here,
    signed: Signed,
    Path(year): Path<String>,
    sent: Sent,
) -> Answer {
    show(&state, (&here, &signed), &year, &sent, Step::Finalise).await
}

/// `GET /desk/reports/{year}/reopen`.
pub(in crate::desk) async fn show_reopen(
    state: Shared<State>,
    here: Here,
    signed: Signed,
    Path(year): Path<String>,
    sent: Sent,
) -> Answer {
    show(&state, (&here, &signed), &year, &sent, Step::Reopen).await
}

/// `GET /desk/reports/{year}/publish`.
pub(in crate::desk) async fn show_publish(
    state: Shared<State>,
    here: Here,
    signed: Signed,
    Path(year): Path<String>,
    sent: Sent,
) -> Answer {
    show(&state, (&here, &signed), &year, &sent, Step::Publish).await
}

/// `GET /desk/reports/{year}/correct`.
pub(in crate::desk) async fn show_correct(
    state: Shared<State>,
    here: Here,
    signed: Signed,
    Path(year): Path<String>,
    sent: Sent,
) -> Answer {
    show(&state, (&here, &signed), &year, &sent, Step::Correct).await
}

async fn show(state: &State, at: (&Here, &Signed), year: &str, sent: &Sent, step: Step) -> Answer {
    let subject = Subject::own(state, at.1, year, sent).await?;
    step.check(subject.version.state)?;
    draw(StatusCode::OK, state, at, (&subject, step), Tried::default()).await
}

/// `POST /desk/reports/{year}/finalise`. What was approved is what was shown: if anything has changed since, it
/// is shown again.
pub(in crate::desk) async fn submit_finalise(
    state: Shared<State>,
    here: Here,
    signed: Signed,
    Path(year): Path<String>,
    sent: Sent,
) -> Answer {
    let subject = Subject::own(&state, &signed, &year, &sent).await?;
    Step::Finalise.check(subject.version.state)?;
    let at = (&here, &signed);
    let act = signed.act(state.now());
    let sentence = match finalise(state.store(), &subject.organ, &act, subject.id(), sent.text("seen"))
        .await?
    {
        Finalised::Done(_) => return see_other(&subject.at.done("finalised", "main")),
        Finalised::Stopped(_) => "还不能定稿，没有写入任何内容。下面每一处处理完以后再试。",
        Finalised::Changed => "您打开这一页以后，报告的数字或文字又有变化，没有定稿。请重新核对后再定稿。",
    };
    let tried = Tried { problem: Some(sentence.to_owned()), ..Tried::default() };
    draw(StatusCode::CONFLICT, &state, at, (&subject, Step::Finalise), tried).await
}

/// `POST /desk/reports/{year}/publish`.
pub(in crate::desk) async fn submit_publish(
    state: Shared<State>,
    signed: Signed,
    Path(year): Path<String>,
    sent: Sent,
) -> Answer {
    let subject = Subject::own(&state, &signed, &year, &sent).await?;
    publish(state.store(), &subject.organ, &signed.act(state.now()), subject.id()).await?;
    see_other(&subject.at.done("published", "main"))
}

/// `POST /desk/reports/{year}/reopen`.
pub(in crate::desk) async fn submit_reopen(
    state: Shared<State>,
    here: Here,
    signed: Signed,
    Path(year): Path<String>,
    sent: Sent,
) -> Answer {
    let subject = Subject::own(&state, &signed, &year, &sent).await?;
    let act = signed.act(state.now()).because(sent.text("reason"));
    match reopen(state.store(), &subject.organ, &act, subject.id()).await {
        Ok(()) => see_other(&subject.at.done("reopened", "main")),
        Err(casework::Error::Invalid(faults)) => {
            unreasoned(&state, (&here, &signed), (&subject, Step::Reopen), &sent, faults).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /desk/reports/{year}/correct`.
pub(in crate::desk) async fn submit_correct(
    state: Shared<State>,
    here: Here,
    signed: Signed,
    Path(year): Path<String>,
    sent: Sent,
) -> Answer {
    let subject = Subject::own(&state, &signed, &year, &sent).await?;
    let act = signed.act(state.now()).because(sent.text("reason"));
    let new = ReportId::new(state.new_id());
    match correct(state.store(), &subject.organ, &act, subject.id(), new).await {
        Ok(_) => see_other(&Address::own(subject.year).done("corrected", "main")),
        Err(casework::Error::Invalid(faults)) => {
            unreasoned(&state, (&here, &signed), (&subject, Step::Correct), &sent, faults).await
        }
        Err(other) => Err(other.into()),
    }
}

/// The page again, with what is wrong with the reason.
async fn unreasoned(
    state: &State,
    at: (&Here, &Signed),
    of: (&Subject, Step),
    sent: &Sent,
    faults: Vec<FieldFault>,
) -> Answer {
    let reason_fault = faults.into_iter().next().map(|fault| fault.message);
    let tried = Tried { reason: sent.text("reason").to_owned(), reason_fault, problem: None };
    draw(StatusCode::UNPROCESSABLE_ENTITY, state, at, of, tried).await
}
