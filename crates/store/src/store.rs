//! The store: opened once, cloned freely; hands out readers and writers.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use sqlx::Pool;
use sqlx::any::Any;

use crate::engine::{self, Engine, Role};
use crate::error::{Error, Result};
use crate::ids::OrganId;
use crate::location::Location;
use crate::migrate::{self, Migration};
use crate::read::Read;
use crate::write::Write;

/// How long closing waits for connections that are in use.
const CLOSING: Duration = Duration::from_secs(10);

/// An open database.
#[derive(Debug, Clone)]
pub struct Store {
    engine: Engine,
    readers: Pool<Any>,
    writers: Pool<Any>,
    /// Shared by all clones.
    commits: Arc<AtomicU64>,
}

impl Store {
    /// Opens the database and brings its schema up to date; a SQLite file is made if it is missing
    /// (its folder is not).
    ///
    /// # Errors
    /// `Unreachable`, `Unsuitable`, `NewerSchema`, `AlteredSchema`, `Busy`.
    pub async fn open(location: &Location) -> Result<Self> {
        let writers = engine::connect(location, Role::Writer, true).await?;
        migrate::apply(&writers, location.engine()).await?;
        Self::around(location, writers).await
    }

    /// Opens a database that must exist and be up to date, and changes nothing.
    ///
    /// # Errors
    /// As [`Store::open`]; `OlderSchema` if migrations are pending.
    pub async fn open_as_is(location: &Location) -> Result<Self> {
        let writers = engine::connect(location, Role::Writer, false).await?;
        let pending = migrate::pending(&writers, location.engine()).await?;
        if let Some(first) = pending.first() {
            return Err(Error::OlderSchema { found: first.version - 1, known: migrate::known() });
        }
        Self::around(location, writers).await
    }

    async fn around(location: &Location, writers: Pool<Any>) -> Result<Self> {
        let readers = engine::connect(location, Role::Reader, false).await?;
        Ok(Self { engine: location.engine(), readers, writers, commits: Arc::default() })
    }

    /// The migrations that [`Store::open`] would apply; changes nothing. A SQLite file that does not
    /// exist yet lacks all of them.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn pending(location: &Location) -> Result<Vec<&'static Migration>> {
        if let Location::Sqlite(path) = location
            && !path.exists()
        {
            return Ok(migrate::MIGRATIONS.iter().collect());
        }
        let pool = engine::connect(location, Role::Writer, false).await?;
        let pending = migrate::pending(&pool, location.engine()).await;
        pool.close().await;
        pending
    }

    /// Which engine serves this store.
    #[must_use]
    pub const fn engine(&self) -> Engine {
        self.engine
    }

    /// Begins to read: whatever is asked of one `Read` comes from one snapshot.
    ///
    /// # Errors
    /// `Busy`, `Unreachable`.
    pub async fn read(&self) -> Result<Read> {
        Ok(Read::new(self.readers.begin_with(self.engine.begin_read()).await?, self.engine))
    }

    /// Begins to write for an organ: the only door. Waits until no other writer of the organ is left.
    /// Nothing is kept until [`Write::commit`]; a `Write` that is dropped has changed nothing.
    ///
    /// # Errors
    /// `NotFound` for an unknown organ; `Busy`, `Unreachable`.
    pub async fn begin(&self, organ: &OrganId) -> Result<Write> {
        let transaction = self.writers.begin_with(self.engine.begin_write()).await?;
        Write::begin(Read::new(transaction, self.engine), organ, Arc::clone(&self.commits)).await
    }

    /// How many writes were kept through this store and its clones. As long as it stays, this process has changed
    /// nothing; what others write only [`Read::writes`] tells.
    #[must_use]
    pub fn commits(&self) -> u64 {
        self.commits.load(Ordering::Acquire)
    }

    /// A writing transaction without an organ's head, for the restoring of a backup.
    pub(crate) async fn begin_restore(&self) -> Result<Read> {
        Ok(Read::new(self.writers.begin_with(self.engine.begin_write()).await?, self.engine))
    }

    /// Waits for what is running and closes all connections. One that does not come back in time is left to itself:
    /// what was committed is safe without it, and a program that is asked to stop must stop.
    pub async fn close(&self) {
        let closing = async {
            self.readers.close().await;
            self.writers.close().await;
        };
        tokio::time::timeout(CLOSING, closing).await.unwrap_or_default();
    }
}
