//! What people vouch for in a report: numbers that are no statistics, and reasons for mismatches.

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

/// A number in the prose that somebody confirmed to be no statistic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmed {
    /// In which part.
    pub section: Section,
    /// The number with the words around it, by which it is found again.
    pub mark: String,
    /// By whom.
    pub confirmed_by: Option<PersonId>,
    /// When.
    pub confirmed_at: Timestamp,
}

/// The written reason for a finding that may stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The rule, `K-T3-5`.
    pub rule: String,
    /// What the finding is about, e.g. its cells; empty for the whole rule.
    pub place: String,
    /// The reason.
    pub reason: String,
    /// By whom.
    pub explained_by: Option<PersonId>,
    /// When.
    pub explained_at: Timestamp,
}

impl Confirmed {
    fn of(row: &Row) -> Result<Self> {
        Ok(Self {
            section: row.key("section", Section::from_code)?,
            mark: row.text("mark")?,
            confirmed_by: row.opt_id("confirmed_by")?,
            confirmed_at: row.instant("confirmed_at")?,
        })
    }
}

impl Explanation {
    fn of(row: &Row) -> Result<Self> {
        Ok(Self {
            rule: row.text("rule")?,
            place: row.text("place")?,
            reason: row.text("reason")?,
            explained_by: row.opt_id("explained_by")?,
            explained_at: row.instant("explained_at")?,
        })
    }
}

impl Read {
    /// The confirmed numbers of a version.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn confirmed_numbers(&mut self, organ: &OrganId, report: &ReportId) -> Result<Vec<Confirmed>> {
        let sql = "SELECT section, mark, confirmed_by, confirmed_at FROM report_number \
                   WHERE organ_id = $1 AND report_id = $2 ORDER BY section, mark";
        self.all(Sql::new(sql).arg(organ).arg(report), Confirmed::of).await
    }

    /// The explanations of a version.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn explanations(&mut self, organ: &OrganId, report: &ReportId) -> Result<Vec<Explanation>> {
        let sql = "SELECT rule, place, reason, explained_by, explained_at FROM report_explanation \
                   WHERE organ_id = $1 AND report_id = $2 ORDER BY rule, place";
        self.all(Sql::new(sql).arg(organ).arg(report), Explanation::of).await
    }
}

impl Write {
    /// Confirms a number to be no statistic.
    ///
    /// # Errors
    /// `NotFound`; `WrongState` after 定稿; `Conflict("report_number.id")` if it is confirmed.
    pub async fn confirm_number(
        &mut self,
        act: &Act,
        report: &ReportId,
        section: Section,
        mark: &str,
    ) -> Result<()> {
        self.touch_report(act, report).await?;
        let sql = "INSERT INTO report_number (organ_id, report_id, section, mark, confirmed_by, confirmed_at) \
                   VALUES ($1, $2, $3, $4, $5, $6)";
        let sql = Sql::new(sql)
            .arg(self.organ_id())
            .arg(report)
            .arg(section.code())
            .arg(mark)
            .arg(act.person.as_ref())
            .arg(act.at);
        self.execute(sql).await?;
        let content = json!({ "section": section.code(), "mark": mark });
        self.report_event(act, EventKind::ReportNumberConfirmed, report, content).await
    }

    /// Takes a confirmation back.
    ///
    /// # Errors
    /// `NotFound`; `WrongState` after 定稿.
    pub async fn unconfirm_number(
        &mut self,
        act: &Act,
        report: &ReportId,
        section: Section,
        mark: &str,
    ) -> Result<()> {
        self.touch_report(act, report).await?;
        let sql =
            "DELETE FROM report_number WHERE organ_id = $1 AND report_id = $2 AND section = $3 AND mark = $4";
        let sql = Sql::new(sql).arg(self.organ_id()).arg(report).arg(section.code()).arg(mark);
        self.change("confirmed number", sql).await?;
        let content = json!({ "section": section.code(), "mark": mark });
        self.report_event(act, EventKind::ReportNumberUnconfirmed, report, content).await
    }

    /// Gives the reason for a finding that may stand, in the place of an earlier one.
    ///
    /// # Errors
    /// `NotFound`; `WrongState` after 定稿.
    pub async fn explain(
        &mut self,
        act: &Act,
        report: &ReportId,
        (rule, place): (&str, &str),
        reason: &str,
    ) -> Result<()> {
        self.touch_report(act, report).await?;
        let sql = "INSERT INTO report_explanation (organ_id, report_id, rule, place, reason, explained_by, \
                   explained_at) VALUES ($1, $2, $3, $4, $5, $6, $7) \
                   ON CONFLICT (organ_id, report_id, rule, place) DO UPDATE SET reason = excluded.reason, \
                   explained_by = excluded.explained_by, explained_at = excluded.explained_at";
        let sql = Sql::new(sql)
            .arg(self.organ_id())
            .arg(report)
            .arg(rule)
            .arg(place)
            .arg(reason)
            .arg(act.person.as_ref())
            .arg(act.at);
        self.execute(sql).await?;
        let content = json!({ "rule": rule, "place": place, "reason": reason });
        self.report_event(act, EventKind::ReportExplained, report, content).await
    }
}
