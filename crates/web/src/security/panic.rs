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

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::body::Body;
    use axum::http::StatusCode;
    use axum::middleware::from_fn;
    use axum::routing::get;
    use tower::ServiceExt as _;

    use super::*;

    async fn defective() -> &'static str {
        panic!("this handler has a defect")
    }

    #[tokio::test]
    async fn a_panic_in_a_handler_is_a_500_and_the_next_request_is_served() {
        let router: Router =
            Router::new().route("/a", get(defective)).route("/b", get(async || "b")).layer(from_fn(contain));
        let ask = |path: &str| router.clone().oneshot(Request::get(path).body(Body::empty()).unwrap());
        assert_eq!(ask("/a").await.unwrap().status(), StatusCode::INTERNAL_SERVER_ERROR);
        assert_eq!(ask("/b").await.unwrap().status(), StatusCode::OK);
    }
}
