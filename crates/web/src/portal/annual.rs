//! 政府信息公开年报: every year's report together, each with its year (P-61-5).

use askama::Template;
use axum::extract;
use casework::report::report_due;
use jiff::civil::Date;

use super::layout::{Column, Frame};
use super::organ::Opened;
use crate::day;
use crate::fault::Answer;
use crate::frame::{Here, Look, page};
use crate::state::State;
use crate::visible::is_public;

/// One year's report as it is in force.
struct Line {
    year: i16,
    href: String,
    published_on: String,
    /// How many versions were published; more than one after a correction.
    versions: usize,
    /// Beside the year before, if that was published too.
    comparison: Option<String>,
}

#[derive(Template)]
#[template(path = "portal/annual.html")]
struct Annual {
    look: Look,
    frame: Frame,
    lines: Vec<Line>,
    /// When the next one comes, as long as it is not there.
    awaited: Option<String>,
}

/// The list of published reports.
pub(super) async fn show_annual(
    Opened { organ, mut read }: Opened,
    extract::State(state): extract::State<State>,
    here: Here,
) -> Answer {
    let versions = read.reports(&organ.organ.id).await?;
    let published: Vec<_> = versions.into_iter().filter(is_public).collect();
    let mut lines: Vec<Line> = Vec::new();
    // Latest year and version first, so that the first of a year is the one in force.
    for report in &published {
        match lines.last_mut().filter(|line| line.year == report.year) {
            Some(line) => line.versions += 1,
            None => lines.push(Line {
                year: report.year,
                href: organ.links.report(report.year),
                published_on: report.published_on.map(|day| day.to_string()).unwrap_or_default(),
                versions: 1,
                comparison: None,
            }),
        }
    }
    let years: Vec<i16> = lines.iter().map(|line| line.year).collect();
    for line in lines.iter_mut().filter(|line| years.contains(&line.year.saturating_sub(1))) {
        line.comparison = Some(organ.links.comparison(line.year));
    }
    let last_year = state.today().year() - 1;
    let is_there = lines.iter().any(|line| line.year == last_year);
    let awaited = match is_there {
        true => None,
        false => awaited(last_year, report_due(&mut read, &organ.organ, last_year).await?, state.today()),
    };
    let frame = Frame::within(organ, Column::Annual, Vec::new());
    page(&Annual { look: Look::of(&state, &here), frame, lines, awaited })
}

/// When last year's report is to be expected.
fn awaited(year: i16, due: Date, today: Date) -> Option<String> {
    let days = due.since(today).ok()?.get_days();
    let left = if days == 0 { "就是今天".to_owned() } else { format!("还有 {days} 天") };
    (today <= due).then(|| format!("{year} 年度报告将于 {} 前公布（{left}）。", day::in_words(due)))
}
