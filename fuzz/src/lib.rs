//! What the fuzz targets share: packing, pieces of reports, and which panics count.

mod panics;
mod pdf;
mod pieces;

use std::io::{Cursor, Write};

use inspect::{Document, Options};
use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

pub use panics::forgive_libraries;
pub use pdf::framed;
pub use pieces::{heap, number, spelled};

/// Parts one input into several: it never stands in UTF-8.
pub const SEPARATOR: u8 = 0xFF;

/// The parts of a DOCX file that are read.
pub const DOCX: [&str; 5] =
    ["word/document.xml", "word/numbering.xml", "word/styles.xml", "word/footnotes.xml", "_rels/.rels"];
/// The parts of an XLSX file that are read.
pub const XLSX: [&str; 6] = [
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
    "[Content_Types].xml",
];
/// The parts of an OFD file that are read.
pub const OFD: [&str; 4] =
    ["Doc_0/Pages/Page_0/Content.xml", "Doc_0/Document.xml", "OFD.xml", "Doc_0/Tpls/Tpl_0/Content.xml"];

/// A ZIP archive of an input's parts under these names, stored as they are: no sum and no compression stands
/// between the fuzzer and the reader.
#[must_use]
pub fn packed(names: &[&str], input: &[u8]) -> Vec<u8> {
    let parts = input.splitn(names.len(), |byte| *byte == SEPARATOR);
    zipped(names.iter().zip(parts).map(|(name, content)| (*name, content)))
}

/// A ZIP archive of these members.
#[must_use]
pub fn zipped<'a>(members: impl Iterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in members {
        // Memory takes whatever is written.
        let written = writer.start_file(name, options).map(|()| writer.write_all(content));
        assert!(matches!(written, Ok(Ok(()))), "{name} is not packed");
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}

/// Checks one report before the clock runs: patterns are made when they are first used.
pub fn warm() {
    let text =
        "示例镇人民政府2020年政府信息公开工作年度报告\n一、总体情况\n全年公开125条，其中网站12条，占9.6%。\n";
    let document = Document::from_text(text);
    drop(inspect::examine(&document, &options(false), inspect::Beside::default()));
}

/// How the targets check.
#[must_use]
pub fn options(excerpt: bool) -> Options {
    Options { file: "报告.txt".to_owned(), excerpt }
}

/// Reads a file as the program does; a refusal is a sentence in Chinese.
pub fn read(bytes: &[u8]) {
    match reading::read(bytes, &reading::Aids::default()) {
        Ok(document) => whole(&document),
        Err(unreadable) => {
            let is_chinese = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c);
            assert!(unreadable.0.contains(is_chinese), "{unreadable}");
        }
    }
}

/// Lines are numbered without a gap; cells stand on one of them, pictures on one or behind the last.
fn whole(document: &Document) {
    let last = document.lines.len();
    assert!((1..).zip(&document.lines).all(|(no, line): (u32, _)| line.no == no), "lines are not numbered");
    for cell in document.tables.iter().flat_map(|table| table.rows.iter().flatten()) {
        assert!((1..=last).contains(&(cell.place.line as usize)), "{:?} of {last} lines", cell.place);
    }
    for place in &document.pictures {
        assert!((1..=last + 1).contains(&(place.line as usize)), "{place:?} of {last} lines");
    }
}

/// Every rule answers, and every quotation stands where it is said to stand.
pub fn sound(document: &Document, checked: &inspect::Checked) {
    for rule in law::report::identity::RULES {
        assert!(checked.findings.iter().any(|finding| finding.rule == rule.id), "{} is silent", rule.id);
    }
    for finding in &checked.findings {
        for evidence in finding.evidence.iter().filter(|evidence| evidence.file.is_none()) {
            let index = evidence.place.line.checked_sub(1).map(|index| index as usize);
            let line = index.and_then(|index| document.lines.get(index));
            assert!(line.is_some(), "{} quotes a line that is not there", finding.rule);
        }
    }
}
