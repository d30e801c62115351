//! Striking a record and letting it count again, each with a reason.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use casework::record::{record_with_history, restore_record, strike_record};
use law::register::Register;
use store::RecordId;

use super::address;
use super::list::{cut, name};
use super::record::address_of;
use crate::desk::layout::{Frame, look_at};
use crate::desk::menu::Place;
use crate::desk::visit::Visit;
use crate::fault::{Answer, Fault};
use crate::form::{FormField, Input, Problem, problems};
use crate::frame::{Crumb, Look, html, see_other};

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Strike,
    Restore,
}

impl Step {
    fn is_strike(self) -> bool {
        self == Self::Strike
    }

    const fn verb(self) -> &'static str {
        match self {
            Self::Strike => "作废",
            Self::Restore => "恢复",
        }
    }

    const fn effect(self) -> &'static str {
        match self {
            Self::Strike => "作废后，这条记录不再计入任何统计，但仍然可以查看，也可以恢复。",
            Self::Restore => "恢复后，这条记录重新计入统计。",
        }
    }
}

#[derive(Template)]
#[template(path = "desk/register/strike.html")]
struct StrikePage {
    look: Look,
    frame: Frame,
    register: Register,
    step: Step,
    name: String,
    source_no: String,
    record: String,
    reason: FormField,
    problems: Vec<Problem>,
}

/// `GET /desk/registers/{key}/{id}/strike`.
pub(in crate::desk) async fn show_strike(Path((key, id)): Path<(String, String)>, visit: Visit) -> Answer {
    let of = address_of(&key, &id)?;
    draw(StatusCode::OK, &visit, (Step::Strike, of), None).await
}

/// `GET /desk/registers/{key}/{id}/restore`.
pub(in crate::desk) async fn show_restore(Path((key, id)): Path<(String, String)>, visit: Visit) -> Answer {
    let of = address_of(&key, &id)?;
    draw(StatusCode::OK, &visit, (Step::Restore, of), None).await
}

/// `POST /desk/registers/{key}/{id}/strike`.
pub(in crate::desk) async fn submit_strike(Path((key, id)): Path<(String, String)>, visit: Visit) -> Answer {
    let of = address_of(&key, &id)?;
    submit(&visit, (Step::Strike, of)).await
}

/// `POST /desk/registers/{key}/{id}/restore`.
pub(in crate::desk) async fn submit_restore(Path((key, id)): Path<(String, String)>, visit: Visit) -> Answer {
    let of = address_of(&key, &id)?;
    submit(&visit, (Step::Restore, of)).await
}

async fn submit(visit: &Visit, (step, (register, id)): (Step, (Register, RecordId))) -> Answer {
    let (store, organ, act) = (visit.state.store(), visit.organ(), visit.act_with_reason());
    let outcome = match step {
        Step::Strike => strike_record(store, organ, &act, register, &id).await,
        Step::Restore => restore_record(store, organ, &act, register, &id).await,
    };
    match outcome {
        Ok(()) => {
            let word = if step == Step::Strike { "struck" } else { "restored" };
            see_other(&format!("{}?done={word}", address::record(register, &id)))
        }
        Err(casework::Error::Invalid(faults)) => {
            let fault = faults.into_iter().next().map(|fault| fault.message);
            draw(StatusCode::UNPROCESSABLE_ENTITY, visit, (step, (register, id)), fault).await
        }
        Err(casework::Error::Store(store::Error::AlreadyDone(_))) => {
            Err(Fault::Conflict(format!("这条记录已经{}过了，可能是别人刚办的。", step.verb())))
        }
        Err(other) => Err(other.into()),
    }
}

async fn draw(
    status: StatusCode,
    visit: &Visit,
    (step, (register, id)): (Step, (Register, RecordId)),
    fault: Option<String>,
) -> Answer {
    let (row, _) = record_with_history(visit.state.store(), visit.organ(), register, &id).await?;
    let name = name(&row);
    let record = address::record(register, &id);
    let crumbs = vec![
        Crumb::to("台账", address::REGISTERS),
        Crumb::to(register.label(), address::list(register)),
        Crumb::to(cut(&name), record.clone()),
        Crumb::here(step.verb()),
    ];
    let label = format!("{}的原因", step.verb());
    let line =
        FormField::line("reason", &label, "写清楚为什么，例如“与 2020-0012 重复登记”。会留在办理记录里");
    let reason =
        FormField { input: Input::Lines { rows: 3 }, ..line }.holding(visit.sent.text("reason")).wrong(fault);
    let view = StrikePage {
        look: look_at(&visit.state, &visit.here, &visit.here.address),
        frame: Frame::new(&visit.signed, Place::Register(register), crumbs),
        register,
        step,
        name,
        source_no: row.source_no().to_owned(),
        record,
        problems: problems(std::slice::from_ref(&reason)),
        reason,
    };
    html(status, &view)
}
