//! The person at the desk, as handlers receive them.

use std::ops::Deref;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use casework::account::SignedIn;

use crate::fault::Fault;

/// Who is at the desk and in which post. Only the gate makes it, so a handler that takes one cannot be
/// reached without it.
#[derive(Debug, Clone)]
pub(crate) struct Signed(Arc<SignedIn>);

impl Deref for Signed {
    type Target = SignedIn;

    fn deref(&self) -> &SignedIn {
        &self.0
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Signed {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Fault> {
        let person = parts.extensions.get::<Arc<SignedIn>>().cloned();
        person
            .map(Self)
            .ok_or_else(|| Fault::Internal("a page of the desk stands outside the gate".to_owned()))
    }
}
