//! Imports: one file into one register, in one transaction, undone as a whole.

use jiff::Timestamp;
use law::measure::Year;
use law::register::Register;
use serde_json::json;

use crate::error::{Error, Result};
use crate::ids::{ImportId, OrganId, PersonId};
use crate::ledger::{Act, EventKind, NewEvent, Subject};
use crate::read::Read;
use crate::record::Page;
use crate::row::Row;
use crate::sql::Sql;
use crate::write::Write;

/// An import about to begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewImport {
    /// Made by the caller.
    pub id: ImportId,
    /// Into which register.
    pub register: Register,
    /// For which year.
    pub year: Year,
    /// Name of the file, without folders.
    pub file_name: String,
    /// SHA-256 of the file, hexadecimal.
    pub digest: String,
}

/// An import as made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// Its identifier.
    pub id: ImportId,
    /// Into which register.
    pub register: Register,
    /// For which year.
    pub year: i16,
    /// Name of the file.
    pub file_name: String,
    /// SHA-256 of the file, hexadecimal.
    pub digest: String,
    /// Records that were new.
    pub added: i64,
    /// Records that were known and changed.
    pub corrected: i64,
    /// Rows that were known and the same.
    pub skipped: i64,
    /// Number of its first event.
    pub first_seq: i64,
    /// Number of its last event.
    pub last_seq: i64,
    /// By whom; none from the command line.
    pub person_id: Option<PersonId>,
    /// When.
    pub imported_at: Timestamp,
    /// When it was undone.
    pub undone_at: Option<Timestamp>,
    /// By whom it was undone.
    pub undone_by: Option<PersonId>,
}

/// What the undoing of an import did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Undone {
    /// Records that left the register.
    pub removed: u64,
    /// Records that got back what stood in them before.
    pub taken_back: u64,
}

/// An import that a transaction is in the middle of.
#[derive(Debug)]
pub(crate) struct OpenImport {
    new: NewImport,
    first_seq: i64,
    added: i64,
    corrected: i64,
}

const IMPORT: &str = "SELECT id, register, year, file_name, digest, added, corrected, skipped, first_seq, last_seq, \
    person_id, imported_at, undone_at, undone_by FROM import";

impl Import {
    fn of(row: &Row) -> Result<Self> {
        Ok(Self {
            id: row.id("id")?,
            register: row.key("register", Register::from_key)?,
            year: row.year("year")?,
            file_name: row.text("file_name")?,
            digest: row.text("digest")?,
            added: row.int("added")?,
            corrected: row.int("corrected")?,
            skipped: row.int("skipped")?,
            first_seq: row.int("first_seq")?,
            last_seq: row.int("last_seq")?,
            person_id: row.opt_id("person_id")?,
            imported_at: row.instant("imported_at")?,
            undone_at: row.opt_instant("undone_at")?,
            undone_by: row.opt_id("undone_by")?,
        })
    }
}

impl Read {
    /// An import.
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn import(&mut self, organ: &OrganId, id: &ImportId) -> Result<Import> {
        let sql = Sql::new(format!("{IMPORT} WHERE organ_id = $1 AND id = $2")).arg(organ).arg(id);
        self.one("import", sql, Import::of).await
    }

    /// The imports of an organ, the latest first.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn imports(&mut self, organ: &OrganId, page: Page) -> Result<Vec<Import>> {
        let mut sql = Sql::new(format!("{IMPORT} WHERE organ_id = "));
        sql.bind(organ).push(" ORDER BY imported_at DESC, id DESC");
        page.add_to(&mut sql);
        self.all(sql, Import::of).await
    }

    /// Imports of the same file into the same register that were not undone.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn imports_of_file(
        &mut self,
        organ: &OrganId,
        register: Register,
        digest: &str,
    ) -> Result<Vec<Import>> {
        let sql = format!(
            "{IMPORT} WHERE organ_id = $1 AND register = $2 AND digest = $3 AND undone_at IS NULL ORDER BY imported_at"
        );
        self.all(Sql::new(sql).arg(organ).arg(register.key()).arg(digest), Import::of).await
    }
}

impl Write {
    /// Begins an import: until [`Write::end_import`], records that are added or corrected belong to it.
    ///
    /// # Errors
    /// `Conflict("import.id")`; `Other` if one has begun already in this transaction.
    pub async fn begin_import(&mut self, act: &Act, new: NewImport) -> Result<()> {
        if self.importing.is_some() {
            return Err(Error::damaged("an import has begun already"));
        }
        let first_seq = self.head.seq + 1;
        // The row must stand before the records that refer to it; the numbers come at the end.
        let sql = "INSERT INTO import (organ_id, id, register, year, file_name, digest, added, corrected, skipped, \
                   first_seq, last_seq, person_id, imported_at, undone_at, undone_by) \
                   VALUES ($1, $2, $3, $4, $5, $6, 0, 0, 0, $7, $7, $8, $9, NULL, NULL)";
        let sql = Sql::new(sql)
            .arg(self.organ_id())
            .arg(&new.id)
            .arg(new.register.key())
            .arg(i64::from(new.year.get()))
            .arg(&new.file_name)
            .arg(&new.digest)
            .arg(first_seq)
            .arg(act.person.as_ref())
            .arg(act.at);
        self.execute(sql).await?;
        self.importing = Some(OpenImport { new, first_seq, added: 0, corrected: 0 });
        Ok(())
    }

    /// Ends the import, of which so many rows were known and the same; the import as made.
    ///
    /// # Errors
    /// `Other` if none has begun.
    pub async fn end_import(&mut self, act: &Act, skipped: i64) -> Result<Import> {
        let open = self.importing.take().ok_or_else(|| Error::damaged("no import has begun"))?;
        let content = json!({
            "register": open.new.register.key(), "year": open.new.year.get(), "file_name": open.new.file_name,
            "digest": open.new.digest, "added": open.added, "corrected": open.corrected, "skipped": skipped,
            "first_seq": open.first_seq,
        });
        let subject = Some(Subject::import(&open.new.id));
        let last_seq =
            self.append(act, NewEvent { kind: EventKind::RegisterImported, subject, content }).await?;
        let sql = "UPDATE import SET added = $1, corrected = $2, skipped = $3, last_seq = $4 \
                   WHERE organ_id = $5 AND id = $6";
        let organ = self.organ_id().clone();
        let sql = Sql::new(sql)
            .arg(open.added)
            .arg(open.corrected)
            .arg(skipped)
            .arg(last_seq)
            .arg(&organ)
            .arg(&open.new.id);
        self.change("import", sql).await?;
        self.import(&organ, &open.new.id).await
    }

    pub(crate) fn open_import(&self) -> Option<ImportId> {
        self.importing.as_ref().map(|open| open.new.id.clone())
    }

    pub(crate) fn count_added(&mut self, records: usize) {
        if let Some(open) = &mut self.importing {
            open.added += records as i64;
        }
    }

    pub(crate) fn count_corrected(&mut self, records: usize) {
        if let Some(open) = &mut self.importing {
            open.corrected += records as i64;
        }
    }
}
