//! Where the data are: `--data`, `GONGKAI_DATABASE_URL` or the configured folder.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use store::{Location, Store};

use crate::{
    cli::{Usage, args::Place},
    config::Config,
};

/// The database file within a data folder.
pub(crate) const DATABASE_FILE: &str = "gongkai.db";

/// The location that the command line and the configuration name together.
///
/// # Errors
/// A usage error when both a folder and a database address are given.
pub(crate) fn location(place: &Place, config: &Config) -> anyhow::Result<Location> {
    match (&place.data, &config.database_url) {
        (Some(_), Some(_)) => {
            Err(Usage("--data 和 GONGKAI_DATABASE_URL 只能用一个：数据不能同时在两个地方。".to_owned()).into())
        }
        (Some(folder), None) => Ok(in_folder(folder)),
        (None, Some(url)) => Ok(Location::Postgres(url.clone())),
        (None, None) => Ok(in_folder(&config.data_dir)),
    }
}

/// The SQLite database of a data folder.
pub(crate) fn in_folder(folder: &Path) -> Location {
    Location::Sqlite(folder.join(DATABASE_FILE))
}

/// Opens the store and brings its schema up to date; a missing folder is made.
///
/// # Errors
/// A Chinese sentence: folder not writable, server down, newer schema.
pub(crate) async fn open(location: &Location) -> anyhow::Result<Store> {
    if let Some(folder) = folder_of(location) {
        std::fs::create_dir_all(&folder)
            .with_context(|| format!("数据目录 {} 建不了，请检查是否可写。", folder.display()))?;
    }
    Store::open(location).await.map_err(|error| anyhow::anyhow!("{}", casework::sentence(&error)))
}

/// Opens a store that must exist: commands that read do not make an empty one by a slip of the pen.
///
/// # Errors
/// As [`open`], and when there is nothing.
pub(crate) async fn open_existing(location: &Location) -> anyhow::Result<Store> {
    if let Location::Sqlite(file) = location
        && !file.exists()
    {
        let folder = folder_of(location).unwrap_or_default();
        anyhow::bail!("{} 里没有数据。请用 --data 指明数据目录，或先运行 gongkai migrate 建立。", folder.display());
    }
    open(location).await
}

fn folder_of(location: &Location) -> Option<PathBuf> {
    match location {
        Location::Sqlite(file) => file.parent().map(Path::to_owned),
        Location::Postgres(_) => None,
    }
}
