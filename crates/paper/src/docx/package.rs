//! The file itself: its parts, how they refer to each other, and the archive that holds them.

use std::io::{Cursor, Write as _};

use law::Date;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::page::{Page, RUNNING};
use super::xml::Xml;
use super::{fonts, styles};
use crate::Error;

/// The names of `WordprocessingML`.
pub(super) const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// The names of references.
pub(super) const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const CORE: &str = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
const CORE_RELATION: &str =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
const EXTENDED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
const RELATIONS_TYPE: &str = "application/vnd.openxmlformats-package.relationships+xml";
const CORE_TYPE: &str = "application/vnd.openxmlformats-package.core-properties+xml";
const EXTENDED_TYPE: &str = "application/vnd.openxmlformats-officedocument.extended-properties+xml";

/// What is said about a document beside its text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Document<'a> {
    pub(super) title: &'a str,
    pub(super) author: &'a str,
    pub(super) on: Date,
    /// What stands at the head of each page; nothing if empty.
    pub(super) mark: &'a str,
    pub(super) page: Page,
}

/// Puts the parts together. The archive carries no time of its own, so the same document gives the same bytes.
pub(super) fn pack(document: &Document<'_>, body: impl FnOnce(&mut Xml)) -> Result<Vec<u8>, Error> {
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), content_types()),
        ("_rels/.rels".to_owned(), package_relations()),
        ("docProps/core.xml".to_owned(), core(document)),
        ("docProps/app.xml".to_owned(), application()),
        ("word/document.xml".to_owned(), main_part(document, body)),
        ("word/_rels/document.xml.rels".to_owned(), document_relations()),
        ("word/styles.xml".to_owned(), styles::part()),
        ("word/fontTable.xml".to_owned(), fonts::table()),
        ("word/settings.xml".to_owned(), settings()),
    ];
    parts.extend(RUNNING.map(|running| (format!("word/{}", running.file()), running.part(document.mark))));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(name, options)?;
        archive.write_all(text.as_bytes()).map_err(zip::result::ZipError::from)?;
    }
    Ok(archive.finish()?.into_inner())
}

fn main_part(document: &Document<'_>, body: impl FnOnce(&mut Xml)) -> String {
    let mut xml = Xml::new();
    xml.within("w:document", &[("xmlns:w", W), ("xmlns:r", R)], |xml| {
        xml.within("w:body", &[], |xml| {
            body(xml);
            document.page.write(xml);
        });
    });
    xml.finish()
}

fn content_types() -> String {
    let mut xml = Xml::new();
    xml.within("Types", &[("xmlns", TYPES)], |xml| {
        xml.empty("Default", &[("Extension", "rels"), ("ContentType", RELATIONS_TYPE)]);
        xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
        let mut part = |name: &str, kind: &str| {
            xml.empty("Override", &[("PartName", name), ("ContentType", kind)]);
        };
        part("/docProps/core.xml", CORE_TYPE);
        part("/docProps/app.xml", EXTENDED_TYPE);
        for (name, kind) in [
            ("document", "document.main"),
            ("styles", "styles"),
            ("fontTable", "fontTable"),
            ("settings", "settings"),
        ] {
            part(&format!("/word/{name}.xml"), &format!("{WORD}{kind}+xml"));
        }
        for running in RUNNING {
            part(&format!("/word/{}", running.file()), &format!("{WORD}{}+xml", running.tag));
        }
    });
    xml.finish()
}

fn relations(all: &[(&str, &str, &str)]) -> String {
    let mut xml = Xml::new();
    xml.within("Relationships", &[("xmlns", RELATIONS)], |xml| {
        for (id, kind, target) in all {
            xml.empty("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]);
        }
    });
    xml.finish()
}

fn package_relations() -> String {
    relations(&[
        ("rId1", &format!("{R}/officeDocument"), "word/document.xml"),
        ("rId2", CORE_RELATION, "docProps/core.xml"),
        ("rId3", &format!("{R}/extended-properties"), "docProps/app.xml"),
    ])
}

fn document_relations() -> String {
    let kinds =
        ["styles", "fontTable", "settings"].map(|kind| (format!("{R}/{kind}"), format!("{kind}.xml")));
    let running = RUNNING.map(|running| (running.id, format!("{R}/{}", running.tag), running.file()));
    let parts = ["rIdStyles", "rIdFonts", "rIdSettings"].iter().zip(&kinds);
    let parts = parts.map(|(id, (kind, target))| (*id, kind.as_str(), target.as_str()));
    let running = running.iter().map(|(id, kind, target)| (*id, kind.as_str(), target.as_str()));
    relations(&parts.chain(running).collect::<Vec<_>>())
}

fn core(document: &Document<'_>) -> String {
    let mut xml = Xml::new();
    let names = [
        ("xmlns:cp", CORE),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    let at = format!("{}T00:00:00Z", document.on);
    xml.within("cp:coreProperties", &names, |xml| {
        xml.leaf("dc:title", &[], document.title);
        xml.leaf("dc:creator", &[], document.author);
        xml.leaf("cp:lastModifiedBy", &[], document.author);
        xml.leaf("dcterms:created", &[("xsi:type", "dcterms:W3CDTF")], &at);
        xml.leaf("dcterms:modified", &[("xsi:type", "dcterms:W3CDTF")], &at);
        xml.leaf("dc:language", &[], "zh-CN");
    });
    xml.finish()
}

fn application() -> String {
    let mut xml = Xml::new();
    xml.within("Properties", &[("xmlns", EXTENDED)], |xml| xml.leaf("Application", &[], "gongkai"));
    xml.finish()
}

/// Odd and even pages differ; Chinese rules of line breaking and punctuation.
fn settings() -> String {
    let mut xml = Xml::new();
    xml.within("w:settings", &[("xmlns:w", W)], |xml| {
        xml.empty("w:zoom", &[("w:percent", "100")]);
        xml.val("w:defaultTabStop", "420");
        xml.empty("w:evenAndOddHeaders", &[]);
        xml.val("w:characterSpacingControl", "compressPunctuation");
        xml.within("w:compat", &[], |xml| {
            for name in ["spaceForUL", "balanceSingleByteDoubleByteWidth", "doNotLeaveBackslashAlone"] {
                xml.empty(&format!("w:{name}"), &[]);
            }
            for name in ["ulTrailSpace", "doNotExpandShiftReturn", "adjustLineHeightInTable", "useFELayout"] {
                xml.empty(&format!("w:{name}"), &[]);
            }
            let mode = [
                ("w:name", "compatibilityMode"),
                ("w:uri", "http://schemas.microsoft.com/office/word"),
                ("w:val", "15"),
            ];
            xml.empty("w:compatSetting", &mode);
        });
        xml.empty("w:themeFontLang", &[("w:val", "zh-CN"), ("w:eastAsia", "zh-CN")]);
    });
    xml.finish()
}
