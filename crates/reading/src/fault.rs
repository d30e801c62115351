//! Why a file cannot be read: each a plain Chinese sentence with what to do.

/// A file, or a place in it, that cannot be read. `Display` is the sentence a user sees.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// No bytes, or nothing but blanks.
    #[error("文件是空的，没有可读的内容。")]
    Empty,
    /// Larger than this program reads.
    #[error("文件有 {actual}，超过上限 {limit}，未读取。请确认选对了文件，或拆分后再试。", actual = megabytes(*.actual), limit = megabytes(*.limit))]
    TooLarge {
        /// Bytes of the file, or of what it unpacks to.
        actual: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// A format that is known but not read here.
    #[error("这是{0}，本版本只读{1}。{2}")]
    Unsupported(&'static str, &'static str, &'static str),
    /// Bytes that are no text in any encoding read here.
    #[error(
        "认不出文件的文字编码（可读 UTF-8、GB18030 和带标记的 UTF-16）。请用记事本打开，另存为 UTF-8 后再试。"
    )]
    UnknownEncoding,
    /// Text in a known encoding that breaks off or is damaged.
    #[error("文件第 {line} 行有损坏的文字（按 {encoding} 读取失败），可能没有传完整。请重新取得文件后再试。")]
    BrokenText {
        /// Line from 1.
        line: usize,
        /// Name of the encoding.
        encoding: &'static str,
    },
    /// More than this program reads of something.
    #[error("{what}超过 {limit} {unit}，未读取。请确认选对了文件，或拆分后再试。")]
    TooMuch {
        /// What there is too much of.
        what: &'static str,
        /// Its unit, with the measure word.
        unit: &'static str,
        /// The limit in that unit.
        limit: usize,
    },
    /// Elements inside one another beyond all reason.
    #[error("文件的内部结构嵌套过深，未读取。正常的报告不会这样，请重新取得文件，或打开后另存一份再试。")]
    TooDeep,
    /// A file for inspection whose structure does not hold.
    #[error("文件已损坏或不完整，无法读取（{0}）。请重新取得文件，或打开后另存一份再试。")]
    Damaged(String),
    /// A file that opens only with a password.
    #[error("文件加了密码，无法读取。请去掉密码，另存一份再试。")]
    Locked,
    /// A format that LibreOffice turns into one read here, and there is none.
    #[error(
        "这是{0}，要由 LibreOffice 转换后才能读取，本机没有找到它。请安装 LibreOffice（Debian、Ubuntu 上：apt install libreoffice-writer-nogui libreoffice-calc-nogui），或用 Word、WPS 打开，另存为 DOCX 或 XLSX 后再试。"
    )]
    NeedsOffice(&'static str),
    /// LibreOffice was there and did not do it.
    #[error("这是{0}，LibreOffice 没有转换成功（{1}）。请用 Word 或 WPS 打开，另存为 DOCX 或 XLSX 后再试。")]
    NotConverted(&'static str, String),
    /// A workbook or archive whose structure does not hold.
    #[error("文件已损坏或不完整，无法打开（{0}）。请用 Excel 或 WPS 打开并另存为 XLSX 后再试。")]
    Broken(String),
    /// No sheet of that number.
    #[error("工作簿里没有名为“{0}”的工作表。")]
    NoSuchSheet(String),
    /// A row that cannot be read; rows before it were.
    #[error("工作表“{sheet}”第 {row} 行无法读取：{reason}。")]
    Row {
        /// The sheet's name.
        sheet: String,
        /// Row from 1, as the spreadsheet program numbers it.
        row: u64,
        /// What is wrong there.
        reason: String,
    },
}

/// A size for people: whole megabytes, at least one decimal below ten.
fn megabytes(bytes: u64) -> String {
    let tenths = bytes / (1024 * 1024 / 10);
    if tenths < 100 { format!("{}.{} MB", tenths / 10, tenths % 10) } else { format!("{} MB", tenths / 10) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_read_as_people_write_them() {
        assert_eq!(megabytes(1024 * 1024 * 3 / 2), "1.5 MB");
        assert_eq!(megabytes(100 * 1024 * 1024), "100 MB");
    }
}
