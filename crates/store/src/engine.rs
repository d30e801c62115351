//! The seam: all that differs between the two engines.

use std::path::Path;
use std::time::Duration;

use sqlx::any::{Any, AnyPoolOptions, AnyRow};
use sqlx::{AnyConnection, AssertSqlSafe, Connection as _, Pool, Row as _};

use crate::error::{Error, Result};
use crate::location::Location;

/// A database engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// SQLite, in the program.
    Sqlite,
    /// PostgreSQL 15 or newer.
    Postgres,
}

/// How long a writer waits for the one before it, and a reader for a connection.
const PATIENCE: Duration = Duration::from_secs(30);

/// For every connection to SQLite. Readers also get `query_only`, and, being eight, a smaller cache each; what they
/// miss the operating system has.
const SQLITE: &str = "PRAGMA busy_timeout = 30000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
    PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON; \
    PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY;";
const SQLITE_READER: &str = "PRAGMA query_only = ON; PRAGMA cache_size = -4096;";

/// For every connection to PostgreSQL. A durable commit is not left to the server's settings.
const POSTGRES: &str = "SET lock_timeout = '30s'; SET synchronous_commit = on; SET client_encoding = 'UTF8'; \
    SET standard_conforming_strings = on;";
const POSTGRES_READER: &str = "SET default_transaction_read_only = on;";

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Reader,
    Writer,
}

impl Engine {
    /// How a writing transaction begins.
    pub(crate) const fn begin_write(self) -> &'static str {
        match self {
            // Deferred, it would read first and then fail to become a writer.
            Self::Sqlite => "BEGIN IMMEDIATE",
            Self::Postgres => "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE",
        }
    }

    /// How a reading transaction begins; all it reads is one snapshot.
    pub(crate) const fn begin_read(self) -> &'static str {
        match self {
            Self::Sqlite => "BEGIN DEFERRED",
            Self::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        }
    }

    /// Rows of a table per INSERT. SQLite looks `$n` up by name, which grows with the square of the
    /// arguments; PostgreSQL pays for each round trip. See the figures in the README.
    pub(crate) const fn rows_per_insert(self, columns: usize) -> usize {
        let arguments: usize = match self {
            Self::Sqlite => 320,
            Self::Postgres => 4_000,
        };
        let rows = arguments / columns;
        if rows == 0 { 1 } else { rows }
    }

    /// A migration's text as this engine takes it: PostgreSQL sorts TEXT by code point only when told.
    pub(crate) fn dialect(self, migration: &str) -> String {
        match self {
            Self::Sqlite => migration.to_owned(),
            Self::Postgres => migration.lines().map(collated).collect::<Vec<_>>().join("\n"),
        }
    }

    const fn setting(self, role: Role) -> [&'static str; 2] {
        match (self, role) {
            (Self::Sqlite, Role::Reader) => [SQLITE, SQLITE_READER],
            (Self::Sqlite, Role::Writer) => [SQLITE, ""],
            (Self::Postgres, Role::Reader) => [POSTGRES, POSTGRES_READER],
            (Self::Postgres, Role::Writer) => [POSTGRES, ""],
        }
    }
}

/// ` TEXT` before the comment of a line of DDL, with the collation added.
fn collated(line: &str) -> String {
    let (code, comment) = match line.find("--") {
        Some(at) => line.split_at(at),
        None => (line, ""),
    };
    let mut words: Vec<String> = code.split(' ').map(str::to_owned).collect();
    for word in &mut words {
        match word.as_str() {
            "TEXT" => *word = "TEXT COLLATE \"C\"".to_owned(),
            "TEXT," => *word = "TEXT COLLATE \"C\",".to_owned(),
            _ => {}
        }
    }
    words.join(" ") + comment
}

/// Opens the connections for one role.
pub(crate) async fn connect(location: &Location, role: Role, create: bool) -> Result<Pool<Any>> {
    sqlx::any::install_default_drivers();
    let engine = location.engine();
    if let Location::Sqlite(path) = location
        && create
    {
        make_private(path).map_err(|error| Error::Unreachable(error.into()))?;
    }
    knock(location, create).await.map_err(unreachable)?;
    let most = match (engine, role) {
        (Engine::Sqlite, Role::Writer) => 1,
        (Engine::Sqlite, Role::Reader) => 8,
        (Engine::Postgres, _) => 10,
    };
    let pool = AnyPoolOptions::new()
        .max_connections(most)
        .acquire_timeout(PATIENCE)
        // A server may have gone away. SQLite is in the program: asking its thread first only doubles the way.
        .test_before_acquire(engine == Engine::Postgres)
        .after_connect(move |connection, _| Box::pin(set(connection, engine, role)))
        .connect(&location.url(create))
        .await
        .map_err(unreachable)?;
    if engine == Engine::Postgres && role == Role::Writer {
        suits(&pool).await?;
    }
    Ok(pool)
}

/// Makes an empty file that only its owner can read and write, if there is none; SQLite gives the files
/// beside it the same rights.
fn make_private(path: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

/// One connection, opened and closed: a pool would hide why it cannot connect and try again for as long
/// as its patience lasts.
async fn knock(location: &Location, create: bool) -> sqlx::Result<()> {
    let mut connection = AnyConnection::connect(&location.url(create)).await?;
    set(&mut connection, location.engine(), Role::Writer).await?;
    connection.close().await
}

async fn set(connection: &mut AnyConnection, engine: Engine, role: Role) -> sqlx::Result<()> {
    for text in engine.setting(role) {
        sqlx::raw_sql(text).execute(&mut *connection).await?;
    }
    Ok(())
}

fn unreachable(error: sqlx::Error) -> Error {
    match Error::from(error) {
        Error::Other(source) | Error::Storage(source) => Error::Unreachable(source),
        other => other,
    }
}

/// PostgreSQL 15 or newer with UTF-8, or a sentence that says so.
async fn suits(pool: &Pool<Any>) -> Result<()> {
    let version = setting(pool, "server_version_num").await?;
    if version.parse::<i64>().unwrap_or(0) < 150_000 {
        return Err(Error::Unsuitable(format!("PostgreSQL 15 or newer is needed, this is {version}")));
    }
    let encoding = setting(pool, "server_encoding").await?;
    if encoding != "UTF8" {
        return Err(Error::Unsuitable(format!("encoding UTF8 is needed, this is {encoding}")));
    }
    Ok(())
}

async fn setting(pool: &Pool<Any>, name: &str) -> Result<String> {
    let sql = format!("SELECT current_setting('{name}')");
    let row: AnyRow = sqlx::query(AssertSqlSafe(sql)).fetch_one(pool).await?;
    Ok(row.try_get(0)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_column_type_is_collated() {
        let text = "CREATE TABLE t (\n  a TEXT NOT NULL, -- TEXT, said twice\n  b TEXT,\n  c BIGINT\n);";
        let expected = "CREATE TABLE t (\n  a TEXT COLLATE \"C\" NOT NULL, -- TEXT, said twice\n  \
                        b TEXT COLLATE \"C\",\n  c BIGINT\n);";
        assert_eq!(Engine::Postgres.dialect(text), expected);
        assert_eq!(Engine::Sqlite.dialect(text), text);
    }
}
