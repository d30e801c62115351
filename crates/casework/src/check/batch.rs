//! Taking in many files at once: archives are unpacked, each report waits as a file of its own.

use std::ops::ControlFlow;

use store::{Act, CheckBatchId, NewCheckBatch, NewCheckFile, OrganId, Store};

use super::examine::sha256;
use crate::{
    Error, Result,
    ports::{SourceFile, Unpacker},
};

/// The most files of one batch: a province's townships, twice over.
pub const FILES_MAX: usize = 5_000;
/// The most bytes that the files of one batch may have together once unpacked.
pub const UNPACKED_MAX_BYTES: usize = 256 * 1024 * 1024;
/// The largest file of a batch: no reader takes a larger one, and a backup could not be read back with it.
const FILE_MAX_BYTES: usize = 32 * 1024 * 1024;
/// The longest title, in characters.
const TITLE_MAX: usize = 100;
/// The most bodies named.
const AGENCIES_MAX: usize = 5_000;

/// Files to be checked together.
#[derive(Debug)]
pub struct BatchOrder {
    /// What lists call it; empty takes the name of the first file.
    pub title: String,
    /// The year the reports should be about.
    pub year: Option<i16>,
    /// The bodies that have to report, one a line; what stands behind a comma or tab is not read.
    pub agencies: String,
    /// Whether the ends of the texts are known to be missing.
    pub excerpt: bool,
    /// The files as uploaded: names without folders, contents.
    pub files: Vec<(String, Vec<u8>)>,
}

/// Opens a batch; its files wait until [`super::work_off`] comes to them.
///
/// # Errors
/// Nothing to check, too many files, too much content; nothing is kept then.
pub async fn open_batch(
    store: &Store,
    organ: &OrganId,
    act: &Act,
    order: BatchOrder,
    unpacker: std::sync::Arc<dyn Unpacker>,
    id: CheckBatchId,
) -> Result<()> {
    let BatchOrder { title, year, agencies, excerpt, files } = order;
    let title = title_of(&title, &files);
    let agencies = names(&agencies)?;
    let unpacked = tokio::task::spawn_blocking(move || unpack(files, unpacker.as_ref())).await;
    let files = unpacked.map_err(|_| Error::refused("没有收完文件，请再试一次。"))??;
    if files.is_empty() {
        return Err(Error::field(
            "file",
            "里面没有可以核对的文件。请选择年度报告文件，或者它们的 ZIP 压缩包。",
        ));
    }
    let new = NewCheckBatch { id, title, year, agencies, excerpt };
    let mut write = store.begin(organ).await?;
    write.open_check_batch(act, &new, files).await?;
    Ok(write.commit().await?)
}

fn title_of(title: &str, files: &[(String, Vec<u8>)]) -> String {
    let first = files.first().map(|(name, _)| name.as_str()).unwrap_or_default();
    let made = match files.len() {
        1 => first.to_owned(),
        count => format!("{first} 等 {count} 个文件"),
    };
    let title = if title.trim().is_empty() { made.as_str() } else { title.trim() };
    title.chars().filter(|c| !c.is_control()).take(TITLE_MAX).collect()
}

/// The bodies of a list that somebody pasted, each once.
fn names(list: &str) -> Result<Vec<String>> {
    let mut names: Vec<String> = Vec::new();
    for line in list.lines() {
        let name = line.split([',', '，', '\t']).next().unwrap_or_default().trim();
        if !name.is_empty() && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    if names.len() > AGENCIES_MAX {
        return Err(Error::field(
            "agencies",
            format!("名单有 {} 个机关，最多 {AGENCIES_MAX} 个。", names.len()),
        ));
    }
    Ok(names)
}

/// A backup writes a waiting file as one line, which the restore must be able to read: a larger file is told of as
/// one that cannot be read, and not kept.
fn restorable(file: SourceFile) -> SourceFile {
    match file.content {
        Ok(bytes) if bytes.len() > FILE_MAX_BYTES => {
            let megabytes = FILE_MAX_BYTES / (1024 * 1024);
            SourceFile {
                name: file.name, content: Err(format!("文件超过 {megabytes} MB，没有核对。"))
            }
        }
        _ => file,
    }
}

fn unpack(files: Vec<(String, Vec<u8>)>, unpacker: &dyn Unpacker) -> Result<Vec<NewCheckFile>> {
    let (mut found, mut size) = (Vec::new(), 0_usize);
    for (name, bytes) in files {
        let flow = unpacker.unpack(SourceFile { name, content: Ok(bytes) }, &mut |file| {
            let file = restorable(file);
            size = size.saturating_add(file.content.as_ref().map_or(0, Vec::len));
            let digest = file.content.as_ref().map_or_else(|_| String::new(), |bytes| sha256(bytes));
            found.push(NewCheckFile { file_name: file.name, digest, content: file.content });
            match found.len() > FILES_MAX || size > UNPACKED_MAX_BYTES {
                true => ControlFlow::Break(()),
                false => ControlFlow::Continue(()),
            }
        });
        if flow.is_break() {
            break;
        }
    }
    if found.len() > FILES_MAX {
        return Err(Error::field("file", format!("一次最多核对 {FILES_MAX} 个文件，请分几次上传。")));
    }
    if size > UNPACKED_MAX_BYTES {
        let megabytes = UNPACKED_MAX_BYTES / (1024 * 1024);
        let words = format!("这些文件展开后超过 {megabytes} MB，请分几次上传。");
        return Err(Error::field("file", words));
    }
    Ok(found)
}
