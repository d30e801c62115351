//! Text files in every encoding, and files that are none.

use inspect::Reader;
use reading::{Encoding, Fault, Kind, MAX_TEXT_BYTES, PlainText, decode, sniff};

const TEXT: &str = "示例镇2020年政府信息公开工作年度报告\n一、总体情况\n全年主动公开信息12条。\n";

fn gb18030(text: &str) -> Vec<u8> {
    encoding_rs::GB18030.encode(text).0.into_owned()
}

fn utf16le(text: &str) -> Vec<u8> {
    [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
}

fn utf16be(text: &str) -> Vec<u8> {
    [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect()
}

#[test]
fn every_encoding_gives_the_same_text() {
    let with_mark = [b"\xEF\xBB\xBF", TEXT.as_bytes()].concat();
    let cases = [
        (TEXT.as_bytes().to_vec(), Encoding::Utf8),
        (with_mark, Encoding::Utf8),
        (utf16le(TEXT), Encoding::Utf16),
        (utf16be(TEXT), Encoding::Utf16),
        (gb18030(TEXT), Encoding::Gb18030),
    ];
    for (bytes, encoding) in cases {
        let decoded = decode(&bytes).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.encoding), (TEXT, encoding));
    }
}

#[test]
fn lines_are_numbered_from_one_as_in_the_file() {
    let document = PlainText.read("甲\r\n\r\n乙\r\n".as_bytes()).unwrap();
    let lines: Vec<_> = document.lines.iter().map(|line| (line.no, line.text.as_str())).collect();
    assert_eq!(lines, [(1, "甲"), (2, ""), (3, "乙")]);
}

#[test]
fn a_form_feed_begins_a_page() {
    let document = PlainText.read("甲\n\u{C}乙\n".as_bytes()).unwrap();
    assert_eq!(document.lines[0].page, Some(1));
    assert_eq!((document.lines[1].page, document.lines[1].text.as_str()), (Some(2), "乙"));
}

#[test]
fn a_text_cut_within_a_character_is_named_as_damaged_and_not_read_as_another_encoding() {
    let bytes = &TEXT.as_bytes()[..TEXT.len() - 2];
    let fault = decode(bytes).unwrap_err();
    assert_eq!(fault, Fault::BrokenText { line: 3, encoding: "UTF-8" });
    assert!(fault.to_string().contains("第 3 行"));
}

#[test]
fn an_odd_last_byte_in_utf16_is_damage() {
    let mut bytes = utf16le(TEXT);
    bytes.pop();
    assert!(matches!(decode(&bytes), Err(Fault::BrokenText { encoding: "UTF-16", .. })));
}

#[test]
fn bytes_of_another_encoding_are_refused_instead_of_read_as_nonsense() {
    let big5 =
        encoding_rs::BIG5.encode("示例鎮政府資訊公開工作年度報告，本年度共收到申請十二件。").0.into_owned();
    let cyrillic = encoding_rs::WINDOWS_1251.encode("Годовой отчёт об открытости информации").0.into_owned();
    for bytes in [big5, cyrillic] {
        assert_eq!(decode(&bytes), Err(Fault::UnknownEncoding));
    }
}

#[test]
fn noise_and_unmarked_utf16_are_refused() {
    let noise: Vec<u8> = (0..4096_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let unmarked = &utf16le(TEXT)[2..];
    for bytes in [noise.as_slice(), unmarked] {
        assert!(matches!(decode(bytes), Err(Fault::UnknownEncoding | Fault::BrokenText { .. })));
    }
}

#[test]
fn nothing_is_named_as_empty() {
    for bytes in [&b""[..], b"\xEF\xBB\xBF", b" \r\n\t\n"] {
        assert_eq!(PlainText.document(bytes), Err(Fault::Empty));
    }
}

#[test]
fn a_foreign_format_is_named_with_what_to_do() {
    let cases: [(&[u8], &str); 6] = [
        (b"%PDF-1.7\n", "PDF"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest", "DOC"),
        (b"PK\x03\x04....word/document.xml", "DOCX"),
        (b"PK\x03\x04....xl/workbook.xml", "XLSX"),
        (b"PK\x03\x04....OFD.xml", "OFD"),
        (b"<!DOCTYPE html><html><body>", "HTML"),
    ];
    for (bytes, name) in cases {
        let sentence = PlainText.read(bytes).unwrap_err().to_string();
        assert!(sentence.contains(name) && sentence.contains("本版本只读纯文本"), "{sentence}");
    }
    assert_eq!(sniff(TEXT.as_bytes()), Kind::Text);
}

#[test]
fn a_file_of_a_hundred_megabytes_is_refused_by_its_length() {
    let sentence = PlainText::admit(100 * 1024 * 1024).unwrap_err().to_string();
    assert!(sentence.contains("100 MB") && sentence.contains("4.0 MB"), "{sentence}");
    assert_eq!(PlainText::admit(MAX_TEXT_BYTES), Ok(()));
    let large = vec![b'a'; usize::try_from(MAX_TEXT_BYTES).unwrap() + 1];
    assert!(matches!(PlainText.document(&large), Err(Fault::TooLarge { .. })));
}
