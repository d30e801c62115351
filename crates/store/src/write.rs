//! The one door for writing: a transaction that holds its organ's head.

use std::collections::BTreeMap;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::error::{Error, Result};
use crate::ids::{OrganId, UnitId};
use crate::import::OpenImport;
use crate::ledger::Head;
use crate::read::Read;
use crate::sql::Sql;

/// A writing transaction for one organ. It reads like a [`Read`]; its own changes are visible to it at
/// once and to others after [`Write::commit`].
#[derive(Debug)]
pub struct Write {
    read: Read,
    organ: OrganId,
    pub(crate) head: Head,
    /// Units by name and by code, read when the first record is written.
    pub(crate) units: Option<BTreeMap<String, UnitId>>,
    pub(crate) importing: Option<OpenImport>,
    /// Counts what was kept, for [`crate::Store::commits`].
    commits: Arc<AtomicU64>,
}

impl Deref for Write {
    type Target = Read;

    fn deref(&self) -> &Read {
        &self.read
    }
}

impl DerefMut for Write {
    fn deref_mut(&mut self) -> &mut Read {
        &mut self.read
    }
}

impl Write {
    /// Takes the organ's head: the row stays locked until the end, and whoever comes next sees ours.
    pub(crate) async fn begin(mut read: Read, organ: &OrganId, commits: Arc<AtomicU64>) -> Result<Self> {
        let head =
            Sql::new("UPDATE organ_head SET writes = writes + 1 WHERE organ_id = $1 RETURNING seq, chain")
                .arg(organ);
        let row = read.row(head).await?.ok_or(Error::NotFound("organ"))?;
        let key = Sql::new("SELECT ledger_key FROM organ WHERE id = $1").arg(organ);
        let key = read.one("organ", key, |row| row.text("ledger_key")).await?;
        let head = Head { seq: row.int("seq")?, chain: row.text("chain")?, key };
        Ok(Self { read, organ: organ.clone(), head, units: None, importing: None, commits })
    }

    /// The organ for which this transaction writes.
    #[must_use]
    pub const fn organ_id(&self) -> &OrganId {
        &self.organ
    }

    /// Keeps all that was written.
    ///
    /// # Errors
    /// `Busy`, `Storage`; nothing is kept then.
    pub async fn commit(mut self) -> Result<()> {
        if self.importing.is_some() {
            return Err(Error::damaged("an import has not ended"));
        }
        let head = Sql::new("UPDATE organ_head SET seq = $1, chain = $2 WHERE organ_id = $3")
            .arg(self.head.seq)
            .arg(&self.head.chain)
            .arg(&self.organ);
        self.read.execute(head).await?;
        self.read.commit().await?;
        self.commits.fetch_add(1, Ordering::AcqRel);
        Ok(())
    }

    /// Gives up; the same as dropping it, but waits until the database has let go.
    ///
    /// # Errors
    /// `Unreachable`; nothing is kept then either.
    pub async fn rollback(self) -> Result<()> {
        self.read.rollback().await
    }

    /// Runs an update that must meet a row.
    pub(crate) async fn change(&mut self, what: &'static str, sql: Sql) -> Result<()> {
        if self.read.execute(sql).await? == 0 { Err(Error::NotFound(what)) } else { Ok(()) }
    }
}
