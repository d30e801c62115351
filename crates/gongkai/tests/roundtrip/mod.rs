//! What we print is read back: the same cells, nothing blamed; and every fault put into it is found by its rule.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "helpers of tests fail a test by panicking, as the tests themselves do; figures are printed for a reader"
)]

mod cut;
mod demo;
mod faults;
mod office;
mod printed;
mod sound;
mod tally;

use inspect::{Beside, ConfidenceLevel, Examined, Finding, Format, Options, Verdict, examine};
use law::report::{Cell, CellKey, Form, Report};
use proptest::prelude::*;
use reading::{Aids, document};

use printed::{Kind, Paper};

/// Reads a file as the inspector's users do.
fn read(name: &str, bytes: &[u8]) -> Examined {
    let document = document(bytes, &Aids::default()).unwrap_or_else(|fault| panic!("{name}: {fault}"));
    examine(&document, &Options { file: name.to_owned(), excerpt: false }, Beside::default())
}

/// The findings that say that something is wrong, or may be.
fn blamed(examined: &Examined) -> Vec<&Finding> {
    let findings = examined.checked.findings.iter();
    findings.filter(|finding| matches!(finding.verdict, Verdict::Fail | Verdict::Uncertain)).collect()
}

/// Findings in short, for a message.
fn short(findings: &[&Finding]) -> Vec<String> {
    let line = |finding: &&Finding| format!("{:?} {} {}", finding.verdict, finding.rule, finding.message);
    findings.iter().map(line).collect()
}

/// Cells that were read with a number that was not printed there.
fn misread(printed: &Report, examined: &Examined) -> Vec<String> {
    let differs = |(key, cell): (&CellKey, &Cell)| {
        let wanted = printed.cells.get(key);
        (cell.amount().is_some() && Some(cell) != wanted).then(|| format!("{key}: {cell:?} for {wanted:?}"))
    };
    examined.report().cells.iter().filter_map(differs).collect()
}

const fn format_of(form: Form) -> Format {
    match form {
        Form::F2019 => Format::F2019,
        Form::F2021 => Format::F2021,
    }
}

/// A file says of a report exactly what the report says.
fn assert_read_back(report: &Report, examined: &Examined) {
    let checked = &examined.checked;
    let name = &checked.file;
    assert_eq!(checked.agency.as_deref(), Some(report.agency.as_str()), "{name}");
    assert_eq!((checked.year, checked.format), (Some(report.year), Some(format_of(report.form))), "{name}");
    assert_eq!(examined.report().cells, report.cells, "{name}");
    assert_eq!(checked.not_understood, [], "{name}");
    assert_eq!(checked.confidence.level, ConfidenceLevel::High, "{name}: {:?}", checked.confidence);
    assert_eq!(short(&blamed(examined)), Vec::<String>::new(), "{name}");
}

fn assert_all_read_back(kinds: &[Kind], seed: u64) {
    for form in [Form::F2019, Form::F2021] {
        let sound = sound::report(form, seed);
        for kind in kinds {
            let paper = Paper::print(*kind, &sound.report);
            assert_read_back(&sound.report, &read(&format!("{seed:x} {kind:?}"), &paper.bytes()));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_sound_report_is_read_back_from_page_text_document_and_spreadsheet(seed in any::<u64>()) {
        assert_all_read_back(&[Kind::Text, Kind::Html, Kind::Docx, Kind::Xlsx], seed);
    }
}

#[test]
fn a_sound_report_is_read_back_from_its_pdf() {
    for seed in 1..=4 {
        assert_all_read_back(&[Kind::Pdf], seed);
    }
}
