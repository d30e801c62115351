//! The token that every form carries: what another site sends lacks it.

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest as _, Multipart, Request};
use axum::http::header;
use axum::http::request::Parts;
use subtle::ConstantTimeEq as _;

use crate::form::Sent;

/// The name of the hidden input.
pub(crate) const FIELD: &str = "token";

/// Compares two tokens without telling by its time how much of them is equal. An empty one never fits.
pub(crate) fn fits(expected: &str, sent: &str) -> bool {
    !expected.is_empty() && bool::from(expected.as_bytes().ct_eq(sent.as_bytes()))
}

/// The token in a body, whichever of the two encodings of forms it has.
pub(crate) async fn sent_token(parts: &Parts, body: &Bytes) -> Option<String> {
    let media_type = parts.headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    let is_multipart = media_type.starts_with("multipart/form-data");
    let request = Request::from_parts(parts.clone(), Body::from(body.clone()));
    if is_multipart {
        return in_multipart(request).await;
    }
    let sent = Sent::from_request(request, &()).await.ok()?;
    sent.first(FIELD).map(str::to_owned)
}

async fn in_multipart(request: Request) -> Option<String> {
    let mut parts = Multipart::from_request(request, &()).await.ok()?;
    while let Some(part) = parts.next_field().await.ok()? {
        if part.name() == Some(FIELD) {
            return part.text().await.ok();
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_token_fits() {
        assert!(fits("abc", "abc"));
        for sent in ["", "ab", "abcd", "abd"] {
            assert!(!fits("abc", sent));
        }
        assert!(!fits("", ""));
    }
}
