//! What a file is, told from its first bytes; the name's ending is only a hint, people rename files.

use super::fault::Fault;

/// What the bytes look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Nothing that rules out text.
    Text,
    /// A web page.
    Html,
    /// XLSX or another workbook of the Office Open XML family.
    Workbook,
    /// Something else that is not text, with the name people know it by.
    Other(&'static str),
}

/// Binary formats by their first bytes. Office Open XML is told apart below.
const MAGIC: &[(&[u8], &str)] = &[
    (b"%PDF", " PDF 文件"),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "旧版 Office 或 WPS 文件（DOC、XLS），或加了密码的文件"),
    (b"{\\rtf", " RTF 文件"),
    (b"Rar!", " RAR 压缩包"),
    (b"7z\xBC\xAF\x27\x1C", " 7z 压缩包"),
    (b"\x1F\x8B", " GZIP 压缩包"),
    (b"\x89PNG", " PNG 图片"),
    (b"\xFF\xD8\xFF", " JPEG 图片"),
    (b"GIF8", " GIF 图片"),
    (b"II*\0", " TIFF 图片"),
    (b"MM\0*", " TIFF 图片"),
    (b"SQLite format 3\0", "数据库文件"),
];

/// Tells what the bytes are. Reads no more than the first kilobytes and, of a ZIP archive, its names.
#[must_use]
pub fn sniff(bytes: &[u8]) -> Kind {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zipped(bytes);
    }
    if let Some((_, name)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Kind::Other(name);
    }
    if is_html(bytes) { Kind::Html } else { Kind::Text }
}

/// How many bytes at either end of an archive are searched for member names.
const ENDS: usize = 64 * 1024;

/// Office documents are ZIP archives; member names stand uncompressed at the beginning and in the directory
/// at the end.
fn zipped(bytes: &[u8]) -> Kind {
    let (head, tail) = (bytes.iter().take(ENDS), bytes.iter().skip(bytes.len().saturating_sub(ENDS)));
    let ends: Vec<u8> = head.chain(tail).copied().collect();
    let has = |name: &[u8]| ends.windows(name.len()).any(|window| window == name);
    if has(b"xl/workbook.") || has(b"xl/worksheets/") {
        Kind::Workbook
    } else if has(b"word/document.xml") {
        Kind::Other(" DOCX 文件")
    } else if has(b"OFD.xml") {
        Kind::Other(" OFD 文件")
    } else if has(b"ppt/presentation.xml") {
        Kind::Other(" PPTX 文件")
    } else {
        Kind::Other(" ZIP 压缩包")
    }
}

fn is_html(bytes: &[u8]) -> bool {
    let head: Vec<u8> = bytes.iter().take(1024).map(u8::to_ascii_lowercase).collect();
    let has = |tag: &[u8]| head.windows(tag.len()).any(|window| window == tag);
    has(b"<!doctype html") || has(b"<html") || has(b"<head>") || (has(b"<table") && has(b"<tr"))
}

impl Kind {
    /// The refusal for a reader that wants plain text; none for text.
    #[must_use]
    pub fn refusal_as_text(self) -> Option<Fault> {
        const READS: &str = "纯文本（TXT）";
        const ADVICE: &str = "请打开文件，全选、复制，粘贴到记事本中另存为 TXT 后再查。";
        match self {
            Self::Text => None,
            Self::Html => Some(Fault::Unsupported("网页（HTML）文件", READS, ADVICE)),
            Self::Workbook => Some(Fault::Unsupported(" XLSX 工作簿", READS, ADVICE)),
            Self::Other(name) => Some(Fault::Unsupported(name, READS, ADVICE)),
        }
    }

    /// The refusal for a reader that wants rows; none for workbooks and text.
    #[must_use]
    pub fn refusal_as_rows(self) -> Option<Fault> {
        const READS: &str = " XLSX 和 CSV 表格";
        const ADVICE: &str = "请用 Excel 或 WPS 打开，另存为 XLSX（不加密码）后再导入。";
        match self {
            Self::Text | Self::Workbook => None,
            Self::Html => Some(Fault::Unsupported("网页（HTML）文件", READS, ADVICE)),
            Self::Other(name) => Some(Fault::Unsupported(name, READS, ADVICE)),
        }
    }
}
