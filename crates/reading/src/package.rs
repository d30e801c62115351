//! Files that are ZIP archives inside: DOCX, OFD. Their parts, unpacked within the limits.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::decode::decode;
use super::fault::Fault;
use super::limits::{MAX_MEMBERS, MAX_RATIO, MAX_UNPACKED_BYTES, MAX_XML_BYTES};

/// An open archive that counts what it has given out.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
}

/// Below this size nobody asks how well it was packed, in bytes.
const SMALL: u64 = 1024 * 1024;

impl<'a> Package<'a> {
    /// Opens an archive.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged("压缩目录"))?;
        if archive.len() > MAX_MEMBERS {
            return Err(Fault::TooMuch { what: "压缩包", unit: "个文件", limit: MAX_MEMBERS });
        }
        // Members that lie over one another are how a small archive becomes a large one.
        let sizes =
            (0..archive.len()).map(|index| archive.by_index_raw(index).map_or(0, |m| m.compressed_size()));
        if sizes.fold(0, u64::saturating_add) > bytes.len() as u64 {
            return Err(damaged("互相重叠的部件"));
        }
        Ok(Self { archive, left: MAX_UNPACKED_BYTES })
    }

    /// The number of the part of this name; slashes at the beginning and the case of letters do not matter.
    fn find(&self, name: &str) -> Option<usize> {
        let wanted = name.trim_start_matches('/').replace('\\', "/");
        self.archive.index_for_name(&wanted).or_else(|| {
            let fits = |known: &str| known.trim_start_matches('/').eq_ignore_ascii_case(&wanted);
            self.archive.file_names().position(|known| known.is_ok_and(|known| fits(&known)))
        })
    }

    /// Unpacks a member by its number, at most `limit` bytes.
    pub(crate) fn member(&mut self, index: usize, limit: u64) -> Result<Vec<u8>, Fault> {
        let limit = limit.min(self.left);
        let mut member = self.archive.by_index(index).map_err(|_| damaged("部件"))?;
        if member.encrypted() {
            return Err(Fault::Locked);
        }
        let packed = member.compressed_size();
        let mut content = Vec::new();
        (&mut member).take(limit + 1).read_to_end(&mut content).map_err(|_| damaged("部件内容"))?;
        let size = content.len() as u64;
        let is_bomb = size > SMALL && size / packed.max(1) > MAX_RATIO;
        if size > limit || is_bomb {
            return Err(Fault::TooLarge { actual: size.max(limit + 1), limit });
        }
        self.left -= size;
        Ok(content)
    }

    /// The XML of a part; none if there is no such part.
    pub(crate) fn xml(&mut self, name: &str) -> Result<Option<String>, Fault> {
        let Some(index) = self.find(name) else { return Ok(None) };
        let bytes = self.member(index, MAX_XML_BYTES)?;
        match decode(&bytes) {
            Ok(decoded) => Ok(Some(decoded.text)),
            Err(Fault::Empty) => Ok(Some(String::new())),
            Err(_) => Err(Fault::Damaged(format!("{name} 的文字编码不对"))),
        }
    }

    /// The XML of a part that must be there.
    pub(crate) fn needed_xml(&mut self, name: &str) -> Result<String, Fault> {
        self.xml(name)?.ok_or_else(|| Fault::Damaged(format!("缺少 {name}")))
    }
}

/// A part's name seen from the folder of another part.
pub(crate) fn resolve(base: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut parts: Vec<&str> = base.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." | "" => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// What a library says of it is English and helps nobody who reads this.
fn damaged(what: &str) -> Fault {
    Fault::Damaged(format!("{what}读不出来"))
}
