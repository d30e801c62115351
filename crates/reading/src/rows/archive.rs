//! A workbook's archive, looked through before its parts are parsed.
//!
//! Sizes in an archive's directory may lie, so every part is unpacked once and counted against the limit;
//! this also proves its checksum, so that a damaged file is named before half of it was imported.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::Fault;

/// The most parts an archive may have; a workbook has a few dozen.
const MAX_PARTS: usize = 4096;
/// The table of shared texts, which states how many there are.
const SHARED_TEXTS: &str = "sharedstrings.xml";
/// The attribute that states the number; parsers reserve memory by it.
const STATED_COUNT: &[u8] = b"uniqueCount";

/// Looks through the archive.
///
/// # Errors
/// [`Fault::TooLarge`] if it unpacks to more than `most` bytes, [`Fault::Broken`] if it is damaged.
pub(super) fn verify(bytes: &[u8], most: u64) -> Result<(), Fault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged("压缩目录"))?;
    if archive.len() > MAX_PARTS {
        return Err(Fault::Broken(format!("内含 {} 个部件，超过 {MAX_PARTS} 个", archive.len())));
    }
    let mut left = most;
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).map_err(|_| damaged("部件"))?;
        if part.encrypted() {
            return Err(Fault::Broken("文件加了密码".to_owned()));
        }
        let name = part.name().map_err(|_| damaged("部件名"))?.into_owned();
        let unpacked = if name.to_ascii_lowercase().ends_with(SHARED_TEXTS) {
            stated_count_is_honest(&mut part, left, &name)?
        } else {
            let mut bounded = (&mut part).take(left + 1);
            std::io::copy(&mut bounded, &mut std::io::sink()).map_err(|_| damaged(&name))?
        };
        left = left.checked_sub(unpacked).ok_or(Fault::TooLarge { actual: most + 1, limit: most })?;
    }
    Ok(())
}

/// Unpacks the shared texts and refuses a stated number that the part is too small to hold: reserving
/// memory for it could end the whole program. Returns the unpacked size.
fn stated_count_is_honest(part: &mut impl Read, limit: u64, name: &str) -> Result<u64, Fault> {
    let mut unpacked = Vec::new();
    part.take(limit + 1).read_to_end(&mut unpacked).map_err(|_| damaged(name))?;
    for at in memchr::memmem::find_iter(&unpacked, STATED_COUNT) {
        let rest = unpacked.get(at + STATED_COUNT.len()..).unwrap_or_default();
        let is_filler =
            |byte: &&u8| matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b'=' | b'"' | b'\'' | b'+');
        let digits: String = rest
            .iter()
            .skip_while(is_filler)
            .take_while(|byte| byte.is_ascii_digit())
            .map(|byte| char::from(*byte))
            .collect();
        if digits.parse().unwrap_or(0_u128) > unpacked.len() as u128 || digits.len() > 30 {
            return Err(Fault::Broken(format!("{name} 声称的条数与内容不符")));
        }
    }
    Ok(unpacked.len() as u64)
}

/// What a library says of it is English and helps nobody who reads this.
fn damaged(what: &str) -> Fault {
    Fault::Broken(format!("{what} 读不出来"))
}
