//! 导入放假安排: a file or pasted rows, every fault named, doubts confirmed, and then every deadline that moved.

use std::sync::Arc;

use askama::Template;
use axum::extract::State as Shared;
use axum::http::StatusCode;
use casework::calendar::{CalendarImport, calendar_in_force, calendar_text, doubts, import_calendar};
use jiff::civil::Date;
use law::calendar::csv;
use law::register::Register;
use store::OrganId;

use super::CALENDAR;
use super::arrangement::{Arranged, arranged};
use crate::desk::layout::{Frame, look_at};
use crate::desk::menu::Place;
use crate::desk::register::address as registers;
use crate::desk::upload::Upload;
use crate::desk::visit::Visit;
use crate::fault::Answer;
use crate::form::{FormField, Input, Problem, problems};
use crate::frame::{Crumb, Here, Look, html};
use crate::gate::Signed;
use crate::state::State;

const PATH: &str = "/desk/calendar/new";
/// Faults that are named; a file with more is the wrong file.
const NAMED_MAX: usize = 100;
/// The longest pasted text, in bytes: twenty years of every province.
const TEXT_MAX: usize = 2 * 1024 * 1024;

#[derive(Template)]
#[template(path = "desk/settings/import_calendar.html")]
struct NewCalendarPage {
    look: Look,
    frame: Frame,
    action: &'static str,
    rows: FormField,
    problems: Vec<Problem>,
    faults: Vec<String>,
    fault_count: usize,
    /// What looks odd and must be confirmed.
    doubts: Vec<String>,
}

#[derive(Template)]
#[template(path = "desk/settings/calendar_done.html")]
struct DonePage {
    look: Look,
    frame: Frame,
    kept: Vec<Arranged>,
    known: Vec<Arranged>,
    warnings: Vec<String>,
    /// The organ's own deadlines that moved.
    moved: Vec<MovedLine>,
    /// How many organs and cases else.
    others: Option<(usize, usize)>,
}

struct MovedLine {
    register: &'static str,
    number: String,
    href: String,
    before: String,
    after: String,
}

/// What the form is shown with.
#[derive(Default)]
struct Tried {
    text: String,
    missing: Option<String>,
    refused: Option<String>,
    faults: Vec<String>,
    doubts: Vec<String>,
}

/// `GET /desk/calendar/new`.
pub(in crate::desk) async fn show_new_calendar(Visit { state, here, signed, .. }: Visit) -> Answer {
    draw(StatusCode::OK, &state, (&here, &signed), Tried::default())
}

/// `POST /desk/calendar/new`.
pub(in crate::desk) async fn submit_calendar(
    Shared(state): Shared<State>,
    here: Here,
    signed: Signed,
    upload: Upload,
) -> Answer {
    let at = (&here, &signed);
    let confirmed = !upload.sent.text("confirmed").is_empty();
    let refused = |tried| draw(StatusCode::UNPROCESSABLE_ENTITY, &state, at, tried);
    let text = match text(&state, upload).await {
        Ok(text) => text,
        Err(tried) => return refused(tried),
    };
    match csv::parse(&text) {
        Err(found) => {
            let faults = found.iter().map(|fault| format!("{fault}。")).collect();
            return refused(Tried { text, faults, ..Tried::default() });
        }
        Ok(notices) => {
            let doubts = doubts(&notices);
            if !doubts.is_empty() && !confirmed {
                return refused(Tried { text, doubts, ..Tried::default() });
            }
        }
    }
    let new_id = || state.new_id();
    let imported = import_calendar(state.store(), &signed.act(state.now()), &text, &new_id).await?;
    // What is in the store now, not what this import began with: another one may have come in between.
    state.calendar().replace(calendar_in_force(state.store()).await?);
    done(&state, at, imported)
}

/// The rows of the file or, without one, the pasted ones; or what to show instead.
async fn text(state: &State, upload: Upload) -> Result<String, Tried> {
    // Lines end as browsers send them; what is shown again must not grow.
    let pasted = upload.sent.first("rows").unwrap_or_default().replace("\r\n", "\n");
    match upload.file {
        Some(file) => {
            let rows = Arc::clone(&state.engines().rows);
            calendar_text(rows, file.name, file.bytes).await.map_err(|error| Tried {
                text: pasted,
                refused: Some(error.to_string()),
                ..Tried::default()
            })
        }
        None if pasted.trim().is_empty() => Err(Tried {
            missing: Some("请选择文件，或者把表格的内容粘贴在这里。".to_owned()),
            ..Tried::default()
        }),
        None if pasted.len() > TEXT_MAX => Err(Tried {
            missing: Some("内容太长，不像放假安排。请核对是不是粘贴错了。".to_owned()),
            ..Tried::default()
        }),
        None => Ok(pasted),
    }
}

fn draw(status: StatusCode, state: &State, (here, signed): (&Here, &Signed), tried: Tried) -> Answer {
    let help = "每天一行：地区、日期、放假或上班、名称、通知。可以直接从表格软件里复制";
    let rows = FormField::line("rows", "或者粘贴内容", help);
    let rows = FormField { input: Input::Lines { rows: 10 }, required: false, ..rows };
    let rows = rows.holding(&tried.text).wrong(tried.missing);
    let mut all: Vec<Problem> = tried.refused.into_iter().map(Problem::of_form).collect();
    all.extend(problems(std::slice::from_ref(&rows)));
    let crumbs = vec![Crumb::to("放假安排", CALENDAR), Crumb::here("导入")];
    html(
        status,
        &NewCalendarPage {
            look: look_at(state, here, PATH),
            frame: Frame::new(signed, Place::Settings, crumbs),
            action: PATH,
            rows,
            problems: all,
            fault_count: tried.faults.len(),
            faults: tried.faults.into_iter().take(NAMED_MAX).collect(),
            doubts: tried.doubts,
        },
    )
}

fn done(state: &State, (here, signed): (&Here, &Signed), imported: CalendarImport) -> Answer {
    let own = &signed.seat.organ_id;
    let crumbs = vec![Crumb::to("放假安排", CALENDAR), Crumb::here("导入结果")];
    html(
        StatusCode::OK,
        &DonePage {
            look: look_at(state, here, CALENDAR),
            frame: Frame::new(signed, Place::Settings, crumbs),
            kept: imported.kept.iter().map(arranged).collect(),
            known: imported.known.iter().map(arranged).collect(),
            moved: moved(&imported, own),
            others: others(&imported, own),
            warnings: imported.warnings,
        },
    )
}

fn moved(imported: &CalendarImport, own: &OrganId) -> Vec<MovedLine> {
    let day = |day: Option<Date>| day.map_or_else(|| "无法计算".to_owned(), |day| day.to_string());
    let cases = imported.moved.iter().filter(|organ| organ.organ_id == *own).flat_map(|organ| &organ.cases);
    let line = |register: Register, id| format!("{}#clock", registers::record(register, id));
    cases
        .map(|case| MovedLine {
            register: case.register.label(),
            number: case.source_no.clone(),
            href: line(case.register, &case.id),
            before: day(case.before),
            after: day(case.after),
        })
        .collect()
}

/// Other organs' cases are counted, not named: they are none of this organ's business.
fn others(imported: &CalendarImport, own: &OrganId) -> Option<(usize, usize)> {
    let others: Vec<usize> =
        imported.moved.iter().filter(|organ| organ.organ_id != *own).map(|organ| organ.cases.len()).collect();
    (!others.is_empty()).then(|| (others.len(), others.iter().sum()))
}
