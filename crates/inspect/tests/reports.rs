//! Fifty-one published reports, where the shared papers are present: what must be found, what must not.

use std::collections::BTreeSet;

use inspect::{Beside, Checked, Document, Options, Shelf, Verdict, check, examine};

use super::seed::shared;

/// What a careful reader finds in each file: `file,verdict,rule,words`. Verdict `fail` or `uncertain`; the words, if
/// any, are a number or name that the quotations or the message hold.
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

/// A fault that the text shows.
struct Expected {
    file: &'static str,
    verdict: Verdict,
    rule: &'static str,
    words: &'static str,
}

fn expectations() -> Vec<Expected> {
    let read = |line: &'static str| {
        let columns: Vec<&str> = line.split(',').collect();
        let verdict = if columns[1] == "fail" { Verdict::Fail } else { Verdict::Uncertain };
        Expected { file: columns[0], verdict, rule: columns[2], words: columns[3] }
    };
    EXPECTATIONS.lines().skip(1).map(read).collect()
}

fn cases() -> Vec<Case> {
    let Some(folder) = shared() else { return Vec::new() };
    let mut paths: Vec<_> =
        std::fs::read_dir(folder.join("reports")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    let read = |path: &std::path::PathBuf| {
        let file = path.file_stem().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(path).unwrap();
        let noted =
            |key: &str| text.lines().find_map(|line| line.strip_prefix(key)).unwrap().trim().to_owned();
        let excerpt = text.contains(END_MARK);
        let body: Vec<&str> = text.lines().skip(HEADER).filter(|line| !line.starts_with(END_MARK)).collect();
        let checked = check(&Document::from_text(&body.join("\n")), &Options { file: file.clone(), excerpt });
        Case { file, noted: (noted("year:").parse().unwrap(), noted("format:")), checked }
    };
    paths.iter().map(read).collect()
}

fn rules(checked: &Checked, verdict: Verdict) -> BTreeSet<&'static str> {
    checked.findings.iter().filter(|finding| finding.verdict == verdict).map(|finding| finding.rule).collect()
}

fn is_found(checked: &Checked, expected: &Expected) -> bool {
    let mut findings = checked.findings.iter();
    findings.any(|finding| {
        let names = |text: &str| text.contains(expected.words);
        let is_named = names(&finding.message) || finding.evidence.iter().any(|quoted| names(&quoted.text));
        finding.rule == expected.rule && finding.verdict == expected.verdict && is_named
    })
}

/// How many of the expected faults are found, and how many of the found ones are expected.
fn measure(cases: &[Case], verdicts: &[Verdict]) -> (usize, usize, usize, usize) {
    let expectations = expectations();
    let wanted: Vec<&Expected> =
        expectations.iter().filter(|expected| verdicts.contains(&expected.verdict)).collect();
    let of = |file: &str| cases.iter().find(|case| case.file == file).unwrap();
    let found = wanted.iter().filter(|expected| is_found(&of(expected.file).checked, expected)).count();
    let mut named = 0;
    let mut right = 0;
    for case in cases {
        for finding in case.checked.findings.iter().filter(|finding| verdicts.contains(&finding.verdict)) {
            named += 1;
            let is_wanted = |expected: &&&Expected| {
                expected.file == case.file
                    && expected.rule == finding.rule
                    && expected.verdict == finding.verdict
            };
            right += usize::from(wanted.iter().any(|expected| is_wanted(&expected)));
        }
    }
    (found, wanted.len(), right, named)
}

#[test]
fn every_report_gets_the_findings_that_a_careful_reader_makes() {
    let cases = cases();
    if cases.is_empty() {
        return;
    }
    let expectations = expectations();
    for case in &cases {
        for verdict in [Verdict::Fail, Verdict::Uncertain] {
            let wanted: BTreeSet<&str> = expectations
                .iter()
                .filter(|expected| expected.file == case.file && expected.verdict == verdict)
                .map(|expected| expected.rule)
                .collect();
            let got = rules(&case.checked, verdict);
            assert_eq!(got, wanted, "{} {verdict:?} {:?}", case.file, faults(&case.checked, verdict));
        }
    }
    let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
    for (name, verdicts) in
        [("FAIL", &[Verdict::Fail][..]), ("FAIL and UNCERTAIN", &[Verdict::Fail, Verdict::Uncertain][..])]
    {
        let (found, wanted, right, named) = measure(&cases, verdicts);
        println!(
            "{name}: recall {found} of {wanted} ({:.1} %), precision {right} of {named} ({:.1} %)",
            percent(found, wanted),
            percent(right, named)
        );
        assert!(found * 100 >= wanted * 95, "recall");
        assert_eq!(right, named, "no false alarm");
    }
}

fn faults(checked: &Checked, verdict: Verdict) -> Vec<String> {
    let found = checked.findings.iter().filter(|finding| finding.verdict == verdict);
    found.map(|finding| format!("{} {}", finding.rule, finding.message)).collect()
}

/// With last year's report beside it, growth is recomputed from the tables of both.
#[test]
fn growth_is_recomputed_when_last_years_report_is_there() {
    let Some(folder) = shared() else { return };
    let read = |file: &str, beside: Beside<'_>| {
        let text = std::fs::read_to_string(folder.join("reports").join(file)).unwrap();
        let body: Vec<&str> = text.lines().skip(HEADER).filter(|line| !line.starts_with(END_MARK)).collect();
        let options = Options { file: file.to_owned(), excerpt: text.contains(END_MARK) };
        examine(&Document::from_text(&body.join("\n")), &options, beside)
    };
    let shelf = Shelf::of_one(read("004.txt", Beside::default()));
    let examined = read("005.txt", Beside { last_year: Some(&shelf), approved: None });
    let faults = faults(&examined.checked, Verdict::Fail);
    assert!(faults.iter().any(|fault| fault.starts_with("K-X-1") && fault.contains("1.05%")), "{faults:?}");
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
