//! Letters of comments on checked reports: written, and sent on a day.

use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::json;

use crate::error::{Error, Result};
use crate::ids::{OrganId, PersonId, ReportId};
use crate::ledger::{Act, EventKind, NewEvent, Subject};
use crate::read::Read;
use crate::row::Row;
use crate::sql::Sql;
use crate::write::Write;

/// A letter as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckLetter {
    /// Its title.
    pub title: String,
    /// Everything below, one paragraph a line.
    pub words: String,
    /// Who wrote it last.
    pub written_by: Option<PersonId>,
    /// When.
    pub written_at: Timestamp,
    /// The day it was sent.
    pub sent_on: Option<Date>,
}

impl Read {
    /// The letter on a report, if somebody has written one.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn check_letter(&mut self, organ: &OrganId, report: &ReportId) -> Result<Option<CheckLetter>> {
        let sql = "SELECT title, words, written_by, written_at, sent_on FROM check_letter \
                   WHERE organ_id = $1 AND report_id = $2";
        let of = |row: &Row| {
            Ok(CheckLetter {
                title: row.text("title")?,
                words: row.text("words")?,
                written_by: row.opt_id("written_by")?,
                written_at: row.instant("written_at")?,
                sent_on: row.opt_day("sent_on")?,
            })
        };
        self.row(Sql::new(sql).arg(organ).arg(report)).await?.as_ref().map(of).transpose()
    }
}

impl Write {
    /// Writes the letter on a report, or writes it anew.
    ///
    /// # Errors
    /// `AlreadyDone` when it has been sent.
    pub async fn write_check_letter(
        &mut self,
        act: &Act,
        report: &ReportId,
        (title, words): (&str, &str),
    ) -> Result<()> {
        let organ = self.organ_id().clone();
        if self.check_letter(&organ, report).await?.is_some_and(|letter| letter.sent_on.is_some()) {
            return Err(Error::AlreadyDone("letter"));
        }
        let gone = Sql::new("DELETE FROM check_letter WHERE organ_id = $1 AND report_id = $2");
        self.execute(gone.arg(&organ).arg(report)).await?;
        let sql = "INSERT INTO check_letter (organ_id, report_id, title, words, written_by, written_at) \
                   VALUES ($1, $2, $3, $4, $5, $6)";
        let sql = Sql::new(sql).arg(&organ).arg(report).arg(title).arg(words);
        self.execute(sql.arg(act.person.as_ref()).arg(act.at)).await?;
        let content = json!({ "title": title, "words": words });
        self.letter_event(act, EventKind::CheckLetterWritten, report, content).await
    }

    /// Marks the letter as sent on the act's day.
    ///
    /// # Errors
    /// `NotFound` when there is none that was not sent.
    pub async fn send_check_letter(&mut self, act: &Act, report: &ReportId) -> Result<()> {
        let sql = "UPDATE check_letter SET sent_on = $1, sent_by = $2 \
                   WHERE organ_id = $3 AND report_id = $4 AND sent_on IS NULL";
        let sql = Sql::new(sql).arg(act.on).arg(act.person.as_ref()).arg(self.organ_id()).arg(report);
        self.change("letter", sql).await?;
        self.letter_event(act, EventKind::CheckLetterSent, report, json!({})).await
    }

    async fn letter_event(
        &mut self,
        act: &Act,
        kind: EventKind,
        report: &ReportId,
        content: serde_json::Value,
    ) -> Result<()> {
        let subject = Some(Subject::checked_report(report));
        self.append(act, NewEvent { kind, subject, content }).await.map(drop)
    }
}
