//! Where the data are: `--data`, `GONGKAI_DATABASE_URL` or the configured folder.

use std::path::{Path, PathBuf};

use law::calendar::WorkCalendar;
use store::{Location, Store};

use crate::{
    cli::{Usage, args::Place},
    config::Config,
    fault,
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
            Err(Usage("--data 和 GONGKAI_DATABASE_URL 只能用一个：数据不能同时在两个地方。".to_owned())
                .into())
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
    make_folder(location)?;
    Store::open(location).await.map_err(fault::told)
}

/// Makes the folder of a SQLite database, if it is missing.
///
/// # Errors
/// A Chinese sentence.
pub(crate) fn make_folder(location: &Location) -> anyhow::Result<()> {
    match folder_of(location) {
        Some(folder) => {
            std::fs::create_dir_all(&folder).map_err(|error| fault::file("建不了数据目录", &folder, &error))
        }
        None => Ok(()),
    }
}

/// Opens a store that must exist and be up to date: commands that read do not make an empty one by a slip of the pen,
/// and none but `migrate` changes the schema.
///
/// # Errors
/// As [`open`], and when there is nothing.
pub(crate) async fn open_existing(location: &Location) -> anyhow::Result<Store> {
    if let Location::Sqlite(file) = location
        && !file.exists()
    {
        let folder = folder_of(location).unwrap_or_default();
        anyhow::bail!(
            "{} 里没有数据。请用 --data 指明数据目录，或先运行 gongkai migrate 建立。",
            folder.display()
        );
    }
    Store::open_as_is(location).await.map_err(fault::told)
}

/// The existing store that command line and configuration name.
///
/// # Errors
/// As [`location`] and [`open_existing`].
pub(crate) async fn store(place: &Place, config: &Config) -> anyhow::Result<Store> {
    open_existing(&location(place, config)?).await
}

/// The calendar of the place, if there is a database; the one that comes with the program otherwise.
///
/// # Errors
/// As [`location`] and [`open_existing`]; a folder that was named must hold a database.
pub(crate) async fn calendar(place: &Place, config: &Config) -> anyhow::Result<WorkCalendar> {
    let location = location(place, config)?;
    if let (Location::Sqlite(file), None) = (&location, &place.data)
        && !file.exists()
    {
        return Ok(WorkCalendar::built_in());
    }
    let store = open_existing(&location).await?;
    casework::calendar::calendar_in_force(&store).await.map_err(fault::told)
}

/// The folder of a SQLite database.
pub(crate) fn folder_of(location: &Location) -> Option<PathBuf> {
    match location {
        Location::Sqlite(file) => file.parent().map(Path::to_owned),
        Location::Postgres(_) => None,
    }
}
