//! The folder of the demonstration: an empty one, or one that a demonstration was put into before; never
//! somebody's data.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use anyhow::bail;
use store::{Location, Store};

use super::build::{Tools, build};
use crate::fault;
use crate::place::{DATABASE_FILE, in_folder};

/// The file by which a folder is known as a demonstration's.
const MARK: &str = "DEMO.txt";
/// What stands in it, for whoever finds the folder.
const WORDS: &str = "这个目录由 gongkai demo 建立，里面是演示数据，内容均为虚构，可以整个删除。\n";
/// Beginning of the name of a folder in which a county is being built.
const SITE: &str = "building-";

/// A folder that holds a finished county.
#[derive(Debug)]
pub(super) struct Prepared {
    /// Where its database is.
    pub(super) location: Location,
    /// Whether it was built just now.
    pub(super) is_new: bool,
}

/// Builds the county in the folder, or finds the one that was built there before. An unfinished one is
/// built anew; nobody ever opens half a county, because it is built aside and put in its place whole.
///
/// # Errors
/// A folder with something else in it, or one that cannot be written.
pub(super) async fn prepare(folder: &Path, tools: &Tools<'_>) -> anyhow::Result<Prepared> {
    claim(folder)?;
    let place = folder.join(DATABASE_FILE);
    if place.exists() {
        clear_sites(folder);
        return Ok(Prepared { location: in_folder(folder), is_new: false });
    }
    let site = folder.join(format!("{SITE}{}", (tools.new_id)()));
    fs::create_dir(&site).map_err(|error| fault::file("建不了目录", &site, &error))?;
    let built = build_at(&site, tools).await;
    let is_new = match built {
        Ok(()) => put(&site.join(DATABASE_FILE), &place)?,
        Err(error) => {
            clear(&site);
            return Err(error);
        }
    };
    clear(&site);
    Ok(Prepared { location: in_folder(folder), is_new })
}

async fn build_at(site: &Path, tools: &Tools<'_>) -> anyhow::Result<()> {
    let store = Store::open(&in_folder(site)).await.map_err(fault::told)?;
    let built = build(&store, tools).await;
    // Closing folds the log into the file, so that the file alone is the county.
    store.close().await;
    built
}

/// Marks the folder as a demonstration's, if it may be one.
fn claim(folder: &Path) -> anyhow::Result<()> {
    let refuse = |error: io::Error| fault::file("演示数据放不进", folder, &error);
    fs::create_dir_all(folder).map_err(refuse)?;
    let mark = folder.join(MARK);
    if mark.is_file() {
        return Ok(());
    }
    if fs::read_dir(folder).map_err(refuse)?.next().is_some() {
        bail!(
            "目录 {} 里有别的文件。演示数据只能放进空目录或者以前的演示目录，请用 --data 另选一个。",
            folder.display()
        );
    }
    match fs::File::create_new(&mark).and_then(|mut file| file.write_all(WORDS.as_bytes())) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(refuse(error)),
        _ => Ok(()),
    }
}

/// Puts the finished file in its place; whether it was the first to come there.
fn put(built: &Path, place: &Path) -> anyhow::Result<bool> {
    match fs::hard_link(built, place) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        // Not every file system has links.
        Err(_) => match fs::rename(built, place) {
            Ok(()) => Ok(true),
            Err(error) => Err(fault::file("写不了", place, &error)),
        },
    }
}

/// Removes what unfinished buildings left behind.
fn clear_sites(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(SITE)) {
        clear(&entry.path());
    }
}

/// A left-over does no harm; that it could not be removed is only noted.
fn clear(site: &PathBuf) {
    if let Err(error) = fs::remove_dir_all(site) {
        tracing::warn!(%error, site = %site.display(), "left over from building the demonstration");
    }
}
