//! The members of a ZIP archive, one after the other, within limits.

use std::{
    fs::File,
    io::{Cursor, Read, Seek, SeekFrom},
    ops::ControlFlow,
};

use reading::limits::{MAX_FILE_BYTES, MAX_MEMBERS, MAX_RATIO};
use zip::ZipArchive;

use super::sources::{Source, is_litter};

/// Parts by which an Office or OFD file is known, which are archives too but documents to their users.
const DOCUMENTS: [&str; 4] = ["[Content_Types].xml", "OFD.xml", "mimetype", "META-INF/manifest.xml"];
/// Below this size nobody asks how well a member was packed, in bytes.
const SMALL: u64 = 1024 * 1024;

/// Whether a file is an archive of files.
pub(super) fn is_archive(file: &File) -> bool {
    let mut first = [0; 4];
    let begins = { file }.read_exact(&mut first).is_ok() && first == *b"PK\x03\x04";
    if { file }.rewind().is_err() || !begins {
        return false;
    }
    let is_archive = ZipArchive::new(file).is_ok_and(|archive| !is_document(&archive));
    { file }.rewind().is_ok() && is_archive
}

fn is_document<R>(archive: &ZipArchive<R>) -> bool
where
    R: Read + Seek,
{
    DOCUMENTS.iter().any(|part| archive.index_for_name(part).is_some())
}

/// Hands over the members that are files, by their order in the archive, and those of archives within it. What is
/// packed a third time is handed over as it is, and its reader says what it is. No more are handed over, of all
/// archives together, than one archive may have: ten thousand archives can hold ten thousand files each.
pub(super) fn each(
    name: &str,
    archive: impl Read + Seek,
    more: &dyn Fn(usize),
    receive: &mut dyn FnMut(Source) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let (mut left, mut is_over) = (MAX_MEMBERS, false);
    let mut counted = |source| {
        is_over = left == 0;
        left = left.saturating_sub(1);
        if is_over { ControlFlow::Break(()) } else { receive(source) }
    };
    let flow = members(name, archive, more, &mut |source| match source.content {
        Ok(bytes) if reading::sniff(&bytes) == reading::Kind::Archive => {
            members(&source.name, Cursor::new(bytes), more, &mut counted)
        }
        _ => counted(source),
    });
    if is_over {
        let sentence = format!("压缩包连同其中的压缩包超过{MAX_MEMBERS}个文件，其余没有读。请分成几个。");
        return receive(Source { name: name.to_owned(), content: Err(sentence) });
    }
    flow
}

fn members(
    name: &str,
    mut archive: impl Read + Seek,
    more: &dyn Fn(usize),
    receive: &mut dyn FnMut(Source) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let broken = |sentence: String| Source { name: name.to_owned(), content: Err(sentence) };
    // What is packed is never more than the archive is long, unless members lie over one another.
    let mut left = archive.seek(SeekFrom::End(0)).unwrap_or(0);
    let Ok(mut archive) = ZipArchive::new(archive) else {
        return receive(broken("压缩包打不开，可能没有传完整。请重新取得后再查。".to_owned()));
    };
    if archive.len() > MAX_MEMBERS {
        let sentence =
            format!("压缩包里有{}个文件，超过上限{MAX_MEMBERS}个，没有读。请分成几个。", archive.len());
        return receive(broken(sentence));
    }
    more(archive.len().saturating_sub(1));
    for index in 0..archive.len() {
        let packed = archive.by_index_raw(index).map_or(0, |member| member.compressed_size());
        let Some(rest) = left.checked_sub(packed) else {
            return receive(broken("压缩包里的文件互相重叠，其余没有读。请重新打包后再查。".to_owned()));
        };
        left = rest;
        if let Some(source) = member(name, &mut archive, index) {
            receive(source)?;
        }
    }
    ControlFlow::Continue(())
}

/// A member with its content; none for folders and for what nobody means.
fn member<R: Read + Seek>(archive_name: &str, archive: &mut ZipArchive<R>, index: usize) -> Option<Source> {
    let unread = |name: &str, sentence: String| {
        Some(Source { name: format!("{archive_name}/{name}"), content: Err(sentence) })
    };
    let member = match archive.by_index(index) {
        Ok(member) => member,
        Err(zip::result::ZipError::UnsupportedArchive(reason)) if reason.contains("assword") => {
            return unread("？", "压缩包加了密码，没有读。请去掉密码后再查。".to_owned());
        }
        Err(_) => return unread("？", "压缩包里的文件损坏了。请重新取得后再查。".to_owned()),
    };
    let name = decoded_name(&member);
    if member.is_dir() || name.split('/').any(is_litter) {
        return None;
    }
    let packed = member.compressed_size().max(1);
    let mut bytes = Vec::new();
    if member.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes).is_err() {
        return unread(&name, "压缩包里的文件损坏了。请重新取得后再查。".to_owned());
    }
    let size = bytes.len() as u64;
    if size > MAX_FILE_BYTES || (size > SMALL && size / packed > MAX_RATIO) {
        return unread(&name, "压缩包里的文件展开后太大，没有读。".to_owned());
    }
    Some(Source { name: format!("{archive_name}/{name}"), content: Ok(bytes) })
}

/// Names are UTF-8 or, as Windows in China writes them without saying so, GB18030.
fn decoded_name<R: Read>(member: &zip::read::ZipFile<'_, R>) -> String {
    let raw = member.name_raw();
    let decoded = reading::decode(raw).map(|decoded| decoded.text);
    decoded.unwrap_or_else(|_| String::from_utf8_lossy(raw).into_owned())
}
