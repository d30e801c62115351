//! What stands before every handler of the desk.

use std::sync::Arc;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract;
use axum::extract::Request;
use axum::http::Method;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use casework::Capability;
use casework::account::{SignedIn, signed_in};

use crate::fault::Fault;
use crate::frame::see_other;
use crate::links::query_value;
use crate::security::{cookie, csrf};
use crate::state::State;

/// What one route asks for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Needs {
    pub(super) capability: Capability,
    pub(super) body_max_bytes: usize,
}

/// Lets a request through to its handler, with the person in its extensions, or sends it away.
pub(super) async fn check(
    extract::State((state, needs)): extract::State<(State, Needs)>,
    request: Request,
    next: Next,
) -> Response {
    match admit(&state, needs, request).await {
        Ok(request) => next.run(request).await,
        Err(response) => response,
    }
}

async fn admit(state: &State, needs: Needs, request: Request) -> Result<Request, Response> {
    let token =
        cookie::Secret::Session.read(request.headers(), state.config().secure_cookies).map(str::to_owned);
    let person = who(state, token).await.map_err(Fault::into_response)?;
    let is_act = *request.method() == Method::POST;
    let Some(person) = person else {
        return Err(if is_act { Fault::SignedOut.into_response() } else { to_sign_in(&request) });
    };
    if !person.seat.kind.may(needs.capability) {
        return Err(Fault::Forbidden(Some(person.seat.kind.label())).into_response());
    }
    let mut request = if is_act {
        with_token(request, needs.body_max_bytes, &person.session.csrf).await.map_err(Fault::into_response)?
    } else {
        request
    };
    request.extensions_mut().insert(Arc::new(person));
    Ok(request)
}

async fn who(state: &State, token: Option<String>) -> Result<Option<SignedIn>, Fault> {
    let Some(token) = token else { return Ok(None) };
    Ok(signed_in(state.store(), state.now(), &token).await?)
}

fn to_sign_in(request: &Request) -> Response {
    let address = request.uri().path_and_query().map_or("/desk/", |address| address.as_str());
    see_other(&format!("/desk/sign-in?next={}", query_value(address))).into_response()
}

/// Reads the whole body, finds the session's token in it, and puts it back for the handler.
async fn with_token(request: Request, max_bytes: usize, expected: &str) -> Result<Request, Fault> {
    let (parts, body) = request.into_parts();
    let body: Bytes = to_bytes(body, max_bytes).await.map_err(|_| Fault::TooLarge)?;
    let sent = csrf::sent_token(&parts, &body).await.unwrap_or_default();
    if !csrf::fits(expected, &sent) {
        return Err(Fault::Forged);
    }
    Ok(Request::from_parts(parts, Body::from(body)))
}
