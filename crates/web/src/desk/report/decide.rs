//! The approver's steps, each on a page that says what it means: 定稿, 公布, 更正.

use askama::Template;
use axum::extract::{Path, State as Shared};
use axum::http::StatusCode;
use casework::report::{Compiled, Finalised, Step, correct, finalise, publish};
use law::report::to_json;
use sha2::{Digest as _, Sha256};
use store::ReportId;

use super::address::Address;
use super::subject::Subject;
use super::todo::{Stop, stops};
use crate::desk::layout::{Frame, look_at};
use crate::desk::menu::Place;
use crate::fault::{Answer, Fault};
use crate::form::{FormField, Input, Problem, Sent, problems};
use crate::frame::{Crumb, Here, Look, html, see_other};
use crate::gate::Signed;
use crate::state::State;

#[derive(Template)]
#[template(path = "desk/report/decide.html")]
struct DecidePage {
    look: Look,
    frame: Frame,
    year: i16,
    version: i64,
    step: Step,
    /// What stops 定稿.
    stops: Vec<Stop>,
    problems: Vec<Problem>,
    /// Digest of exactly what the reader has before them.
    seen: String,
    /// The hash under which the version was frozen.
    hash: Option<String>,
    reason: FormField,
    action: String,
    whole: String,
    back: String,
}

impl DecidePage {
    fn verb(&self) -> &'static str {
        match self.step {
            Step::Publish => "公布",
            other => other.label(),
        }
    }
}

/// What came of an attempt.
#[derive(Debug, Default)]
struct Tried {
    problem: Option<String>,
    reason: String,
    reason_fault: Option<String>,
}

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
    let tried = |sentence: &str| Tried { problem: Some(sentence.to_owned()), ..Tried::default() };
    if digest(&subject.compiled(&state).await?) != sent.text("seen") {
        let tried = tried("您打开这一页以后，报告的数字或文字又有变化，没有定稿。请重新核对后再定稿。");
        return draw(StatusCode::CONFLICT, &state, at, (&subject, Step::Finalise), tried).await;
    }
    match finalise(state.store(), &subject.organ, &signed.act(state.now()), subject.id()).await? {
        Finalised::Done(_) => see_other(&subject.at.done("finalised", "main")),
        Finalised::Stopped(_) => {
            let tried = tried("还不能定稿，没有写入任何内容。下面每一处处理完以后再试。");
            draw(StatusCode::CONFLICT, &state, at, (&subject, Step::Finalise), tried).await
        }
    }
}

/// `POST /desk/reports/{year}/publish`.
pub(in crate::desk) async fn submit_publish(
    state: Shared<State>,
    signed: Signed,
    Path(year): Path<String>,
    sent: Sent,
) -> Answer {
    let subject = Subject::own(&state, &signed, &year, &sent).await?;
    if !subject.compiled(&state).await?.intact {
        let sentence = "这一版本的内容与定稿时的校验码不符，不能公布。请与系统管理员联系。";
        return Err(Fault::Conflict(sentence.to_owned()));
    }
    publish(state.store(), &subject.organ, &signed.act(state.now()), subject.id()).await?;
    see_other(&subject.at.done("published", "main"))
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
    let reason = sent.text("reason").to_owned();
    let act = signed.act(state.now()).because(reason.as_str());
    let new = ReportId::new(state.new_id());
    match correct(state.store(), &subject.organ, &act, subject.id(), new).await {
        Ok(_) => see_other(&Address::own(subject.year).done("corrected", "main")),
        Err(casework::Error::Invalid(faults)) => {
            let reason_fault = faults.into_iter().next().map(|fault| fault.message);
            let tried = Tried { reason, reason_fault, problem: None };
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            draw(status, &state, (&here, &signed), (&subject, Step::Correct), tried).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn draw(
    status: StatusCode,
    state: &State,
    (here, signed): (&Here, &Signed),
    (subject, step): (&Subject, Step),
    tried: Tried,
) -> Answer {
    let compiled = subject.compiled(state).await?;
    let label = match step {
        Step::Publish => "公布",
        other => other.label(),
    };
    let name = match step {
        Step::Finalise => "finalise",
        Step::Publish => "publish",
        _ => "correct",
    };
    let help = "例如“漏报一件申请”。会留在办理记录里，不印在报告里";
    let line = FormField::line("reason", "为什么要更正", help);
    let reason = FormField { input: Input::Lines { rows: 3 }, ..line }
        .holding(&tried.reason)
        .wrong(tried.reason_fault);
    let mut found = problems(std::slice::from_ref(&reason));
    found.extend(tried.problem.map(Problem::of_form));
    let view = DecidePage {
        look: look_at(state, here, &subject.at.below_it(name)),
        frame: Frame::new(signed, Place::Reports, subject.crumbs(vec![Crumb::here(label)])),
        year: subject.version.year,
        version: subject.version.version,
        step,
        stops: stops(subject, &compiled),
        problems: found,
        seen: digest(&compiled),
        hash: subject.version.frozen_hash.clone(),
        reason,
        action: subject.at.act(name),
        whole: subject.at.below_it("whole"),
        back: subject.at.page(),
    };
    html(status, &view)
}

/// SHA-256 over cells and words as they are now, hexadecimal.
fn digest(compiled: &Compiled) -> String {
    let content = to_json(&compiled.report).to_string();
    Sha256::digest(content.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}
