//! Confirming and dismissing a finding, and opening it again.

use axum::extract::Path;
use casework::check::decide;
use store::{CheckStanding, ReportId};

use super::address;
use super::one::{Tried, draw};
use crate::desk::visit::Visit;
use crate::fault::{Answer, Fault};
use crate::form::Sent;
use crate::frame::see_other;

/// `POST /desk/checks/{id}/findings/{place}`: `standing` is `confirmed`, `dismissed` or `open`.
pub(in crate::desk) async fn submit_decision(
    Path((id, place)): Path<(String, usize)>,
    Visit { state, here, signed, sent }: Visit,
) -> Answer {
    let id = ReportId::new(id);
    let standing = match sent.text("standing") {
        "open" => None,
        key => Some(CheckStanding::from_key(key).ok_or(Fault::BadRequest)?),
    };
    let act = signed.act(state.now()).because(sent.text("reason"));
    match decide(state.store(), &signed.seat.organ_id, &act, (&id, place), standing).await {
        Ok(()) => see_other(&format!("{}?done=decided#K{place}", address(&id))),
        Err(casework::Error::Invalid(faults)) => {
            let sentence = faults.into_iter().next().map(|fault| fault.message).unwrap_or_default();
            let tried = Tried { place, reason: sent.text("reason").to_owned(), sentence };
            draw(&state, (&here, &signed), &id, (&Sent::default(), Some(tried))).await
        }
        Err(other) => Err(other.into()),
    }
}
