//! For whoever watches the service: is it alive, can it serve.

use axum::extract;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use law::calendar::Region;
use serde_json::json;

use crate::state::State;

/// The calendar should reach this many days ahead, or deadlines cannot be stated.
const CALENDAR_AHEAD_DAYS: i64 = 60;

/// The process answers; nothing else is asked.
pub(crate) async fn show_alive() -> &'static str {
    "ok\n"
}

/// Whether pages can be served: 200, or 503 with the reason. A missing calendar year is a warning: the pages
/// say so themselves, and taking the whole site away would help nobody.
pub(crate) async fn show_ready(extract::State(state): extract::State<State>) -> Response {
    let mut warnings = Vec::new();
    let ahead =
        jiff::Span::new().try_days(CALENDAR_AHEAD_DAYS).and_then(|span| state.today().checked_add(span));
    if let Ok(day) = ahead
        && let Err(gap) = state.calendar().get().day(&Region::CN, day)
    {
        warnings.push(gap.to_string());
    }
    let (status, reason) = match readable(&state).await {
        Ok(()) => (StatusCode::OK, None),
        Err(error) => {
            tracing::error!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, Some(error.code()))
        }
    };
    let body = json!({ "ready": reason.is_none(), "reason": reason, "warnings": warnings });
    let mut response = (status, format!("{body}\n")).into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

async fn readable(state: &State) -> Result<(), store::Error> {
    state.store().read().await?.organs().await.map(drop)
}
