//! 登录. The form is bound to the browser by a token in a cookie, since there is no session yet.

use askama::Template;
use axum::extract;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use casework::account::{note_refusal, sign_in};

use super::layout::look_at;
use crate::fault::{Answer, Fault};
use crate::form::{FormField, Input, Problem, Sent};
use crate::frame::{Here, Look, html, see_other};
use crate::links::is_local;
use crate::security::cookie::Secret;
use crate::security::{Caller, csrf};
use crate::state::State;

const PATH: &str = "/desk/sign-in";

#[derive(Template)]
#[template(path = "desk/sign_in.html")]
struct SignIn {
    look: Look,
    problems: Vec<Problem>,
    login: FormField,
    password: FormField,
    next: String,
    token: String,
}

/// The form.
pub(super) async fn show_sign_in(
    extract::State(state): extract::State<State>,
    here: Here,
    query: Sent,
) -> Answer {
    form(&state, &here, StatusCode::OK, &query, None)
}

/// Opens a session, or shows the form again with one and the same words whatever was wrong.
pub(super) async fn submit_sign_in(
    extract::State(state): extract::State<State>,
    here: Here,
    headers: HeaderMap,
    Caller(address): Caller,
    sent: Sent,
) -> Answer {
    let secure = state.config().secure_cookies;
    let expected = Secret::SignIn.read(&headers, secure).unwrap_or_default();
    if !csrf::fits(expected, sent.text(csrf::FIELD)) {
        let words = "页面打开太久了，请再登录一次。".to_owned();
        return form(&state, &here, StatusCode::FORBIDDEN, &sent, Some(words));
    }
    let (login, password) = (sent.text("login"), sent.first("password").unwrap_or_default());
    if login.is_empty() || password.is_empty() {
        let words = "请填写登录名和密码。".to_owned();
        return form(&state, &here, StatusCode::UNPROCESSABLE_ENTITY, &sent, Some(words));
    }
    let (now, tries) = (state.now(), state.sign_ins());
    if let Err(seconds) = tries.admit(login, &address, now) {
        return form(&state, &here, StatusCode::TOO_MANY_REQUESTS, &sent, Some(wait(seconds)));
    }
    let secrets = (secret(&state)?, secret(&state)?);
    match sign_in(state.store(), now, (login, password.to_owned()), secrets).await {
        Ok(opened) => {
            tries.succeeded(login, &address);
            let mut response = see_other(next(&sent))?;
            set(&mut response, Secret::Session, &opened.token, secure)?;
            let gone = Secret::SignIn.clear(secure).ok_or_else(|| Fault::Internal("no cookie".to_owned()))?;
            response.headers_mut().append(header::SET_COOKIE, gone);
            Ok(response)
        }
        Err(casework::Error::Refused(words)) => {
            note_in_passing(&state, login);
            form(&state, &here, StatusCode::UNPROCESSABLE_ENTITY, &sent, Some(words))
        }
        Err(error) => Err(error.into()),
    }
}

/// Writes the refusal down behind the answer's back, so that the answer takes as long whether there is such an account
/// or not.
fn note_in_passing(state: &State, login: &str) {
    let (state, login) = (state.clone(), login.to_owned());
    tokio::spawn(async move {
        if let Err(error) = note_refusal(state.store(), state.now(), &login).await {
            tracing::warn!(%error, "a refused sign-in was not written down");
        }
    });
}

/// The same whether there is such an account or not.
fn wait(seconds: i64) -> String {
    let time = match seconds {
        ..60 => format!("{seconds} 秒"),
        _ => format!("{} 分钟", (seconds + 59) / 60),
    };
    format!("登录名或密码连续输错多次，请过 {time}再试。忘记密码请找本机关的管理员重置。")
}

/// The form with a fresh token in it and in the browser. What was typed stays, except the password.
fn form(state: &State, here: &Here, status: StatusCode, sent: &Sent, problem: Option<String>) -> Answer {
    let token = secret(state)?;
    let login = FormField::line("login", "登录名", "").holding(sent.text("login"));
    let page = SignIn {
        look: look_at(state, here, PATH),
        problems: problem.into_iter().map(Problem::of_form).collect(),
        login,
        password: FormField::password("password", "密码", "", "current-password"),
        next: next(sent).to_owned(),
        token: token.clone(),
    };
    let mut response = html(status, &page)?;
    set(&mut response, Secret::SignIn, &token, state.config().secure_cookies)?;
    Ok(response)
}

/// Where to go afterwards: the page that was wanted, if it is one of the desk's.
fn next(sent: &Sent) -> &str {
    let wanted = sent.text("next");
    let is_desk = is_local(wanted) && wanted.starts_with("/desk/") && !wanted.starts_with(PATH);
    if is_desk { wanted } else { "/desk/" }
}

fn secret(state: &State) -> Result<String, Fault> {
    state.new_secret().map_err(Fault::Internal)
}

fn set(response: &mut Response, cookie: Secret, value: &str, secure: bool) -> Result<(), Fault> {
    let value =
        cookie.set(value, secure).ok_or_else(|| Fault::Internal("a secret fits no cookie".to_owned()))?;
    response.headers_mut().append(header::SET_COOKIE, value);
    Ok(())
}
