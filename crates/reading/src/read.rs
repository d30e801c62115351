//! Any file as a document for inspection.

use inspect::{Document, Reader, Unreadable};

use super::fault::Fault;
use super::kind::{Kind, Old, sniff};
use super::limits::MAX_FILE_BYTES;
use super::text::PlainText;
use super::{docx, html, ofd, pdf, sheets, web_archive};

/// Something that turns old formats into new ones: LibreOffice, started by the program.
pub trait Converter {
    /// Converts a file into [`Old::becomes`].
    ///
    /// # Errors
    /// Half a Chinese sentence: why it did not work.
    fn convert(&self, bytes: &[u8], from: Old) -> Result<Vec<u8>, String>;
}

/// What may help reading.
#[derive(Clone, Copy, Default)]
pub struct Aids<'a> {
    /// For DOC, WPS, XLS, RTF and ODT; without it they are named and refused.
    pub converter: Option<&'a (dyn Converter + Send + Sync)>,
}

/// Reads a whole file of any format read here: TXT, HTML, MHT, DOCX, XLSX, PDF, OFD; with a converter also DOC,
/// WPS, XLS, RTF and ODT. What it is, its bytes say.
///
/// # Errors
/// A sentence that says what the file is and what to do.
pub fn read(bytes: &[u8], aids: &Aids<'_>) -> Result<Document, Unreadable> {
    document(bytes, aids).map_err(|fault| Unreadable(fault.to_string()))
}

/// As [`read`], with the fault as a value.
///
/// # Errors
/// Every [`Fault`] of the readers.
pub fn document(bytes: &[u8], aids: &Aids<'_>) -> Result<Document, Fault> {
    admit(bytes.len() as u64)?;
    match sniff(bytes) {
        Kind::Old(old) => plain_kind(&converted(bytes, old, aids)?),
        _ => plain_kind(bytes),
    }
}

/// Refuses a file by its length, so that a caller need not load it first.
///
/// # Errors
/// [`Fault::Empty`] for no bytes, [`Fault::TooLarge`] above [`MAX_FILE_BYTES`].
pub const fn admit(length: u64) -> Result<(), Fault> {
    match length {
        0 => Err(Fault::Empty),
        1..=MAX_FILE_BYTES => Ok(()),
        actual => Err(Fault::TooLarge { actual, limit: MAX_FILE_BYTES }),
    }
}

/// Turns a file of an old format into one that is read here.
///
/// # Errors
/// [`Fault::NeedsOffice`], [`Fault::NotConverted`].
pub fn converted(bytes: &[u8], old: Old, aids: &Aids<'_>) -> Result<Vec<u8>, Fault> {
    let Some(converter) = aids.converter else { return Err(Fault::NeedsOffice(old.name())) };
    let converted =
        converter.convert(bytes, old).map_err(|reason| Fault::NotConverted(old.name(), reason))?;
    admit(converted.len() as u64)?;
    Ok(converted)
}

/// Reads what needs no conversion.
fn plain_kind(bytes: &[u8]) -> Result<Document, Fault> {
    const READS: &str = " TXT、HTML、DOCX、XLSX、PDF、OFD";
    const ADVICE: &str = "请打开文件，另存为其中一种后再查。";
    match sniff(bytes) {
        Kind::Text => PlainText.document(bytes),
        Kind::Html => html::read(bytes),
        Kind::TextDocument => docx::read(bytes),
        Kind::Workbook => sheets::read(bytes),
        Kind::Pdf => pdf::read(bytes),
        Kind::Ofd => ofd::read(bytes),
        Kind::WebArchive => web_archive::read(bytes),
        kind => Err(Fault::Unsupported(kind.name(), READS, ADVICE)),
    }
}

/// Reads in this process, without a converter and without limits on time: for files of one's own making, and
/// inside a process that somebody else limits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AnyFile;

impl Reader for AnyFile {
    fn read(&self, bytes: &[u8]) -> Result<Document, Unreadable> {
        read(bytes, &Aids::default())
    }
}
