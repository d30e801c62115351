//! The retold report gives the findings that the published one gives.

use inspect::{Document, Options, check};
use law::report::Verdict::{self, Fail, Pass, Uncertain};

use super::RETOLD_REPORT;

fn checked() -> inspect::Checked {
    let options = Options { file: "kaicheng_2020_retold.txt".to_owned(), excerpt: false };
    check(&Document::from_text(RETOLD_REPORT), &options)
}

#[test]
fn it_says_first_that_it_is_no_original_and_is_recognised_all_the_same() {
    assert!(RETOLD_REPORT.starts_with("按公布数字转述，不是原文"));
    let checked = checked();
    assert!(checked.agency.unwrap().contains("开城镇"));
    assert_eq!(checked.year, Some(2020));
    assert_eq!(checked.format, Some(inspect::Format::F2019));
}

#[test]
fn its_findings_are_those_of_the_published_report() {
    let checked = checked();
    let of = |rule: &str| -> Vec<Verdict> {
        checked.findings.iter().filter(|found| found.rule == rule).map(|found| found.verdict).collect()
    };
    assert_eq!(of("K-X-3"), [Fail]);
    assert_eq!(of("K-X-2"), [Uncertain]);
    assert_eq!(of("K-T3-4"), [Uncertain]);
    assert!(of("K-X-5").len() >= 3 && of("K-X-5").iter().all(|verdict| *verdict == Uncertain));
    assert_eq!(of("K-T3-1"), [Pass]);
    assert_eq!(of("K-T4-1"), [Pass]);
    assert_eq!(of("K-X-4"), [Pass]);
    let subset = checked.findings.iter().find(|found| found.rule == "K-X-3").unwrap();
    let quoted: String = subset.evidence.iter().map(|evidence| evidence.text.as_str()).collect();
    assert!(quoted.contains("132") && quoted.contains("125"), "{quoted}");
}
