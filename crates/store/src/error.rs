//! What can go wrong, reduced to the cases in which a caller acts differently.

use crate::record::RecordRef;
use crate::report::ReportState;

/// Result of a call to the store.
pub type Result<T> = std::result::Result<T, Error>;

/// A failure of the store. The messages are for logs; callers choose their Chinese words by [`Error::code`].
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// There is no such thing.
    #[error("no such {0}")]
    NotFound(&'static str),
    /// A unique key is taken. The text is `table.column`, e.g. `publication.source_no`, `person.login`.
    #[error("{0} is taken")]
    Conflict(String),
    /// The import cannot be undone, because these records were changed after it.
    #[error("{} records were changed since the import", .0.len())]
    ChangedSince(Vec<RecordRef>),
    /// It has been done before (an import undone twice, a session ended twice).
    #[error("{0} already done")]
    AlreadyDone(&'static str),
    /// The report has come too far, or not far enough, for this step.
    #[error("the report is {}", .0.key())]
    WrongState(ReportState),
    /// A filter or order names a column that the register does not have.
    #[error("unknown field {0}")]
    UnknownField(String),
    /// Somebody else is writing for too long, or the server gave the transaction up: try again.
    #[error("the database is busy")]
    Busy(#[source] Source),
    /// The database cannot be opened or reached: folder missing or not writable, server down, wrong password.
    #[error("the database cannot be opened: {0}")]
    Unreachable(#[source] Source),
    /// The database server or database lacks what is needed (PostgreSQL 15, UTF-8).
    #[error("unsuitable database: {0}")]
    Unsuitable(String),
    /// The schema was made by a newer program; running on would lose what it means.
    #[error("schema version {found}, this program knows {known}")]
    NewerSchema {
        /// Version in the database.
        found: i64,
        /// Last version this program has.
        known: i64,
    },
    /// The schema lacks migrations, and the call must not apply them.
    #[error("schema version {found}, this program needs {known}")]
    OlderSchema {
        /// Version in the database, 0 for an empty one.
        found: i64,
        /// Last version this program has.
        known: i64,
    },
    /// A migration in the database differs from the one in the program.
    #[error("migration {0} was altered")]
    AlteredSchema(i64),
    /// A backup is restored only into an empty database.
    #[error("the database is not empty")]
    NotEmpty,
    /// A backup file cannot be read, is cut off, or does not add up.
    #[error("the backup is damaged: {0}")]
    DamagedBackup(String),
    /// A ledger does not verify: the event with this number is not what was written.
    #[error("the ledger of {organ} is broken at event {seq}")]
    BrokenLedger {
        /// Whose ledger.
        organ: String,
        /// First event that does not verify.
        seq: i64,
    },
    /// A text holds the character U+0000, which no database keeps.
    #[error("a text contains U+0000")]
    BadText,
    /// The disk is full or a file cannot be written.
    #[error("storage failed: {0}")]
    Storage(#[source] Source),
    /// Anything else: a defect of the program or of the stored data.
    #[error("database error: {0}")]
    Other(#[source] Source),
}

/// The cause below an [`Error`].
pub type Source = Box<dyn std::error::Error + Send + Sync>;

impl Error {
    /// A stable name for the case, e.g. to choose a sentence for the reader.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotFound(_) => "not_found",
            Self::Conflict(_) => "conflict",
            Self::ChangedSince(_) => "changed_since",
            Self::AlreadyDone(_) => "already_done",
            Self::WrongState(_) => "wrong_state",
            Self::UnknownField(_) => "unknown_field",
            Self::Busy(_) => "busy",
            Self::Unreachable(_) => "unreachable",
            Self::Unsuitable(_) => "unsuitable",
            Self::NewerSchema { .. } => "newer_schema",
            Self::OlderSchema { .. } => "older_schema",
            Self::AlteredSchema(_) => "altered_schema",
            Self::NotEmpty => "not_empty",
            Self::DamagedBackup(_) => "damaged_backup",
            Self::BrokenLedger { .. } => "broken_ledger",
            Self::BadText => "bad_text",
            Self::Storage(_) => "storage",
            Self::Other(_) => "other",
        }
    }

    /// Stored data that no write of ours could have made.
    pub(crate) fn damaged(what: impl Into<String>) -> Self {
        Self::Other(what.into().into())
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        let sqlx::Error::Database(database) = &error else {
            return match error {
                sqlx::Error::PoolTimedOut => Self::Busy(error.into()),
                sqlx::Error::Io(_) | sqlx::Error::PoolClosed | sqlx::Error::Tls(_) => {
                    Self::Unreachable(error.into())
                }
                other => Self::Other(other.into()),
            };
        };
        if database.is_unique_violation() {
            return Self::Conflict(taken(database.as_ref()));
        }
        match database.code().as_deref() {
            // SQLite BUSY and LOCKED with their extended codes; PostgreSQL serialization failure,
            // deadlock, lock not available, shutting down.
            Some("5" | "6" | "261" | "262" | "517" | "773" | "40001" | "40P01" | "55P03" | "57P01") => {
                Self::Busy(error.into())
            }
            // SQLite IOERR, FULL, CANTOPEN, READONLY; PostgreSQL disk full.
            Some("10" | "13" | "14" | "8" | "53100") => Self::Storage(error.into()),
            _ => Self::Other(error.into()),
        }
    }
}

/// `publication.source_no` from what either engine says about a unique index.
fn taken(error: &dyn sqlx::error::DatabaseError) -> String {
    if let (Some(table), Some(index)) = (error.table(), error.constraint()) {
        let columns = index.strip_prefix(table).and_then(|rest| rest.strip_prefix("_by_")).unwrap_or("id");
        return format!("{table}.{columns}");
    }
    // SQLite: "UNIQUE constraint failed: publication.organ_id, publication.source_no".
    let (_, list) = error.message().rsplit_once(": ").unwrap_or_default();
    let table = list.split('.').next().unwrap_or_default();
    let columns: Vec<&str> = list
        .split(", ")
        .filter_map(|column| column.split_once('.').map(|(_, name)| name))
        .filter(|name| *name != "organ_id" || !list.contains(", "))
        .collect();
    format!("{table}.{}", columns.join("_"))
}
