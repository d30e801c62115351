//! What the county says about a submitted report.

use jiff::Timestamp;
use law::report::Section;
use serde_json::json;

use crate::error::{Error, Result};
use crate::ids::{OrganId, PersonId, RemarkId, ReportId};
use crate::ledger::{Act, EventKind};
use crate::read::Read;
use crate::row::Row;
use crate::sql::Sql;
use crate::write::Write;

/// A remark of the county.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Its identifier.
    pub id: RemarkId,
    /// On which part; none for the whole report.
    pub section: Option<Section>,
    /// What it says.
    pub words: String,
    /// By whom.
    pub remarked_by: Option<PersonId>,
    /// When.
    pub remarked_at: Timestamp,
    /// When the organ marked it as dealt with.
    pub settled_at: Option<Timestamp>,
}

impl Remark {
    fn of(row: &Row) -> Result<Self> {
        let section = row.opt_text("section")?;
        let known = |code: String| {
            Section::from_code(&code).ok_or_else(|| Error::damaged(format!("section {code:?}")))
        };
        Ok(Self {
            id: row.id("id")?,
            section: section.map(known).transpose()?,
            words: row.text("words")?,
            remarked_by: row.opt_id("remarked_by")?,
            remarked_at: row.instant("remarked_at")?,
            settled_at: row.opt_instant("settled_at")?,
        })
    }
}

impl Read {
    /// The remarks on a version, oldest first.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn remarks(&mut self, organ: &OrganId, report: &ReportId) -> Result<Vec<Remark>> {
        let sql = "SELECT id, section, words, remarked_by, remarked_at, settled_at FROM report_remark \
                   WHERE organ_id = $1 AND report_id = $2 ORDER BY remarked_at, id";
        self.all(Sql::new(sql).arg(organ).arg(report), Remark::of).await
    }
}

impl Write {
    /// Adds a remark.
    ///
    /// # Errors
    /// `Other` if the report does not exist.
    pub async fn add_remark(
        &mut self,
        act: &Act,
        report: &ReportId,
        id: &RemarkId,
        (section, words): (Option<Section>, &str),
    ) -> Result<()> {
        let sql = "INSERT INTO report_remark (organ_id, report_id, id, section, words, remarked_by, remarked_at, \
                   settled_at) VALUES ($1, $2, $3, $4, $5, $6, $7, NULL)";
        let sql = Sql::new(sql)
            .arg(self.organ_id())
            .arg(report)
            .arg(id)
            .arg(section.map(Section::code))
            .arg(words)
            .arg(act.person.as_ref())
            .arg(act.at);
        self.execute(sql).await?;
        let content = json!({ "remark": id.as_str(), "section": section.map(Section::code), "words": words });
        self.report_event(act, EventKind::ReportRemarked, report, content).await
    }

    /// Marks a remark as dealt with.
    ///
    /// # Errors
    /// `NotFound` if there is none that is open.
    pub async fn settle_remark(&mut self, act: &Act, report: &ReportId, id: &RemarkId) -> Result<()> {
        let sql = "UPDATE report_remark SET settled_at = $1 \
                   WHERE organ_id = $2 AND report_id = $3 AND id = $4 AND settled_at IS NULL";
        let sql = Sql::new(sql).arg(act.at).arg(self.organ_id()).arg(report).arg(id);
        self.change("remark", sql).await?;
        self.report_event(act, EventKind::ReportRemarkSettled, report, json!({ "remark": id.as_str() })).await
    }
}
