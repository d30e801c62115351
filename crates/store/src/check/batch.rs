//! Reports that were uploaded in one go.

use jiff::Timestamp;
use serde_json::json;

use super::file::NewCheckFile;
use crate::checked_report::{CheckedSummary, SUMMARY};
use crate::error::{Error, Result};
use crate::ids::{CheckBatchId, OrganId, PersonId};
use crate::ledger::{Act, EventKind, NewEvent, Subject};
use crate::read::Read;
use crate::record::Page;
use crate::row::Row;
use crate::sql::Sql;
use crate::write::Write;

/// A batch about to be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCheckBatch {
    /// Made by the caller.
    pub id: CheckBatchId,
    /// What lists call it.
    pub title: String,
    /// The year the reports should be about.
    pub year: Option<i16>,
    /// The bodies that have to report.
    pub agencies: Vec<String>,
    /// Whether the ends of the texts are known to be missing.
    pub excerpt: bool,
}

/// A batch and how far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckBatch {
    /// Its identifier.
    pub id: CheckBatchId,
    /// What lists call it.
    pub title: String,
    /// The year the reports should be about.
    pub year: Option<i16>,
    /// The bodies that have to report.
    pub agencies: Vec<String>,
    /// Whether the ends of the texts are known to be missing.
    pub excerpt: bool,
    /// How many files there are.
    pub files: i64,
    /// How many of them were checked.
    pub checked: i64,
    /// How many could not be read.
    pub faulty: i64,
    /// How many reports have a finding that fails.
    pub with_fail: i64,
    /// How many findings fail, over all reports.
    pub failed: i64,
    /// How many are in doubt.
    pub uncertain: i64,
    /// By whom it was uploaded.
    pub opened_by: Option<PersonId>,
    /// When.
    pub opened_at: Timestamp,
}

const BATCH: &str = "SELECT id, title, year, agencies, excerpt, files, opened_by, opened_at, \
    (SELECT COUNT(*) FROM check_file AS f WHERE f.organ_id = b.organ_id AND f.batch_id = b.id \
        AND f.report_id IS NOT NULL) AS checked, \
    (SELECT COUNT(*) FROM check_file AS f WHERE f.organ_id = b.organ_id AND f.batch_id = b.id \
        AND f.fault IS NOT NULL) AS faulty, \
    (SELECT COUNT(*) FROM checked_report AS r WHERE r.organ_id = b.organ_id AND r.batch_id = b.id \
        AND r.failed > 0) AS with_fail, \
    (SELECT CAST(COALESCE(SUM(r.failed), 0) AS BIGINT) FROM checked_report AS r \
        WHERE r.organ_id = b.organ_id AND r.batch_id = b.id) AS failed, \
    (SELECT CAST(COALESCE(SUM(r.uncertain), 0) AS BIGINT) FROM checked_report AS r \
        WHERE r.organ_id = b.organ_id AND r.batch_id = b.id) AS uncertain \
    FROM check_batch AS b WHERE b.organ_id = ";

impl CheckBatch {
    fn of(row: &Row) -> Result<Self> {
        let year = row.opt_int("year")?.map(i16::try_from).transpose();
        Ok(Self {
            id: row.id("id")?,
            title: row.text("title")?,
            year: year.map_err(|_| Error::damaged("a batch of a strange year"))?,
            agencies: row.text("agencies")?.lines().map(str::to_owned).collect(),
            excerpt: row.yes("excerpt")?,
            files: row.int("files")?,
            checked: row.int("checked")?,
            faulty: row.int("faulty")?,
            with_fail: row.int("with_fail")?,
            failed: row.int("failed")?,
            uncertain: row.int("uncertain")?,
            opened_by: row.opt_id("opened_by")?,
            opened_at: row.instant("opened_at")?,
        })
    }

    /// How many files still wait.
    #[must_use]
    pub const fn waiting(&self) -> i64 {
        self.files - self.checked - self.faulty
    }
}

impl Read {
    /// The batches of an organ, the latest first.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn check_batches(&mut self, organ: &OrganId, page: Page) -> Result<Vec<CheckBatch>> {
        let mut sql = Sql::new(BATCH);
        sql.bind(organ).push(" ORDER BY opened_at DESC, id DESC");
        page.add_to(&mut sql);
        self.all(sql, CheckBatch::of).await
    }

    /// How many batches an organ has.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn count_check_batches(&mut self, organ: &OrganId) -> Result<i64> {
        let sql = Sql::new("SELECT COUNT(*) AS n FROM check_batch WHERE organ_id = $1").arg(organ);
        self.number(sql, "n").await
    }

    /// One of them.
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn check_batch(&mut self, organ: &OrganId, id: &CheckBatchId) -> Result<CheckBatch> {
        let mut sql = Sql::new(BATCH);
        sql.bind(organ).push(" AND b.id = ").bind(id);
        self.one("check batch", sql, CheckBatch::of).await
    }

    /// The bodies that the batches of a year name, as entered, the latest batch first.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn check_agencies(&mut self, organ: &OrganId, year: i16) -> Result<Vec<String>> {
        let sql =
            "SELECT agencies FROM check_batch WHERE organ_id = $1 AND year = $2 ORDER BY opened_at DESC, id";
        let lists =
            self.all(Sql::new(sql).arg(organ).arg(i64::from(year)), |row| row.text("agencies")).await?;
        Ok(lists.iter().flat_map(|list| list.lines()).map(str::to_owned).collect())
    }

    /// The checked reports of a batch, those with the most findings that fail first.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn reports_of_batch(
        &mut self,
        organ: &OrganId,
        batch: &CheckBatchId,
        page: Page,
    ) -> Result<Vec<CheckedSummary>> {
        let mut sql = Sql::new(format!("SELECT {SUMMARY} FROM checked_report WHERE organ_id = "));
        sql.bind(organ).push(" AND batch_id = ").bind(batch);
        sql.push(" ORDER BY failed DESC, uncertain DESC, file_name, id");
        page.add_to(&mut sql);
        self.all(sql, CheckedSummary::of).await
    }
}

impl Write {
    /// Opens a batch with its files, which wait from now on. The same content is kept once.
    ///
    /// # Errors
    /// `Conflict("check_batch.id")`.
    pub async fn open_check_batch(
        &mut self,
        act: &Act,
        new: &NewCheckBatch,
        files: Vec<NewCheckFile>,
    ) -> Result<()> {
        let sql = "INSERT INTO check_batch (organ_id, id, title, year, agencies, excerpt, files, opened_by, \
                   opened_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
        let count = files.len() as i64;
        let sql = Sql::new(sql)
            .arg(self.organ_id())
            .arg(&new.id)
            .arg(&new.title)
            .arg(new.year.map(i64::from))
            .arg(new.agencies.join("\n"))
            .arg(new.excerpt)
            .arg(count)
            .arg(act.person.as_ref())
            .arg(act.at);
        self.execute(sql).await?;
        for (number, file) in (1..).zip(files) {
            self.add_check_file(&new.id, number, file).await?;
        }
        let content = json!({ "title": new.title, "year": new.year, "files": count });
        let subject = Some(Subject::check_batch(&new.id));
        self.append(act, NewEvent { kind: EventKind::CheckBatchOpened, subject, content }).await.map(drop)
    }
}
