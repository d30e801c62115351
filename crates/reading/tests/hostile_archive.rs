//! ZIP archives made to break a reader: members that lie over one another, sizes that lie, names of every kind.

use std::io::{Cursor, Write};

use reading::{Aids, document};
use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

use super::support::{lines, refused, zipped};

const MAIN: &str = "word/document.xml";

fn word(text: &str) -> String {
    format!("<w:document><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>")
}

/// Members stored as they are, so that their bytes can be found.
fn stored(members: &[(&str, &[u8])]) -> Vec<u8> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in members {
        writer.start_file(*name, options).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Where the entries of the directory begin.
fn entries(bytes: &[u8]) -> Vec<usize> {
    let marks = bytes.windows(4).enumerate().filter(|(_, window)| window == b"PK\x01\x02");
    marks.map(|(at, _)| at).collect()
}

#[test]
fn members_that_lie_over_one_another_are_refused() {
    let large = vec![b'<'; 200_000];
    let mut members = vec![(MAIN, large.as_slice())];
    let names: Vec<String> = (0..50).map(|number| format!("{number:04}")).collect();
    members.extend(names.iter().map(|name| (name.as_str(), b"".as_slice())));
    let mut bytes = stored(&members);
    // Every entry claims the content of the first.
    let entries = entries(&bytes);
    let sizes = bytes[entries[0] + 20..entries[0] + 28].to_vec();
    for entry in entries {
        bytes[entry + 20..entry + 28].copy_from_slice(&sizes);
    }
    assert!(refused(&bytes).contains("重叠"));
}

#[test]
fn a_size_that_lies_is_refused_or_read_as_far_as_the_truth_goes() {
    let sound = stored(&[(MAIN, word("公开").as_bytes())]);
    let entry = entries(&sound)[0];
    for (place, stated) in [(20, 0_u32), (20, u32::MAX - 1), (24, 0), (24, 5), (24, u32::MAX - 1), (42, 9999)]
    {
        let mut bytes = sound.clone();
        bytes[entry + place..entry + place + 4].copy_from_slice(&stated.to_le_bytes());
        match document(&bytes, &Aids::default()) {
            Ok(document) => assert_eq!(lines(&document), ["公开"], "{place} {stated}"),
            Err(_) => drop(refused(&bytes)),
        }
    }
}

#[test]
fn too_many_members_and_a_bomb_among_small_ones_are_refused() {
    let text = word("公开");
    let names: Vec<String> = (0..10_000).map(|number| format!("{number}")).collect();
    let mut members = vec![(MAIN, text.as_bytes())];
    members.extend(names.iter().map(|name| (name.as_str(), b"".as_slice())));
    assert!(refused(&stored(&members)).contains("个文件"));
    // Each under the size from which the ratio is asked, all together beyond what is unpacked.
    let bomb = zipped(&[(MAIN, &vec![b' '; 17 * 1024 * 1024])]);
    assert!(refused(&bomb).contains("超过上限"));
    // An archive within an archive is not a document.
    assert!(refused(&zipped(&[("甲.zip", &bomb)])).contains("ZIP"));
}

#[test]
fn names_that_lead_elsewhere_are_only_names() {
    let text = word("公开");
    let relations = |target: &str| {
        format!(
            "<Relationships><Relationship Type=\"x/officeDocument\" Target=\"{target}\"/></Relationships>"
        )
    };
    for target in [
        "../../../../etc/passwd",
        "/etc/passwd",
        "file:///etc/passwd",
        "C:\\boot.ini",
        "http://localhost/",
        "",
    ] {
        let relations = relations(target);
        let members = [
            (MAIN, text.as_bytes()),
            ("_rels/.rels", relations.as_bytes()),
            ("../../x", b"x"),
            ("/etc/x", b"x"),
        ];
        assert!(refused(&stored(&members)).contains("缺少"), "{target}");
    }
    // A name that is neither UTF-8 nor GB18030.
    let mut bytes = stored(&[(MAIN, text.as_bytes()), ("QQQQ", b"x")]);
    let places: Vec<usize> = (0..bytes.len() - 4).filter(|at| &bytes[*at..*at + 4] == b"QQQQ").collect();
    for place in places {
        bytes[place..place + 4].copy_from_slice(b"\xFF\xFE\xFF\x80");
    }
    assert_eq!(lines(&document(&bytes, &Aids::default()).unwrap()), ["公开"]);
}

#[test]
fn every_cut_of_an_archive_is_refused() {
    let sound =
        zipped(&[(MAIN, word(&"公开一二三".repeat(200)).as_bytes()), ("word/styles.xml", b"<w:styles/>")]);
    for length in 4..sound.len() {
        refused(&sound[..length]);
    }
}
