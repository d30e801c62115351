//! The PDF as an independent reader (poppler) sees it: every label and figure in reading order, tags, marks.

use std::path::Path;
use std::sync::LazyLock;
use std::{fs, process::Command};

use law::Date;
use law::register::{Register, Value, Values};
use law::report::{Cell, Content, Form, Report, Section};
use paper::{Error, LEDGER_ROWS_MAX, Ledger, LedgerHead, Press};

use crate::report::report;

const ON: Date = Date::constant(2021, 1, 12);
const TITLE: &str = "示例镇人民政府2020年政府信息公开工作年度报告";

static PRESS: LazyLock<Press> = LazyLock::new(|| Press::new(None));

/// What a program of poppler-utils says about a PDF.
pub(super) fn poppler(program: &str, before: &[&str], pdf: &[u8], after: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.pdf");
    fs::write(&file, pdf).unwrap();
    let run = Command::new(program).args(before).arg(&file).args(after).output();
    let run = run.expect("poppler-utils is not installed: `cargo xtask setup`");
    assert!(run.status.success(), "{program}: {}", String::from_utf8_lossy(&run.stderr));
    // The tree of tags names headings in bytes of its own.
    String::from_utf8_lossy(&run.stdout).into_owned()
}

/// The text layer in reading order, without blanks.
fn text(pdf: &[u8]) -> String {
    squeeze(&poppler("pdftotext", &["-raw", "-enc", "UTF-8"], pdf, &["-"]))
}

pub(super) fn pages(pdf: &[u8]) -> Vec<String> {
    let text = poppler("pdftotext", &["-raw", "-enc", "UTF-8"], pdf, &["-"]);
    text.trim_end_matches('\u{c}').split('\u{c}').map(squeeze).collect()
}

pub(super) fn squeeze(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

fn print(report: &Report, draft: bool) -> Vec<u8> {
    PRESS.report(report, TITLE, draft, ON).unwrap()
}

#[test]
fn the_text_layer_holds_every_label_and_every_figure_row_by_row() {
    for form in [Form::F2019, Form::F2021] {
        let report = report(form);
        let pdf = print(&report, false);
        // Lines of the layout: a row's labels may be broken over lines, its figures stand on one.
        let laid_out = poppler("pdftotext", &["-layout", "-enc", "UTF-8"], &pdf, &["-"]);
        let lines: Vec<Vec<&str>> = laid_out.lines().map(|line| line.split_whitespace().collect()).collect();
        let text = text(&pdf);
        for grid in form.grids() {
            for row in &grid.rows {
                let figures: Vec<String> = row
                    .iter()
                    .filter_map(|cell| match &cell.content {
                        Content::Figure(key) => Some(report.cells[key].print(form.unit(*key).unwrap())),
                        Content::Label(label) => {
                            let label = squeeze(label);
                            assert!(text.contains(&label), "{form:?}: {label} is not in the text layer");
                            None
                        }
                    })
                    .filter(|figure| !figure.is_empty())
                    .collect();
                let stands = lines.iter().any(|line| {
                    line.windows(figures.len().max(1)).any(|window| window == figures.as_slice())
                });
                assert!(figures.is_empty() || stands, "{form:?}: no line with {figures:?}\n{laid_out}");
            }
        }
    }
}

#[test]
fn parts_title_and_signature_stand_in_reading_order() {
    let report = report(Form::F2021);
    let text = text(&print(&report, false));
    let contents = text.find("目录").unwrap();
    let mut from = text[contents..].find("六、其他需要报告的事项").unwrap() + contents + 3;
    assert!(text.starts_with(TITLE), "{text}");
    for heading in Section::ALL.iter().map(|section| section.heading()) {
        from += text[from..].find(&heading).unwrap_or_else(|| panic!("{heading} not after the last"));
        from += heading.len();
    }
    assert!(text.contains("统计期限：2020年1月1日至2020年12月31日"));
    assert!(text.contains("示例镇人民政府2021年1月12日"), "the signature");
    assert!(!text.contains("草稿"));
}

#[test]
fn a_draft_says_so_on_every_page_and_is_not_signed() {
    let pages = pages(&print(&report(Form::F2021), true));
    assert!(pages.len() > 2);
    for page in &pages {
        assert!(page.contains("草稿"), "{page}");
    }
    assert!(!pages.concat().contains("2021年1月12日"));
    assert!(pages.concat().contains("（这一部分还没有写）"));
}

#[test]
fn pages_are_numbered_as_official_documents_are() {
    for (number, page) in (1..).zip(pages(&print(&report(Form::F2019), false))) {
        assert!(page.contains(&format!("—{number}—")), "{page}");
    }
}

#[test]
fn the_file_is_tagged_and_says_that_it_is_for_archives_and_for_readers_aloud() {
    let pdf = print(&report(Form::F2021), false);
    let told = poppler("pdfinfo", &[], &pdf, &[]);
    for line in ["Tagged: yes", "Page size: 595.276 x 841.89 pts (A4)"] {
        assert!(squeeze(&told).contains(&squeeze(line)), "{told}");
    }
    assert!(told.contains(TITLE));
    let metadata = poppler("pdfinfo", &["-meta"], &pdf, &[]);
    let parts = [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
    ];
    for part in parts {
        assert!(metadata.contains(part), "{part} is not in {metadata}");
    }
    assert!(metadata.contains("zh-CN"), "{metadata}");
    let structure = poppler("pdfinfo", &["-struct"], &pdf, &[]);
    for element in ["Table", "TH", "TD", "TOC", "H1"] {
        assert!(structure.contains(element), "no {element} in {structure}");
    }
    let fonts = poppler("pdffonts", &[], &pdf, &[]);
    for font in fonts.lines().skip(2) {
        let yes = font.split_whitespace().filter(|word| *word == "yes").count();
        assert_eq!(yes, 3, "embedded, subset and with Unicode: {font}");
    }
}

#[test]
fn nothing_that_somebody_writes_is_a_command() {
    let evil =
        "#panic() *粗* _斜_ $x^2$ @人 <a> [b] {c} \\u{41} `d` #sys.inputs // 注 \"引\" '引' -- ... ~ = + - /";
    let mut report = report(Form::F2021);
    report.prose.insert(Section::One, format!("{evil}\n= 不是标题\n- 不是列表\n#import \"/etc/passwd\""));
    report.agency = "#eval(\"1\")*镇*".to_owned();
    let key = form_cell(&report);
    report.cells.insert(key, Cell::NotANumber("#pagebreak()".to_owned()));
    let pdf = PRESS.report(&report, "#title[*标题*]", false, ON).unwrap();
    let text = text(&pdf);
    let written = [
        evil,
        "=不是标题",
        "-不是列表",
        "#import\"/etc/passwd\"",
        "#eval(\"1\")*镇*",
        "#title[*标题*]",
        "#pagebreak()",
    ];
    for line in written {
        assert!(text.contains(&squeeze(line)), "{line} is not in {text}");
    }
}

fn form_cell(report: &Report) -> law::report::CellKey {
    *report.cells.keys().next_back().unwrap()
}

#[test]
fn characters_without_a_glyph_are_named_and_stop_nothing() {
    let mut report = report(Form::F2021);
    report
        .prose
        .insert(Section::One, "字\u{e000}字\u{1f600}\u{0}\u{200b}\u{feff}\u{202e}\u{10ffff}末𠮷".to_owned());
    let text = text(&print(&report, false));
    assert!(text.contains("字〓字〓〓末𠮷"), "{text}");
    assert!(text.contains("U+E000、U+1F600、U+10FFFF"), "{text}");
}

#[test]
fn a_long_report_repeats_the_heads_of_its_tables_and_tears_no_row() {
    let mut report = report(Form::F2021);
    let long = "这一格里写的不是数字，而是很长的一段话，".repeat(4);
    for (key, cell) in &mut report.cells {
        if matches!(key, law::report::CellKey::Request(..)) && *cell != Cell::Blank {
            *cell = Cell::NotANumber(long.clone());
        }
    }
    let pages = pages(&print(&report, false));
    let with_figures = pages.iter().filter(|page| page.contains("而是很长")).count();
    let with_heads = pages.iter().filter(|page| page.contains("法人或其他组织")).count();
    assert!(with_figures > 1, "the table takes several pages");
    assert_eq!(with_heads, with_figures);
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let report = report(Form::F2019);
    assert_eq!(print(&report, true), print(&report, true));
    assert_eq!(Press::new(None).report(&report, TITLE, true, ON).unwrap(), print(&report, true));
}

#[test]
fn a_press_that_has_rested_prints_the_same_again() {
    let press = Press::new(None);
    let report = report(Form::F2021);
    let before = press.report(&report, TITLE, false, ON).unwrap();
    press.rest();
    press.rest();
    assert_eq!(press.report(&report, TITLE, false, ON).unwrap(), before);
}

#[test]
fn without_fonts_a_sentence_says_what_to_install_until_they_are_there() {
    let folder = tempfile::tempdir().unwrap();
    let press = Press::new(Some(folder.path().to_owned()));
    let refused = press.ready().unwrap_err();
    assert!(matches!(refused, Error::NoFonts));
    assert!(refused.to_string().contains("fonts-noto-cjk"), "{refused}");
    assert!(press.report(&report(Form::F2021), TITLE, false, ON).is_err());
    let folders = ["/usr/share/fonts/opentype/noto", "/usr/share/fonts/noto-cjk"];
    let noto = folders.map(|folder| Path::new(folder).join("NotoSansCJK-Bold.ttc"));
    let noto =
        noto.iter().find(|file| file.exists()).expect("fonts-noto-cjk is not installed: `cargo xtask setup`");
    std::os::unix::fs::symlink(noto, folder.path().join("bold.ttc")).unwrap();
    assert!(press.report(&report(Form::F2021), TITLE, false, ON).unwrap().starts_with(b"%PDF-"));
}

#[test]
fn a_ledger_repeats_its_head_and_counts_its_pages() {
    let record = |number: usize| {
        Values::from([
            ("source_no", Value::Text(format!("甲-{number}"))),
            ("subject", Value::Text("#panic() 某村道路硬化工程的验收材料，".repeat(number % 12 + 1))),
            ("received_on", Value::Text("2020-03-04".to_owned())),
            ("applicant_kind", Value::Text("nat".to_owned())),
            ("fee_fen", Value::Int(38_050)),
            ("reply_no", Value::Text("x".repeat(60))),
        ])
    };
    let head =
        LedgerHead {
            register: Register::AccessRequest, organ: "示例镇", filter: "年度：2020年", on: ON
        };
    let ledger = Ledger::new(&head, (0..80).map(record)).unwrap();
    let pdf = PRESS.register(&ledger).unwrap();
    let pages = pages(&pdf);
    assert!(pages.len() > 2);
    for (number, page) in (1..).zip(&pages) {
        assert!(page.contains("来源编号") && page.contains("信息处理费"), "{page}");
        assert!(page.contains(&format!("第{number}页，共{}页", pages.len())), "{page}");
    }
    let all = pages.concat();
    for number in 0..80 {
        assert!(all.contains(&format!("甲-{number}")));
    }
    assert!(all.replace('\u{200b}', "").contains(&"x".repeat(60)));
    for words in [
        "示例镇依申请公开台账",
        "年度：2020年",
        "共80条",
        "380.5",
        "自然人",
        "……（共",
        "未列出没有内容的栏目",
    ] {
        assert!(all.contains(words), "{words} is not in {all}");
    }
}

#[test]
fn a_ledger_too_long_for_paper_is_refused_with_advice() {
    let head = LedgerHead { register: Register::Dispute, organ: "示例镇", filter: "", on: ON };
    let rows = std::iter::repeat_with(|| Values::from([("source_no", Value::Text("1".to_owned()))]));
    assert_eq!(Ledger::new(&head, rows.take(LEDGER_ROWS_MAX)).unwrap().rows.len(), LEDGER_ROWS_MAX);
    assert!(matches!(Ledger::new(&head, rows), Err(Error::TooManyToPrint)));
}

#[test]
fn an_empty_ledger_shows_all_its_columns() {
    let head = LedgerHead { register: Register::WorkOrder, organ: "示例镇", filter: "", on: ON };
    let ledger = Ledger::new(&head, std::iter::empty()).unwrap();
    assert_eq!(ledger.columns.len(), Register::WorkOrder.fields().len());
    let text = text(&PRESS.register(&ledger).unwrap());
    assert!(text.contains("共0条") && text.contains("全部记录"), "{text}");
}
