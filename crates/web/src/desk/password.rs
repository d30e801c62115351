//! 修改密码. Afterwards every session of the person has ended, this one too.

use askama::Template;
use axum::http::StatusCode;
use casework::account::change_password;
use casework::password::PASSWORD_MIN_CHARS;
use law::register::FieldFault;

use super::layout::{Frame, look_at};
use super::menu::Place;
use crate::desk::visit::Visit;
use crate::fault::{Answer, Fault};
use crate::form::{FormField, Input, Problem, problems};
use crate::frame::{Crumb, Here, Look, html, see_other};
use crate::gate::Signed;
use crate::state::State;

const PATH: &str = "/desk/account/password";

#[derive(Template)]
#[template(path = "desk/password.html")]
struct Password {
    look: Look,
    frame: Frame,
    problems: Vec<Problem>,
    fields: [FormField; 3],
}

/// The form.
pub(super) async fn show_password(Visit { state, here, signed, .. }: Visit) -> Answer {
    form(&state, &here, &signed, StatusCode::OK, &[])
}

/// Changes the password and leads to the sign-in page.
pub(super) async fn submit_password(Visit { state, here, signed, sent }: Visit) -> Answer {
    let typed = |name: &str| sent.first(name).unwrap_or_default().to_owned();
    let refused =
        |faults: &[FieldFault]| form(&state, &here, &signed, StatusCode::UNPROCESSABLE_ENTITY, faults);
    if typed("new") != typed("again") {
        return refused(&[FieldFault {
            field: "again",
            message: "两次填写的新密码不一样，请重新填写。".to_owned(),
        }]);
    }
    let act = signed.act(state.now());
    // A salt in a stored hash holds at most 48 bytes; half the secret is 128 bits.
    let salt: String = state.new_secret().map_err(Fault::Internal)?.chars().take(32).collect();
    match change_password(state.store(), &signed, &act, (typed("old"), typed("new")), salt).await {
        Ok(()) => see_other("/desk/sign-in"),
        Err(casework::Error::Invalid(faults)) => refused(&faults),
        Err(error) => Err(error.into()),
    }
}

fn form(state: &State, here: &Here, signed: &Signed, status: StatusCode, faults: &[FieldFault]) -> Answer {
    let fault = |key: &str| faults.iter().find(|fault| fault.field == key).map(|fault| fault.message.clone());
    let field = |key, label, help, kind| FormField::password(key, label, help, kind).wrong(fault(key));
    let rule = format!("至少 {PASSWORD_MIN_CHARS} 个字符，大写字母、小写字母、数字、其他符号中至少有三种");
    let fields = [
        field("old", "现在的密码", "", "current-password"),
        field("new", "新密码", &rule, "new-password"),
        field("again", "再填一次新密码", "", "new-password"),
    ];
    let crumbs = vec![Crumb::to("我的账号", "/desk/account"), Crumb::here("修改密码")];
    let page = Password {
        look: look_at(state, here, PATH),
        frame: Frame::new(signed, Place::Account, crumbs),
        problems: problems(&fields),
        fields,
    };
    html(status, &page)
}
