//! Other bodies' reports that were checked here.

use jiff::Timestamp;
use law::report::Form;
use serde_json::{Value as Json, json};

use crate::check::NewFinding;
use crate::error::{Error, Result};
use crate::ids::{CheckBatchId, OrganId, PersonId, ReportId};
use crate::ledger::{Act, EventKind, NewEvent, Subject};
use crate::read::Read;
use crate::record::Page;
use crate::row::Row;
use crate::sql::{Arg, Sql};
use crate::write::Write;

/// A report with what was found in it, to be kept.
#[derive(Debug, Clone, PartialEq)]
pub struct NewCheckedReport {
    /// Made by the caller.
    pub id: ReportId,
    /// Name of the file, without folders.
    pub file_name: String,
    /// SHA-256 of the file, hexadecimal.
    pub digest: String,
    /// The body that reports, if it was recognised.
    pub agency: Option<String>,
    /// The year, if it was recognised.
    pub year: Option<i16>,
    /// The form, if it was recognised: `F2008`, `F2019`, `F2021`.
    pub form: Option<String>,
    /// The text that was read, line by line.
    pub words: String,
    /// The findings as JSON.
    pub findings: Json,
    /// Those among them that somebody must look at.
    pub found: Vec<NewFinding>,
    /// The batch it came with.
    pub batch: Option<CheckBatchId>,
}

/// A checked report in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedSummary {
    /// Its identifier.
    pub id: ReportId,
    /// Name of the file.
    pub file_name: String,
    /// SHA-256 of the file, hexadecimal.
    pub digest: String,
    /// The body that reports.
    pub agency: Option<String>,
    /// The year.
    pub year: Option<i16>,
    /// The form.
    pub form: Option<String>,
    /// The batch it came with; none for one that was checked alone.
    pub batch: Option<CheckBatchId>,
    /// How many findings fail.
    pub failed: i64,
    /// How many are in doubt.
    pub uncertain: i64,
    /// By whom it was checked.
    pub checked_by: Option<PersonId>,
    /// When.
    pub checked_at: Timestamp,
}

/// A checked report with its text and findings.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckedReport {
    /// As in the list.
    pub summary: CheckedSummary,
    /// The text that was read, line by line.
    pub words: String,
    /// The findings as JSON.
    pub findings: Json,
}

pub(crate) const SUMMARY: &str =
    "id, file_name, digest, agency, year, form, batch_id, failed, uncertain, checked_by, checked_at";

const FINDING: [&str; 8] =
    ["organ_id", "report_id", "number", "rule", "verdict", "severity", "message", "mark"];

impl CheckedSummary {
    pub(crate) fn of(row: &Row) -> Result<Self> {
        let year = row.opt_int("year")?.map(i16::try_from).transpose();
        Ok(Self {
            id: row.id("id")?,
            file_name: row.text("file_name")?,
            digest: row.text("digest")?,
            agency: row.opt_text("agency")?,
            year: year.map_err(|_| Error::damaged("a checked report of a strange year"))?,
            form: row.opt_text("form")?,
            batch: row.opt_id("batch_id")?,
            failed: row.int("failed")?,
            uncertain: row.int("uncertain")?,
            checked_by: row.opt_id("checked_by")?,
            checked_at: row.instant("checked_at")?,
        })
    }

    /// The form, if it is one of the two that are still in use.
    #[must_use]
    pub fn known_form(&self) -> Option<Form> {
        self.form.as_deref().and_then(Form::from_code)
    }
}

impl Read {
    /// The reports that an organ checked alone, the latest first.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn checked_reports(&mut self, organ: &OrganId, page: Page) -> Result<Vec<CheckedSummary>> {
        let mut sql = Sql::new(format!("SELECT {SUMMARY} FROM checked_report WHERE organ_id = "));
        sql.bind(organ).push(" AND batch_id IS NULL ORDER BY checked_at DESC, id DESC");
        page.add_to(&mut sql);
        self.all(sql, CheckedSummary::of).await
    }

    /// How many those are.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn count_checked_reports(&mut self, organ: &OrganId) -> Result<i64> {
        let sql = "SELECT COUNT(*) AS n FROM checked_report WHERE organ_id = $1 AND batch_id IS NULL";
        self.number(Sql::new(sql).arg(organ), "n").await
    }

    /// A checked report, whole.
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn checked_report(&mut self, organ: &OrganId, id: &ReportId) -> Result<CheckedReport> {
        let sql =
            format!("SELECT {SUMMARY}, words, findings FROM checked_report WHERE organ_id = $1 AND id = $2");
        let whole = |row: &Row| {
            let summary = CheckedSummary::of(row)?;
            Ok(CheckedReport { summary, words: row.text("words")?, findings: row.json("findings")? })
        };
        self.one("checked report", Sql::new(sql).arg(organ).arg(id), whole).await
    }
}

impl Write {
    /// Keeps a checked report.
    ///
    /// # Errors
    /// `Conflict("checked_report.id")`.
    pub async fn add_checked_report(&mut self, act: &Act, new: &NewCheckedReport) -> Result<()> {
        let count = |verdict: &str| new.found.iter().filter(|found| found.verdict == verdict).count() as i64;
        let sql = "INSERT INTO checked_report (organ_id, id, file_name, digest, agency, year, form, words, findings, \
                   checked_by, checked_at, batch_id, failed, uncertain) \
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
        let sql = Sql::new(sql)
            .arg(self.organ_id())
            .arg(&new.id)
            .arg(&new.file_name)
            .arg(&new.digest)
            .arg(new.agency.clone())
            .arg(new.year.map(i64::from))
            .arg(new.form.clone())
            .arg(&new.words)
            .arg(new.findings.to_string())
            .arg(act.person.as_ref())
            .arg(act.at)
            .arg(new.batch.as_ref())
            .arg(count("FAIL"))
            .arg(count("UNCERTAIN"));
        self.execute(sql).await?;
        self.add_findings(new).await?;
        let content = json!({ "file_name": new.file_name, "digest": new.digest });
        let subject = Some(Subject::checked_report(&new.id));
        self.append(act, NewEvent { kind: EventKind::ReportChecked, subject, content }).await.map(drop)
    }

    /// Puts what a second look found in the place of what the first did. The report keeps its id and its batch.
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn replace_checked_report(&mut self, act: &Act, new: &NewCheckedReport) -> Result<()> {
        let count = |verdict: &str| new.found.iter().filter(|found| found.verdict == verdict).count() as i64;
        let sql = "UPDATE checked_report SET findings = $1, failed = $2, uncertain = $3 \
                   WHERE organ_id = $4 AND id = $5";
        let sql = Sql::new(sql).arg(new.findings.to_string()).arg(count("FAIL")).arg(count("UNCERTAIN"));
        let sql = sql.arg(self.organ_id()).arg(&new.id);
        self.change("checked report", sql).await?;
        let gone = Sql::new("DELETE FROM check_finding WHERE organ_id = $1 AND report_id = $2");
        let gone = gone.arg(self.organ_id()).arg(&new.id);
        self.execute(gone).await?;
        self.add_findings(new).await?;
        let content = json!({ "file_name": new.file_name, "digest": new.digest, "beside": "last_year" });
        let subject = Some(Subject::checked_report(&new.id));
        self.append(act, NewEvent { kind: EventKind::ReportChecked, subject, content }).await.map(drop)
    }

    async fn add_findings(&mut self, new: &NewCheckedReport) -> Result<()> {
        let organ = self.organ_id().clone();
        let row = |found: &NewFinding| -> Vec<Arg> {
            vec![
                (&organ).into(),
                (&new.id).into(),
                found.number.into(),
                found.rule.as_str().into(),
                found.verdict.as_str().into(),
                found.severity.as_str().into(),
                found.message.as_str().into(),
                found.mark.as_str().into(),
            ]
        };
        self.insert("check_finding", &FINDING, new.found.iter().map(row).collect()).await
    }
}
