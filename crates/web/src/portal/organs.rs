//! Where the portal begins: the list of organs, or the only one.

use askama::Template;
use axum::extract;

use super::organ::PublicOrgan;
use crate::fault::Answer;
use crate::frame::{Here, Look, page, see_other};
use crate::state::State;

#[derive(Template)]
#[template(path = "portal/organs.html")]
struct Organs {
    look: Look,
    organs: Vec<PublicOrgan>,
}

/// The organs of this instance that have a column.
pub(super) async fn show_organs(extract::State(state): extract::State<State>, here: Here) -> Answer {
    let organs = PublicOrgan::all(&state, &mut state.store().read().await?).await?;
    if let [only] = organs.as_slice() {
        return see_other(only.links.home());
    }
    page(&Organs { look: Look::of(&state, &here), organs })
}
