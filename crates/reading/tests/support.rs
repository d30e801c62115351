//! What the tests of documents share.

use std::io::{Cursor, Write};

use inspect::{Document, DocumentTable};
use zip::write::SimpleFileOptions;

/// The texts of all lines.
pub(crate) fn lines(document: &Document) -> Vec<&str> {
    document.lines.iter().map(|line| line.text.as_str()).collect()
}

/// The rows of a table, their cells joined by bars.
pub(crate) fn rows(table: &DocumentTable) -> Vec<String> {
    let texts = |row: &Vec<inspect::DocumentCell>| {
        row.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("|")
    };
    table.rows.iter().map(texts).collect()
}

/// The sentence by which a file is refused: Chinese, without a word of a library's.
pub(crate) fn refused(bytes: &[u8]) -> String {
    let fault = reading::document(bytes, &reading::Aids::default()).unwrap_err();
    let sentence = fault.to_string();
    assert!(sentence.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c)), "{sentence}");
    assert!(sentence.ends_with('。'), "{sentence}");
    sentence
}

/// A ZIP archive of these members.
pub(crate) fn zipped(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in members {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}
