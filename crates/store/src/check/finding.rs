//! Findings of a batch that somebody must look at, chosen and counted.

use crate::error::Result;
use crate::ids::{CheckBatchId, OrganId, ReportId};
use crate::read::Read;
use crate::record::Page;
use crate::row::Row;
use crate::sql::Sql;

use super::decision::CheckStanding;

/// A finding about to be kept beside the JSON of its report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFinding {
    /// Its place in the JSON, from 0.
    pub number: i64,
    /// `K-T3-1`.
    pub rule: String,
    /// `FAIL` or `UNCERTAIN`.
    pub verdict: String,
    /// `error` or `warning`.
    pub severity: String,
    /// What was found.
    pub message: String,
    /// By which the next check finds it again.
    pub mark: String,
}

/// A finding in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundFinding {
    /// Its report.
    pub report: ReportId,
    /// The body that reports, if it was recognised.
    pub agency: Option<String>,
    /// The file.
    pub file_name: String,
    /// The year.
    pub year: Option<i64>,
    /// The finding.
    pub finding: NewFinding,
    /// What was decided; none while it is open.
    pub standing: Option<CheckStanding>,
    /// Why.
    pub reason: Option<String>,
    /// Whether that was decided when the same was found at an earlier check.
    pub is_remembered: bool,
}

/// Which findings of a batch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CheckFilter {
    /// Of this rule.
    pub rule: Option<String>,
    /// Of this body, as recognised.
    pub agency: Option<String>,
    /// With this verdict.
    pub verdict: Option<String>,
    /// `Some(None)`: those that nobody decided on.
    pub standing: Option<Option<CheckStanding>>,
}

const FROM: &str = " FROM check_finding AS f \
    JOIN checked_report AS r ON r.organ_id = f.organ_id AND r.id = f.report_id \
    LEFT JOIN check_decision AS d ON d.organ_id = f.organ_id AND d.mark = f.mark WHERE f.organ_id = ";
const FINDING: &str = "SELECT f.report_id, r.agency, r.file_name, r.year, f.number, f.rule, f.verdict, f.severity, \
    f.message, f.mark, d.standing, d.reason, \
    CASE WHEN d.decided_at < r.checked_at THEN 1 ELSE 0 END AS remembered";

impl FoundFinding {
    fn of(row: &Row) -> Result<Self> {
        let finding = NewFinding {
            number: row.int("number")?,
            rule: row.text("rule")?,
            verdict: row.text("verdict")?,
            severity: row.text("severity")?,
            message: row.text("message")?,
            mark: row.text("mark")?,
        };
        Ok(Self {
            report: row.id("report_id")?,
            agency: row.opt_text("agency")?,
            file_name: row.text("file_name")?,
            year: row.opt_int("year")?,
            finding,
            standing: CheckStanding::of(row)?,
            reason: row.opt_text("reason")?,
            is_remembered: row.yes("remembered")?,
        })
    }
}

fn chosen(head: &str, organ: &OrganId, batch: &CheckBatchId, filter: &CheckFilter) -> Sql {
    let mut sql = Sql::new(format!("{head}{FROM}"));
    sql.bind(organ).push(" AND r.batch_id = ").bind(batch);
    for (column, wanted) in
        [("f.rule", &filter.rule), ("r.agency", &filter.agency), ("f.verdict", &filter.verdict)]
    {
        if let Some(wanted) = wanted {
            sql.push(&format!(" AND {column} = ")).bind(wanted);
        }
    }
    match filter.standing {
        Some(Some(standing)) => {
            sql.push(" AND d.standing = ").bind(standing.key());
        }
        Some(None) => {
            sql.push(" AND d.standing IS NULL");
        }
        None => {}
    }
    sql
}

impl Read {
    /// Findings of a batch, the gravest first.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn check_findings(
        &mut self,
        organ: &OrganId,
        batch: &CheckBatchId,
        filter: &CheckFilter,
        page: Page,
    ) -> Result<Vec<FoundFinding>> {
        let mut sql = chosen(FINDING, organ, batch, filter);
        sql.push(" ORDER BY f.verdict, f.severity, f.rule, r.file_name, f.report_id, f.number");
        page.add_to(&mut sql);
        self.all(sql, FoundFinding::of).await
    }

    /// How many they are.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn count_check_findings(
        &mut self,
        organ: &OrganId,
        batch: &CheckBatchId,
        filter: &CheckFilter,
    ) -> Result<i64> {
        self.number(chosen("SELECT COUNT(*) AS n", organ, batch, filter), "n").await
    }

    /// The rules broken or doubted in a batch, each with its number of findings, the most first.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn rules_of_batch(
        &mut self,
        organ: &OrganId,
        batch: &CheckBatchId,
    ) -> Result<Vec<(String, i64)>> {
        let mut sql = chosen("SELECT f.rule, COUNT(*) AS n", organ, batch, &CheckFilter::default());
        sql.push(" GROUP BY f.rule ORDER BY COUNT(*) DESC, f.rule");
        self.all(sql, |row| Ok((row.text("rule")?, row.int("n")?))).await
    }

    /// The bodies with findings in a batch, by name.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn agencies_of_batch(
        &mut self,
        organ: &OrganId,
        batch: &CheckBatchId,
    ) -> Result<Vec<(String, i64)>> {
        let mut sql = chosen("SELECT r.agency, COUNT(*) AS n", organ, batch, &CheckFilter::default());
        sql.push(" AND r.agency IS NOT NULL GROUP BY r.agency ORDER BY r.agency");
        self.all(sql, |row| Ok((row.text("agency")?, row.int("n")?))).await
    }
}
