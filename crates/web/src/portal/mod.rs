//! The public portal: what anybody may read, one column for each organ.
//!
//! An organ's column hangs at `<base>/<slug>/`, where the slug stands in the organ's settings
//! ([`casework::portal::PortalSettings`]) and is otherwise its identifier. `<base>/` lists the organs, or leads to the only one.

mod annual;
mod apply;
mod column;
mod comparison;
mod counts;
mod document;
mod guide;
mod home;
mod layout;
mod mode;
mod organ;
mod organs;
mod report;
mod routes;
mod row;
mod rules;
mod tile;

pub(crate) use counts::Counts;
pub(crate) use organ::PublicOrgan;
pub(crate) use routes::routes;
pub(crate) use tile::{Tile, tiles};
