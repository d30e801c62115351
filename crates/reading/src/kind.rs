//! What a file is, told from its bytes; the name's ending is only a hint, people rename files.

use super::fault::Fault;

/// What the bytes look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Nothing that rules out text.
    Text,
    /// A web page.
    Html,
    /// A web page saved with its pictures as one file (MHT).
    WebArchive,
    /// XLSX or another workbook of the Office Open XML family.
    Workbook,
    /// DOCX.
    TextDocument,
    /// PDF.
    Pdf,
    /// OFD (GB/T 33190).
    Ofd,
    /// A ZIP archive of other files.
    Archive,
    /// A format that LibreOffice must convert.
    Old(Old),
    /// Something else that is not text, with the name people know it by.
    Other(&'static str),
}

/// Formats that are read through a conversion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Old {
    /// DOC of Word 97 to 2003, and WPS, which is the same inside.
    Doc,
    /// XLS of Excel 97 to 2003, and ET.
    Xls,
    /// RTF.
    Rtf,
    /// ODT.
    Odt,
}

/// Binary formats by their first bytes. Office Open XML and its forerunner are told apart below.
const MAGIC: &[(&[u8], Kind)] = &[
    (b"%PDF", Kind::Pdf),
    (b"{\\rtf", Kind::Old(Old::Rtf)),
    (b"Rar!", Kind::Other(" RAR 压缩包")),
    (b"7z\xBC\xAF\x27\x1C", Kind::Other(" 7z 压缩包")),
    (b"\x1F\x8B", Kind::Other(" GZIP 压缩包")),
    (b"\x89PNG", Kind::Other(" PNG 图片")),
    (b"\xFF\xD8\xFF", Kind::Other(" JPEG 图片")),
    (b"GIF8", Kind::Other(" GIF 图片")),
    (b"BM", Kind::Other(" BMP 图片")),
    (b"II*\0", Kind::Other(" TIFF 图片")),
    (b"MM\0*", Kind::Other(" TIFF 图片")),
    (b"SQLite format 3\0", Kind::Other("数据库文件")),
];

/// The first bytes of the containers of old Office files.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Tells what the bytes are.
#[must_use]
pub fn sniff(bytes: &[u8]) -> Kind {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zipped(bytes);
    }
    if bytes.starts_with(COMPOUND) {
        return compound(bytes);
    }
    if let Some((_, kind)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic) && is_it(bytes, magic)) {
        return *kind;
    }
    let head = head(bytes);
    let has = |tag: &str| head.contains(tag);
    if has("mime-version:") && has("multipart/related") {
        Kind::WebArchive
    } else if is_html(&head) {
        Kind::Html
    } else if has("%pdf-1.") && !head.starts_with(|c: char| c.is_alphabetic()) {
        // Some systems put a line or a mark before it.
        Kind::Pdf
    } else {
        Kind::Text
    }
}

/// Two letters prove little: text may begin with them.
fn is_it(bytes: &[u8], magic: &[u8]) -> bool {
    magic.len() > 2 || bytes.iter().take(64).any(|byte| *byte == 0) || bytes.starts_with(b"\x1F\x8B")
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
        Kind::TextDocument
    } else if has(b"OFD.xml") {
        Kind::Ofd
    } else if has(b"ppt/presentation.xml") {
        Kind::Other(" PPTX 文件")
    } else if has(b"application/vnd.oasis.opendocument.text") {
        Kind::Old(Old::Odt)
    } else {
        Kind::Archive
    }
}

/// The directory of a compound file names its streams in UTF-16.
fn compound(bytes: &[u8]) -> Kind {
    let has = |name: &str| {
        let wanted: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wanted.len()).any(|window| window == wanted)
    };
    if has("EncryptedPackage") {
        Kind::Other("加了密码的 Office 文件")
    } else if has("WordDocument") {
        Kind::Old(Old::Doc)
    } else if has("Workbook") || has("Book") {
        Kind::Old(Old::Xls)
    } else {
        Kind::Other("旧版 Office 或 WPS 文件（DOC、XLS），或加了密码的文件")
    }
}

/// How many bytes of a text file are looked at.
const HEAD: usize = 4096;

/// The beginning in lower-case ASCII, whatever the encoding.
fn head(bytes: &[u8]) -> String {
    let is_wide = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    bytes
        .iter()
        .take(HEAD)
        .filter(|byte| !(is_wide && **byte == 0))
        .map(|byte| if byte.is_ascii() { char::from(byte.to_ascii_lowercase()) } else { '\u{FFFD}' })
        .collect()
}

fn is_html(head: &str) -> bool {
    let has = |tag: &str| head.contains(tag);
    let count = |tag: &str| head.matches(tag).count();
    let opens = head.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FFFD}').starts_with('<');
    has("<!doctype html")
        || has("<html")
        || has("<head>")
        || (has("<table") && has("<tr"))
        || (opens
            && ["<div", "<p", "<br", "<span", "<td", "<meta"].iter().map(|tag| count(tag)).sum::<usize>()
                >= 2)
}

impl Kind {
    /// What people call it, as it stands after 这是.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "纯文本",
            Self::Html => "网页（HTML）文件",
            Self::WebArchive => "单文件网页（MHT）",
            Self::Workbook => " XLSX 工作簿",
            Self::TextDocument => " DOCX 文件",
            Self::Pdf => " PDF 文件",
            Self::Ofd => " OFD 文件",
            Self::Archive => " ZIP 压缩包",
            Self::Old(old) => old.name(),
            Self::Other(name) => name,
        }
    }

    /// The refusal for a reader that wants plain text; none for text.
    #[must_use]
    pub fn refusal_as_text(self) -> Option<Fault> {
        const READS: &str = "纯文本（TXT）";
        const ADVICE: &str = "请打开文件，全选、复制，粘贴到记事本中另存为 TXT 后再查。";
        (self != Self::Text).then(|| Fault::Unsupported(self.name(), READS, ADVICE))
    }

    /// The refusal for a reader that wants rows; none for workbooks and text.
    #[must_use]
    pub fn refusal_as_rows(self) -> Option<Fault> {
        const READS: &str = " XLSX 和 CSV 表格";
        const ADVICE: &str = "请用 Excel 或 WPS 打开，另存为 XLSX（不加密码）后再导入。";
        let is_read = matches!(self, Self::Text | Self::Workbook);
        (!is_read).then(|| Fault::Unsupported(self.name(), READS, ADVICE))
    }
}

impl Old {
    /// What people call it, as it stands after 这是.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Doc => "旧版 Word 或 WPS 文件（DOC、WPS）",
            Self::Xls => "旧版 Excel 或 WPS 表格（XLS、ET）",
            Self::Rtf => " RTF 文件",
            Self::Odt => " ODT 文件",
        }
    }

    /// The ending that a converter knows it by, without the point.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Doc => "doc",
            Self::Xls => "xls",
            Self::Rtf => "rtf",
            Self::Odt => "odt",
        }
    }

    /// The ending of what it is converted to, without the point.
    #[must_use]
    pub const fn becomes(self) -> &'static str {
        match self {
            Self::Xls => "xlsx",
            Self::Doc | Self::Rtf | Self::Odt => "docx",
        }
    }
}
