//! 免去岗位: somebody holds a post no longer; the account stays.

use axum::extract::{Path, State as Shared};
use axum::http::StatusCode;
use casework::account::{colleague, relieve_colleague};
use store::{PersonId, TenureId};

use super::ask::{Ask, Refused, draw, reason};
use super::people::{post_name, term};
use super::{address, person_crumbs};
use crate::fault::{Answer, Fault};
use crate::form::Sent;
use crate::frame::{Here, see_other};
use crate::gate::Signed;
use crate::state::State;

/// `GET /desk/people/{id}/posts/{term}/end`.
pub(in crate::desk) async fn show_relieve(
    Shared(state): Shared<State>,
    here: Here,
    signed: Signed,
    Path((id, term)): Path<(String, String)>,
) -> Answer {
    let of = (PersonId::new(id), TenureId::new(term));
    let form = form(&state, &signed, &of, ("", &Refused::default())).await?;
    draw(StatusCode::OK, &state, (&here, &signed), form, None)
}

/// `POST /desk/people/{id}/posts/{term}/end`.
pub(in crate::desk) async fn submit_relieve(
    Shared(state): Shared<State>,
    here: Here,
    signed: Signed,
    Path((id, term)): Path<(String, String)>,
    sent: Sent,
) -> Answer {
    let (of, at) = ((PersonId::new(id), TenureId::new(term)), (&here, &signed));
    let why = sent.text("reason");
    if why.is_empty() {
        let refused = Refused::field("reason", "请写明免去的原因。");
        let form = form(&state, &signed, &of, (why, &refused)).await?;
        return draw(StatusCode::UNPROCESSABLE_ENTITY, &state, at, form, None);
    }
    let act = signed.act(state.now()).because(why);
    match relieve_colleague(state.store(), &signed.seat.organ_id, &act, (&of.0, &of.1)).await {
        Ok(()) => see_other(&format!("{}?done=relieved", address(&of.0))),
        Err(error) => {
            let (status, refused) = Refused::of(error)?;
            let form = form(&state, &signed, &of, (why, &refused)).await?;
            draw(status, &state, at, form, refused.sentence)
        }
    }
}

async fn form(
    state: &State,
    signed: &Signed,
    (id, wanted): &(PersonId, TenureId),
    (why, refused): (&str, &Refused),
) -> Result<Ask, Fault> {
    let organ = &signed.seat.organ_id;
    let mut read = state.store().read().await?;
    let known = colleague(&mut read, organ, id, state.today()).await?;
    let units = read.units(organ).await?;
    drop(read);
    let found = known.posts_beyond(state.today()).find(|(_, tenure)| tenure.id == *wanted);
    let (post, tenure) = found.ok_or(Fault::NotFound)?;
    let (post, name) = (post_name(post, &units), known.person.name.clone());
    Ok(Ask {
        title: format!("免去{name}的{post}？"),
        crumbs: person_crumbs(id, &name, "免去岗位"),
        facts: vec![("登录名", known.person.login.clone()), ("任期", term(tenure))],
        words: vec![
            "任职到今天为止，从明天起岗位空出，由接任的人继续办理。账号和以前的办理记录不变；没有别的岗位的，明天起不能登录。"
                .to_owned(),
        ],
        fields: vec![reason("免去的原因", "例如“换岗”。会留在办理记录里", why, refused)],
        button: "免去这个岗位",
        danger: true,
        action: format!("{}/posts/{wanted}/end", address(id)),
        back: ("不免了", address(id)),
    })
}
