//! Results on standard output or into a file; everything else on standard error.

use std::{
    fs::{self, File},
    io::{self, IsTerminal as _, Write as _},
    path::{Path, PathBuf},
};

use anyhow::bail;
use serde::Serialize;

use crate::{cli::Usage, clock, fault, input};

/// Prints a line of the result.
///
/// # Errors
/// When nobody reads any more.
pub(crate) fn print(text: &str) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{}", text.trim_end())?;
    Ok(out.flush()?)
}

/// Prints the result for a program.
///
/// # Errors
/// When nobody reads any more.
pub(crate) fn print_json(value: &impl Serialize) -> anyhow::Result<()> {
    print(&serde_json::to_string_pretty(value)?)
}

/// Says something beside the result. When nobody listens on standard error there is nobody to tell that either.
pub(crate) fn tell(text: &str) {
    if writeln!(io::stderr(), "{}", text.trim_end()).is_err() {
        tracing::debug!("standard error is closed");
    }
}

/// Writes a document into a file, all of it or nothing, or to standard output.
///
/// # Errors
/// A usage error for a spreadsheet on a screen; a Chinese sentence when the file cannot be written.
pub(crate) fn document(bytes: &[u8], path: Option<&Path>) -> anyhow::Result<()> {
    let Some(path) = path else {
        let mut out = io::stdout().lock();
        if out.is_terminal() && bytes.contains(&0) {
            return Err(Usage("请用 -o 写明输出到哪个文件。".to_owned()).into());
        }
        out.write_all(bytes)?;
        return Ok(out.flush()?);
    };
    let refused = |error: &io::Error| fault::file("写不了", path, error);
    // A device or a pipe is written into; a file put in its place would take it away.
    if fs::metadata(path).is_ok_and(|there| !there.is_file() && !there.is_dir()) {
        return fs::write(path, bytes).map_err(|error| refused(&error));
    }
    let unfinished = Unfinished::beside(path)?;
    let written = unfinished.create().and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.map_err(|error| refused(&error))?;
    fs::rename(&unfinished.path, path).map_err(|error| refused(&error))
}

/// A file on its way: written beside its place under another name, gone if it never gets there.
#[derive(Debug)]
pub(crate) struct Unfinished {
    path: PathBuf,
    place: PathBuf,
}

impl Unfinished {
    /// For a file that is to stand at `place`.
    ///
    /// # Errors
    /// When `place` is a folder or names none.
    pub(crate) fn beside(place: &Path) -> anyhow::Result<Self> {
        if place.is_dir() || place.file_name().is_none() {
            bail!("写不了 {}：它是目录，不是文件。", place.display());
        }
        let name = format!(".{}.{}.part", input::name_of(place), clock::new_id());
        Ok(Self { path: place.with_file_name(name), place: place.to_owned() })
    }

    /// Makes the file.
    pub(crate) fn create(&self) -> io::Result<File> {
        File::create_new(&self.path)
    }

    /// Makes the file for the eyes of its owner alone: a backup holds hashes of passwords and keys of ledgers.
    pub(crate) fn create_private(&self) -> io::Result<File> {
        let mut options = File::options();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(&self.path)
    }

    /// Puts it in its place, whatever stands there.
    pub(crate) fn replace(self) -> io::Result<()> {
        fs::rename(&self.path, &self.place)
    }

    /// Puts it in its place if nothing stands there, and makes that durable.
    pub(crate) fn put(self) -> io::Result<()> {
        // A link refuses an existing name in one step; not every file system has links.
        match fs::hard_link(&self.path, &self.place) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(error),
            Err(_) if self.place.exists() => return Err(io::ErrorKind::AlreadyExists.into()),
            Err(_) => fs::rename(&self.path, &self.place)?,
        }
        let folder = self.place.parent().filter(|folder| !folder.as_os_str().is_empty());
        File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        match fs::remove_file(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                tracing::warn!(%error, "unfinished file")
            }
            _ => {}
        }
    }
}
