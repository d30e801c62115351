//! 重置密码: a new password for a colleague who forgot theirs.

use askama::Template;
use axum::extract::{Path, State as Shared};
use axum::http::StatusCode;
use casework::account::{colleague, reset_colleague_password};
use law::register::FieldFault;
use store::PersonId;

use super::{address, password_fields, person_crumbs, salt, typed_twice};
use crate::desk::layout::{Frame, look_at};
use crate::desk::menu::Place;
use crate::fault::Answer;
use crate::form::{FormField, Input, Problem, Sent, problems};
use crate::frame::{Here, Look, html, see_other};
use crate::gate::Signed;
use crate::state::State;

#[derive(Template)]
#[template(path = "desk/settings/reset.html")]
struct ResetPage {
    look: Look,
    frame: Frame,
    name: String,
    login: String,
    person: String,
    problems: Vec<Problem>,
    fields: [FormField; 2],
}

/// What was refused: fields, or the act as a whole.
#[derive(Default)]
struct Refused {
    faults: Vec<FieldFault>,
    sentence: Option<String>,
}

/// `GET /desk/people/{id}/password`.
pub(in crate::desk) async fn show_reset(
    Shared(state): Shared<State>,
    here: Here,
    signed: Signed,
    Path(id): Path<String>,
) -> Answer {
    draw(StatusCode::OK, &state, (&here, &signed), &PersonId::new(id), Refused::default()).await
}

/// `POST /desk/people/{id}/password`.
pub(in crate::desk) async fn submit_reset(
    Shared(state): Shared<State>,
    here: Here,
    signed: Signed,
    Path(id): Path<String>,
    sent: Sent,
) -> Answer {
    let (id, at) = (PersonId::new(id), (&here, &signed));
    let password = match typed_twice(&sent) {
        Ok(password) => password,
        Err(fault) => {
            let refused = Refused { faults: vec![fault], sentence: None };
            return draw(StatusCode::UNPROCESSABLE_ENTITY, &state, at, &id, refused).await;
        }
    };
    let (act, organ) = (signed.act(state.now()), &signed.seat.organ_id);
    let secrets = (password, salt(&state)?);
    match reset_colleague_password(state.store(), organ, &act, &id, secrets).await {
        Ok(()) => see_other(&format!("{}?done=reset", address(&id))),
        Err(casework::Error::Invalid(faults)) => {
            let refused = Refused { faults, sentence: None };
            draw(StatusCode::UNPROCESSABLE_ENTITY, &state, at, &id, refused).await
        }
        Err(casework::Error::Refused(sentence)) => {
            let refused = Refused { faults: Vec::new(), sentence: Some(sentence) };
            draw(StatusCode::CONFLICT, &state, at, &id, refused).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn draw(
    status: StatusCode,
    state: &State,
    (here, signed): (&Here, &Signed),
    id: &PersonId,
    refused: Refused,
) -> Answer {
    let mut read = state.store().read().await?;
    let known = colleague(&mut read, &signed.seat.organ_id, id, state.today()).await?;
    drop(read);
    let fields = password_fields(&refused.faults);
    let mut all: Vec<Problem> = refused.sentence.into_iter().map(Problem::of_form).collect();
    all.extend(problems(&fields));
    html(
        status,
        &ResetPage {
            look: look_at(state, here, &format!("{}/password", address(id))),
            frame: Frame::new(signed, Place::Settings, person_crumbs(id, &known.person.name, "重置密码")),
            name: known.person.name,
            login: known.person.login,
            person: address(id),
            problems: all,
            fields,
        },
    )
}
