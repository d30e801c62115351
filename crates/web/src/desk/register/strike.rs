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
use crate::frame::{Crumb, Here, Look, html, see_other};
use crate::gate::Signed;
use crate::state::State;

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
pub(in crate::desk) async fn show_strike(
    Path((key, id)): Path<(String, String)>,
    Visit { state, here, signed, .. }: Visit,
) -> Answer {
    let of = address_of(&key, &id)?;
    draw(StatusCode::OK, &state, (&here, &signed), (Step::Strike, of), Tried::default()).await
}

/// `GET /desk/registers/{key}/{id}/restore`.
pub(in crate::desk) async fn show_restore(
    Path((key, id)): Path<(String, String)>,
    Visit { state, here, signed, .. }: Visit,
) -> Answer {
    let of = address_of(&key, &id)?;
    draw(StatusCode::OK, &state, (&here, &signed), (Step::Restore, of), Tried::default()).await
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

/// What was typed, and what is wrong with it.
#[derive(Debug, Default)]
struct Tried {
    reason: String,
    fault: Option<String>,
}

async fn submit(visit: &Visit, (step, (register, id)): (Step, (Register, RecordId))) -> Answer {
    let (state, organ, at) = (&visit.state, visit.organ(), (&visit.here, &visit.signed));
    let reason = visit.sent.text("reason").to_owned();
    let act = visit.act().because(reason.as_str());
    let outcome = match step {
        Step::Strike => strike_record(state.store(), organ, &act, register, &id).await,
        Step::Restore => restore_record(state.store(), organ, &act, register, &id).await,
    };
    match outcome {
        Ok(()) => {
            let word = if step == Step::Strike { "struck" } else { "restored" };
            see_other(&format!("{}?done={word}", address::record(register, &id)))
        }
        Err(casework::Error::Invalid(faults)) => {
            let fault = faults.into_iter().next().map(|fault| fault.message);
            let tried = Tried { reason, fault };
            draw(StatusCode::UNPROCESSABLE_ENTITY, state, at, (step, (register, id)), tried).await
        }
        Err(casework::Error::Store(store::Error::AlreadyDone(_))) => {
            Err(Fault::Conflict(format!("这条记录已经{}过了，可能是别人刚办的。", step.verb())))
        }
        Err(other) => Err(other.into()),
    }
}

async fn draw(
    status: StatusCode,
    state: &State,
    (here, signed): (&Here, &Signed),
    (step, (register, id)): (Step, (Register, RecordId)),
    tried: Tried,
) -> Answer {
    let (row, _) = record_with_history(state.store(), &signed.seat.organ_id, register, &id).await?;
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
        FormField { input: Input::Lines { rows: 3 }, ..line }.holding(&tried.reason).wrong(tried.fault);
    let view = StrikePage {
        look: look_at(state, here, &here.address),
        frame: Frame::new(signed, Place::Register(register), crumbs),
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
