//! One batch: how far it is, its reports with the worst first, what was not read and who is missing.

use std::sync::Arc;

use askama::Template;
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use casework::check::batch_sheet;
use casework::ports::Paper;
use inspect::{AgencyName, ByAgency};
use store::{CheckBatch, CheckBatchId, CheckFaulty, OrganId, Page, Read};

use super::{CHECKS, Line, batch_address};
use crate::day;
use crate::desk::layout::Frame;
use crate::desk::menu::Place;
use crate::desk::visit::Visit;
use crate::fault::{Answer, Fault};
use crate::frame::{Crumb, Look, download, page};
use crate::pager::{Pager, Step};

/// How often the page looks again while files wait, in seconds.
const AGAIN: &str = "3";
/// More reports than a batch has.
const ALL: u32 = 100_000;

#[derive(Template)]
#[template(path = "desk/check/batch.html")]
struct BatchPage {
    look: Look,
    frame: Frame,
    batch: CheckBatch,
    address: String,
    when: String,
    who: String,
    rows: Vec<Line>,
    pager: Pager,
    faulty: Vec<CheckFaulty>,
    /// Bodies that have to report and of which there is nothing.
    missing: Vec<String>,
    /// Reports of another year than the batch's.
    other_years: usize,
    year_href: Option<String>,
}

/// `GET /desk/checks/batches/{id}`. While files wait the browser is asked to come again.
pub(in crate::desk) async fn show_batch(
    Path(id): Path<String>,
    Visit { state, here, signed, sent }: Visit,
) -> Answer {
    let (organ, id) = (&signed.seat.organ_id, CheckBatchId::new(id));
    let mut read = state.store().read().await?;
    let batch = read.check_batch(organ, &id).await?;
    let address = batch_address(&id);
    let pager = Pager::new(batch.checked, sent.text("page"), |page| format!("{address}?page={page}"));
    let rows = read.reports_of_batch(organ, &id, pager.slice()).await?;
    let faulty = read.faulty_checks(organ, &id).await?;
    let (missing, other_years) = compared(&mut read, organ, &batch).await?;
    let who = match &batch.opened_by {
        Some(id) => read.person(id).await?.name,
        None => day::BY_COMMAND.to_owned(),
    };
    drop(read);
    let waiting = batch.waiting();
    let crumbs = vec![Crumb::to("报告核对", CHECKS), Crumb::here(batch.title.clone())];
    let mut answer = page(&BatchPage {
        look: Look::of(&state, &here),
        frame: Frame::new(&signed, Place::Checks, crumbs),
        when: day::minute(batch.opened_at),
        who,
        rows: rows.into_iter().map(Line::of).collect(),
        year_href: batch.year.map(|year| format!("{CHECKS}/years/{year}")),
        batch,
        address,
        pager,
        faulty,
        missing,
        other_years,
    })?;
    if waiting > 0 {
        answer.headers_mut().insert(header::REFRESH, HeaderValue::from_static(AGAIN));
    }
    Ok(answer)
}

/// Who is missing once all files are checked, and how many reports are of another year.
async fn compared(
    read: &mut Read,
    organ: &OrganId,
    batch: &CheckBatch,
) -> Result<(Vec<String>, usize), Fault> {
    if batch.waiting() > 0 || (batch.agencies.is_empty() && batch.year.is_none()) {
        return Ok((Vec::new(), 0));
    }
    let reports = read.reports_of_batch(organ, &batch.id, Page::first(ALL)).await?;
    let is_other = |year: Option<i16>| year.is_some() && batch.year.is_some() && year != batch.year;
    let mut known: ByAgency<()> = ByAgency::default();
    for report in reports.iter().filter(|report| !is_other(report.year)) {
        if let Some(agency) = &report.agency {
            known.add(AgencyName::of(agency), ());
        }
    }
    let is_missing = |name: &&String| known.find(&AgencyName::of(name)).is_empty();
    let missing = batch.agencies.iter().filter(is_missing).cloned().collect();
    Ok((missing, reports.iter().filter(|report| is_other(report.year)).count()))
}

/// `GET /desk/checks/batches/{id}/findings.xlsx`.
pub(in crate::desk) async fn show_sheet(
    Path(id): Path<String>,
    Visit { state, signed, .. }: Visit,
) -> Answer {
    let typesetter = Arc::clone(&state.engines().typesetter);
    let id = CheckBatchId::new(id);
    let (title, bytes) = batch_sheet(state.store(), &signed.seat.organ_id, &id, typesetter).await?;
    download(Paper::Xlsx.media_type(), &format!("{title}核对结果.xlsx"), bytes)
}
