//! The written parts of a report.

use jiff::Timestamp;
use law::report::Section;
use serde_json::json;

use crate::error::Result;
use crate::ids::{OrganId, PersonId, ReportId};
use crate::ledger::{Act, EventKind};
use crate::read::Read;
use crate::row::Row;
use crate::sql::Sql;
use crate::write::Write;

/// A part as written, measures unresolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenPart {
    /// Which part.
    pub section: Section,
    /// Its text, with placeholders such as `{{主动公开总数}}`.
    pub words: String,
    /// From 定稿 on: the text as printed, measures resolved.
    pub printed: Option<String>,
    /// Who wrote it last.
    pub written_by: Option<PersonId>,
    /// When.
    pub written_at: Timestamp,
}

impl WrittenPart {
    fn of(row: &Row) -> Result<Self> {
        Ok(Self {
            section: row.key("section", Section::from_code)?,
            words: row.text("words")?,
            printed: row.opt_text("printed")?,
            written_by: row.opt_id("written_by")?,
            written_at: row.instant("written_at")?,
        })
    }
}

impl Read {
    /// The parts that were written, in the order of the report.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn report_prose(&mut self, organ: &OrganId, report: &ReportId) -> Result<Vec<WrittenPart>> {
        let sql = "SELECT section, words, printed, written_by, written_at FROM report_prose \
                   WHERE organ_id = $1 AND report_id = $2";
        let mut parts = self.all(Sql::new(sql).arg(organ).arg(report), WrittenPart::of).await?;
        parts.sort_by_key(|part| part.section);
        Ok(parts)
    }
}

impl Write {
    /// Writes a part over what stood there.
    ///
    /// # Errors
    /// `NotFound`; `WrongState` after 定稿.
    pub async fn write_prose(
        &mut self,
        act: &Act,
        report: &ReportId,
        section: Section,
        words: &str,
    ) -> Result<()> {
        self.touch_report(act, report).await?;
        let sql = "INSERT INTO report_prose (organ_id, report_id, section, words, written_by, written_at) \
                   VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (organ_id, report_id, section) DO UPDATE SET \
                   words = excluded.words, written_by = excluded.written_by, written_at = excluded.written_at";
        let sql = Sql::new(sql)
            .arg(self.organ_id())
            .arg(report)
            .arg(section.code())
            .arg(words)
            .arg(act.person.as_ref())
            .arg(act.at);
        self.execute(sql).await?;
        let content = json!({ "section": section.code(), "words": words });
        self.report_event(act, EventKind::ReportWritten, report, content).await
    }
}
