//! P1, the home page of an organ's column: choose a job in one look.

use askama::Template;
use axum::extract;
use law::register::Register;
use store::{Order, OrderBy, Page};

use super::counts::Counts;
use super::layout::Frame;
use super::organ::Opened;
use super::row::Row;
use super::tile::{Tile, tiles};
use crate::fault::Answer;
use crate::frame::{Here, Look, page};
use crate::state::State;
use crate::visible::{Sight, shown, sight};

/// How many of the newest documents the page shows.
const LATEST: u32 = 6;
#[derive(Template)]
#[template(path = "portal/home.html")]
struct Home {
    look: Look,
    frame: Frame,
    tiles: Vec<Tile>,
    rows: Vec<Row>,
    total: i64,
    all: String,
}

/// The home page.
pub(super) async fn show_home(
    Opened { organ, mut read }: Opened,
    extract::State(state): extract::State<State>,
    here: Here,
) -> Answer {
    let today = state.today();
    let (filter, order) = (shown(today), newest_first());
    let id = &organ.organ.id;
    let total = Counts::of(&state, &mut read, id).await?.total(None, None);
    let found = read.records(id, Register::Publication, &filter, &order, Page::first(LATEST)).await?;
    let rows = found.iter().filter_map(|row| match sight(row, today) {
        Sight::Shown(document) => Some(Row::of(*document, &organ.links)),
        Sight::Withdrawn(_) | Sight::Hidden => None,
    });
    page(&Home {
        look: Look::of(&state, &here),
        tiles: tiles(&organ),
        rows: rows.collect(),
        total,
        all: organ.links.column(),
        frame: Frame::home(organ),
    })
}

/// The newest release first.
pub(super) fn newest_first() -> Order {
    Order { by: OrderBy::Field("first_released_on".to_owned()), descending: true }
}
