//! 帮助: the handbook of `docs/`, within the program, so that it is there without a network and of this version.

mod book;
mod render;
mod show;

pub(super) use show::{show_contents, show_page};

use casework::Capability;
use casework::account::SignedIn;

use super::menu::Place;

/// The contents of the handbook.
pub(super) const CONTENTS: &str = "/desk/help";

/// The page that tells about this part of the desk.
pub(super) fn about(person: &SignedIn, place: Place) -> String {
    let name = match place {
        Place::Today | Place::Account => "first-day",
        Place::Register(_) | Place::Registers => "registers",
        Place::Reports if person.seat.kind.may(Capability::CommentReport) => "county",
        Place::Reports => "annual-report",
        Place::Checks => "checking",
        Place::Settings => "administration",
        Place::Help => return CONTENTS.to_owned(),
    };
    format!("{CONTENTS}/{name}")
}
