//! Throw-away databases of both engines, for the tests of this and other crates (feature `testing`).

pub mod cluster;

use std::ops::Deref;
use std::path::PathBuf;

use sqlx::{AssertSqlSafe, Connection as _, Executor as _};
use tokio::sync::OnceCell;

use crate::engine::Engine;
use crate::location::Location;
use crate::store::Store;
use cluster::{Cluster, cluster};

/// The engines to test on: both, unless PostgreSQL was waived.
///
/// # Panics
/// With a sentence that says what to install, if PostgreSQL is absent and was not waived.
#[must_use]
#[expect(clippy::panic, reason = "a test without its database fails, with a reason that can be read")]
pub fn engines() -> Vec<Engine> {
    match cluster() {
        Ok(Some(_)) => vec![Engine::Sqlite, Engine::Postgres],
        Ok(None) => vec![Engine::Sqlite],
        Err(message) => panic!("{message}"),
    }
}

/// A store that only one test has, empty and up to date. A SQLite file goes away with it, a PostgreSQL
/// database with the test run.
#[derive(Debug)]
pub struct Fresh {
    store: Store,
    location: Location,
    _folder: Option<tempfile::TempDir>,
}

impl Deref for Fresh {
    type Target = Store;

    fn deref(&self) -> &Store {
        &self.store
    }
}

impl Fresh {
    /// Where it is, to be opened a second time.
    #[must_use]
    pub const fn location(&self) -> &Location {
        &self.location
    }
}

/// A fresh store on that engine.
///
/// # Panics
/// If it cannot be made.
#[expect(clippy::expect_used, reason = "a test without its database fails")]
pub async fn fresh_store(engine: Engine) -> Fresh {
    let (location, folder) = fresh_location(engine).await;
    let store = Store::open(&location).await.expect("a fresh store opens");
    Fresh { store, location, _folder: folder }
}

/// A place for a database: for SQLite a migrated file, for PostgreSQL a migrated database.
#[expect(clippy::expect_used, reason = "a test without its database fails")]
async fn fresh_location(engine: Engine) -> (Location, Option<tempfile::TempDir>) {
    match engine {
        Engine::Sqlite => {
            let folder = tempfile::tempdir().expect("a temporary folder");
            let path = folder.path().join("gongkai.db");
            std::fs::write(&path, sqlite_template().await).expect("a copy of the migrated file");
            (Location::Sqlite(path), Some(folder))
        }
        Engine::Postgres => {
            let cluster = running();
            template(cluster).await;
            let name = cluster.new_name();
            create(cluster, &name, " TEMPLATE gongkai_template").await;
            (Location::Postgres(cluster.url(&name)), None)
        }
    }
}

/// A place where nothing is yet: for SQLite a path, for PostgreSQL a database without tables.
///
/// # Panics
/// If it cannot be made.
#[expect(clippy::expect_used, reason = "a test without its database fails")]
pub async fn empty_location(engine: Engine) -> (Location, Option<tempfile::TempDir>) {
    match engine {
        Engine::Sqlite => {
            let folder = tempfile::tempdir().expect("a temporary folder");
            let path: PathBuf = folder.path().join("gongkai.db");
            (Location::Sqlite(path), Some(folder))
        }
        Engine::Postgres => {
            let cluster = running();
            let name = cluster.new_name();
            create(cluster, &name, "").await;
            (Location::Postgres(cluster.url(&name)), None)
        }
    }
}

#[expect(clippy::expect_used, reason = "engines() named PostgreSQL, so there is a cluster")]
fn running() -> &'static Cluster {
    cluster().expect("PostgreSQL").expect("PostgreSQL was waived")
}

/// A migrated file, as bytes, made once in a test run.
#[expect(clippy::expect_used, reason = "a test without its database fails")]
async fn sqlite_template() -> &'static [u8] {
    static BYTES: OnceCell<Vec<u8>> = OnceCell::const_new();
    let make = || async {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let made = Location::Sqlite(folder.path().join("made.db"));
        let path = folder.path().join("template.db");
        let store = Store::open(&made).await.expect("a migrated file");
        // A copy by the engine itself is whole, whatever still stands in the log beside the file.
        let mut connection = sqlx::AnyConnection::connect(&made.url(false)).await.expect("the migrated file");
        let copy = format!("VACUUM INTO '{}'", path.display());
        connection.execute(sqlx::raw_sql(AssertSqlSafe(copy))).await.expect("a copy of it");
        connection.close().await.expect("the migrated file");
        drop(store);
        std::fs::read(path).expect("the copy")
    };
    BYTES.get_or_init(make).await
}

/// A migrated database that others are copied from, made once in a test run.
#[expect(clippy::expect_used, reason = "a test without its database fails")]
async fn template(cluster: &Cluster) {
    static MADE: OnceCell<()> = OnceCell::const_new();
    let make = || async {
        create(cluster, "gongkai_template", "").await;
        let location = Location::Postgres(cluster.url("gongkai_template"));
        Store::open(&location).await.expect("a migrated template").close().await;
    };
    MADE.get_or_init(make).await;
}

/// One at a time: PostgreSQL copies a template only while nobody else does.
#[expect(clippy::expect_used, reason = "a test without its database fails")]
async fn create(cluster: &Cluster, name: &str, from: &str) {
    static TURN: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());
    let _turn = TURN.lock().await;
    sqlx::any::install_default_drivers();
    let mut connection = sqlx::AnyConnection::connect(&cluster.url("postgres")).await.expect("the cluster");
    let sql = format!("CREATE DATABASE {name}{from}");
    connection.execute(sqlx::raw_sql(AssertSqlSafe(sql))).await.expect("a database of its own");
    connection.close().await.expect("the cluster");
}

/// Marks a migrated database as made by a newer program.
///
/// # Panics
/// If it cannot be reached.
#[expect(clippy::expect_used, reason = "a test without its database fails")]
pub async fn pretend_newer(location: &Location) {
    sqlx::any::install_default_drivers();
    let mut connection = sqlx::AnyConnection::connect(&location.url(false)).await.expect("a database");
    let sql = "INSERT INTO schema_migration (version, name, checksum) VALUES (999, 'x', 'x')";
    connection.execute(sql).await.expect("a migrated database");
    connection.close().await.expect("a database");
}

/// Changes the words of every work order behind the store's back, as somebody with the database at hand could.
///
/// # Panics
/// If the database cannot be reached.
#[expect(clippy::expect_used, reason = "a test without its database fails")]
pub async fn alter_orders(location: &Location) {
    sqlx::any::install_default_drivers();
    let mut connection = sqlx::AnyConnection::connect(&location.url(false)).await.expect("a database");
    connection.execute("UPDATE work_order SET subject = 'x'").await.expect("a migrated database");
    connection.close().await.expect("a database");
}
