//! A year's checked reports beside each other: every body with its findings and those of the year before, and who is
//! missing.

use askama::Template;
use axum::extract::Path;
use casework::check::{Body, year_sight};
use store::ReportOfYear;

use super::{CHECKS, address};
use crate::desk::layout::Frame;
use crate::desk::menu::Place;
use crate::desk::visit::Visit;
use crate::fault::{Answer, Fault};
use crate::frame::{Crumb, Look, page};

#[derive(Template)]
#[template(path = "desk/check/year.html")]
struct YearPage {
    look: Look,
    frame: Frame,
    year: i16,
    /// The years there are: label, address, whether it is shown.
    years: Vec<(String, String, bool)>,
    /// Told in one sentence.
    sentence: String,
    rows: Vec<Line>,
    missing: Vec<String>,
    nameless: Vec<(String, String)>,
}

struct Line {
    href: String,
    name: String,
    file: String,
    failed: i64,
    uncertain: i64,
    confirmed: i64,
    dismissed: i64,
    letter: (String, &'static str),
    /// Last year's: address, words.
    last: Option<(String, String)>,
    is_unlisted: bool,
}

/// `GET /desk/checks/years/{year}`.
pub(in crate::desk) async fn show_year(
    Path(year): Path<i16>,
    Visit { state, here, signed, .. }: Visit,
) -> Answer {
    if !(2008..=2100).contains(&year) {
        return Err(Fault::NotFound);
    }
    let organ = &signed.seat.organ_id;
    let mut read = state.store().read().await?;
    let sight = year_sight(&mut read, organ, year).await?;
    let years = read.checked_years(organ).await?;
    drop(read);
    let choice =
        |(known, _): (i16, i64)| (format!("{known} 年度"), format!("{CHECKS}/years/{known}"), known == year);
    let missing: Vec<String> = sight.missing().map(|body| body.name.clone()).collect();
    let has_list = sight.listed > 0;
    let rows: Vec<Line> = sight.bodies.iter().filter_map(|body| Line::of(body, has_list)).collect();
    let nameless = |report: &ReportOfYear| (report.file_name.clone(), address(&report.id));
    let crumbs = vec![Crumb::to("报告核对", CHECKS), Crumb::here(format!("{year} 年度汇总"))];
    page(&YearPage {
        look: Look::of(&state, &here),
        frame: Frame::new(&signed, Place::Checks, crumbs),
        year,
        years: years.into_iter().map(choice).collect(),
        sentence: sentence(&rows, sight.listed, missing.len()),
        rows,
        missing,
        nameless: sight.nameless.iter().map(nameless).collect(),
    })
}

fn sentence(rows: &[Line], listed: usize, missing: usize) -> String {
    let with_fail = rows.iter().filter(|row| row.failed > 0).count();
    let sent = rows.iter().filter(|row| row.letter.1 == "ok").count();
    let list = match (listed, missing) {
        (0, _) => String::new(),
        (listed, 0) => format!("名单上的 {listed} 个机关都有了。"),
        (listed, missing) => format!("名单上的 {listed} 个机关，还缺 {missing} 个。"),
    };
    format!("核对了 {} 个机关的报告，其中 {with_fail} 个有不符；发出意见 {sent} 份。{list}", rows.len())
}

impl Line {
    fn of(body: &Body, has_list: bool) -> Option<Self> {
        let report = body.report.as_ref()?;
        let letter = match (report.has_letter, report.sent_on) {
            (_, Some(on)) => (format!("{on} 发出"), "ok"),
            (true, None) => ("已起草".to_owned(), "warn"),
            (false, None) => (String::new(), ""),
        };
        let last = |last: &ReportOfYear| {
            (address(&last.id), format!("不符 {}，存疑 {}", last.failed, last.uncertain))
        };
        Some(Self {
            href: address(&report.id),
            name: body.name.clone(),
            file: report.file_name.clone(),
            failed: report.failed,
            uncertain: report.uncertain,
            confirmed: report.confirmed,
            dismissed: report.dismissed,
            letter,
            last: body.last_year.as_ref().map(last),
            is_unlisted: has_list && !body.is_listed,
        })
    }
}
