//! What a browser sent: the body of a form, or the query of a filter.

use axum::extract::{Form, FromRequest, Request};
use axum::http::StatusCode;
use axum::response::IntoResponse as _;

use crate::fault::Fault;

/// The names and texts of a form, in the order of the page. Nothing is lost, so that a page with errors
/// shows what was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Sent(Vec<(String, String)>);

impl Sent {
    /// The first text with this name, as typed.
    pub(crate) fn first(&self, name: &str) -> Option<&str> {
        self.0.iter().find_map(|(known, text)| (known == name).then_some(text.as_str()))
    }

    /// The same without blanks around it; empty if nothing was sent.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.first(name).unwrap_or_default().trim()
    }

    /// All texts with this name that are not empty: the boxes that were ticked.
    pub(crate) fn all(&self, name: &str) -> Vec<&str> {
        let with_name = self.0.iter().filter(|(known, _)| known == name);
        with_name.map(|(_, text)| text.trim()).filter(|text| !text.is_empty()).collect()
    }

    /// Every pair, for a page that carries them on.
    pub(crate) fn pairs(&self) -> &[(String, String)] {
        &self.0
    }
}

impl From<Vec<(String, String)>> for Sent {
    fn from(pairs: Vec<(String, String)>) -> Self {
        Self(pairs)
    }
}

/// A body for POST, the query for GET.
impl<S: Send + Sync> FromRequest<S> for Sent {
    type Rejection = Fault;

    async fn from_request(request: Request, state: &S) -> Result<Self, Fault> {
        match Form::<Vec<(String, String)>>::from_request(request, state).await {
            Ok(Form(pairs)) => Ok(Self(pairs)),
            Err(rejection) => Err(match rejection.into_response().status() {
                StatusCode::PAYLOAD_TOO_LARGE => Fault::TooLarge,
                _ => Fault::BadRequest,
            }),
        }
    }
}
