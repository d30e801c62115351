//! 停用单位, 恢复单位: out of use and back. Nothing is deleted.

use axum::extract::{Path, State as Shared};
use axum::http::StatusCode;
use casework::unit::{close_unit, reopen_unit};
use store::Unit;

use super::UNITS;
use super::ask::{Ask, Refused, draw, reason};
use super::unit::unit_of;
use crate::fault::Answer;
use crate::form::Sent;
use crate::frame::{Crumb, Here, see_other};
use crate::gate::Signed;
use crate::state::State;

/// `GET /desk/units/{id}/close`.
pub(in crate::desk) async fn show_close(
    Shared(state): Shared<State>,
    here: Here,
    signed: Signed,
    Path(id): Path<String>,
) -> Answer {
    let unit = unit_of(&state, &signed, &id).await?;
    let form = close_form(&unit, "", &Refused::default());
    draw(StatusCode::OK, &state, (&here, &signed), form, None)
}

/// `POST /desk/units/{id}/close`.
pub(in crate::desk) async fn submit_close(
    Shared(state): Shared<State>,
    here: Here,
    signed: Signed,
    Path(id): Path<String>,
    sent: Sent,
) -> Answer {
    let (unit, at) = (unit_of(&state, &signed, &id).await?, (&here, &signed));
    let why = sent.text("reason");
    if why.is_empty() {
        let refused = Refused::field("reason", "请写明停用的原因。");
        return draw(StatusCode::UNPROCESSABLE_ENTITY, &state, at, close_form(&unit, why, &refused), None);
    }
    let act = signed.act(state.now()).because(why);
    match close_unit(state.store(), &signed.seat.organ_id, &act, &unit.id).await {
        Ok(()) => see_other(&format!("{UNITS}?done=closed")),
        Err(error) => {
            let (status, refused) = Refused::of(error)?;
            let form = close_form(&unit, why, &refused);
            draw(status, &state, at, form, refused.sentence)
        }
    }
}

/// `GET /desk/units/{id}/reopen`.
pub(in crate::desk) async fn show_reopen(
    Shared(state): Shared<State>,
    here: Here,
    signed: Signed,
    Path(id): Path<String>,
) -> Answer {
    let unit = unit_of(&state, &signed, &id).await?;
    draw(StatusCode::OK, &state, (&here, &signed), reopen_form(&unit), None)
}

/// `POST /desk/units/{id}/reopen`.
pub(in crate::desk) async fn submit_reopen(
    Shared(state): Shared<State>,
    here: Here,
    signed: Signed,
    Path(id): Path<String>,
) -> Answer {
    let unit = unit_of(&state, &signed, &id).await?;
    let act = signed.act(state.now());
    match reopen_unit(state.store(), &signed.seat.organ_id, &act, &unit.id).await {
        Ok(()) => see_other(&format!("{UNITS}?done=reopened")),
        Err(error) => {
            let (status, refused) = Refused::of(error)?;
            draw(status, &state, (&here, &signed), reopen_form(&unit), refused.sentence)
        }
    }
}

fn close_form(unit: &Unit, why: &str, refused: &Refused) -> Ask {
    Ask {
        title: format!("停用“{}”？", unit.name),
        crumbs: vec![Crumb::to("单位", UNITS), Crumb::here("停用单位")],
        facts: vec![("类别", unit.kind.label().to_owned())],
        words: vec![
            "停用以后，登记和报送时不能再选它。以前的记录照常保留，照样计入统计，也照样能按它筛选。停用错了可以恢复。"
                .to_owned(),
        ],
        fields: vec![reason("停用的原因", "例如“并入河东村”。会留在办理记录里", why, refused)],
        button: "停用单位",
        danger: true,
        action: format!("{UNITS}/{}/close", unit.id),
        back: ("不停用了", UNITS.to_owned()),
    }
}

fn reopen_form(unit: &Unit) -> Ask {
    Ask {
        title: format!("恢复“{}”？", unit.name),
        crumbs: vec![Crumb::to("单位", UNITS), Crumb::here("恢复单位")],
        facts: vec![("类别", unit.kind.label().to_owned())],
        words: vec!["恢复以后，登记和报送时又可以选它。报送岗要在“人员”里另外安排。".to_owned()],
        fields: Vec::new(),
        button: "恢复单位",
        danger: false,
        action: format!("{UNITS}/{}/reopen", unit.id),
        back: ("不恢复了", UNITS.to_owned()),
    }
}
