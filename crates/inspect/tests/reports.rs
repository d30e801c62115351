//! Fifty-one published reports, where the shared papers are present: what must be found, what must not.

use std::collections::BTreeSet;

use inspect::{Checked, Document, Options, Verdict, check};

use super::seed::shared;

/// File number, rules that fail, rules that are doubtful.
const EXPECTATIONS: &str = include_str!("expectations.csv");
/// Lines that the collector of the files put above the text.
const HEADER: usize = 5;
const END_MARK: &str = "[excerpt ends here";

struct Case {
    file: String,
    /// Year and format as the collector noted them.
    noted: (i16, String),
    checked: Checked,
}

fn cases() -> Vec<Case> {
    let Some(folder) = shared() else { return Vec::new() };
    let read = |line: &str| {
        let file = line.split(',').next().unwrap().to_owned();
        let text = std::fs::read_to_string(folder.join("reports").join(format!("{file}.txt"))).unwrap();
        let noted =
            |key: &str| text.lines().find_map(|line| line.strip_prefix(key)).unwrap().trim().to_owned();
        let excerpt = text.contains(END_MARK);
        let body: Vec<&str> = text.lines().skip(HEADER).filter(|line| !line.starts_with(END_MARK)).collect();
        let checked = check(&Document::from_text(&body.join("\n")), &Options { file: file.clone(), excerpt });
        Case { file, noted: (noted("year:").parse().unwrap(), noted("format:")), checked }
    };
    EXPECTATIONS.lines().skip(1).map(read).collect()
}

fn rules(checked: &Checked, verdict: Verdict) -> BTreeSet<&'static str> {
    checked.findings.iter().filter(|finding| finding.verdict == verdict).map(|finding| finding.rule).collect()
}

fn expected(line: &str, column: usize) -> BTreeSet<&str> {
    line.split(',').nth(column).unwrap().split_whitespace().collect()
}

#[test]
fn every_report_gets_the_findings_that_a_careful_reader_makes() {
    let mut faults = 0;
    for (case, line) in cases().iter().zip(EXPECTATIONS.lines().skip(1)) {
        assert_eq!(rules(&case.checked, Verdict::Fail), expected(line, 1), "{} fails", case.file);
        assert_eq!(rules(&case.checked, Verdict::Uncertain), expected(line, 2), "{} doubtful", case.file);
        faults += expected(line, 1).len();
    }
    println!("{faults} broken rules found, none too many");
}

#[test]
fn year_and_form_of_every_report_are_recognised() {
    for case in cases() {
        assert_eq!(case.checked.year, Some(case.noted.0), "{}", case.file);
        let format = case.checked.format.map(|format| format!("{format:?}"));
        assert_eq!(format, Some(format!("F{}", case.noted.1)), "{}", case.file);
    }
}

#[test]
fn every_failure_is_quoted() {
    for case in cases() {
        for finding in case.checked.findings.iter().filter(|finding| finding.verdict == Verdict::Fail) {
            assert!(!finding.evidence.is_empty(), "{} {}", case.file, finding.rule);
        }
    }
}
