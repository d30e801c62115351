//! Files and lines that a command is given.

use std::{
    fs::File,
    io::{BufRead as _, IsTerminal as _, Read as _},
    path::Path,
};

use anyhow::{Context as _, bail};

use crate::fault;

/// Reads a whole file of at most `limit` bytes; a longer one is refused without being loaded.
///
/// # Errors
/// A Chinese sentence.
pub(crate) fn read_file(path: &Path, limit: u64) -> anyhow::Result<Vec<u8>> {
    let told = |error: &std::io::Error| fault::file("读不了", path, error);
    let file = File::open(path).map_err(|error| told(&error))?;
    let kind = file.metadata().map_err(|error| told(&error))?;
    if kind.is_dir() {
        bail!("读不了 {}：它是目录，不是文件。", path.display());
    }
    let too_large = |actual| reading::Fault::TooLarge { actual, limit };
    if kind.len() > limit {
        bail!("{}：{}", path.display(), too_large(kind.len()));
    }
    let mut bytes = Vec::new();
    // One byte more than allowed tells a file that has no length beforehand, such as a pipe.
    file.take(limit + 1).read_to_end(&mut bytes).map_err(|error| told(&error))?;
    if bytes.len() as u64 > limit {
        bail!("{}：{}", path.display(), too_large(bytes.len() as u64));
    }
    Ok(bytes)
}

/// The name of a file without its folders.
pub(crate) fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

/// A password: one line from standard input. Somebody who sits at a terminal is asked, and what they type is not shown.
///
/// # Errors
/// When there is no line.
pub(crate) fn password(question: &str) -> anyhow::Result<String> {
    let stdin = std::io::stdin();
    if stdin.is_terminal() {
        return rpassword::prompt_password(question).context("没有读到密码。");
    }
    let mut line = String::new();
    let read = stdin.lock().read_line(&mut line);
    if !matches!(read, Ok(bytes) if bytes > 0) {
        bail!("标准输入里没有读到内容：{question}");
    }
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
