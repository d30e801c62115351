//! 恢复账号: a disabled account may sign in again, in a post and with a new password.

use axum::extract::{Path, State as Shared};
use axum::http::StatusCode;
use casework::account::{colleague, enable_colleague};
use store::PersonId;

use super::add_person::{appointment, post_fields};
use super::ask::{Ask, Refused, draw, reason};
use super::{address, password_fields, person_crumbs, salt, typed_twice};
use crate::fault::{Answer, Fault};
use crate::form::Sent;
use crate::frame::{Here, see_other};
use crate::gate::Signed;
use crate::state::State;

/// `GET /desk/people/{id}/enable`.
pub(in crate::desk) async fn show_enable(
    Shared(state): Shared<State>,
    here: Here,
    signed: Signed,
    Path(id): Path<String>,
) -> Answer {
    let form = form(&state, &signed, &PersonId::new(id), (&Sent::default(), &Refused::default())).await?;
    draw(StatusCode::OK, &state, (&here, &signed), form, None)
}

/// `POST /desk/people/{id}/enable`.
pub(in crate::desk) async fn submit_enable(
    Shared(state): Shared<State>,
    here: Here,
    signed: Signed,
    Path(id): Path<String>,
    sent: Sent,
) -> Answer {
    let (id, at) = (PersonId::new(id), (&here, &signed));
    let (new, password) = match (appointment(&sent), typed_twice(&sent)) {
        (Ok(new), Ok(password)) => (new, password),
        (new, password) => {
            let faults = [new.err(), password.err()].into_iter().flatten().collect();
            let form = form(&state, &signed, &id, (&sent, &Refused { faults, sentence: None })).await?;
            return draw(StatusCode::UNPROCESSABLE_ENTITY, &state, at, form, None);
        }
    };
    let act = signed.act(state.now());
    let act = match sent.text("reason") {
        "" => act,
        why => act.because(why),
    };
    let (new_id, secrets) = (|| state.new_id(), (password, salt(&state)?));
    match enable_colleague(state.store(), &signed.seat.organ_id, &act, (&id, new, secrets), &new_id).await {
        Ok(()) => see_other(&format!("{}?done=enabled", address(&id))),
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
    let organ = &signed.seat.organ_id;
    let mut read = state.store().read().await?;
    let known = colleague(&mut read, organ, id, state.today()).await?;
    let units = read.units(organ).await?;
    drop(read);
    let name = known.person.name;
    let why = reason("恢复的原因", "例如“调回本镇”。会留在办理记录里", sent.text("reason"), refused);
    let mut fields: Vec<_> = post_fields(sent, &refused.faults, &units).into();
    fields.extend(password_fields(&refused.faults));
    fields.push(crate::form::FormField { required: false, ..why });
    Ok(Ask {
        title: format!("恢复{name}的账号？"),
        crumbs: person_crumbs(id, &name, "恢复账号"),
        facts: vec![("登录名", known.person.login)],
        words: vec![
            "恢复后，本人用原来的登录名和下面的新密码登录，从今天起任所选的岗位。以前的办理记录仍在本人名下。".to_owned(),
        ],
        fields,
        button: "恢复账号",
        danger: false,
        action: format!("{}/enable", address(id)),
        back: ("不恢复了", address(id)),
    })
}
