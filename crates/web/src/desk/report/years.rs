//! 年报: our years with their state, a new one to open, and for the county the reports of the organs below.

use askama::Template;
use axum::http::StatusCode;
use casework::Capability;
use casework::report::{is_seen_from_above, open, report_due};
use jiff::civil::Date;
use law::measure::Year;
use store::{Read, Report, ReportId, ReportState};

use super::address::{Address, REPORTS};
use super::standing::left;
use crate::day;
use crate::desk::layout::{Frame, look_at};
use crate::desk::menu::Place;
use crate::desk::visit::Visit;
use crate::fault::{Answer, Fault};
use crate::form::{Choosable, Problem};
use crate::frame::{Crumb, Here, Look, html, see_other};
use crate::gate::Signed;
use crate::state::State;

/// The Regulation of 2019 set the form that the oldest report here can have.
const FIRST_YEAR: i16 = 2019;

#[derive(Template)]
#[template(path = "desk/report/years.html")]
struct YearsPage {
    look: Look,
    frame: Frame,
    lines: Vec<Line>,
    /// Whether the reader may open a report.
    opens: bool,
    years: Vec<Choosable>,
    below: Option<Vec<Below>>,
    problems: Vec<Problem>,
}

/// A year of ours, in its latest version.
struct Line {
    year: i16,
    href: String,
    version: i64,
    versions: usize,
    word: &'static str,
    class: &'static str,
    changed: String,
}

/// An organ below ours.
struct Below {
    name: String,
    /// Last year's report while it is not published: until when, and how far that is.
    owed: Option<String>,
    years: Vec<YearBelow>,
}

/// A year of an organ below, which opens once it was handed in.
struct YearBelow {
    year: i16,
    href: Option<String>,
    word: &'static str,
    class: &'static str,
}

/// `GET /desk/reports`.
pub(in crate::desk) async fn show_years(Visit { state, here, signed, sent }: Visit) -> Answer {
    draw(StatusCode::OK, &state, (&here, &signed), sent.text("year"), Vec::new()).await
}

/// `POST /desk/reports`: opens a report.
pub(in crate::desk) async fn submit_open(Visit { state, here, signed, sent }: Visit) -> Answer {
    let wanted = sent.text("year");
    let at = (&here, &signed);
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    let Some(year) = wanted.parse().ok().and_then(Year::new) else {
        let problem =
            Problem { field: Some("year".to_owned()), text: "年度：请选择年度。".to_owned() };
        return draw(status, &state, at, wanted, vec![problem]).await;
    };
    let act = signed.act(state.now());
    match open(state.store(), &signed.seat.organ_id, &act, year, ReportId::new(state.new_id())).await {
        Ok(_) => see_other(&Address::own(year).done("opened", "main")),
        Err(casework::Error::Refused(sentence)) => {
            draw(StatusCode::CONFLICT, &state, at, wanted, vec![Problem::of_form(sentence)]).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn draw(
    status: StatusCode,
    state: &State,
    (here, signed): (&Here, &Signed),
    wanted: &str,
    problems: Vec<Problem>,
) -> Answer {
    let mut read = state.store().read().await?;
    let reports = read.reports(&signed.seat.organ_id).await?;
    let may = |capability| signed.seat.kind.may(capability);
    let below = match may(Capability::CommentReport) {
        true => Some(below(&mut read, signed, state.today()).await?),
        false => None,
    };
    let view = YearsPage {
        look: look_at(state, here, REPORTS),
        frame: Frame::new(signed, Place::Reports, vec![Crumb::here("年报")]),
        lines: lines(&reports),
        opens: may(Capability::WriteReport),
        years: choices(&reports, state.today().year(), wanted),
        below,
        problems,
    };
    html(status, &view)
}

fn lines(reports: &[Report]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    // Latest year and version first, so that the first of a year is the one to go on with.
    for report in reports {
        if let Some(line) = lines.last_mut().filter(|line| line.year == report.year) {
            line.versions += 1;
            continue;
        }
        let Some(year) = Year::new(i64::from(report.year)) else { continue };
        lines.push(Line {
            year: report.year,
            href: Address::own(year).page(),
            version: report.version,
            versions: 1,
            word: report.state.label(),
            class: class(report.state),
            changed: day::minute(report.changed_at),
        });
    }
    lines
}

/// The years for which none is open; last year stands first, because that is the one that is due.
fn choices(reports: &[Report], this_year: i16, wanted: &str) -> Vec<Choosable> {
    let free =
        (FIRST_YEAR..=this_year).rev().filter(|year| !reports.iter().any(|report| report.year == *year));
    let free: Vec<i16> = free.collect();
    let usual = this_year - 1;
    let wanted = wanted.parse().unwrap_or(usual);
    let chosen = [wanted, usual].into_iter().find(|year| free.contains(year)).or(free.first().copied());
    let choice = |year: &i16| Choosable {
        key: year.to_string(),
        label: format!("{year}年"),
        chosen: Some(*year) == chosen,
    };
    free.iter().map(choice).collect()
}

/// The organs below, those that still owe last year's report first.
async fn below(read: &mut Read, signed: &Signed, today: Date) -> Result<Vec<Below>, Fault> {
    let mut organs = Vec::new();
    let last_year = today.year() - 1;
    for organ in read.organs_below(&signed.seat.organ_id).await? {
        let mut years: Vec<YearBelow> = Vec::new();
        let reports = read.reports(&organ.id).await?;
        let is_published = |report: &Report| report.year == last_year && report.published_on.is_some();
        let owed = match reports.iter().any(is_published) {
            true => None,
            false => Some(report_due(read, &organ, last_year).await?),
        };
        let owed = owed.map(|due| format!("{last_year}年的应在 {due} 以前公布，{}", left(today, due)));
        for report in reports {
            let seen = is_seen_from_above(report.state);
            // A year stands once: with its latest version that may be read, else as a draft.
            match years.last_mut().filter(|known| known.year == report.year) {
                Some(known) if known.href.is_none() && seen => {
                    known.href = Some(address(&organ.id, &report)?)
                }
                Some(_) => {}
                None => years.push(YearBelow {
                    year: report.year,
                    href: if seen { Some(address(&organ.id, &report)?) } else { None },
                    word: report.state.label(),
                    class: class(report.state),
                }),
            }
        }
        organs.push(Below { name: organ.name, owed, years });
    }
    organs.sort_by_key(|organ| organ.owed.is_none());
    Ok(organs)
}

fn address(organ: &store::OrganId, report: &Report) -> Result<String, Fault> {
    let year = Year::new(i64::from(report.year));
    let year = year.ok_or_else(|| Fault::Internal(format!("a report on the year {}", report.year)))?;
    Ok(Address::below(organ, year).page())
}

/// The colour of a state; its word says the same.
const fn class(state: ReportState) -> &'static str {
    match state {
        ReportState::Draft => "",
        ReportState::Submitted | ReportState::Returned => "warn",
        ReportState::Finalised | ReportState::Published => "ok",
    }
}
