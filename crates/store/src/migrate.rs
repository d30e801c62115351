//! Migrations: one text for both engines, applied in order, each with its checksum.

use sha2::{Digest as _, Sha256};
use sqlx::any::Any;
use sqlx::{AssertSqlSafe, Pool, Row as _, Transaction};

use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::ledger::hex;

/// One step of the schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Migration {
    /// 1, 2, 3 …
    pub version: i64,
    /// What it brings.
    pub name: &'static str,
    pub(crate) text: &'static str,
}

macro_rules! migration {
    ($version:literal, $name:literal, $file:literal) => {
        Migration { version: $version, name: $name, text: include_str!(concat!("../migrations/", $file)) }
    };
}

/// All of them. Append; never change one that has been released.
pub(crate) const MIGRATIONS: &[Migration] = &[
    migration!(1, "organs and people", "0001_organs_and_people.sql"),
    migration!(2, "calendar", "0002_calendar.sql"),
    migration!(3, "ledger", "0003_ledger.sql"),
    migration!(4, "registers", "0004_registers.sql"),
    migration!(5, "reports", "0005_reports.sql"),
    migration!(6, "checks", "0006_checks.sql"),
    migration!(7, "final reports", "0007_final_reports.sql"),
    migration!(8, "indexes for counting", "0008_indexes_for_counting.sql"),
];

const HISTORY: &str = "CREATE TABLE IF NOT EXISTS schema_migration (
    version BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    checksum TEXT NOT NULL
)";

/// Any number; two programs that migrate the same PostgreSQL at once queue on it.
const LOCK: &str = "SELECT CAST(pg_advisory_xact_lock(7261514) AS TEXT)";

impl Migration {
    fn checksum(&self) -> String {
        hex(&Sha256::digest(self.text))
    }
}

/// Last version this program has.
pub(crate) fn known() -> i64 {
    MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or(0)
}

/// What the database still lacks.
pub(crate) async fn pending(pool: &Pool<Any>, engine: Engine) -> Result<Vec<&'static Migration>> {
    let mut tx = pool.begin_with(engine.begin_read()).await?;
    let applied = if has_history(&mut tx, engine).await? { applied(&mut tx).await? } else { Vec::new() };
    missing(&applied)
}

/// Applies what the database lacks, all in one transaction; returns what was applied.
pub(crate) async fn apply(pool: &Pool<Any>, engine: Engine) -> Result<Vec<&'static Migration>> {
    let mut tx = pool.begin_with(engine.begin_write()).await?;
    if engine == Engine::Postgres {
        sqlx::query(LOCK).execute(&mut *tx).await?;
    }
    if !has_history(&mut tx, engine).await? {
        sqlx::raw_sql(AssertSqlSafe(engine.dialect(HISTORY))).execute(&mut *tx).await?;
    }
    let missing = missing(&applied(&mut tx).await?)?;
    for migration in &missing {
        sqlx::raw_sql(AssertSqlSafe(engine.dialect(migration.text))).execute(&mut *tx).await?;
        sqlx::query("INSERT INTO schema_migration (version, name, checksum) VALUES ($1, $2, $3)")
            .bind(migration.version)
            .bind(migration.name)
            .bind(migration.checksum())
            .execute(&mut *tx)
            .await?;
    }
    tx.commit().await?;
    Ok(missing)
}

async fn has_history(tx: &mut Transaction<'static, Any>, engine: Engine) -> Result<bool> {
    let sql = match engine {
        Engine::Sqlite => "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'schema_migration'",
        Engine::Postgres => {
            "SELECT COUNT(*) FROM pg_tables WHERE tablename = 'schema_migration' AND schemaname = current_schema()"
        }
    };
    let row = sqlx::query(sql).fetch_one(&mut **tx).await?;
    Ok(row.try_get::<i64, _>(0)? > 0)
}

async fn applied(tx: &mut Transaction<'static, Any>) -> Result<Vec<(i64, String)>> {
    let rows = sqlx::query("SELECT version, checksum FROM schema_migration ORDER BY version")
        .fetch_all(&mut **tx)
        .await?;
    rows.iter().map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).collect()
}

/// Compares what was applied with what we have; what we have beyond it is missing.
fn missing(applied: &[(i64, String)]) -> Result<Vec<&'static Migration>> {
    let last = applied.last().map_or(0, |(version, _)| *version);
    if last > known() {
        return Err(Error::NewerSchema { found: last, known: known() });
    }
    for (position, (version, checksum)) in applied.iter().enumerate() {
        let ours = MIGRATIONS.get(position);
        if ours.is_none_or(|ours| ours.version != *version || ours.checksum() != *checksum) {
            return Err(Error::AlteredSchema(*version));
        }
    }
    Ok(MIGRATIONS.iter().skip(applied.len()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn applied(count: usize) -> Vec<(i64, String)> {
        MIGRATIONS.iter().take(count).map(|m| (m.version, m.checksum())).collect()
    }

    #[test]
    fn versions_count_up_from_one() {
        let versions: Vec<i64> = MIGRATIONS.iter().map(|migration| migration.version).collect();
        assert_eq!(versions, (1..=known()).collect::<Vec<_>>());
    }

    #[test]
    fn what_was_applied_is_not_missing() {
        assert_eq!(missing(&[]).unwrap().len(), MIGRATIONS.len());
        assert_eq!(missing(&applied(2)).unwrap().len(), MIGRATIONS.len() - 2);
        assert!(missing(&applied(MIGRATIONS.len())).unwrap().is_empty());
    }

    #[test]
    fn a_newer_an_altered_and_a_patchy_schema_are_refused() {
        let mut newer = applied(MIGRATIONS.len());
        newer.push((known() + 1, "x".to_owned()));
        assert!(matches!(missing(&newer), Err(Error::NewerSchema { .. })));
        let mut altered = applied(3);
        altered[1].1 = "x".to_owned();
        assert!(matches!(missing(&altered), Err(Error::AlteredSchema(2))));
        let patchy = [applied(1), applied(3)[2..].to_vec()].concat();
        assert!(matches!(missing(&patchy), Err(Error::AlteredSchema(3))));
    }
}
