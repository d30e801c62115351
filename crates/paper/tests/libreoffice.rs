//! An office's own programs open our papers: LibreOffice prints them, and the printed pages hold every label and
//! every figure, row by row.

use std::fs;
use std::path::Path;
use std::process::Command;

use law::Date;
use law::report::{Content, Form, Grid, Report, Unit};
use paper::{report_docx, report_sheets};

use super::sample::{report, title};

const FORMS: [Form; 2] = [Form::F2019, Form::F2021];
/// Longer than that, and LibreOffice hangs.
const SECONDS: &str = "240";

/// Prints all files of a folder as PDF, next to them.
fn print_all(folder: &Path, files: &[String]) {
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let run = Command::new("timeout")
        .args([SECONDS, "soffice", profile.as_str(), "--headless", "--norestore", "--convert-to", "pdf"])
        .args(files)
        .current_dir(folder)
        .output()
        .expect("the program `timeout` (coreutils) is missing");
    let said = String::from_utf8_lossy(&run.stderr);
    match run.status.code() {
        Some(0) => {}
        Some(124) => panic!("LibreOffice printed nothing within {SECONDS} s"),
        Some(126 | 127) => panic!(
            "LibreOffice is not installed: run `apt-get install libreoffice-writer-nogui libreoffice-calc-nogui`, \
             or `cargo xtask setup`"
        ),
        code => panic!("LibreOffice ended with {code:?}: {said}"),
    }
}

/// The text of a PDF as poppler reads it.
fn text(folder: &Path, pdf: &str, order: &str) -> String {
    let run = Command::new("pdftotext").args([order, "-enc", "UTF-8", pdf, "-"]).current_dir(folder).output();
    let run =
        run.expect("pdftotext is not installed: run `apt-get install poppler-utils`, or `cargo xtask setup`");
    assert!(run.status.success(), "{pdf}: {}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).unwrap()
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect()
}

/// What stands in each row of a table, label or figure, in the cells that begin there.
fn rows(report: &Report, grid: &Grid) -> Vec<Vec<(bool, String)>> {
    let printed = |content: &Content| match content {
        Content::Label(label) => (true, (*label).to_owned()),
        Content::Figure(key) => {
            let unit: Unit = report.form.unit(*key).unwrap();
            (false, report.cells[key].print(unit))
        }
    };
    grid.rows.iter().map(|row| row.iter().map(|cell| printed(&cell.content)).collect()).collect()
}

/// Finds the pieces one behind the other.
fn assert_in_order(text: &str, pieces: impl Iterator<Item = String>) {
    let mut rest = text;
    for piece in pieces {
        let at = rest.find(&piece).unwrap_or_else(|| panic!("“{piece}” does not follow in: {rest:.300}"));
        rest = &rest[at + piece.len()..];
    }
}

/// A Word document is printed cell by cell: each row's labels and figures are one run of text.
fn document_shows(report: &Report, raw: &str) {
    let grids = report.form.grids();
    let rows = grids.iter().flat_map(|grid| rows(report, grid));
    assert_in_order(&squeeze(raw), rows.map(|row| row.into_iter().map(|(_, text)| squeeze(&text)).collect()));
}

/// A spreadsheet is printed with its wrapped texts apart: the figures of a row stand on one line, each label somewhere.
fn workbook_shows(report: &Report, layout: &str, raw: &str) {
    let raw = squeeze(raw);
    let mut lines = layout.lines();
    for row in report.form.grids().iter().flat_map(|grid| rows(report, grid)) {
        for (_, label) in row.iter().filter(|(is_label, _)| *is_label) {
            assert!(raw.contains(&squeeze(label)), "the label “{label}” is missing");
        }
        let figures: Vec<&str> = row
            .iter()
            .filter(|(is_label, text)| !is_label && !text.is_empty())
            .map(|(_, text)| text.as_str())
            .collect();
        if !figures.is_empty() {
            let shows = |line: &str| {
                let words: Vec<&str> = line.split_whitespace().collect();
                words.ends_with(&figures)
            };
            assert!(lines.any(shows), "no line with {figures:?} below those before");
        }
    }
}

#[test]
fn libreoffice_prints_the_same_tables_from_word_and_spreadsheet() {
    let folder = tempfile::tempdir().unwrap();
    let on = Date::constant(2021, 1, 12);
    let mut files = Vec::new();
    for form in FORMS {
        let report = report(form);
        let (docx, xlsx) = (format!("{}-word.docx", form.code()), format!("{}-table.xlsx", form.code()));
        let title = title(&report);
        fs::write(folder.path().join(&docx), report_docx(&report, &title, true, on).unwrap()).unwrap();
        fs::write(folder.path().join(&xlsx), report_sheets(&report, &title, true, on).unwrap()).unwrap();
        files.extend([docx, xlsx]);
    }
    print_all(folder.path(), &files);
    for form in FORMS {
        let report = report(form);
        let word = format!("{}-word.pdf", form.code());
        let raw = text(folder.path(), &word, "-raw");
        document_shows(&report, &raw);
        let table = format!("{}-table.pdf", form.code());
        let raw_table = text(folder.path(), &table, "-raw");
        workbook_shows(&report, &text(folder.path(), &table, "-layout"), &raw_table);
        for page in raw
            .trim_end_matches('\u{c}')
            .split('\u{c}')
            .chain(raw_table.trim_end_matches('\u{c}').split('\u{c}'))
        {
            assert!(page.contains("草稿"), "a page of a draft that does not say so: {page}");
        }
    }
}
