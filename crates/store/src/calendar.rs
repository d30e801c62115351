//! Imported holiday notices.

use std::collections::BTreeMap;

use jiff::Timestamp;
use law::calendar::{Arrangement, Notice, NoticeDay};
use serde_json::json;

use crate::error::{Error, Result};
use crate::ids::{NoticeId, PersonId};
use crate::ledger::{Act, EventKind, NewEvent, Subject};
use crate::read::Read;
use crate::row::Row;
use crate::sql::{Arg, Sql};
use crate::write::Write;

/// A notice to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewNotice {
    /// Made by the caller.
    pub id: NoticeId,
    /// What it says.
    pub notice: Notice,
}

/// A notice as imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedNotice {
    /// Its identifier.
    pub id: NoticeId,
    /// What it says.
    pub notice: Notice,
    /// When it was imported.
    pub imported_at: Timestamp,
    /// By whom; none from the command line.
    pub imported_by: Option<PersonId>,
}

impl ImportedNotice {
    fn of(row: &Row, days: Vec<NoticeDay>) -> Result<Self> {
        let region = row.text("region")?;
        let notice = Notice {
            region: region.parse().map_err(|_| Error::damaged(format!("region {region:?}")))?,
            year: row.year("year")?,
            name: row.text("name")?,
            source: row.opt_text("source")?,
            issued_on: row.opt_day("issued_on")?,
            days,
        };
        Ok(Self {
            id: row.id("id")?,
            notice,
            imported_at: row.instant("imported_at")?,
            imported_by: row.opt_id("imported_by")?,
        })
    }
}

fn day_of(row: &Row) -> Result<(String, NoticeDay)> {
    let arrangement = match row.text("arrangement")?.as_str() {
        "off" => Arrangement::Off,
        _ => Arrangement::Work,
    };
    Ok((row.text("notice_id")?, NoticeDay { date: row.day("day")?, arrangement, name: row.text("name")? }))
}

impl Read {
    /// Every imported notice in the order of import, its days in the order of the calendar.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn notices(&mut self) -> Result<Vec<ImportedNotice>> {
        let sql = "SELECT notice_id, day, arrangement, name FROM calendar_notice_day ORDER BY notice_id, day";
        let mut days: BTreeMap<String, Vec<NoticeDay>> = BTreeMap::new();
        for (notice, day) in self.all(Sql::new(sql), day_of).await? {
            days.entry(notice).or_default().push(day);
        }
        let sql = "SELECT id, region, year, name, source, issued_on, imported_at, imported_by \
                   FROM calendar_notice ORDER BY imported_at, id";
        let rows = self.rows(Sql::new(sql)).await?;
        rows.iter()
            .map(|row| ImportedNotice::of(row, days.remove(&row.text("id")?).unwrap_or_default()))
            .collect()
    }
}

impl Write {
    /// Keeps a notice. Written for the system: `store.begin(&OrganId::system())`.
    ///
    /// # Errors
    /// `Conflict` if it names a day twice.
    pub async fn add_notice(&mut self, act: &Act, new: &NewNotice) -> Result<()> {
        let NewNotice { id, notice } = new;
        let sql = "INSERT INTO calendar_notice (id, region, year, name, source, issued_on, imported_at, imported_by) \
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
        let sql = Sql::new(sql)
            .arg(id)
            .arg(notice.region.to_string())
            .arg(i64::from(notice.year))
            .arg(&notice.name)
            .arg(notice.source.clone())
            .arg(notice.issued_on)
            .arg(act.at)
            .arg(act.person.as_ref());
        self.execute(sql).await?;
        let rows = notice.days.iter().map(|day| {
            vec![Arg::from(id), day.date.into(), day.arrangement.key().into(), day.name.as_str().into()]
        });
        let rows = rows.collect();
        self.insert("calendar_notice_day", &["notice_id", "day", "arrangement", "name"], rows).await?;
        let content = json!({
            "region": notice.region.to_string(), "year": notice.year, "name": notice.name, "days": notice.days.len(),
        });
        let event =
            NewEvent { kind: EventKind::CalendarImported, subject: Some(Subject::notice(id)), content };
        self.append(act, event).await.map(drop)
    }
}
