//! Faults put into sound reports are found, each by its rule, and nothing else fails.

use inspect::Verdict;
use law::report::{CellKey, DisputeOutcome, DisputeRoute, Form, RequestColumn, RequestRow};
use proptest::prelude::*;

use super::printed::{LAYOUTS, Layout, Printed};
use super::{checked, failures, of, quoted, verdicts};

fn rules(checked: &inspect::Checked) -> Vec<&'static str> {
    let failed = checked.findings.iter().filter(|finding| finding.verdict == Verdict::Fail);
    let mut rules: Vec<&str> = failed.map(|finding| finding.rule).collect();
    rules.dedup();
    rules
}

fn changed(report: &Printed, key: CellKey, by: i64) -> Printed {
    let mut changed = report.clone();
    changed.cells.insert(key, (report.number(key) + by).to_string());
    changed
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_changed_result_breaks_its_row_and_its_column(
        numbers in prop::collection::vec(0_u16..3000, 40..200),
        layout in prop::sample::select(LAYOUTS.to_vec()),
        row in 0_usize..21,
        column in 0_usize..6,
        by in 1_i64..50,
    ) {
        let report = Printed::of(Form::F2021, 2024, &numbers);
        let row = Form::F2021.result_rows().nth(row).unwrap();
        let key = CellKey::Request(row, RequestColumn::ALL[column]);
        let checked = checked(&changed(&report, key, by).text(layout));
        prop_assert_eq!(rules(&checked), ["K-T3-2", "K-T3-3"]);
        prop_assert_eq!(failures(&checked).len(), 2);
        let wrong = (report.number(key) + by).to_string();
        for rule in ["K-T3-2", "K-T3-3"] {
            prop_assert!(quoted(of(&checked, rule)[0]).contains(&wrong.as_str()));
        }
    }

    #[test]
    fn a_changed_arrival_breaks_the_printed_identity(
        numbers in prop::collection::vec(0_u16..3000, 40..200),
        layout in prop::sample::select(LAYOUTS.to_vec()),
        row in prop::sample::select(vec![RequestRow::New, RequestRow::CarriedIn, RequestRow::CarriedOut]),
    ) {
        let report = Printed::of(Form::F2019, 2020, &numbers);
        let key = CellKey::Request(row, RequestColumn::NaturalPerson);
        let checked = checked(&changed(&report, key, 1).text(layout));
        prop_assert_eq!(rules(&checked), ["K-T3-1", "K-T3-3"]);
    }

    #[test]
    fn a_changed_dispute_breaks_its_block(
        numbers in prop::collection::vec(0_u16..3000, 40..200),
        layout in prop::sample::select(LAYOUTS.to_vec()),
        outcome in 0_usize..5,
        route in 0_usize..3,
    ) {
        let report = Printed::of(Form::F2021, 2024, &numbers);
        let key = CellKey::Dispute(DisputeRoute::ALL[route], DisputeOutcome::ALL[outcome]);
        let checked = checked(&changed(&report, key, 1).text(layout));
        prop_assert_eq!(rules(&checked), ["K-T4-1"]);
    }
}

#[test]
fn a_blanked_cell_is_doubtful_in_a_copy_and_its_column_is_not_assessed() {
    for layout in [Layout::Tabs, Layout::TabsWithoutLabels, Layout::Pipes] {
        let mut report = Printed::of(Form::F2021, 2024, &[7, 3, 5]);
        report.cells.insert(CellKey::Request(RequestRow::CarriedOut, RequestColumn::Research), String::new());
        let checked = checked(&report.text(layout));
        assert_eq!(failures(&checked), Vec::<String>::new(), "{layout:?}");
        assert_eq!(verdicts(&checked, "K-T3-4"), [Verdict::Uncertain], "{layout:?}");
        let identity = of(&checked, "K-T3-1")[0];
        assert!(identity.message.contains("“科研机构”列有空白"), "{}", identity.message);
    }
}

#[test]
fn a_blank_that_leaves_no_trace_is_said_and_not_guessed() {
    for layout in [Layout::CellALine, Layout::Blanks] {
        let mut report = Printed::of(Form::F2021, 2024, &[7, 3, 5]);
        report.cells.insert(CellKey::Request(RequestRow::Repeat, RequestColumn::Research), String::new());
        let checked = checked(&report.text(layout));
        assert_eq!(failures(&checked), Vec::<String>::new(), "{layout:?}");
        let finding = of(&checked, "K-T3-4")[0];
        assert_eq!(finding.verdict, Verdict::Uncertain);
        assert!(finding.message.contains("应有7个数字，找到6个"), "{}", finding.message);
        assert!(quoted(finding)[0].contains("2.重复申请"));
    }
}

#[test]
fn cells_lost_at_the_end_of_a_line_are_blanks_of_the_last_columns() {
    let report = Printed::of(Form::F2021, 2024, &[7, 3, 5]);
    let total = report.number(CellKey::Request(RequestRow::CarriedOut, RequestColumn::Total));
    let text = report.text(Layout::Tabs);
    let cut: Vec<String> = text
        .lines()
        .map(|line| match line.strip_suffix(&format!("\t{total}")) {
            Some(rest) if line.starts_with("四、结转") => rest.to_owned(),
            _ => line.to_owned(),
        })
        .collect();
    let checked = checked(&cut.join("\n"));
    assert_eq!(failures(&checked), Vec::<String>::new());
    let blank = of(&checked, "K-T3-4")[0];
    assert!(blank.message.contains("“四、结转下年度继续办理”行的“总计”列空白"), "{}", blank.message);
}

#[test]
fn a_dropped_row_is_doubtful_and_nothing_is_shifted_into_its_place() {
    for layout in LAYOUTS {
        let text = Printed::of(Form::F2021, 2024, &[7, 3, 5, 11]).text(layout);
        let cut = without_row(&text, "4.保护第三方合法权益", layout);
        if cut == text {
            continue;
        }
        let checked = checked(&cut);
        assert_eq!(failures(&checked), Vec::<String>::new(), "{layout:?}");
        let gap = of(&checked, "K-X-5")[0];
        assert!(
            gap.verdict == Verdict::Uncertain && gap.message.contains("4.保护第三方合法权益"),
            "{layout:?} {gap:?}"
        );
    }
}

fn without_row(text: &str, label: &str, layout: Layout) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let Some(at) = lines.iter().position(|line| line.contains(label)) else { return text.to_owned() };
    let length = if layout == Layout::CellALine { 16 } else { 1 };
    let kept = lines[..at].iter().chain(&lines[at + length..]);
    kept.copied().collect::<Vec<_>>().join("\n")
}

#[test]
fn a_rule_made_by_a_township_is_named() {
    for layout in LAYOUTS {
        let mut report = Printed::of(Form::F2021, 2024, &[0]);
        let key: CellKey = "t2.guizhang.valid".parse().unwrap();
        report.cells.insert(key, "6".to_owned());
        assert_eq!(rules(&checked(&report.text(layout))), ["K-T2-2"], "{layout:?}");
    }
}

#[test]
fn words_and_negative_numbers_in_cells_are_named() {
    for (text, expected) in [("本镇没有", "不是数字"), ("-1", "负数")] {
        let mut report = Printed::of(Form::F2021, 2024, &[0]);
        let key: CellKey = "t2.xuke.decisions".parse().unwrap();
        report.cells.insert(key, text.to_owned());
        let checked = checked(&report.text(Layout::Tabs));
        assert_eq!(rules(&checked), ["K-X-5"]);
        assert!(failures(&checked)[0].contains(expected), "{:?}", failures(&checked));
    }
}
