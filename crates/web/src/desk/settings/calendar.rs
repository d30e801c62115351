//! 放假安排: the notices in force by region and year, and what cannot be computed for want of one.

use std::collections::BTreeSet;

use askama::Template;
use casework::calendar::{YearGap, year_gaps};
use casework::today::{About, DueItem};
use law::calendar::{Region, WorkCalendar};
use store::ImportedNotice;

use super::arrangement::{Arranged, arranged};
use crate::day;
use crate::desk::layout::Frame;
use crate::desk::menu::Place;
use crate::desk::register::address as registers;
use crate::desk::visit::Visit;
use crate::fault::Answer;
use crate::frame::{Crumb, Look, page};

/// Deadlines that wait for a year and are named.
const NAMED_MAX: usize = 20;

#[derive(Template)]
#[template(path = "desk/settings/calendar.html")]
struct CalendarPage {
    look: Look,
    frame: Frame,
    gaps: Vec<GapLine>,
    /// The organ's own region has no notice for these years.
    provisional: Option<String>,
    regions: Vec<RegionTable>,
}

/// A missing year.
struct GapLine {
    year: i16,
    count: usize,
    /// Words and address of what waits.
    waiting: Vec<(String, String)>,
    /// Not yet begun.
    future: bool,
}

/// The notices of one region, the latest year first.
struct RegionTable {
    name: String,
    notices: Vec<NoticeLine>,
}

struct NoticeLine {
    told: Arranged,
    /// 随系统提供, or when it was imported.
    whence: String,
}

/// `GET /desk/calendar`.
pub(in crate::desk) async fn show_calendar(Visit { state, here, signed, .. }: Visit) -> Answer {
    let (organ, today) = (&signed.seat.organ_id, state.today());
    let calendar = state.calendar().get();
    let gaps = year_gaps(state.store(), organ, &calendar, today).await?;
    let mut read = state.store().read().await?;
    let imported = read.notices().await?;
    let region = read.organ(organ).await?.region;
    drop(read);
    page(&CalendarPage {
        look: Look::of(&state, &here),
        frame: Frame::new(&signed, Place::Settings, vec![Crumb::here("放假安排")]),
        gaps: gaps.into_iter().map(|gap| gap_line(gap, today.year())).collect(),
        provisional: provisional(&calendar, &region, today.year()),
        regions: regions(&calendar, &imported),
    })
}

fn gap_line(gap: YearGap, this_year: i16) -> GapLine {
    GapLine {
        year: gap.year,
        count: gap.waiting.len(),
        future: gap.year > this_year,
        waiting: gap.waiting.iter().take(NAMED_MAX).map(waiting).collect(),
    }
}

fn waiting(item: &DueItem) -> (String, String) {
    let words = format!("{}：{}", item.deadline.what, item.title);
    match &item.about {
        About::Record(register, id, source_no) => {
            (format!("{words}（编号 {source_no}）"), format!("{}#clock", registers::record(*register, id)))
        }
        About::AnnualReport(year) => (words, format!("/desk/reports/{year}")),
    }
}

/// Which of the last years and the next are only national in the organ's own region.
fn provisional(calendar: &WorkCalendar, region: &Region, this_year: i16) -> Option<String> {
    let near = (this_year.saturating_sub(1))..=(this_year.saturating_add(1));
    let missing = calendar.missing_years(region).into_iter().filter(|year| near.contains(year));
    let years: Vec<String> = missing.map(|year| year.to_string()).collect();
    (!region.is_national() && !years.is_empty()).then(|| {
        format!(
            "{}自己的 {} 年放假安排没有导入，这些年的期限先按全国安排计算，标为“暂定”。",
            region.label(),
            years.join("、")
        )
    })
}

fn regions(calendar: &WorkCalendar, imported: &[ImportedNotice]) -> Vec<RegionTable> {
    let codes: BTreeSet<(bool, Region)> =
        calendar.notices().map(|notice| (!notice.region.is_national(), notice.region.clone())).collect();
    let table = |(_, region): (bool, Region)| {
        let mut notices: Vec<NoticeLine> = calendar
            .notices()
            .filter(|notice| notice.region == region)
            .map(|notice| {
                let found = imported.iter().rev().find(|imported| imported.notice == *notice);
                let told = |imported: &ImportedNotice| format!("{} 导入", day::minute(imported.imported_at));
                let whence = found.map_or_else(|| "随系统提供".to_owned(), told);
                NoticeLine { told: arranged(notice), whence }
            })
            .collect();
        notices.reverse();
        RegionTable { name: region.label(), notices }
    };
    codes.into_iter().map(table).collect()
}
