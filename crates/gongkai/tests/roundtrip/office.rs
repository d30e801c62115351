//! What LibreOffice makes of our page is read as well as our own papers: the same cells, nothing blamed.

use std::fs;
use std::path::Path;
use std::process::Command;

use law::report::{Form, Report};

use super::printed::title;
use super::sound;
use super::{assert_read_back, read};
use crate::cli::Desk;

/// Longer than that, and LibreOffice hangs; a cold start on a busy machine takes half a minute.
const SECONDS: &str = "240";

/// Reports of little and of much, in both forms, each under the name of its file.
fn reports() -> Vec<(String, Report)> {
    let each = |form| (1..=3).map(move |seed| (format!("{form:?}-{seed}"), sound::report(form, seed).report));
    [Form::F2019, Form::F2021].into_iter().flat_map(each).collect()
}

/// Saves the pages as another kind of file, as somebody does who opens them in LibreOffice. Opened as a page of the
/// web instead, which is what it takes them for when it is told nothing, version 7.4 prints them without their title.
fn save_as(folder: &Path, kind: &str, names: impl Iterator<Item = String>) {
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let run = Command::new("timeout")
        .args([SECONDS, "soffice", profile.as_str(), "--headless", "--norestore"])
        .args(["--infilter=HTML (StarWriter)", "--convert-to", kind])
        .args(names.map(|name| format!("{name}.html")))
        .current_dir(folder)
        .output()
        .unwrap_or_else(|error| panic!("the program `timeout` (coreutils): {error}"));
    let said = String::from_utf8_lossy(&run.stderr);
    assert!(
        run.status.success(),
        "LibreOffice ended with {:?} (124: not within {SECONDS} s; 126 and 127: not installed, run `cargo xtask \
         setup`): {said}",
        run.status.code()
    );
}

#[test]
fn our_page_saved_by_libreoffice_as_document_or_pdf_is_read_as_well_as_our_own() {
    let desk = Desk::empty();
    let folder = desk.path("");
    let reports = reports();
    for (name, report) in &reports {
        let page = web::report_html(report, &title(report), false).unwrap();
        fs::write(folder.join(format!("{name}.html")), page).unwrap();
    }
    let names = || reports.iter().map(|(name, _)| name.clone());
    save_as(&folder, "docx:MS Word 2007 XML", names());
    save_as(&folder, "pdf:writer_pdf_Export", names());
    for (name, report) in &reports {
        for kind in ["docx", "pdf"] {
            let file = format!("{name}.{kind}");
            assert_read_back(report, &read(&file, &fs::read(folder.join(&file)).unwrap()));
        }
    }
    let (name, report) = reports.last().unwrap();
    old_kinds_are_converted(&desk, name, report);
}

/// DOC and ODT, which the program has LibreOffice convert before it reads them.
fn old_kinds_are_converted(desk: &Desk, name: &str, report: &Report) {
    for kind in ["doc:MS Word 97", "odt:writer8"] {
        save_as(&desk.path(""), kind, std::iter::once(name.to_owned()));
    }
    let said = desk.run(&format!("check {name}.doc {name}.odt --json"));
    let checked: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    let checked = checked.as_array().unwrap();
    assert_eq!((said.code, checked.len()), (0, 2), "{}", said.err);
    for one in checked {
        assert_eq!(one["agency"], report.agency, "{}", one["file"]);
        assert_eq!(one["year"], report.year, "{}", one["file"]);
        let findings = one["findings"].as_array().unwrap();
        let blamed = findings.iter().filter(|finding| finding["verdict"] != "PASS");
        let blamed: Vec<_> = blamed.filter(|finding| finding["verdict"] != "NOT_ASSESSABLE").collect();
        assert!(blamed.is_empty(), "{}: {blamed:?}", one["file"]);
    }
}
