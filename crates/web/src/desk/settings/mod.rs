//! 设置: what an administrator keeps: the people and units of the organ, what it says about itself, and the public
//! holiday arrangements.

mod add_person;
mod appoint;
mod arrangement;
mod ask;
mod calendar;
mod deed;
mod disable;
mod edit_portal;
mod enable;
mod import_calendar;
mod organ;
mod people;
mod person;
mod relieve;
mod report_day;
mod reset;
mod unit;
mod unit_use;
mod units;

pub(super) use add_person::{show_new_person, submit_person};
pub(super) use appoint::Appoint;
pub(super) use calendar::show_calendar;
pub(super) use deed::{show_deed, submit_deed};
pub(super) use disable::Disable;
pub(super) use edit_portal::{show_edit_portal, submit_portal};
pub(super) use enable::Enable;
pub(super) use import_calendar::{show_new_calendar, submit_calendar};
pub(super) use organ::show_organ;
pub(super) use people::show_people;
pub(super) use person::show_person;
pub(super) use relieve::{show_relieve, submit_relieve};
pub(super) use report_day::{show_report_day, submit_report_day};
pub(super) use reset::Reset;
pub(super) use unit::{show_new_unit, show_unit, submit_new_unit, submit_unit};
pub(super) use unit_use::{show_close, show_reopen, submit_close, submit_reopen};
pub(super) use units::show_units;

use casework::password::PASSWORD_MIN_CHARS;
use law::register::FieldFault;
use store::PersonId;

use crate::fault::Fault;
use crate::form::{FormField, Sent};
use crate::frame::Crumb;
use crate::state::State;

/// 人员.
const PEOPLE: &str = "/desk/people";
/// 单位.
const UNITS: &str = "/desk/units";
/// 本机关.
const ORGAN: &str = "/desk/organ";
/// 放假安排.
const CALENDAR: &str = "/desk/calendar";

/// One person.
fn address(id: &PersonId) -> String {
    format!("{PEOPLE}/{id}")
}

/// The way to something a page below one person.
fn person_crumbs(id: &PersonId, name: &str, here: &'static str) -> Vec<Crumb> {
    vec![Crumb::to("人员", PEOPLE), Crumb::to(name, address(id)), Crumb::here(here)]
}

/// Random text for the hash of a password.
fn salt(state: &State) -> Result<String, Fault> {
    state.new_secret().map_err(Fault::Internal)
}

/// The words of a faulty field.
fn fault_of(faults: &[FieldFault], key: &str) -> Option<String> {
    faults.iter().find(|fault| fault.field == key).map(|fault| fault.message.clone())
}

/// The password that somebody else will use first, twice.
fn password_fields(faults: &[FieldFault]) -> [FormField; 2] {
    let rule = format!("至少 {PASSWORD_MIN_CHARS} 个字符，大写字母、小写字母、数字、其他符号中至少有三种");
    [
        FormField::password("password", "初始密码", &rule, "new-password")
            .wrong(fault_of(faults, "password")),
        FormField::password("again", "再填一次密码", "", "new-password").wrong(fault_of(faults, "again")),
    ]
}

/// The password, if it was typed twice alike.
fn typed_twice(sent: &Sent) -> Result<String, FieldFault> {
    let typed = |name: &str| sent.first(name).unwrap_or_default().to_owned();
    match typed("password") == typed("again") {
        true => Ok(typed("password")),
        false => Err(FieldFault {
            field: "again", message: "两次填写的密码不一样，请重新填写。".to_owned()
        }),
    }
}
