//! 我的账号: who I am, in which post I act, and the others I hold.

use askama::Template;
use casework::account::choose_seat;
use store::OrganId;

use super::layout::Frame;
use super::menu::Place;
use crate::day;
use crate::desk::visit::Visit;
use crate::fault::{Answer, Fault};
use crate::frame::{Crumb, Look, page, see_other};

/// A post that the person holds.
struct Seat {
    organ_id: String,
    post_id: String,
    label: String,
    current: bool,
}

#[derive(Template)]
#[template(path = "desk/account.html")]
struct Account {
    look: Look,
    frame: Frame,
    name: String,
    since: String,
    seats: Vec<Seat>,
}

/// The account of whoever is signed in.
pub(super) async fn show_account(Visit { state, here, signed, .. }: Visit) -> Answer {
    let seats = signed.seats.iter().map(|seat| Seat {
        organ_id: seat.organ_id.to_string(),
        post_id: seat.post.id.to_string(),
        label: format!("{}　{}", seat.organ_name, seat.post.name),
        current: seat.post.id == signed.seat.post.id && seat.organ_id == signed.seat.organ_id,
    });
    page(&Account {
        look: Look::of(&state, &here),
        name: signed.session.person_name.clone(),
        since: day::minute(signed.session.created_at),
        seats: seats.collect(),
        frame: Frame::new(&signed, Place::Account, vec![Crumb::here("我的账号")]),
    })
}

/// Lets the person act in another post.
pub(super) async fn submit_seat(Visit { state, signed, sent, .. }: Visit) -> Answer {
    let organ = OrganId::new(sent.text("organ"));
    let token = state.new_secret().map_err(Fault::Internal)?;
    choose_seat(state.store(), &signed, (&organ, sent.text("post")), &token).await?;
    see_other("/desk/")
}
