//! The page around an error: whose site, which column, where to go on.

use std::sync::Arc;

use askama::Template;
use axum::extract;
use axum::extract::Request;
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use super::Fault;
use super::words::Words;
use crate::frame::{Here, Look, html};
use crate::links::is_desk;
use crate::portal::{PublicOrgan, Tile, tiles};
use crate::state::State;

#[derive(Template)]
#[template(path = "error/error.html")]
struct ErrorPage {
    look: Look,
    status: u16,
    words: Words,
    at_desk: bool,
    home: String,
    /// The organ whose column the address lies in, to go on from there or to call.
    organ: Option<PublicOrgan>,
    /// The jobs of that column; none while nothing can be served.
    tiles: Vec<Tile>,
}

/// Gives every error that has no page one. Details go to the log and never to the reader.
pub(crate) async fn dress(
    extract::State(state): extract::State<State>,
    request: Request,
    next: Next,
) -> Response {
    let look = Look::of(&state, &Here::of(request.uri(), request.headers()));
    let path = request.uri().path().to_owned();
    let method = request.method().clone();
    let response = next.run(request).await;
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error()) || is_page(response.headers()) {
        return response;
    }
    let fault = response.extensions().get::<Arc<Fault>>().cloned();
    if let Some(Fault::Internal(cause) | Fault::Unavailable(cause)) = fault.as_deref() {
        tracing::error!(%method, path, cause, "{status}");
    }
    let at_desk = is_desk(&path);
    // What failed once is not asked again: the page for a failure of the database needs no database, and gives
    // the telephone as it was read last.
    let organ = match (at_desk, status.is_server_error()) {
        (true, _) => None,
        (false, true) => state.remembered_column(&path),
        (false, false) => PublicOrgan::at(&state, &path).await,
    };
    let tiles = organ.as_ref().filter(|_| !status.is_server_error()).map(tiles).unwrap_or_default();
    let home = if at_desk { "/desk/".to_owned() } else { look.links.portal().to_owned() };
    let words = Words::of(status, fault.as_deref());
    let page = ErrorPage { look, status: status.as_u16(), words, at_desk, home, organ, tiles };
    let mut dressed = html(status, &page).unwrap_or_else(|_| status.into_response());
    if let Some(allow) = response.headers().get(header::ALLOW) {
        dressed.headers_mut().insert(header::ALLOW, allow.clone());
    }
    dressed
}

fn is_page(headers: &HeaderMap) -> bool {
    let media_type =
        headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    media_type.starts_with("text/html") || media_type.starts_with("application/json")
}
