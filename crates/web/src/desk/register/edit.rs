//! Adding a record and correcting one: the same form, made from the register's fields.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use casework::record::{add_record, correct_record, record_with_history};
use law::register::{FieldFault, Record, Register, Values, value_to_text};
use store::{RecordId, RecordRow, Unit};

use super::address;
use super::list::{cut, name};
use super::record::address_of;
use super::shape::shape;
use crate::desk::layout::{Frame, look_at};
use crate::desk::menu::Place;
use crate::desk::visit::Visit;
use crate::fault::{Answer, Fault};
use crate::form::{Choosable, FormField, Input, Problem, Sent, Typed, problems, read_values};
use crate::frame::{Crumb, Here, Look, html, see_other};
use crate::gate::Signed;
use crate::state::State;

#[derive(Template)]
#[template(path = "desk/register/edit.html")]
struct EditPage {
    look: Look,
    frame: Frame,
    heading: String,
    action: String,
    back: String,
    button: &'static str,
    groups: Vec<Filled>,
    /// The reason, when a record is corrected.
    reason: Option<FormField>,
    /// The number of the event that the person has seen.
    seen: i64,
    /// What somebody else wrote meanwhile.
    meanwhile: Vec<(&'static str, String)>,
    problems: Vec<Problem>,
}

/// A group of fields of the form.
struct Filled {
    title: &'static str,
    fields: Vec<FormField>,
}

/// What the form is shown with.
struct Draft {
    typed: Typed,
    faults: Vec<FieldFault>,
    reason: String,
    /// What concerns the form as a whole.
    refused: Option<String>,
    meanwhile: Vec<(&'static str, String)>,
}

impl Draft {
    const fn fresh(typed: Typed) -> Self {
        Self { typed, faults: Vec::new(), reason: String::new(), refused: None, meanwhile: Vec::new() }
    }

    fn sent(register: Register, sent: &Sent) -> Self {
        let reason = sent.text("reason").to_owned();
        Self { reason, ..Self::fresh(Typed::from_sent(register.fields(), sent)) }
    }
}

/// `GET /desk/registers/{key}/new`.
pub(in crate::desk) async fn show_new(
    Path(key): Path<String>,
    Visit { state, here, signed, sent }: Visit,
) -> Answer {
    let register = editable(&key)?;
    let draft = Draft::fresh(Typed::from_sent(register.fields(), &sent));
    draw_new(StatusCode::OK, &state, (&here, &signed), register, draft).await
}

/// `POST /desk/registers/{key}/new`.
pub(in crate::desk) async fn submit_new(
    Path(key): Path<String>,
    Visit { state, here, signed, sent }: Visit,
) -> Answer {
    let register = editable(&key)?;
    let (at, mut draft) = ((&here, &signed), Draft::sent(register, &sent));
    let values = match checked(register, &sent) {
        Ok(values) => values,
        Err(faults) => {
            draft.faults = faults;
            return draw_new(StatusCode::UNPROCESSABLE_ENTITY, &state, at, register, draft).await;
        }
    };
    let (id, act) = (RecordId::new(state.new_id()), signed.act(state.now()));
    let (organ, calendar) = (&signed.seat.organ_id, state.calendar().get());
    match add_record(state.store(), organ, &act, (register, &values), id.clone(), &calendar).await {
        Ok(()) => see_other(&format!("{}?done=added", address::record(register, &id))),
        Err(error) => {
            refuse(&mut draft, error)?;
            draw_new(StatusCode::UNPROCESSABLE_ENTITY, &state, at, register, draft).await
        }
    }
}

/// `GET /desk/registers/{key}/{id}/edit`.
pub(in crate::desk) async fn show_edit(
    Path((key, id)): Path<(String, String)>,
    Visit { state, here, signed, .. }: Visit,
) -> Answer {
    editable(&key)?;
    let (register, id) = address_of(&key, &id)?;
    let row = row(&state, &signed, register, &id).await?;
    if row.struck {
        return Err(Fault::Conflict("这条记录已经作废，不能更正。请先恢复。".to_owned()));
    }
    let draft = Draft::fresh(Typed::from_values(register.fields(), &row.values));
    draw_edit(StatusCode::OK, &state, (&here, &signed), &row, draft).await
}

/// `POST /desk/registers/{key}/{id}/edit`.
pub(in crate::desk) async fn submit_edit(
    Path((key, id)): Path<(String, String)>,
    Visit { state, here, signed, sent }: Visit,
) -> Answer {
    editable(&key)?;
    let (register, id) = address_of(&key, &id)?;
    let (at, mut draft) = ((&here, &signed), Draft::sent(register, &sent));
    let seen: i64 = sent.text("seen").parse().map_err(|_| Fault::BadRequest)?;
    let known = row(&state, &signed, register, &id).await?;
    if known.changed_seq != seen {
        draft.meanwhile = differing(&known, &sent);
        draft.refused = Some(
            "您填写期间，别人改过这条记录。下面列出了现在的内容，请核对；要以您填写的为准，再提交一次。"
                .to_owned(),
        );
        return draw_edit(StatusCode::CONFLICT, &state, at, &known, draft).await;
    }
    let values = match checked(register, &sent) {
        Ok(values) => values,
        Err(faults) => {
            draft.faults = faults;
            return draw_edit(StatusCode::UNPROCESSABLE_ENTITY, &state, at, &known, draft).await;
        }
    };
    let act = signed.act(state.now()).because(draft.reason.as_str());
    let (organ, calendar) = (&signed.seat.organ_id, state.calendar().get());
    match correct_record(state.store(), organ, &act, (register, &values), (&id, seen), &calendar).await {
        Ok(changed) => {
            let word = if changed { "corrected" } else { "same" };
            see_other(&format!("{}?done={word}", address::record(register, &id)))
        }
        Err(error) => {
            refuse(&mut draft, error)?;
            draw_edit(StatusCode::UNPROCESSABLE_ENTITY, &state, at, &known, draft).await
        }
    }
}

/// The register in an address, unless its records are never edited: declared figures are only declared anew.
fn editable(key: &str) -> Result<Register, Fault> {
    let register = Register::from_key(key).ok_or(Fault::NotFound)?;
    match register {
        Register::DeclaredFigure => {
            Err(Fault::Conflict("业务数据只能重新报送，不能改动已报送的；以最后一次报送为准。".to_owned()))
        }
        other => Ok(other),
    }
}

async fn row(state: &State, signed: &Signed, register: Register, id: &RecordId) -> Result<RecordRow, Fault> {
    Ok(record_with_history(state.store(), &signed.seat.organ_id, register, id).await?.0)
}

/// The values that were sent, or every fault: of what cannot be read, and what the law says of the rest.
pub(super) fn checked(register: Register, sent: &Sent) -> Result<Values, Vec<FieldFault>> {
    let (values, mut faults) = read_values(register, sent);
    if let Err(more) = Record::parse(register, &values) {
        let unreadable: Vec<&str> = faults.iter().map(|fault| fault.field).collect();
        faults.extend(more.into_iter().filter(|fault| !unreadable.contains(&fault.field)));
    }
    if faults.is_empty() { Ok(values) } else { Err(faults) }
}

/// Takes up why an act refused; what no form can mend goes on as a page of its own.
fn refuse(draft: &mut Draft, error: casework::Error) -> Result<(), Fault> {
    match error {
        casework::Error::Invalid(faults) => draft.faults = faults,
        casework::Error::Refused(sentence) => draft.refused = Some(sentence),
        other => return Err(other.into()),
    }
    Ok(())
}

/// The fields in which the record now differs from what was typed, with what stands there now.
fn differing(known: &RecordRow, sent: &Sent) -> Vec<(&'static str, String)> {
    let (values, _) = read_values(known.register, sent);
    let differs = |key: &'static str| values.get(key).is_some_and(|value| value != known.value(key));
    let fields = known.register.fields().iter().filter(|field| differs(field.key));
    fields
        .map(|field| match value_to_text(field, known.value(field.key)) {
            text if text.is_empty() => (field.label, "（空）".to_owned()),
            text => (field.label, cut(&text)),
        })
        .collect()
}

async fn draw_new(
    status: StatusCode,
    state: &State,
    (here, signed): (&Here, &Signed),
    register: Register,
    draft: Draft,
) -> Answer {
    let units = state.store().read().await?.units(&signed.seat.organ_id).await?;
    let list = address::list(register);
    let crumbs = crumbs(register, vec![Crumb::here("新增")]);
    let groups = groups(register, &draft, &units);
    html(
        status,
        &EditPage {
            look: look_at(state, here, &address::new(register)),
            frame: Frame::new(signed, Place::Register(register), crumbs),
            heading: format!("新增{}", register.label()),
            action: address::new(register),
            back: list,
            button: "登记",
            problems: all_problems(&groups, None, draft.refused),
            groups,
            reason: None,
            seen: 0,
            meanwhile: draft.meanwhile,
        },
    )
}

async fn draw_edit(
    status: StatusCode,
    state: &State,
    (here, signed): (&Here, &Signed),
    row: &RecordRow,
    draft: Draft,
) -> Answer {
    let units = state.store().read().await?.units(&signed.seat.organ_id).await?;
    let record = address::record(row.register, &row.id);
    let action = format!("{record}/edit");
    let crumbs = crumbs(row.register, vec![Crumb::to(cut(&name(row)), record.clone()), Crumb::here("更正")]);
    let groups = groups(row.register, &draft, &units);
    let wrong = draft.faults.iter().find(|fault| fault.field == "reason").map(|fault| fault.message.clone());
    let reason =
        FormField::line("reason", "更正的原因", "写清楚为什么改，例如“原登记日期抄错”。会留在办理记录里");
    let reason = FormField { input: Input::Lines { rows: 2 }, ..reason }.holding(&draft.reason).wrong(wrong);
    html(
        status,
        &EditPage {
            look: look_at(state, here, &action),
            frame: Frame::new(signed, Place::Register(row.register), crumbs),
            heading: format!("更正{}", row.register.label()),
            action,
            back: record,
            button: "保存更正",
            problems: all_problems(&groups, Some(&reason), draft.refused),
            groups,
            reason: Some(reason),
            seen: row.changed_seq,
            meanwhile: draft.meanwhile,
        },
    )
}

fn crumbs(register: Register, rest: Vec<Crumb>) -> Vec<Crumb> {
    let start = [Crumb::to("台账", address::REGISTERS), Crumb::to(register.label(), address::list(register))];
    start.into_iter().chain(rest).collect()
}

fn groups(register: Register, draft: &Draft, units: &[Unit]) -> Vec<Filled> {
    let groups = shape(register).groups().map(|(title, fields)| Filled {
        title,
        fields: fields
            .into_iter()
            .map(|field| with_units(FormField::of(field, &draft.typed, &draft.faults), units))
            .collect(),
    });
    groups.collect()
}

/// Units are chosen from the organ's own list, so that nobody invents a spelling; what a record says already stays.
pub(super) fn with_units(field: FormField, units: &[Unit]) -> FormField {
    if field.key != "unit" || units.is_empty() {
        return field;
    }
    let open = units.iter().filter(|unit| !unit.closed || unit.name == field.text);
    let mut names: Vec<String> = open.map(|unit| unit.name.clone()).collect();
    if !field.text.is_empty() && !names.contains(&field.text) {
        names.push(field.text.clone());
    }
    let choices = names.into_iter().map(|name| Choosable {
        chosen: name == field.text,
        key: name.clone(),
        label: name,
    });
    FormField { input: Input::Select(choices.collect()), ..field }
}

fn all_problems(groups: &[Filled], reason: Option<&FormField>, refused: Option<String>) -> Vec<Problem> {
    let of_form = refused.into_iter().map(Problem::of_form);
    let of_fields = groups.iter().flat_map(|group| problems(&group.fields));
    let of_reason = reason.into_iter().flat_map(|field| problems(std::slice::from_ref(field)));
    of_form.chain(of_fields).chain(of_reason).collect()
}
