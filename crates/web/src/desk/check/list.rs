//! What was checked: the batches, and the reports that were checked alone, the latest first.

use askama::Template;
use store::{CheckBatch, Page};

use super::{CHECKS, Line, batch_address};
use crate::day;
use crate::desk::layout::Frame;
use crate::desk::menu::Place;
use crate::desk::visit::Visit;
use crate::fault::Answer;
use crate::frame::{Crumb, Look, page};
use crate::pager::{Pager, Step};

/// Batches on the page; a county makes a few a year.
const BATCHES: u32 = 30;

#[derive(Template)]
#[template(path = "desk/check/list.html")]
struct ChecksPage {
    look: Look,
    frame: Frame,
    years: Vec<(String, String)>,
    batches: Vec<BatchLine>,
    rows: Vec<Line>,
    pager: Pager,
}

struct BatchLine {
    href: String,
    title: String,
    year: String,
    when: String,
    files: i64,
    checked: i64,
    faulty: i64,
    waiting: i64,
    failed: i64,
    uncertain: i64,
}

impl BatchLine {
    fn of(batch: CheckBatch) -> Self {
        Self {
            href: batch_address(&batch.id),
            year: batch.year.map_or_else(|| "不限".to_owned(), |year| format!("{year} 年度")),
            when: day::minute(batch.opened_at),
            files: batch.files,
            checked: batch.checked,
            faulty: batch.faulty,
            waiting: batch.waiting(),
            failed: batch.failed,
            uncertain: batch.uncertain,
            title: batch.title,
        }
    }
}

/// `GET /desk/checks`.
pub(in crate::desk) async fn show_checks(Visit { state, here, signed, sent }: Visit) -> Answer {
    let organ = &signed.seat.organ_id;
    let mut read = state.store().read().await?;
    let total = read.count_checked_reports(organ).await?;
    let pager = Pager::new(total, sent.text("page"), |page| format!("{CHECKS}?page={page}"));
    let alone = read.checked_reports(organ, pager.slice()).await?;
    let batches = read.check_batches(organ, Page::first(BATCHES)).await?;
    let years = read.checked_years(organ).await?;
    drop(read);
    let year =
        |(year, count): (i16, i64)| (format!("{year} 年度 {count} 份"), format!("{CHECKS}/years/{year}"));
    page(&ChecksPage {
        look: Look::of(&state, &here),
        frame: Frame::new(&signed, Place::Checks, vec![Crumb::here("报告核对")]),
        years: years.into_iter().map(year).collect(),
        batches: batches.into_iter().map(BatchLine::of).collect(),
        rows: alone.into_iter().map(Line::of).collect(),
        pager,
    })
}
