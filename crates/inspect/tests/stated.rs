//! Tables that the format states are read cell by cell, however the file cuts them up.

use inspect::{
    Checked, ConfidenceLevel, Document, DocumentCell, DocumentTable, FileKind, Line, Options, Place, Verdict,
    check,
};
use law::report::{CellKey, Content, Form, Grid, RequestColumn, RequestRow, Section};
use proptest::prelude::*;

use super::printed::Printed;
use super::{failures, of, quoted, verdicts};

/// The rules that a whole and sound report passes.
const PASSED: [&str; 9] =
    ["K-X-5", "K-T2-2", "K-T3-1", "K-T3-2", "K-T3-3", "K-T3-4", "K-T4-1", "K-X-7", "K-X-8"];

/// How a file cuts up the tables of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cut {
    /// One table each.
    Whole,
    /// After so many rows a page ends; the heads are repeated on the next.
    Repeated(usize),
    /// After so many rows a page ends; the next begins without heads.
    Bare(usize),
    /// Each row of table 二 that has a title begins a table of its own.
    Blocks,
    /// The part's heading is the first row of its table.
    Titled,
    /// All three in one table with the headings between.
    AllInOne,
    /// The heads of the columns are lost.
    Headless,
}

const CUTS: [Cut; 8] = [
    Cut::Whole,
    Cut::Repeated(11),
    Cut::Repeated(19),
    Cut::Bare(14),
    Cut::Blocks,
    Cut::Titled,
    Cut::AllInOne,
    Cut::Headless,
];

type Cells = Vec<(String, usize, usize)>;

/// A document as a reader of formats makes it.
#[derive(Default)]
struct Builder {
    document: Document,
}

impl Builder {
    fn line(&mut self, text: &str) -> u32 {
        let no = self.document.lines.len() as u32 + 1;
        self.document.lines.push(Line { no, page: None, text: text.to_owned() });
        no
    }

    fn words(&mut self, text: &str) {
        for line in text.lines() {
            self.line(line);
        }
    }

    fn table(&mut self, rows: &[Cells]) {
        let number = self.document.tables.len() + 1;
        let mut table = DocumentTable::default();
        for (row, cells) in (1..).zip(rows) {
            let texts: Vec<&str> = cells.iter().map(|(text, ..)| text.as_str()).collect();
            let line = self.line(&texts.join("\t"));
            let cell = |(at, (text, rows, columns)): (u32, &(String, usize, usize))| DocumentCell {
                text: text.clone(),
                place: Place { line, page: None, cell: Some(at) },
                row_span: *rows as u32,
                col_span: *columns as u32,
                address: Some(format!("表{number}!{at}-{row}")),
            };
            table.rows.push((1..).zip(cells).map(cell).collect());
        }
        self.document.tables.push(table);
    }
}

/// The rows of a form's table as the report fills them.
fn rows(report: &Printed, grid: &Grid) -> Vec<Cells> {
    let text = |content: &Content| match content {
        Content::Figure(key) => report.cells.get(key).cloned().unwrap_or_default(),
        Content::Label(label) => (*label).to_owned(),
    };
    let row = |row: &Vec<law::report::GridCell>| {
        row.iter().map(|cell| (text(&cell.content), cell.rowspan, cell.colspan)).collect()
    };
    grid.rows.iter().map(row).collect()
}

/// The rows from `at` on, with what reaches into them from above cut in two as a page break does.
fn behind(rows: &[Cells], at: usize) -> (Vec<Cells>, Vec<Cells>) {
    let mut before = rows[..at].to_vec();
    let mut after = rows[at..].to_vec();
    let mut reaching = Vec::new();
    for (index, row) in before.iter_mut().enumerate() {
        for cell in row.iter_mut().filter(|cell| index + cell.1 > at) {
            reaching.push((String::new(), index + cell.1 - at, cell.2));
            cell.1 = at - index;
        }
    }
    after[0].splice(0..0, reaching);
    (before, after)
}

fn document(report: &Printed, cut: Cut) -> Document {
    let mut builder = Builder::default();
    builder.document.kind = FileKind::TextDocument;
    builder.words(&report.introduction());
    let mut all = Vec::new();
    for section in Section::ALL {
        let grids = report.form.grids();
        let Some(grid) = grids.iter().find(|grid| grid.section == *section) else {
            if !all.is_empty() {
                builder.table(&std::mem::take(&mut all));
            }
            builder.line(&section.heading());
            builder.words(&report.words(*section));
            continue;
        };
        let mut rows = rows(report, grid);
        let title = vec![(section.heading(), 1, grid.columns)];
        if cut == Cut::AllInOne {
            all.push(title);
            all.extend(rows);
            continue;
        }
        if cut == Cut::Titled {
            rows.insert(0, title);
        } else {
            builder.line(&section.heading());
        }
        print(&mut builder, rows, grid, cut);
    }
    builder.document
}

fn print(builder: &mut Builder, rows: Vec<Cells>, grid: &Grid, cut: Cut) {
    match cut {
        Cut::Repeated(at) | Cut::Bare(at) if grid.section == Section::Three => {
            let (before, mut after) = behind(&rows, at);
            if cut == Cut::Repeated(at) {
                after.splice(0..0, before[..grid.header_rows].to_vec());
            }
            builder.table(&before);
            builder.line("-4-");
            builder.table(&after);
        }
        Cut::Blocks if grid.section == Section::Two => {
            let blocks = rows.chunk_by(|_, next| !next[0].0.starts_with("第二十条"));
            blocks.for_each(|block| builder.table(block));
        }
        Cut::Headless if grid.section == Section::Three => builder.table(&rows[grid.header_rows..]),
        _ => builder.table(&rows),
    }
}

fn read(document: &Document) -> Checked {
    check(document, &Options { file: "报告.docx".to_owned(), excerpt: false })
}

fn numbers() -> impl Strategy<Value = Vec<u16>> {
    prop::collection::vec(0_u16..3000, 40..200)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_sound_report_passes_however_its_tables_are_cut(
        numbers in numbers(),
        is_old in any::<bool>(),
        cut in prop::sample::select(CUTS.to_vec()),
    ) {
        let (form, year) = if is_old { (Form::F2019, 2019) } else { (Form::F2021, 2025) };
        let checked = read(&document(&Printed::of(form, year, &numbers), cut));
        prop_assert_eq!(failures(&checked), Vec::<String>::new());
        for rule in PASSED {
            prop_assert_eq!(verdicts(&checked, rule), [Verdict::Pass], "{:?} {:?}", cut, of(&checked, rule));
        }
        prop_assert_eq!(checked.confidence.level, ConfidenceLevel::High, "{:?} {:?}", cut, checked.confidence);
        prop_assert_eq!(checked.not_understood_count, 0, "{:?}", checked.not_understood);
    }

    #[test]
    fn a_changed_cell_is_quoted_with_its_address(
        numbers in numbers(),
        cut in prop::sample::select(CUTS.to_vec()),
        row in 0_usize..21,
        column in 0_usize..6,
    ) {
        let mut report = Printed::of(Form::F2021, 2024, &numbers);
        let key = CellKey::Request(Form::F2021.result_rows().nth(row).unwrap(), RequestColumn::ALL[column]);
        let wrong = (report.number(key) + 7).to_string();
        report.cells.insert(key, wrong.clone());
        let checked = read(&document(&report, cut));
        prop_assert_eq!(failures(&checked).len(), 2, "{:?} {:?}", cut, failures(&checked));
        for rule in ["K-T3-2", "K-T3-3"] {
            let finding = of(&checked, rule)[0];
            prop_assert!(quoted(finding).contains(&wrong.as_str()));
            prop_assert!(finding.evidence.iter().all(|evidence| evidence.address.is_some()));
        }
    }

    #[test]
    fn an_empty_cell_is_empty_in_its_own_column(
        numbers in numbers(),
        cut in prop::sample::select(CUTS.to_vec()),
        row in 0_usize..25,
        column in 0_usize..7,
    ) {
        let mut report = Printed::of(Form::F2021, 2024, &numbers);
        let (row, column) = (Form::F2021.request_rows()[row].row, RequestColumn::ALL[column]);
        report.cells.insert(CellKey::Request(row, column), String::new());
        let checked = read(&document(&report, cut));
        let finding = of(&checked, "K-T3-4")[0];
        prop_assert_eq!(finding.verdict, Verdict::Fail, "the agency's own file proves it");
        let expected = format!("“{}”行的“{}”列空白", Form::F2021.row_name(row), Form::F2021.column_name(column));
        prop_assert!(finding.message.contains(&expected), "{:?} {}", cut, finding.message);
        prop_assert_eq!(failures(&checked).len(), 1, "{:?}", failures(&checked));
    }
}

#[test]
fn an_empty_cell_of_a_web_page_is_only_doubtful() {
    let mut report = Printed::of(Form::F2021, 2024, &[3]);
    report.cells.insert(CellKey::Request(RequestRow::New, RequestColumn::Research), String::new());
    let mut document = document(&report, Cut::Whole);
    document.kind = FileKind::Html;
    assert_eq!(verdicts(&read(&document), "K-T3-4"), [Verdict::Uncertain]);
}

#[test]
fn a_column_of_the_agencys_own_shifts_nothing() {
    let report = Printed::of(Form::F2021, 2024, &[3, 1, 4]);
    let mut document = document(&report, Cut::Whole);
    for (at, row) in document.tables[0].rows.iter_mut().enumerate() {
        let text = if at % 3 == 1 { "备注" } else { "" };
        let place = Place { cell: Some(9), ..row[0].place };
        row.push(DocumentCell { text: text.to_owned(), place, row_span: 1, col_span: 1, address: None });
    }
    let checked = read(&document);
    assert_eq!(failures(&checked), Vec::<String>::new());
    assert_eq!(verdicts(&checked, "K-X-5"), [Verdict::Pass], "{:?}", of(&checked, "K-X-5"));
}

#[test]
fn a_row_of_the_agencys_own_is_listed_as_not_understood() {
    let report = Printed::of(Form::F2021, 2024, &[3, 1, 4]);
    let mut builder = Builder::default();
    builder.words(&report.introduction());
    for section in Section::ALL {
        builder.line(&section.heading());
        let grids = report.form.grids();
        match grids.iter().find(|grid| grid.section == *section) {
            Some(grid) => {
                let mut rows = rows(&report, grid);
                if *section == Section::Two {
                    rows.insert(4, ["会议纪要", "5", "0", "5"].map(|text| (text.to_owned(), 1, 1)).to_vec());
                }
                builder.table(&rows);
            }
            None => builder.words(&report.words(*section)),
        }
    }
    let checked = read(&builder.document);
    assert_eq!(failures(&checked), Vec::<String>::new());
    assert_eq!(checked.not_understood_count, 1, "{:?}", checked.not_understood);
    assert!(checked.not_understood[0].text.contains("会议纪要"));
}

/// A report whose table in this part is a picture.
fn pictured(section: Section, kind: FileKind) -> Checked {
    let report = Printed::of(Form::F2021, 2024, &[3, 1, 4]);
    let mut builder = Builder::default();
    builder.document.kind = kind;
    builder.words(&report.introduction());
    for each in Section::ALL {
        let line = builder.line(&each.heading());
        let grids = report.form.grids();
        match grids.iter().find(|grid| grid.section == *each) {
            Some(_) if *each == section => {
                builder.document.pictures.push(Place { line, page: None, cell: None });
            }
            Some(grid) => builder.table(&rows(&report, grid)),
            None => builder.words(&report.words(*each)),
        }
    }
    read(&builder.document)
}

#[test]
fn a_table_that_is_a_picture_is_not_assessable() {
    for section in [Section::Two, Section::Three, Section::Four] {
        for kind in [FileKind::TextDocument, FileKind::Html, FileKind::Pages] {
            let checked = pictured(section, kind);
            assert_eq!(failures(&checked), Vec::<String>::new());
            let [finding] = of(&checked, "K-X-5")[..] else { panic!("one finding") };
            assert_eq!(finding.verdict, Verdict::NotAssessable);
            assert!(finding.message.contains("表格是图片"), "{}", finding.message);
            assert_eq!(checked.confidence.level, ConfidenceLevel::Medium);
            assert!(checked.confidence.reasons.iter().any(|reason| reason.contains("1处图片")));
        }
    }
}

#[test]
fn a_scanned_file_and_an_empty_one_are_not_assessable_and_said() {
    let mut scanned = Document { kind: FileKind::Pages, ..Document::from_text("\n") };
    assert!(read(&scanned).findings[0].message.contains("没有文字"));
    scanned.pictures.push(Place { line: 1, page: Some(1), cell: None });
    let checked = read(&scanned);
    assert!(checked.findings.iter().all(|finding| finding.verdict == Verdict::NotAssessable));
    assert!(checked.findings[0].message.contains("扫描件"), "{}", checked.findings[0].message);
    assert_eq!(checked.confidence.level, ConfidenceLevel::Low);
}

#[test]
fn a_missing_part_is_proven_by_a_file_that_was_understood_entirely() {
    let report = Printed::of(Form::F2021, 2024, &[3, 1, 4]);
    let mut whole = document(&report, Cut::Whole);
    let six = whole.lines.iter().position(|line| line.text.starts_with("六、")).unwrap();
    whole.lines.truncate(six);
    let verdict = |document: &Document| of(&read(document), "K-X-5")[0].verdict;
    assert_eq!(verdict(&whole), Verdict::Fail);
    whole.kind = FileKind::Html;
    assert_eq!(verdict(&whole), Verdict::Uncertain);
    whole.kind = FileKind::TextDocument;
    whole.pictures.push(Place { line: 3, page: None, cell: None });
    assert_eq!(verdict(&whole), Verdict::Uncertain);
}
