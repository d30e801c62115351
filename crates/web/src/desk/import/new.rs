//! Importing a table: check first, or write when nothing is wrong; every bad row is named.

use std::sync::Arc;

use askama::Template;
use axum::extract::State as Shared;
use axum::http::StatusCode;
use casework::import::{ImportOrder, ImportOutcome, RowFault, Tools, import_register};
use law::measure::Year;
use law::register::Register;

use super::{IMPORTS, address};
use crate::desk::layout::{Frame, look_at};
use crate::desk::menu::Place;
use crate::desk::register::address as registers;
use crate::desk::upload::Upload;
use crate::desk::visit::Visit;
use crate::fault::Answer;
use crate::form::{Choosable, FormField, Input, Problem, Sent, problems};
use crate::frame::{Crumb, Here, Look, html, see_other};
use crate::gate::Signed;
use crate::state::State;

const PATH: &str = "/desk/imports/new";

#[derive(Template)]
#[template(path = "desk/import/new.html")]
struct NewPage {
    look: Look,
    frame: Frame,
    action: &'static str,
    register: FormField,
    year: FormField,
    file_fault: Option<String>,
    dry_run: bool,
    update: bool,
    problems: Vec<Problem>,
    templates: Vec<(&'static str, String)>,
    max_megabytes: usize,
    checked: Option<Checked>,
}

/// What came of the file, when it was not written.
struct Checked {
    file: String,
    counts: String,
    faults: Vec<RowFault>,
    fault_count: usize,
    /// Whether it could be written as it is.
    good: bool,
}

/// What the form is shown with.
#[derive(Default)]
struct Tried {
    sent: Sent,
    faults: Vec<(&'static str, String)>,
    refused: Option<String>,
    checked: Option<Checked>,
}

/// `GET /desk/imports/new`.
pub(in crate::desk) async fn show_new_import(Visit { state, here, signed, sent }: Visit) -> Answer {
    draw(StatusCode::OK, &state, (&here, &signed), Tried { sent, ..Tried::default() })
}

/// `POST /desk/imports/new`.
pub(in crate::desk) async fn submit_import(
    Shared(state): Shared<State>,
    here: Here,
    signed: Signed,
    upload: Upload,
) -> Answer {
    let at = (&here, &signed);
    let mut tried = Tried { sent: upload.sent.clone(), ..Tried::default() };
    let order = match order(upload) {
        Ok(order) => order,
        Err(faults) => {
            tried.faults = faults;
            return draw(StatusCode::UNPROCESSABLE_ENTITY, &state, at, tried);
        }
    };
    let (file, dry_run) = (order.file_name.clone(), order.dry_run);
    let (act, organ) = (signed.act(state.now()), &signed.seat.organ_id);
    let new_id = || state.new_id();
    let calendar = state.calendar().get();
    let tools = Tools { calendar: &calendar, new_id: &new_id, progress: Arc::new(|_| {}) };
    let rows = Arc::clone(&state.engines().rows);
    match import_register(state.store(), organ, &act, order, rows, tools).await {
        Ok(ImportOutcome { import: Some(import), .. }) => {
            see_other(&format!("{}?done=imported", address(&import)))
        }
        Ok(outcome) => {
            let status =
                if outcome.fault_count > 0 { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
            tried.checked = Some(checked(file, dry_run, outcome));
            draw(status, &state, at, tried)
        }
        Err(casework::Error::Refused(sentence)) => {
            tried.refused = Some(sentence);
            draw(StatusCode::UNPROCESSABLE_ENTITY, &state, at, tried)
        }
        Err(other) => Err(other.into()),
    }
}

/// The order in a form, or what is missing from it.
fn order(upload: Upload) -> Result<ImportOrder, Vec<(&'static str, String)>> {
    let sent = &upload.sent;
    let mut faults = Vec::new();
    let register = Register::from_key(sent.text("register"));
    if register.is_none() {
        faults.push(("register", "请选择导入哪一本台账".to_owned()));
    }
    let year = sent.text("year").parse().ok().and_then(Year::new);
    if year.is_none() {
        faults.push(("year", "请填写四位数的年度，如 2025".to_owned()));
    }
    if upload.file.is_none() {
        faults.push(("file", "请选择文件".to_owned()));
    }
    match (register, year, upload.file) {
        (Some(register), Some(year), Some(file)) => Ok(ImportOrder {
            register,
            year,
            file_name: file.name,
            bytes: file.bytes,
            dry_run: !upload.sent.text("dry_run").is_empty(),
            update: !upload.sent.text("update").is_empty(),
        }),
        _ => Err(faults),
    }
}

fn checked(file: String, dry_run: bool, outcome: ImportOutcome) -> Checked {
    let nothing = outcome.added == 0 && outcome.corrected == 0;
    let counts = [("新增", outcome.added), ("更正", outcome.corrected), ("已有且相同", outcome.skipped)];
    let told =
        counts.iter().filter(|(_, count)| *count > 0).map(|(what, count)| format!("{what} {count} 条"));
    Checked {
        file,
        counts: told.collect::<Vec<_>>().join("，"),
        good: dry_run && outcome.fault_count == 0 && !nothing,
        faults: outcome.faults,
        fault_count: outcome.fault_count,
    }
}

fn draw(status: StatusCode, state: &State, (here, signed): (&Here, &Signed), tried: Tried) -> Answer {
    let Tried { sent, faults, refused, checked } = tried;
    let fault = |key: &str| faults.iter().find(|(field, _)| *field == key).map(|(_, words)| words.clone());
    let now = sent.text("register");
    let choices = Register::ALL.iter().map(|register| Choosable {
        key: register.key().to_owned(),
        label: register.label().to_owned(),
        chosen: register.key() == now,
    });
    let register = FormField::line("register", "台账", "");
    let register = FormField { input: Input::Select(choices.collect()), ..register }.wrong(fault("register"));
    let year = FormField::line("year", "台账所属年度", "表格里的记录都应当是这一年的，如 2025");
    let year = FormField { input: Input::Line { short: true, mode: "numeric" }, ..year };
    let year = year.holding(sent.text("year")).wrong(fault("year"));
    let file_fault = fault("file");
    let mut all: Vec<Problem> = refused.into_iter().map(Problem::of_form).collect();
    all.extend(problems(&[register.clone(), year.clone()]));
    let of_file =
        |words: &String| Problem { field: Some("file".to_owned()), text: format!("文件：{words}") };
    all.extend(file_fault.as_ref().map(of_file));
    let crumbs = vec![
        Crumb::to("台账", registers::REGISTERS),
        Crumb::to("导入记录", IMPORTS),
        Crumb::here("导入表格"),
    ];
    html(
        status,
        &NewPage {
            look: look_at(state, here, PATH),
            frame: Frame::new(signed, Place::Registers, crumbs),
            action: PATH,
            register,
            year,
            file_fault,
            // After a check without faults the next step is to write.
            dry_run: !sent.text("dry_run").is_empty()
                && !checked.as_ref().is_some_and(|checked| checked.good),
            update: !sent.text("update").is_empty(),
            problems: all,
            templates: Register::ALL
                .iter()
                .map(|register| (register.label(), registers::template(*register)))
                .collect(),
            max_megabytes: state.config().upload_max_bytes / (1024 * 1024),
            checked,
        },
    )
}
