//! The files of a batch: waiting, checked, or refused.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::error::{Error, Result};
use crate::ids::{CheckBatchId, OrganId, PersonId, ReportId};
use crate::read::Read;
use crate::row::Row;
use crate::sql::Sql;
use crate::write::Write;

/// A file of a new batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCheckFile {
    /// Its name; members stand behind their archive.
    pub file_name: String,
    /// SHA-256 of the content, hexadecimal; empty if there is none.
    pub digest: String,
    /// The content, or the sentence why there is none.
    pub content: std::result::Result<Vec<u8>, String>,
}

/// Which file of which batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckFile {
    /// Whose.
    pub organ: OrganId,
    /// Its batch.
    pub batch: CheckBatchId,
    /// 1, 2, 3 … within the batch.
    pub number: i64,
}

/// A file that waits to be checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenCheck {
    /// Which.
    pub file: CheckFile,
    /// Its name.
    pub file_name: String,
    /// SHA-256 of the content, hexadecimal.
    pub digest: String,
    /// Whether the end of the text is known to be missing.
    pub excerpt: bool,
    /// How often checking it has begun before.
    pub tries: i64,
    /// Who uploaded it.
    pub opened_by: Option<PersonId>,
}

/// A file that could not be checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckFaulty {
    /// Its name.
    pub file_name: String,
    /// Why, in a Chinese sentence.
    pub fault: String,
}

impl OpenCheck {
    fn of(row: &Row) -> Result<Self> {
        let file =
            CheckFile { organ: row.id("organ_id")?, batch: row.id("batch_id")?, number: row.int("number")? };
        Ok(Self {
            file,
            file_name: row.text("file_name")?,
            digest: row.text("digest")?,
            excerpt: row.yes("excerpt")?,
            tries: row.int("tries")?,
            opened_by: row.opt_id("opened_by")?,
        })
    }
}

impl Read {
    /// Files that wait, over all organs, the oldest batch first.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn open_checks(&mut self, limit: u32) -> Result<Vec<OpenCheck>> {
        let sql = format!(
            "SELECT f.organ_id, f.batch_id, f.number, f.file_name, f.digest, f.tries, b.excerpt, b.opened_by \
             FROM check_file AS f JOIN check_batch AS b ON b.organ_id = f.organ_id AND b.id = f.batch_id \
             WHERE f.report_id IS NULL AND f.fault IS NULL \
             ORDER BY f.tries, b.opened_at, f.organ_id, f.batch_id, f.number LIMIT {limit}"
        );
        self.all(Sql::new(sql), OpenCheck::of).await
    }

    /// Batches of which no file waits any more and whose contents are still there, over all organs.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn ended_batches(&mut self) -> Result<Vec<(OrganId, CheckBatchId)>> {
        let sql = "SELECT DISTINCT f.organ_id, f.batch_id FROM check_content AS c \
                   JOIN check_file AS f ON f.organ_id = c.organ_id AND f.digest = c.digest \
                   WHERE NOT EXISTS (SELECT 1 FROM check_file AS w WHERE w.organ_id = f.organ_id \
                   AND w.batch_id = f.batch_id AND w.report_id IS NULL AND w.fault IS NULL)";
        self.all(Sql::new(sql), |row| Ok((row.id("organ_id")?, row.id("batch_id")?))).await
    }

    /// The files of a batch that were checked, each with its report.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn checked_files(
        &mut self,
        organ: &OrganId,
        batch: &CheckBatchId,
    ) -> Result<Vec<(OpenCheck, ReportId)>> {
        let sql = "SELECT f.organ_id, f.batch_id, f.number, f.file_name, f.digest, f.tries, b.excerpt, b.opened_by, \
                   f.report_id FROM check_file AS f \
                   JOIN check_batch AS b ON b.organ_id = f.organ_id AND b.id = f.batch_id \
                   WHERE f.organ_id = $1 AND f.batch_id = $2 AND f.report_id IS NOT NULL ORDER BY f.number";
        let of = |row: &Row| Ok((OpenCheck::of(row)?, row.id("report_id")?));
        self.all(Sql::new(sql).arg(organ).arg(batch), of).await
    }

    /// The content of a file that waits, or whose batch does.
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn check_content(&mut self, organ: &OrganId, digest: &str) -> Result<Vec<u8>> {
        let sql = Sql::new("SELECT content FROM check_content WHERE organ_id = $1 AND digest = $2");
        let text = self.one("content", sql.arg(organ).arg(digest), |row| row.text("content")).await?;
        STANDARD.decode(text).map_err(|error| Error::damaged(format!("content: {error}")))
    }

    /// The files of a batch that could not be checked, in the order of the upload.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn faulty_checks(&mut self, organ: &OrganId, batch: &CheckBatchId) -> Result<Vec<CheckFaulty>> {
        let sql = "SELECT file_name, fault FROM check_file \
                   WHERE organ_id = $1 AND batch_id = $2 AND fault IS NOT NULL ORDER BY number";
        let of = |row: &Row| Ok(CheckFaulty { file_name: row.text("file_name")?, fault: row.text("fault")? });
        self.all(Sql::new(sql).arg(organ).arg(batch), of).await
    }
}

impl Write {
    pub(super) async fn add_check_file(
        &mut self,
        batch: &CheckBatchId,
        number: i64,
        file: NewCheckFile,
    ) -> Result<()> {
        let fault = match file.content {
            Ok(bytes) => {
                let sql = "INSERT INTO check_content (organ_id, digest, content) VALUES ($1, $2, $3) \
                           ON CONFLICT (organ_id, digest) DO NOTHING";
                let sql = Sql::new(sql).arg(self.organ_id()).arg(&file.digest).arg(STANDARD.encode(bytes));
                self.execute(sql).await?;
                None
            }
            Err(fault) => Some(fault),
        };
        let sql = "INSERT INTO check_file (organ_id, batch_id, number, file_name, digest, tries, report_id, fault) \
                   VALUES ($1, $2, $3, $4, $5, 0, NULL, $6)";
        let sql = Sql::new(sql).arg(self.organ_id()).arg(batch).arg(number);
        self.execute(sql.arg(&file.file_name).arg(&file.digest).arg(fault)).await.map(drop)
    }

    /// Notes that checking a file begins, so that one which ends the program is not tried for ever.
    ///
    /// # Errors
    /// `NotFound` when it no longer waits.
    pub async fn begin_check(&mut self, file: &CheckFile) -> Result<()> {
        let sql = "UPDATE check_file SET tries = tries + 1 WHERE organ_id = $1 AND batch_id = $2 AND number = $3 \
                   AND report_id IS NULL AND fault IS NULL";
        let sql = Sql::new(sql).arg(self.organ_id()).arg(&file.batch).arg(file.number);
        self.change("waiting file", sql).await
    }

    /// Notes what came of a file: a report, or the sentence why there is none. The content stays until its batch is
    /// done ([`Write::drop_check_contents`]).
    ///
    /// # Errors
    /// `NotFound` when it no longer waits, as when another process was faster.
    pub async fn end_check(
        &mut self,
        file: &CheckFile,
        outcome: std::result::Result<&ReportId, &str>,
    ) -> Result<()> {
        let sql = "UPDATE check_file SET report_id = $1, fault = $2 WHERE organ_id = $3 AND batch_id = $4 \
                   AND number = $5 AND report_id IS NULL AND fault IS NULL";
        let sql = Sql::new(sql)
            .arg(outcome.ok())
            .arg(outcome.err())
            .arg(self.organ_id())
            .arg(&file.batch)
            .arg(file.number);
        self.change("waiting file", sql).await
    }

    /// Drops the contents of a batch of which no file waits. What another batch waits for stays.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn drop_check_contents(&mut self, batch: &CheckBatchId) -> Result<()> {
        let sql = "DELETE FROM check_content WHERE organ_id = $1 \
                   AND digest IN (SELECT digest FROM check_file WHERE organ_id = $2 AND batch_id = $3) \
                   AND NOT EXISTS (SELECT 1 FROM check_file AS f WHERE f.organ_id = check_content.organ_id \
                   AND f.digest = check_content.digest AND f.report_id IS NULL AND f.fault IS NULL)";
        let sql = Sql::new(sql).arg(self.organ_id()).arg(self.organ_id()).arg(batch);
        self.execute(sql).await.map(drop)
    }
}
