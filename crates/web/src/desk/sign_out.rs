//! 退出登录.

use axum::extract;
use axum::http::header;
use casework::account::sign_out;

use crate::fault::{Answer, Fault};
use crate::frame::see_other;
use crate::gate::Signed;
use crate::security::cookie::Secret;
use crate::state::State;

/// Ends the session and forgets it in the browser.
pub(super) async fn submit_sign_out(signed: Signed, extract::State(state): extract::State<State>) -> Answer {
    sign_out(state.store(), state.now(), &signed).await?;
    let mut response = see_other("/desk/sign-in")?;
    let gone = Secret::Session.clear(state.config().secure_cookies);
    let gone = gone.ok_or_else(|| Fault::Internal("no cookie".to_owned()))?;
    response.headers_mut().append(header::SET_COOKIE, gone);
    Ok(response)
}
