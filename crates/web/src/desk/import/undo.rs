//! Undoing a whole import: first what will happen, then the reason.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use casework::import::undo_import;
use store::{ImportId, RecordRef};

use super::one::Told;
use super::{IMPORTS, address};
use crate::desk::layout::{Frame, look_at};
use crate::desk::menu::Place;
use crate::desk::register::address as registers;
use crate::desk::visit::Visit;
use crate::fault::Answer;
use crate::form::{FormField, Input, Problem, problems};
use crate::frame::{Crumb, Here, Look, html, see_other};
use crate::gate::Signed;
use crate::state::State;

/// Records that stand in the way and are named.
const NAMED_MAX: usize = 20;

#[derive(Template)]
#[template(path = "desk/import/undo.html")]
struct UndoPage {
    look: Look,
    frame: Frame,
    told: Told,
    import: String,
    reason: FormField,
    problems: Vec<Problem>,
    /// Records that were changed since, with their addresses.
    changed: Vec<(String, String)>,
}

/// What was typed, and why it was refused.
#[derive(Debug, Default)]
struct Tried {
    reason: String,
    fault: Option<String>,
    refused: Option<String>,
    changed: Vec<RecordRef>,
}

/// `GET /desk/imports/{id}/undo`.
pub(in crate::desk) async fn show_undo(
    Path(id): Path<String>,
    Visit { state, here, signed, .. }: Visit,
) -> Answer {
    draw(StatusCode::OK, &state, (&here, &signed), &ImportId::new(id), Tried::default()).await
}

/// `POST /desk/imports/{id}/undo`.
pub(in crate::desk) async fn submit_undo(
    Path(id): Path<String>,
    Visit { state, here, signed, sent }: Visit,
) -> Answer {
    let id = ImportId::new(id);
    let at = (&here, &signed);
    let reason = sent.text("reason").to_owned();
    if reason.is_empty() {
        let tried = Tried { fault: Some("请写明撤销的原因。".to_owned()), ..Tried::default() };
        return draw(StatusCode::UNPROCESSABLE_ENTITY, &state, at, &id, tried).await;
    }
    let act = signed.act(state.now()).because(reason.as_str());
    let calendar = state.calendar().get();
    match undo_import(state.store(), &signed.seat.organ_id, &act, &id, &calendar).await {
        Ok(_) => see_other(&format!("{}?done=undone", address(&id))),
        Err(casework::Error::Store(
            error @ (store::Error::ChangedSince(_) | store::Error::AlreadyDone(_)),
        )) => {
            let refused = Some(casework::sentence(&error));
            let changed = if let store::Error::ChangedSince(records) = error { records } else { Vec::new() };
            let tried = Tried { reason, fault: None, refused, changed };
            draw(StatusCode::CONFLICT, &state, at, &id, tried).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn draw(
    status: StatusCode,
    state: &State,
    (here, signed): (&Here, &Signed),
    id: &ImportId,
    tried: Tried,
) -> Answer {
    let mut read = state.store().read().await?;
    let import = read.import(&signed.seat.organ_id, id).await?;
    let told = Told::of(&mut read, &import).await?;
    drop(read);
    let line = FormField::line("reason", "撤销的原因", "例如“导错了年度”。会留在办理记录里");
    let reason =
        FormField { input: Input::Lines { rows: 2 }, ..line }.holding(&tried.reason).wrong(tried.fault);
    let mut all: Vec<Problem> = tried.refused.into_iter().map(Problem::of_form).collect();
    all.extend(problems(std::slice::from_ref(&reason)));
    let changed = tried.changed.into_iter().take(NAMED_MAX);
    let changed = changed.map(|record| (registers::record(import.register, &record.id), record.source_no));
    let crumbs = vec![
        Crumb::to("台账", registers::REGISTERS),
        Crumb::to("导入记录", IMPORTS),
        Crumb::to(told.file.clone(), address(id)),
        Crumb::here("撤销"),
    ];
    html(
        status,
        &UndoPage {
            look: look_at(state, here, &format!("{}/undo", address(id))),
            frame: Frame::new(signed, Place::Registers, crumbs),
            told,
            import: address(id),
            reason,
            problems: all,
            changed: changed.collect(),
        },
    )
}
