//! A long result written as it comes: to standard output, or into a file that gets its name when it is whole.

use std::{
    fs::File,
    io::{self, BufWriter, Stdout, Write as _},
    path::{Path, PathBuf},
};

use crate::{fault, output::Unfinished};

/// Where a result goes.
#[derive(Debug)]
pub(super) enum Stream {
    Screen(BufWriter<Stdout>),
    File { file: BufWriter<File>, unfinished: Unfinished, path: PathBuf },
}

impl Stream {
    /// # Errors
    /// When the file cannot be made.
    pub(super) fn to(path: Option<&Path>) -> anyhow::Result<Self> {
        let Some(path) = path else { return Ok(Self::Screen(BufWriter::new(io::stdout()))) };
        let unfinished = Unfinished::beside(path)?;
        let file = unfinished.create().map_err(|error| fault::file("写不了", path, &error))?;
        Ok(Self::File { file: BufWriter::new(file), unfinished, path: path.to_owned() })
    }

    /// # Errors
    /// When nobody reads any more, or the disk is full.
    pub(super) fn write(&mut self, text: &str) -> anyhow::Result<()> {
        match self {
            Self::Screen(out) => Ok(out.write_all(text.as_bytes())?),
            Self::File { file, path, .. } => {
                file.write_all(text.as_bytes()).map_err(|error| fault::file("写不了", path, &error))
            }
        }
    }

    /// # Errors
    /// As [`Stream::write`].
    pub(super) fn finish(self) -> anyhow::Result<()> {
        match self {
            Self::Screen(mut out) => Ok(out.flush()?),
            Self::File { file, unfinished, path } => {
                let whole = file.into_inner().map_err(io::IntoInnerError::into_error);
                let put = whole.and_then(|file| file.sync_all()).and_then(|()| unfinished.replace());
                put.map_err(|error| fault::file("写不了", &path, &error))
            }
        }
    }
}
