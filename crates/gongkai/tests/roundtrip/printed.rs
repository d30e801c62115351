//! A report on every kind of paper, and the ways to spoil a paper after it was printed.

use std::io::{Cursor, Read as _, Write as _};
use std::sync::OnceLock;

use law::Date;
use law::report::{Content, Report, Section};
use paper::{Press, TABLE_ROW, report_docx, report_sheets};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// The page's text as a browser copies it: cells between tabs.
    Text,
    Html,
    Docx,
    Xlsx,
    Pdf,
}

/// A printed report: its members as text, which can be changed; of a PDF the bytes.
#[derive(Debug, Clone)]
pub(super) struct Paper {
    pub(super) kind: Kind,
    members: Vec<(String, Vec<u8>)>,
}

/// The title of an organ's report.
pub(super) fn title(report: &Report) -> String {
    format!("{}{}年政府信息公开工作年度报告", report.agency, report.year)
}

fn press() -> &'static Press {
    static PRESS: OnceLock<Press> = OnceLock::new();
    PRESS.get_or_init(|| Press::new(None))
}

impl Paper {
    pub(super) fn print(kind: Kind, report: &Report) -> Self {
        Self::titled(kind, report, &title(report))
    }

    pub(super) fn titled(kind: Kind, report: &Report, title: &str) -> Self {
        let on = Date::new(report.year + 1, 1, 15).unwrap();
        let one = |bytes: Vec<u8>| vec![(String::new(), bytes)];
        let members = match kind {
            Kind::Text => one(text(report, title).into_bytes()),
            Kind::Html => one(web::report_html(report, title, false).unwrap().into_bytes()),
            Kind::Pdf => one(press().report(report, title, false, on).unwrap()),
            Kind::Docx => unpacked(&report_docx(report, title, false, on).unwrap()),
            Kind::Xlsx => unpacked(&report_sheets(report, title, false, on).unwrap()),
        };
        Self { kind, members }
    }

    /// The file.
    pub(super) fn bytes(&self) -> Vec<u8> {
        match self.kind {
            Kind::Text | Kind::Html | Kind::Pdf => self.members[0].1.clone(),
            Kind::Docx | Kind::Xlsx => packed(&self.members),
        }
    }

    /// Takes out a row of a part's table, counted from 0.
    pub(super) fn drop_row(&mut self, section: Section, row: usize) {
        let (member, found) = self.row(section, row);
        self.edit(member, |text| text.replace_range(found.clone(), ""));
    }

    /// Writes another label into a row of a part's table. Whether it stood there.
    pub(super) fn cut_label(&mut self, section: Section, row: usize, label: &str, cut: &str) -> bool {
        let (member, found) = self.row(section, row);
        let (from, to) = match self.kind {
            Kind::Text => (label.to_owned(), cut.to_owned()),
            Kind::Xlsx => {
                let strings = self.member("xl/sharedStrings.xml");
                let index =
                    strings.split("<si>").skip(1).position(|item| item.contains(&format!(">{label}</t>")));
                let Some(index) = index else { return false };
                (format!("t=\"s\"><v>{index}</v>"), format!("t=\"inlineStr\"><is><t>{cut}</t></is>"))
            }
            _ => (format!(">{label}<"), format!(">{cut}<")),
        };
        let mut is_there = false;
        self.edit(member, |text| {
            let row = text[found.clone()].to_owned();
            is_there = row.contains(&from);
            text.replace_range(found.clone(), &row.replacen(&from, &to, 1));
        });
        is_there
    }

    /// Takes out the heading of a part.
    pub(super) fn drop_heading(&mut self, section: Section) {
        let heading = section.heading();
        let (member, pattern, to) = match self.kind {
            Kind::Text => (String::new(), format!("{heading}\n"), ""),
            Kind::Html => (String::new(), format!("{heading}</h2>"), "</h2>"),
            Kind::Docx => ("word/document.xml".to_owned(), format!(">{heading}</w:t>"), "></w:t>"),
            Kind::Xlsx => ("xl/sharedStrings.xml".to_owned(), format!("<t>{heading}</t>"), "<t></t>"),
            Kind::Pdf => panic!("a PDF is not cut"),
        };
        self.edit(member, |text| {
            assert!(text.contains(&pattern), "{pattern}");
            *text = text.replacen(&pattern, to, 1);
        });
    }

    fn member(&self, name: &str) -> String {
        let found = self.members.iter().find(|(each, _)| each == name).unwrap();
        String::from_utf8(found.1.clone()).unwrap()
    }

    fn edit(&mut self, member: String, change: impl FnOnce(&mut String)) {
        let found = self.members.iter_mut().find(|(each, _)| *each == member).unwrap();
        let mut text = String::from_utf8(std::mem::take(&mut found.1)).unwrap();
        change(&mut text);
        found.1 = text.into_bytes();
    }

    /// The member that holds a row, and where in it the row stands.
    fn row(&self, section: Section, row: usize) -> (String, std::ops::Range<usize>) {
        let before: usize = [Section::Two, Section::Three, Section::Four]
            .iter()
            .take_while(|each| **each != section)
            .map(|each| self.rows_of(*each))
            .sum();
        match self.kind {
            Kind::Text => {
                let text = self.member("");
                let start = text.find(&section.heading()).unwrap();
                (String::new(), nth(&text, start, "\n", "\n", row))
            }
            Kind::Html => (String::new(), nth(&self.member(""), 0, "<tr>", "</tr>", before + row)),
            Kind::Docx => {
                let name = "word/document.xml".to_owned();
                let found = nth(&self.member(&name), 0, "<w:tr>", "</w:tr>", before + row);
                (name, found)
            }
            Kind::Xlsx => {
                let at = Section::ALL.iter().position(|each| *each == section).unwrap() + 1;
                let name = format!("xl/worksheets/sheet{at}.xml");
                let found = nth(&self.member(&name), 0, "<row ", "</row>", TABLE_ROW as usize + row);
                (name, found)
            }
            Kind::Pdf => panic!("a PDF is not cut"),
        }
    }

    /// How many rows the table of a part has on this paper.
    fn rows_of(&self, section: Section) -> usize {
        let text = match self.kind {
            Kind::Html => self.member(""),
            Kind::Docx => self.member("word/document.xml"),
            _ => return 0,
        };
        let (table, row) = if self.kind == Kind::Html { ("<table", "<tr>") } else { ("<w:tbl>", "<w:tr>") };
        let at = [Section::Two, Section::Three, Section::Four].iter().position(|each| *each == section);
        let table = text.split(table).nth(at.unwrap() + 1).unwrap();
        table.matches(row).count()
    }
}

/// The place of the so many-th piece from `open` to `close`, counted from 0. What both open and close (a line's end)
/// belongs to the piece in front.
fn nth(text: &str, from: usize, open: &str, close: &str, number: usize) -> std::ops::Range<usize> {
    let mut at = from;
    for _ in 0..number {
        at += text[at..].find(open).unwrap() + open.len();
        if open == close {
            continue;
        }
        at += text[at..].find(close).unwrap() + close.len();
    }
    let start = at + text[at..].find(open).unwrap() + if open == close { open.len() } else { 0 };
    let end = start + text[start..].find(close).unwrap() + close.len();
    start..end
}

/// A page as a browser copies it: cells apart by tabs, merged cells once.
fn text(report: &Report, title: &str) -> String {
    let year = report.year;
    let mut text = format!("{title}\n\n统计期限：{year}年1月1日至{year}年12月31日\n\n");
    let grids = report.form.grids();
    for section in Section::ALL {
        text.push_str(&section.heading());
        text.push('\n');
        if let Some(grid) = grids.iter().find(|grid| grid.section == *section) {
            for row in &grid.rows {
                let cells: Vec<String> = row
                    .iter()
                    .map(|cell| match &cell.content {
                        Content::Label(label) => (*label).to_owned(),
                        Content::Figure(key) => report.cells[key].print(report.form.unit(*key).unwrap()),
                    })
                    .collect();
                text.push_str(&cells.join("\t"));
                text.push('\n');
            }
        }
        let words = report.prose.get(section).map_or("", String::as_str);
        text.push_str(words);
        text.push_str("\n\n");
    }
    text
}

fn unpacked(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let member = |index: usize| {
        let mut file = archive.by_index(index).unwrap();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        (file.name().unwrap().into_owned(), content)
    };
    (0..ZipArchive::new(Cursor::new(bytes)).unwrap().len()).map(member).collect()
}

fn packed(members: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in members {
        archive.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}
