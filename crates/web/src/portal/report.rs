//! P9, one annual report: six parts, the tables as tables, its versions, and the same as files.

use askama::Template;
use axum::extract;
use axum::extract::Path;
use casework::ports::Paper;
use casework::report::{ReportDocument, document_in};
use store::{Read, Report};

use super::layout::{Column, Frame};
use super::organ::{Opened, PublicOrgan};
use crate::day;
use crate::fault::{Answer, Fault};
use crate::form::Sent;
use crate::frame::{Crumb, Here, Look, download, page};
use crate::report::{Offer, Sheet, offers, plain, public_copy};
use crate::state::State;
use crate::visible::is_public;

/// A published version of the report.
struct Version {
    label: String,
    href: String,
    current: bool,
}

#[derive(Template)]
#[template(path = "portal/report.html")]
struct ReportPage {
    look: Look,
    frame: Frame,
    sheet: Sheet,
    published_on: String,
    published_in_words: String,
    /// One entry for each published version, the one in force first; empty when there is only one.
    versions: Vec<Version>,
    /// Where the version in force is, when this is an older one.
    newer: Option<String>,
    /// Beside the year before, if that was published too.
    comparison: Option<String>,
    json: String,
    /// The files for the hand that can be made here.
    offers: Vec<Offer>,
    hash: String,
    address: String,
}

/// The report of a year: the version in force, or the one asked for.
pub(super) async fn show_report(
    Opened { organ, mut read }: Opened,
    Path((_, year)): Path<(String, String)>,
    extract::State(state): extract::State<State>,
    here: Here,
    query: Sent,
) -> Answer {
    let published = Published::find(&mut read, &organ, &year, &query).await?;
    let (year, version) = (published.report.year, published.report.version);
    let versions = published.versions(&organ);
    let has_before =
        year.checked_sub(1).is_some_and(|before| in_force(&published.every_year, before).is_some());
    let document = document_in(&mut read, &organ.organ.id, &published.report.id).await?;
    drop(read);
    let mut files = offers(&state, |extension| organ.links.report_file(year, version, extension));
    // What the machine cannot make is the operator's concern, not the reader's.
    files.retain(|offer| offer.missing.is_none());
    let day = document.published_on;
    let label = format!("{year}年");
    page(&ReportPage {
        look: Look::of(&state, &here),
        sheet: Sheet::new(&document.report, &document.title, document.is_draft, plain),
        published_on: day.map(|day| day.to_string()).unwrap_or_default(),
        published_in_words: day.map(day::in_words).unwrap_or_default(),
        comparison: has_before.then(|| organ.links.comparison(year)),
        newer: document.superseded.then(|| organ.links.report(year)),
        json: organ.links.report_file(year, version, "json"),
        offers: files,
        hash: document.hash.unwrap_or_default(),
        frame: Frame::within(organ, Column::Annual, vec![Crumb::here(label)]),
        address: here.address,
        versions,
    })
}

/// The report as data.
pub(super) async fn show_json(
    Opened { organ, mut read }: Opened,
    Path((_, year)): Path<(String, String)>,
    query: Sent,
) -> Answer {
    let document = public_document(&mut read, &organ, &year, &query).await?;
    let text = serde_json::to_vec_pretty(&document.to_json())
        .map_err(|error| Fault::Internal(format!("a report as JSON: {error}")))?;
    download("application/json", &format!("{}.json", document.title), text)
}

/// The report as a file for the hand, `report.pdf` and its like.
pub(super) async fn show_file(
    Opened { organ, mut read }: Opened,
    Path((_, year, file)): Path<(String, String, String)>,
    extract::State(state): extract::State<State>,
    query: Sent,
) -> Answer {
    let paper = file.strip_prefix("report.").and_then(Paper::from_extension).ok_or(Fault::NotFound)?;
    let document = public_document(&mut read, &organ, &year, &query).await?;
    // Typesetting takes its time; whoever reads next needs the connection.
    drop(read);
    public_copy(&state, paper, document).await
}

async fn public_document(
    read: &mut Read,
    organ: &PublicOrgan,
    year: &str,
    query: &Sent,
) -> Result<ReportDocument, Fault> {
    let published = Published::find(read, organ, year, query).await?;
    Ok(document_in(read, &organ.organ.id, &published.report.id).await?)
}

/// A published version among its sisters.
struct Published {
    report: Report,
    /// Published versions of its year.
    all: Vec<Report>,
    /// Versions of all years, unpublished ones too.
    every_year: Vec<Report>,
}

/// The version of a year that is in force, if one was published.
pub(super) fn in_force(reports: &[Report], year: i16) -> Option<&Report> {
    reports.iter().find(|report| report.year == year && is_public(report))
}

impl Published {
    /// The version that the address asks for, the newest if it names none. What is not published does not exist.
    async fn find(read: &mut Read, organ: &PublicOrgan, year: &str, query: &Sent) -> Result<Self, Fault> {
        let year: i16 = year.parse().map_err(|_| Fault::NotFound)?;
        let reports = read.reports(&organ.organ.id).await?;
        let of_year = reports.iter().filter(|report| report.year == year && is_public(report));
        let all: Vec<Report> = of_year.cloned().collect();
        let wanted = query.text("version");
        let found = all.iter().find(|report| wanted.is_empty() || report.version.to_string() == wanted);
        let report = found.cloned().ok_or(Fault::NotFound)?;
        Ok(Self { report, all, every_year: reports })
    }

    fn versions(&self, organ: &PublicOrgan) -> Vec<Version> {
        if self.all.len() < 2 {
            return Vec::new();
        }
        let version = |report: &Report| Version {
            label: match report.published_on {
                Some(day) => format!("第{}版（{day} 发布）", report.version),
                None => format!("第{}版", report.version),
            },
            href: organ.links.report_version(report.year, report.version),
            current: report.version == self.report.version,
        };
        self.all.iter().map(version).collect()
    }
}
