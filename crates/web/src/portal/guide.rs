//! 政府信息公开指南: who, where, when, how to get information, what it costs, where to complain.

use askama::Template;
use axum::extract;

use super::layout::{Column, Frame};
use super::organ::PublicOrgan;
use crate::fault::Answer;
use crate::frame::{Here, Look, page};
use crate::state::State;

#[derive(Template)]
#[template(path = "portal/guide.html")]
struct Guide {
    look: Look,
    frame: Frame,
}

/// The guide, made from the organ's settings and the Regulation.
pub(super) async fn show_guide(
    organ: PublicOrgan,
    extract::State(state): extract::State<State>,
    here: Here,
) -> Answer {
    page(&Guide { look: Look::of(&state, &here), frame: Frame::within(organ, Column::Guide, Vec::new()) })
}
