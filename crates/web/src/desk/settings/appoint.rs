//! 再任一个岗位: one more post for somebody who is here already.

use axum::extract::{Path, State as Shared};
use axum::http::StatusCode;
use casework::account::{appoint_colleague, colleague};
use store::PersonId;

use super::add_person::{appointment, post_fields};
use super::ask::{Ask, Refused, draw};
use super::people::post_name;
use super::{address, person_crumbs};
use crate::fault::{Answer, Fault};
use crate::form::Sent;
use crate::frame::{Here, see_other};
use crate::gate::Signed;
use crate::state::State;

/// `GET /desk/people/{id}/posts/new`.
pub(in crate::desk) async fn show_appoint(
    Shared(state): Shared<State>,
    here: Here,
    signed: Signed,
    Path(id): Path<String>,
) -> Answer {
    let form = form(&state, &signed, &PersonId::new(id), (&Sent::default(), &Refused::default())).await?;
    draw(StatusCode::OK, &state, (&here, &signed), form, None)
}

/// `POST /desk/people/{id}/posts/new`.
pub(in crate::desk) async fn submit_appoint(
    Shared(state): Shared<State>,
    here: Here,
    signed: Signed,
    Path(id): Path<String>,
    sent: Sent,
) -> Answer {
    let (id, at) = (PersonId::new(id), (&here, &signed));
    let new = match appointment(&sent) {
        Ok(new) => new,
        Err(fault) => {
            let refused = Refused { faults: vec![fault], sentence: None };
            let form = form(&state, &signed, &id, (&sent, &refused)).await?;
            return draw(StatusCode::UNPROCESSABLE_ENTITY, &state, at, form, None);
        }
    };
    let (act, new_id) = (signed.act(state.now()), || state.new_id());
    match appoint_colleague(state.store(), &signed.seat.organ_id, &act, (&id, new), &new_id).await {
        Ok(()) => see_other(&format!("{}?done=appointed", address(&id))),
        Err(error) => {
            let (status, refused) = Refused::of(error)?;
            let form = form(&state, &signed, &id, (&sent, &refused)).await?;
            draw(status, &state, at, form, refused.sentence)
        }
    }
}

async fn form(
    state: &State,
    signed: &Signed,
    id: &PersonId,
    (sent, refused): (&Sent, &Refused),
) -> Result<Ask, Fault> {
    let (organ, today) = (&signed.seat.organ_id, state.today());
    let mut read = state.store().read().await?;
    let known = colleague(&mut read, organ, id, today).await?;
    let units = read.units(organ).await?;
    drop(read);
    let posts: Vec<String> = known.posts_on(today).map(|(post, _)| post_name(post, &units)).collect();
    let name = known.person.name;
    Ok(Ask {
        title: format!("{name}再任一个岗位"),
        crumbs: person_crumbs(id, &name, "再任岗位"),
        facts: vec![
            ("登录名", known.person.login),
            ("现任岗位", if posts.is_empty() { "无".to_owned() } else { posts.join("、") }),
        ],
        words: vec![
            "从今天起任职。这个岗位有空缺的，由本人接任，办理中的事项随岗位移交。有几个岗位的，在“我的账号”里换。"
                .to_owned(),
        ],
        fields: post_fields(sent, &refused.faults, &units).into(),
        button: "任这个岗位",
        danger: false,
        action: format!("{}/posts/new", address(id)),
        back: ("不办了", address(id)),
    })
}
