//! The whole site: portal under its base path, desk under `/desk/`, and what stands around both.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;

use crate::fault::{Fault, dress};
use crate::frame::see_other;
use crate::gate::DeskRoute;
use crate::security::{contain, harden, same_site_only};
use crate::state::State;
use crate::{assets, desk, health, kept, portal};

/// The largest body outside the desk's own acts, in bytes: the sign-in form.
const BODY_MAX_BYTES: usize = 16 * 1024;

/// The site. Every response passes, from the outside in: headers, pages for errors, containment of panics,
/// refusal of other sites' forms.
pub fn router(state: State) -> Router {
    let base = state.config().base_path.clone();
    let (desk, _) = desk::routes(&state);
    Router::new()
        .route("/healthz", get(health::show_alive))
        .route("/readyz", get(health::show_ready))
        .route(&format!("{base}static/{{name}}"), get(assets::show_asset))
        .route("/desk", get(async || see_other("/desk/")))
        .merge(portal::routes(&base).layer(from_fn_with_state(state.clone(), kept::keep)))
        .merge(desk)
        .fallback(async || Fault::NotFound)
        .layer(DefaultBodyLimit::max(BODY_MAX_BYTES))
        .layer(from_fn(same_site_only))
        .layer(from_fn(contain))
        .layer(from_fn_with_state(state.clone(), dress))
        .layer(from_fn_with_state(state.clone(), harden))
        .with_state(state)
}

/// The table of the desk: every path with the capability that a post needs for it.
#[must_use]
pub fn desk_routes(state: &State) -> Vec<DeskRoute> {
    desk::routes(state).1
}
