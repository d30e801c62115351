//! 依申请公开: how to apply, in plain words.

use askama::Template;
use axum::extract;

use super::layout::{Column, Frame};
use super::organ::PublicOrgan;
use crate::fault::Answer;
use crate::frame::{Here, Look, page};
use crate::state::State;

#[derive(Template)]
#[template(path = "portal/apply.html")]
struct Apply {
    look: Look,
    frame: Frame,
    /// The documents that are public already, to look there first.
    column: String,
}

/// What to write, where to hand it in, how long it takes, what it costs.
pub(super) async fn show_apply(
    organ: PublicOrgan,
    extract::State(state): extract::State<State>,
    here: Here,
) -> Answer {
    let column = organ.links.column();
    let frame = Frame::within(organ, Column::Apply, Vec::new());
    page(&Apply { look: Look::of(&state, &here), frame, column })
}
