//! Why a page cannot be shown, and the page that says so.
//!
//! A handler returns a [`Fault`]; [`dress()`] turns it, and every bare error of the framework, into a Chinese page
//! that says what to do next.

mod dress;
mod words;

use std::sync::Arc;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

pub(crate) use dress::dress;

/// What a handler gives back.
pub(crate) type Answer = Result<Response, Fault>;

/// Why a page cannot be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The address makes no sense.
    BadRequest,
    /// The post does not allow it; the name of the post, where it is known.
    Forbidden(Option<&'static str>),
    /// The form does not come from a page of ours, or the page is too old.
    Forged,
    /// A form was sent after the session had ended.
    SignedOut,
    /// Nothing there, or nothing the reader may see: the two look alike.
    NotFound,
    /// The column hangs at another address now.
    Moved {
        /// The address that was asked for, or its beginning.
        from: String,
        /// The one to go to.
        to: String,
    },
    /// The act does not fit the state of the thing; a Chinese sentence.
    Conflict(String),
    /// The file or text is too large.
    TooLarge,
    /// What was sent cannot be acted on; a Chinese sentence.
    Refused(String),
    /// A defect. The text is for the log.
    Internal(String),
    /// The database is busy or away. The text is for the log.
    Unavailable(String),
}

impl Fault {
    const fn status(&self) -> StatusCode {
        match self {
            Self::Moved { .. } => StatusCode::PERMANENT_REDIRECT,
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::Forbidden(_) | Self::Forged | Self::SignedOut => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Conflict(_) => StatusCode::CONFLICT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
        }
    }
}

impl From<store::Error> for Fault {
    fn from(error: store::Error) -> Self {
        use store::Error as E;
        match error {
            E::NotFound(_) => Self::NotFound,
            E::Busy(_) | E::Unreachable(_) | E::Storage(_) => Self::Unavailable(error.to_string()),
            E::Conflict(_) | E::AlreadyDone(_) | E::ChangedSince(_) | E::WrongState(_) => {
                Self::Conflict(casework::sentence(&error))
            }
            E::BadText => Self::Refused(casework::sentence(&error)),
            other => Self::Internal(other.to_string()),
        }
    }
}

impl From<casework::Error> for Fault {
    fn from(error: casework::Error) -> Self {
        match error {
            casework::Error::Store(error) => error.into(),
            casework::Error::NotAllowed(_) => Self::Forbidden(None),
            casework::Error::Refused(sentence) => Self::Conflict(sentence),
            casework::Error::Unmade(words) => Self::Internal(format!("a file was not made: {words}")),
            other => Self::Refused(other.to_string()),
        }
    }
}

impl From<askama::Error> for Fault {
    fn from(error: askama::Error) -> Self {
        Self::Internal(format!("a template failed: {error}"))
    }
}

/// A bare response that carries the fault to [`dress`].
impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        if let Self::Moved { to, .. } = &self
            && let Ok(to) = HeaderValue::from_str(to)
        {
            response.headers_mut().insert(header::LOCATION, to);
        }
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}
