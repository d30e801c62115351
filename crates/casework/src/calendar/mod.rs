//! Importing public holiday arrangements: keep the notice, compute every cached deadline again, and say which moved.

mod file;
mod gaps;

pub use file::calendar_text;
pub use gaps::{YearGap, year_gaps};

use jiff::civil::Date;
use law::calendar::{Change, Notice, WorkCalendar, changes, csv};
use serde_json::{Value as Json, json};
use store::{Act, EventKind, ImportedNotice, NewEvent, NewNotice, NoticeId, OrganId, Store};

use crate::{
    Result,
    deadlines::{Moved, refresh},
};

/// What came of importing a calendar file.
#[derive(Clone, Debug)]
pub struct CalendarImport {
    /// Notices kept now.
    pub kept: Vec<Notice>,
    /// Notices of the file that were in force already; they are not kept twice.
    pub known: Vec<Notice>,
    /// What looks odd, one Chinese sentence each; the file was taken all the same.
    pub warnings: Vec<String>,
    /// Every fault of the file, one Chinese sentence each. When there is one, nothing was kept.
    pub faults: Vec<String>,
    /// What is different in the calendar now.
    pub changes: Vec<Change>,
    /// The cases whose deadline is another day now, organ by organ.
    pub moved: Vec<MovedCases>,
    /// The calendar now in force.
    pub calendar: WorkCalendar,
}

/// The cases of one organ that a calendar moved.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct MovedCases {
    /// The organ.
    pub organ_id: OrganId,
    /// Its name.
    pub organ_name: String,
    /// The cases, each with the day before and the day now.
    pub cases: Vec<Moved>,
}

/// The calendar in force: the notices that come with the program, the imported ones laid over them.
///
/// # Errors
/// Failures of the store.
pub async fn calendar_in_force(store: &Store) -> Result<WorkCalendar> {
    Ok(laid(&store.read().await?.notices().await?))
}

/// Imports a calendar file (`law::calendar::csv`). All of its notices are kept or none.
///
/// # Errors
/// Failures of the store; faults of the file are part of the result.
pub async fn import_calendar(
    store: &Store,
    act: &Act,
    text: &str,
    new_id: &(dyn Fn() -> String + Send + Sync),
) -> Result<CalendarImport> {
    let before = calendar_in_force(store).await?;
    let notices = match csv::parse(text) {
        Ok(notices) => notices,
        Err(faults) => {
            return Ok(CalendarImport::refused(
                before,
                faults.iter().map(|fault| format!("{fault}。")).collect(),
            ));
        }
    };
    // Every cache is brought up to the old calendar first, so that what moves is moved by this file.
    refresh_all(store, &before).await?;
    let warnings = doubts(&notices);
    let (mut kept, mut known) = (Vec::new(), Vec::new());
    let mut write = store.begin(&OrganId::system()).await?;
    let before = laid(&write.notices().await?);
    let mut calendar = before.clone();
    for notice in notices {
        let with = calendar.clone().with_notices(std::slice::from_ref(&notice));
        if with.version() == calendar.version() {
            known.push(notice);
            continue;
        }
        write.add_notice(act, &NewNotice { id: NoticeId::new(new_id()), notice: notice.clone() }).await?;
        calendar = with;
        kept.push(notice);
    }
    if kept.is_empty() {
        write.rollback().await?;
    } else {
        write.commit().await?;
    }
    let moved = refresh_all(store, &calendar).await?;
    for organ in &moved {
        tell(store, act, organ, &calendar).await?;
    }
    let changes = changes(&before, &calendar);
    Ok(CalendarImport { kept, known, warnings, faults: Vec::new(), changes, moved, calendar })
}

/// Brings the cached deadlines of every organ up to a calendar; the cases that moved, organs without any left out.
///
/// # Errors
/// Failures of the store.
pub async fn refresh_all(store: &Store, calendar: &WorkCalendar) -> Result<Vec<MovedCases>> {
    let organs = store.read().await?.organs().await?;
    let mut moved = Vec::new();
    for organ in organs {
        let cases = refresh(store, &organ.id, calendar).await?;
        if !cases.is_empty() {
            moved.push(MovedCases { organ_id: organ.id, organ_name: organ.name, cases });
        }
    }
    Ok(moved)
}

fn laid(imported: &[ImportedNotice]) -> WorkCalendar {
    let notices: Vec<Notice> = imported.iter().map(|imported| imported.notice.clone()).collect();
    WorkCalendar::built_in().with_notices(&notices)
}

/// What looks odd in notices that can be read, one Chinese sentence each.
pub fn doubts(notices: &[Notice]) -> Vec<String> {
    notices.iter().filter_map(warning).collect()
}

/// A whole year's notice without the fixed holidays was probably typed in part; an amendment names few days.
fn warning(notice: &Notice) -> Option<String> {
    let missing = notice.missing_fixed_holidays();
    if missing.is_empty() {
        return None;
    }
    let days: Vec<String> =
        missing.iter().map(|(month, day, name)| format!("{month}月{day}日（{name}）")).collect();
    let effect = if notice.replaces_its_year() {
        "法定节日每年都放假，请核对文件是否录全"
    } else {
        "没有元旦，按调整通知叠加在已有安排之上；如果这是全年的安排，请补全后重新导入"
    };
    Some(format!("“{}”里没有 {}：{effect}。", notice.name, days.join("、")))
}

/// The organ's ledger says which of its cases a calendar moved.
async fn tell(store: &Store, act: &Act, organ: &MovedCases, calendar: &WorkCalendar) -> Result<()> {
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    let cases: Vec<Json> = organ
        .cases
        .iter()
        .map(|case| {
            json!({
                "register": case.register.key(), "id": case.id.as_str(), "source_no": case.source_no,
                "before": day(case.before), "after": day(case.after),
            })
        })
        .collect();
    let content = json!({ "calendar_version": calendar.version(), "moved": cases });
    let mut write = store.begin(&organ.organ_id).await?;
    write.append(act, NewEvent { kind: EventKind::DeadlinesRecomputed, subject: None, content }).await?;
    Ok(write.commit().await?)
}

impl CalendarImport {
    fn refused(calendar: WorkCalendar, faults: Vec<String>) -> Self {
        Self {
            kept: Vec::new(),
            known: Vec::new(),
            warnings: Vec::new(),
            faults,
            changes: Vec::new(),
            moved: Vec::new(),
            calendar,
        }
    }
}
