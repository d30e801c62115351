//! Files made to exhaust the machine, through the program: each gets its sentence, and the next file is read.

use std::io::Write as _;

use zip::write::SimpleFileOptions;

use super::{Desk, publications};

/// A page that draws one operation with millions of operands: a few kilobytes, and as memory more than a worker may
/// take.
fn greedy() -> Vec<u8> {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all("1 ".repeat(8_000_000).as_bytes()).unwrap();
    let packed = packer.finish().unwrap();
    let mut bytes = b"%PDF-1.5\n".to_vec();
    let mut places = String::new();
    let stream = format!("<</Filter/FlateDecode/Length {}>>stream\n", packed.len());
    let objects: [&[&[u8]]; 4] = [
        &[b"<</Type/Catalog/Pages 2 0 R>>"],
        &[b"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 600 800]>>"],
        &[b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>"],
        &[stream.as_bytes(), &packed, b"\nendstream"],
    ];
    for (number, object) in (1..).zip(objects) {
        places += &format!("{:010} 00000 n \n", bytes.len());
        bytes.extend(format!("{number} 0 obj\n").bytes());
        bytes.extend(object.concat());
        bytes.extend(b"\nendobj\n");
    }
    let start = bytes.len();
    let end = format!(
        "xref\n0 5\n0000000000 65535 f \n{places}trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n{start}\n%%EOF"
    );
    bytes.extend(end.bytes());
    bytes
}

/// A tag whose attributes are compared each with each.
fn endless() -> Vec<u8> {
    let attributes: String = (0..400_000).map(|number| format!(" a{number}")).collect();
    format!("<html><p{attributes}>公开</p></html>").into_bytes()
}

const GOOD: &[u8] = "<html><p>示例镇人民政府2023年政府信息公开工作年度报告</p></html>".as_bytes();

#[cfg(target_os = "linux")]
#[test]
fn a_file_over_the_memory_or_the_time_of_a_worker_gets_a_sentence_and_the_next_is_read() {
    let desk = Desk::empty();
    desk.put("1-greedy.pdf", greedy());
    desk.put("2-good.html", GOOD);
    desk.put("3-endless.html", endless());
    desk.put("4-good.html", GOOD);
    let said = desk.run("check 1-greedy.pdf 2-good.html 3-endless.html 4-good.html --json");
    let answer: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    let error = |at: usize| answer[at]["error"].as_str().unwrap_or_default().to_owned();
    assert!(error(0).contains("内存超过上限"), "{}", error(0));
    assert!(error(2).contains("超过 10 秒"), "{}", error(2));
    for at in [1, 3] {
        assert_eq!((error(at).as_str(), answer[at]["year"].as_i64()), ("", Some(2023)), "{answer}");
    }
}

/// A workbook with a single text that no cell may have: a few hundred kilobytes, and as memory more than a worker may take.
fn boundless() -> Vec<u8> {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let related = "http://schemas.openxmlformats.org/package/2006/relationships";
    let member = |name: &str, content: String| (name.to_owned(), content.into_bytes());
    archive(&[
        member(
            "[Content_Types].xml",
            "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>".to_owned(),
        ),
        member(
            "_rels/.rels",
            format!(
                "<Relationships xmlns='{related}'><Relationship Id='a' Type='{kind}/officeDocument' Target='xl/workbook.xml'/></Relationships>"
            ),
        ),
        member(
            "xl/workbook.xml",
            format!(
                "<workbook xmlns='{main}' xmlns:r='{kind}'><sheets><sheet name='甲' sheetId='1' r:id='a'/></sheets></workbook>"
            ),
        ),
        member(
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns='{related}'><Relationship Id='a' Type='{kind}/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='b' Type='{kind}/sharedStrings' Target='sharedStrings.xml'/></Relationships>"
            ),
        ),
        member("xl/worksheets/sheet1.xml", format!("<worksheet xmlns='{main}'><sheetData/></worksheet>")),
        member(
            "xl/sharedStrings.xml",
            format!("<sst xmlns='{main}'><si><t>{}</t></si></sst>", "公".repeat(70_000_000)),
        ),
    ])
}

#[cfg(target_os = "linux")]
#[test]
fn a_workbook_over_the_memory_of_a_worker_imports_nothing_and_the_next_is_imported() {
    let desk = Desk::new();
    desk.put("boundless.xlsx", boundless());
    desk.put("good.csv", publications(3));
    let said = desk.run("import publication boundless.xlsx --organ 示例镇 --year 2020");
    assert!(said.err.contains("内存超过上限"), "{}", said.err);
    desk.good("import publication good.csv --organ 示例镇 --year 2020");
    assert!(desk.counts().contains("\"publication\":3"), "{}", desk.counts());
}

fn archive(members: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in members {
        archive.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn archives_of_archives_are_read_up_to_the_limit_of_one() {
    let desk = Desk::empty();
    let small: Vec<(String, Vec<u8>)> =
        (0..2600).map(|number| (format!("{number}.bin"), b"\0".to_vec())).collect();
    let inner = archive(&small);
    let outer: Vec<(String, Vec<u8>)> =
        (0..5).map(|number| (format!("{number}.zip"), inner.clone())).collect();
    desk.put("全县.zip", archive(&outer));
    let said = desk.run("check 全县.zip --json");
    let answer: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    let answers = answer.as_array().unwrap();
    let last = answers.last().unwrap();
    assert!(answers.len() <= 10_001 && last["error"].as_str().unwrap().contains("超过10000个文件"), "{last}");
}

#[test]
fn members_that_lie_over_one_another_are_not_read() {
    let desk = Desk::empty();
    let members: Vec<(String, Vec<u8>)> = (0..40)
        .map(|number| (format!("{number}.txt"), if number == 0 { GOOD.repeat(200) } else { b"x".to_vec() }))
        .collect();
    let mut bytes = archive(&members);
    let marks = bytes.windows(4).enumerate().filter(|(_, window)| window == b"PK\x01\x02");
    let entries: Vec<usize> = marks.map(|(at, _)| at).collect();
    // Every entry points to the first member.
    let (sizes, place) =
        (bytes[entries[0] + 16..entries[0] + 28].to_vec(), bytes[entries[0] + 42..entries[0] + 46].to_vec());
    for entry in entries {
        bytes[entry + 16..entry + 28].copy_from_slice(&sizes);
        bytes[entry + 42..entry + 46].copy_from_slice(&place);
    }
    desk.put("甲.zip", bytes);
    let said = desk.run("check 甲.zip --json");
    assert!(said.out.contains("互相重叠") || said.out.contains("打不开"), "{said:?}");
}
