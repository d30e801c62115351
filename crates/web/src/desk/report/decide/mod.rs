//! The approver's steps, each on a page that says what it means: 定稿, its taking back, 公布, 更正.

mod page;

use axum::http::StatusCode;
use casework::report::{Finalised, Step, correct, finalise, publish, reopen};
use store::ReportId;

use self::page::{Tried, draw};
use super::address::Address;
use super::opened::Opened;
use crate::fault::Answer;
use crate::frame::see_other;

/// `GET /desk/reports/{year}/finalise`.
pub(in crate::desk) async fn show_finalise(at: Opened) -> Answer {
    show(&at, Step::Finalise).await
}

/// `GET /desk/reports/{year}/reopen`.
pub(in crate::desk) async fn show_reopen(at: Opened) -> Answer {
    show(&at, Step::Reopen).await
}

/// `GET /desk/reports/{year}/publish`.
pub(in crate::desk) async fn show_publish(at: Opened) -> Answer {
    show(&at, Step::Publish).await
}

/// `GET /desk/reports/{year}/correct`.
pub(in crate::desk) async fn show_correct(at: Opened) -> Answer {
    show(&at, Step::Correct).await
}

async fn show(at: &Opened, step: Step) -> Answer {
    step.check(at.subject.version.state)?;
    draw(StatusCode::OK, at, step, Tried::default()).await
}

/// `POST /desk/reports/{year}/finalise`. What was approved is what was shown: if anything has changed since, it
/// is shown again.
pub(in crate::desk) async fn submit_finalise(at: Opened) -> Answer {
    let Opened { visit, subject, .. } = &at;
    Step::Finalise.check(subject.version.state)?;
    let (store, seen) = (visit.state.store(), visit.sent.text("seen"));
    let sentence = match finalise(store, &subject.organ, &visit.act(), subject.id(), seen).await? {
        Finalised::Done(_) => return see_other(&subject.at.done("finalised", "main")),
        Finalised::Stopped(_) => "还不能定稿，没有写入任何内容。下面每一处处理完以后再试。",
        Finalised::Changed => "您打开这一页以后，报告的数字或文字又有变化，没有定稿。请重新核对后再定稿。",
    };
    let tried = Tried { problem: Some(sentence.to_owned()), reason_fault: None };
    draw(StatusCode::CONFLICT, &at, Step::Finalise, tried).await
}

/// `POST /desk/reports/{year}/publish`.
pub(in crate::desk) async fn submit_publish(Opened { visit, subject, .. }: Opened) -> Answer {
    publish(visit.state.store(), &subject.organ, &visit.act(), subject.id()).await?;
    see_other(&subject.at.done("published", "main"))
}

/// `POST /desk/reports/{year}/reopen`.
pub(in crate::desk) async fn submit_reopen(at: Opened) -> Answer {
    let Opened { visit, subject, .. } = &at;
    let act = visit.act_with_reason();
    match reopen(visit.state.store(), &subject.organ, &act, subject.id()).await {
        Ok(()) => see_other(&subject.at.done("reopened", "main")),
        Err(error) => unreasoned(&at, Step::Reopen, error).await,
    }
}

/// `POST /desk/reports/{year}/correct`.
pub(in crate::desk) async fn submit_correct(at: Opened) -> Answer {
    let Opened { visit, subject, .. } = &at;
    let (act, new) = (visit.act_with_reason(), ReportId::new(visit.state.new_id()));
    match correct(visit.state.store(), &subject.organ, &act, subject.id(), new).await {
        Ok(_) => see_other(&Address::own(subject.year).done("corrected", "main")),
        Err(error) => unreasoned(&at, Step::Correct, error).await,
    }
}

/// The page again, where something is wrong with the reason.
async fn unreasoned(at: &Opened, step: Step, error: casework::Error) -> Answer {
    let casework::Error::Invalid(faults) = error else { return Err(error.into()) };
    let reason_fault = faults.into_iter().next().map(|fault| fault.message);
    let tried = Tried { reason_fault, problem: None };
    draw(StatusCode::UNPROCESSABLE_ENTITY, at, step, tried).await
}
