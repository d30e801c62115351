//! Files made to break a reader: each gets a sentence.

use std::io::{Cursor, Write};

use reading::{Fault, rows};
use rust_xlsxwriter::Workbook;
use zip::write::SimpleFileOptions;

use super::read;
use super::support::zipped;

fn small_workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for row in 0..20 {
        sheet.write(row, 0, format!("第{row}行")).unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

/// A workbook with these parts in place of, or beside, those of a sound one.
pub(crate) fn altered(replacements: &[(&str, &str)]) -> Vec<u8> {
    let mut sound = zip::ZipArchive::new(Cursor::new(small_workbook())).unwrap();
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..sound.len() {
        let mut part = sound.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        writer.start_file(&name, SimpleFileOptions::default()).unwrap();
        match replacements.iter().find(|(replaced, _)| *replaced == name) {
            Some((_, content)) => writer.write_all(content.as_bytes()).unwrap(),
            None => drop(std::io::copy(&mut part, &mut writer).unwrap()),
        }
    }
    writer.finish().unwrap().into_inner()
}

pub(crate) fn sheet(head: &str, rows: &str) -> String {
    format!(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{head}<sheetData>{rows}</sheetData></worksheet>"
    )
}

pub(crate) const SHEET: &str = "xl/worksheets/sheet1.xml";

#[test]
fn every_cut_of_a_workbook_is_refused() {
    let sound = small_workbook();
    for length in (4..sound.len()).step_by(97) {
        let fault = read("a.xlsx", &sound[..length]).unwrap_err();
        assert!(matches!(fault, Fault::Broken(_) | Fault::Unsupported(..)), "{length}: {fault}");
    }
}

#[test]
fn what_a_library_says_of_a_broken_file_is_not_told() {
    let sound = small_workbook();
    let cut = |length: usize| read("a.xlsx", &sound[..length]).unwrap_err().to_string();
    let mut told: Vec<String> = (4..sound.len()).step_by(97).map(cut).collect();
    let word = b"<w:document><w:body></w:p></w:document>".as_slice();
    let broken: [Vec<u8>; 4] = [
        b"%PDF-1.4 and nothing that a page would have".to_vec(),
        b"%PDF-1.7\nstartxref\n999999\n%%EOF".to_vec(),
        zipped(&[("word/document.xml", word)]),
        sound[..sound.len() / 2].to_vec(),
    ];
    let none = reading::Aids::default();
    told.extend(broken.iter().map(|bytes| reading::read(bytes, &none).unwrap_err().to_string()));
    let is_word = |word: &&str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    for sentence in told {
        let words: Vec<&str> = sentence.split([' ', '（', '）', '。', '：']).collect();
        assert!(!words.windows(2).any(|pair| pair.iter().all(is_word)), "{sentence}");
    }
}

#[test]
fn every_flipped_byte_is_survived() {
    let sound = small_workbook();
    for place in (0..sound.len()).step_by(41) {
        let mut bytes = sound.clone();
        bytes[place] ^= 0x5A;
        if let Err(fault) = read("a.xlsx", &bytes) {
            assert!(fault.to_string().chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c)));
        }
    }
}

#[test]
fn a_bomb_is_refused_by_what_it_unpacks_to() {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("xl/workbook.xml", SimpleFileOptions::default()).unwrap();
    let zeros = vec![b' '; 1024 * 1024];
    for _ in 0..=rows::MAX_UNPACKED_BYTES / zeros.len() as u64 {
        writer.write_all(&zeros).unwrap();
    }
    let bytes = writer.finish().unwrap().into_inner();
    assert!(bytes.len() < 2 * 1024 * 1024);
    assert!(matches!(read("a.xlsx", &bytes), Err(Fault::TooLarge { .. })));
}

#[test]
fn a_stated_number_of_texts_that_would_exhaust_memory_is_refused() {
    for count in ["99999999999", "18446744073709551615", "340282366920938463463374607431768211456"] {
        let texts = format!("<sst uniqueCount=\"{count}\"><si><t>a</t></si></sst>");
        let fault = read("a.xlsx", &altered(&[("xl/sharedStrings.xml", &texts)])).unwrap_err();
        assert!(matches!(fault, Fault::Broken(_)), "{fault}");
    }
}

#[test]
fn nonsense_inside_a_sheet_is_refused_without_a_panic() {
    let cases = [
        sheet("<dimension ref=\"B9:A1\"/>", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"),
        sheet("", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>999999</v></c></row>"),
        sheet("", "<row r=\"99999999999\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>"),
        sheet("", "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>"),
        sheet("", "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"),
        sheet("", "<row r=\"1\"><c r=\"A1\"><v>x"),
        String::new(),
        "<worksheet/>".to_owned(),
    ];
    for content in cases {
        assert!(read("a.xlsx", &altered(&[(SHEET, &content)])).is_err(), "{content}");
    }
}

#[test]
fn entities_are_not_expanded() {
    let bomb = "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>".to_owned()
        + &sheet("", "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&b;</t></is></c></row>");
    match read("a.xlsx", &altered(&[(SHEET, &bomb)])) {
        Ok(rows) => assert!(rows.iter().all(|row| row.cells.iter().all(|cell| cell.len() < 10))),
        Err(fault) => assert!(matches!(fault, Fault::Row { .. } | Fault::Broken(_))),
    }
}

#[test]
fn parts_outside_a_folder_are_refused_without_a_panic() {
    let relations = "<Relationships><Relationship Id=\"rId1\" Target=\"/sheet1.xml\"/></Relationships>";
    assert!(read("a.xlsx", &altered(&[("xl/_rels/workbook.xml.rels", relations)])).is_err());
}

#[test]
fn foreign_and_large_files_are_named() {
    let foreign = read("a.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....").unwrap_err().to_string();
    assert!(foreign.contains("XLS") && foreign.contains("另存为 XLSX"), "{foreign}");
    let page = read("a.xls", b"<html><table><tr><td>1</td></tr></table></html>").unwrap_err().to_string();
    assert!(page.contains("HTML"), "{page}");
    let large = vec![b'a'; usize::try_from(rows::MAX_FILE_BYTES).unwrap() + 1];
    assert!(matches!(read("a.csv", &large), Err(Fault::TooLarge { .. })));
    assert!(matches!(read("a.csv", b""), Err(Fault::Empty)));
}
