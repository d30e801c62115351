//! The checked reports of a year, each with how far it is.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::error::Result;
use crate::ids::{OrganId, ReportId};
use crate::read::Read;
use crate::row::Row;
use crate::sql::Sql;

/// A checked report among those of its year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportOfYear {
    /// Its identifier.
    pub id: ReportId,
    /// The file.
    pub file_name: String,
    /// The body that reports, if it was recognised.
    pub agency: Option<String>,
    /// How many findings fail.
    pub failed: i64,
    /// How many are in doubt.
    pub uncertain: i64,
    /// How many findings were confirmed.
    pub confirmed: i64,
    /// How many were dismissed.
    pub dismissed: i64,
    /// Whether a letter was written.
    pub has_letter: bool,
    /// The day on which it was sent.
    pub sent_on: Option<Date>,
    /// When the report was checked.
    pub checked_at: Timestamp,
}

const DECIDED: &str = "(SELECT COUNT(*) FROM check_finding AS f JOIN check_decision AS d \
    ON d.organ_id = f.organ_id AND d.mark = f.mark \
    WHERE f.organ_id = r.organ_id AND f.report_id = r.id AND d.standing = ";

impl Read {
    /// The reports of a year that an organ checked, the latest check first.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn checked_of_year(&mut self, organ: &OrganId, year: i16) -> Result<Vec<ReportOfYear>> {
        let sql = format!(
            "SELECT r.id, r.file_name, r.agency, r.failed, r.uncertain, r.checked_at, l.sent_on, \
             l.report_id AS letter, \
             {DECIDED}'confirmed') AS confirmed, {DECIDED}'dismissed') AS dismissed \
             FROM checked_report AS r LEFT JOIN check_letter AS l \
             ON l.organ_id = r.organ_id AND l.report_id = r.id \
             WHERE r.organ_id = $1 AND r.year = $2 ORDER BY r.checked_at DESC, r.id DESC"
        );
        let of = |row: &Row| {
            Ok(ReportOfYear {
                id: row.id("id")?,
                file_name: row.text("file_name")?,
                agency: row.opt_text("agency")?,
                failed: row.int("failed")?,
                uncertain: row.int("uncertain")?,
                confirmed: row.int("confirmed")?,
                dismissed: row.int("dismissed")?,
                has_letter: row.opt_text("letter")?.is_some(),
                sent_on: row.opt_day("sent_on")?,
                checked_at: row.instant("checked_at")?,
            })
        };
        self.all(Sql::new(sql).arg(organ).arg(i64::from(year)), of).await
    }

    /// The bodies of which a report of that year was checked, the latest check first.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn checked_bodies(&mut self, organ: &OrganId, year: i16) -> Result<Vec<(ReportId, String)>> {
        let sql = "SELECT id, agency FROM checked_report WHERE organ_id = $1 AND year = $2 AND agency IS NOT NULL \
                   ORDER BY checked_at DESC, id DESC";
        let of = |row: &Row| Ok((row.id("id")?, row.text("agency")?));
        self.all(Sql::new(sql).arg(organ).arg(i64::from(year)), of).await
    }

    /// The years of which reports were checked, the latest first, each with its number of reports.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn checked_years(&mut self, organ: &OrganId) -> Result<Vec<(i16, i64)>> {
        let sql = "SELECT year, COUNT(*) AS n FROM checked_report WHERE organ_id = $1 AND year IS NOT NULL \
                   GROUP BY year ORDER BY year DESC";
        self.all(Sql::new(sql).arg(organ), |row| Ok((row.year("year")?, row.int("n")?))).await
    }
}
