//! Refuses what another site makes a browser send here.

use axum::extract::Request;
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use crate::fault::Fault;

/// Lets questions pass, and acts only from our own pages. The token in each form is checked besides: old
/// browsers send neither header.
pub(crate) async fn same_site_only(request: Request, next: Next) -> Response {
    let asks = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if asks || is_ours(request.headers()) { next.run(request).await } else { Fault::Forged.into_response() }
}

/// Whether the browser says that the request comes from a page of this host.
fn is_ours(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    if let Some(site) = text("sec-fetch-site") {
        return site == "same-origin" || site == "none";
    }
    match text(header::ORIGIN.as_str()) {
        None => true,
        // The scheme may differ behind a proxy that ends the encryption; the host may not.
        Some(origin) => {
            let host = origin.split_once("://").map(|(_, host)| host);
            host.is_some() && host == text(header::HOST.as_str())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ours(pairs: &[(&'static str, &str)]) -> bool {
        is_ours(&pairs.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect())
    }

    #[test]
    fn another_site_is_not_ours() {
        assert!(ours(&[]));
        assert!(ours(&[("sec-fetch-site", "same-origin"), ("origin", "http://127.0.0.1:8080")]));
        assert!(ours(&[("origin", "https://gk.example"), ("host", "gk.example")]));
        for site in ["cross-site", "same-site", ""] {
            assert!(!ours(&[
                ("sec-fetch-site", site),
                ("origin", "https://gk.example"),
                ("host", "gk.example")
            ]));
        }
        for origin in ["null", "https://evil.example", "gk.example", "https://gk.example.evil"] {
            assert!(!ours(&[("origin", origin), ("host", "gk.example")]), "{origin}");
        }
    }
}
