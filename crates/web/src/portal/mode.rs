//! Switches sizes and colours: preferences of the browser, nothing of ours changes.

use axum::extract::{Path, Query};
use axum::http::header;
use serde::Deserialize;

use crate::fault::{Answer, Fault};
use crate::frame::see_other;
use crate::links::is_local;
use crate::mode::Wish;
use crate::security::cookie::remember;

/// Where to come back to.
#[derive(Debug, Deserialize)]
pub(super) struct Back {
    #[serde(default)]
    to: String,
}

/// Remembers the wish and goes back to where the reader was.
pub(super) async fn show_mode(Path(mode): Path<String>, Query(back): Query<Back>) -> Answer {
    let wish = Wish::named(&mode).ok_or(Fault::NotFound)?;
    let mut response = see_other(if is_local(&back.to) { &back.to } else { "/" })?;
    response.headers_mut().insert(header::SET_COOKIE, remember(wish));
    Ok(response)
}
