//! Where the databases of the measurements are: folders and servers that go away at the end.

use std::cell::OnceCell;
use std::path::PathBuf;
use std::process::Command;

use store::Location;
use tempfile::TempDir;

use crate::cluster::Cluster;

/// A database.
#[derive(Clone)]
pub(crate) enum Place {
    /// SQLite in a data folder.
    Folder(PathBuf),
    /// PostgreSQL at this address.
    Server(String),
}

impl Place {
    /// As the store opens it.
    pub(crate) fn location(&self) -> Location {
        match self {
            Self::Folder(folder) => Location::Sqlite(folder.join("gongkai.db")),
            Self::Server(url) => Location::Postgres(url.clone()),
        }
    }

    /// Makes a command of the program work there.
    pub(crate) fn tell(&self, command: &mut Command) {
        match self {
            Self::Folder(folder) => command.arg("--data").arg(folder),
            Self::Server(url) => command.env("GONGKAI_DATABASE_URL", url),
        };
    }
}

/// The kinds of databases.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engine {
    Sqlite,
    Postgres,
}

impl Engine {
    pub(crate) const ALL: [Self; 2] = [Self::Sqlite, Self::Postgres];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        }
    }
}

/// Room for folders and databases.
pub(crate) struct Places {
    folder: TempDir,
    cluster: OnceCell<Cluster>,
}

impl Places {
    pub(crate) fn new() -> anyhow::Result<Self> {
        let folder = tempfile::Builder::new().prefix("gongkai-bench-").tempdir()?;
        Ok(Self { folder, cluster: OnceCell::new() })
    }

    /// An empty folder.
    pub(crate) fn folder(&self, name: &str) -> anyhow::Result<PathBuf> {
        let folder = self.folder.path().join(name);
        std::fs::create_dir_all(&folder)?;
        Ok(folder)
    }

    /// An empty place for a database, of that name (small letters and digits).
    pub(crate) fn database(&self, engine: Engine, name: &str) -> anyhow::Result<Place> {
        if engine == Engine::Sqlite {
            return Ok(Place::Folder(self.folder(name)?));
        }
        if self.cluster.get().is_none() {
            let cluster = Cluster::start()?;
            self.cluster.get_or_init(|| cluster);
        }
        match self.cluster.get() {
            Some(cluster) => Ok(Place::Server(cluster.database(name)?)),
            None => anyhow::bail!("no PostgreSQL"),
        }
    }
}
