//! A defect in one handler is one failed page, not a dead process.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use crate::fault::Fault;

/// Runs the rest in a task of its own: a panic there becomes a 500 page. A browser that hangs up no longer
/// stops a handler half-way either.
pub(crate) async fn contain(request: Request, next: Next) -> Response {
    match tokio::spawn(next.run(request)).await {
        Ok(response) => response,
        Err(error) => Fault::Internal(format!("a handler ended abnormally: {error}")).into_response(),
    }
}
