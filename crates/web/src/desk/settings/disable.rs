//! 停用账号: first what will happen, then the reason.

use askama::Template;
use axum::extract::{Path, State as Shared};
use axum::http::StatusCode;
use casework::account::{colleague, disable_colleague};
use store::PersonId;

use super::people::post_name;
use super::{address, person_crumbs};
use crate::desk::layout::{Frame, look_at};
use crate::desk::menu::Place;
use crate::fault::Answer;
use crate::form::{FormField, Input, Problem, Sent, problems};
use crate::frame::{Here, Look, html, see_other};
use crate::gate::Signed;
use crate::state::State;

#[derive(Template)]
#[template(path = "desk/settings/disable.html")]
struct DisablePage {
    look: Look,
    frame: Frame,
    name: String,
    login: String,
    posts: String,
    person: String,
    reason: FormField,
    problems: Vec<Problem>,
}

/// What was typed, and why it was refused.
#[derive(Default)]
struct Tried {
    reason: String,
    fault: Option<String>,
    refused: Option<String>,
}

/// `GET /desk/people/{id}/disable`.
pub(in crate::desk) async fn show_disable(
    Shared(state): Shared<State>,
    here: Here,
    signed: Signed,
    Path(id): Path<String>,
) -> Answer {
    draw(StatusCode::OK, &state, (&here, &signed), &PersonId::new(id), Tried::default()).await
}

/// `POST /desk/people/{id}/disable`.
pub(in crate::desk) async fn submit_disable(
    Shared(state): Shared<State>,
    here: Here,
    signed: Signed,
    Path(id): Path<String>,
    sent: Sent,
) -> Answer {
    let (id, at) = (PersonId::new(id), (&here, &signed));
    let reason = sent.text("reason").to_owned();
    if reason.is_empty() {
        let tried = Tried { fault: Some("请写明停用的原因。".to_owned()), ..Tried::default() };
        return draw(StatusCode::UNPROCESSABLE_ENTITY, &state, at, &id, tried).await;
    }
    let act = signed.act(state.now()).because(reason.as_str());
    match disable_colleague(state.store(), &signed.seat.organ_id, &act, &id).await {
        Ok(()) => see_other(&format!("{}?done=disabled", address(&id))),
        Err(casework::Error::Refused(sentence)) => {
            let tried = Tried { reason, fault: None, refused: Some(sentence) };
            draw(StatusCode::CONFLICT, &state, at, &id, tried).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn draw(
    status: StatusCode,
    state: &State,
    (here, signed): (&Here, &Signed),
    id: &PersonId,
    tried: Tried,
) -> Answer {
    let (organ, today) = (&signed.seat.organ_id, state.today());
    let mut read = state.store().read().await?;
    let known = colleague(&mut read, organ, id, today).await?;
    let units = read.units(organ).await?;
    drop(read);
    let posts: Vec<String> = known.posts_on(today).map(|(post, _)| post_name(post, &units)).collect();
    let line = FormField::line("reason", "停用的原因", "例如“调离本镇”。会留在办理记录里");
    let reason =
        FormField { input: Input::Lines { rows: 2 }, ..line }.holding(&tried.reason).wrong(tried.fault);
    let mut all: Vec<Problem> = tried.refused.into_iter().map(Problem::of_form).collect();
    all.extend(problems(std::slice::from_ref(&reason)));
    html(
        status,
        &DisablePage {
            look: look_at(state, here, &format!("{}/disable", address(id))),
            frame: Frame::new(signed, Place::Settings, person_crumbs(id, &known.person.name, "停用账号")),
            name: known.person.name,
            login: known.person.login,
            posts: if posts.is_empty() { "无".to_owned() } else { posts.join("、") },
            person: address(id),
            reason,
            problems: all,
        },
    )
}
