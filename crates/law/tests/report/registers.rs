//! Our own report held against its registers: K-T2-3, K-T3-6 to K-T3-9, K-T4-2 to K-T4-4.

use std::collections::{BTreeMap, BTreeSet};

use law::report::identity::{DisputeFlow, check};
use law::report::{
    Context, DisputeRoute, Finding, Form, Registers, Report, RequestColumn, Severity, Verdict,
};

use super::fixture::{add_up, findings, key, set, zero};

const RULES: [&str; 7] = ["K-T2-3", "K-T3-6", "K-T3-7", "K-T3-8", "K-T3-9", "K-T4-2", "K-T4-3"];

fn found(report: &Report, registers: &Registers) -> Vec<Finding> {
    check(report, &Context { registers: Some(registers), ..Context::default() })
}

fn only(report: &Report, registers: &Registers, rule: &str) -> Finding {
    let found = found(report, registers);
    let of_rule = findings(&found, rule);
    let [only] = of_rule.as_slice() else { panic!("{of_rule:?}") };
    (*only).clone()
}

/// Registers that agree with a report of zeros.
fn agreeing(report: &Report) -> Registers {
    Registers {
        cells: Some(report.form.cells().into_iter().map(|key| (key, 0)).collect()),
        declared: BTreeSet::new(),
        measures: Some(BTreeMap::new()),
        in_several_rows: Some(Vec::new()),
        unanswered: Some(BTreeMap::new()),
        overdue_carried_out: Some(Vec::new()),
        disputes: Some(BTreeMap::new()),
        reconsiderations_ended: Some(0),
        direct_suits_against_refusals: Some(Vec::new()),
        normative_issued: Some(0),
        normative_unpublished: Some(Vec::new()),
        requests_last_year: Some(0),
    }
}

#[test]
fn registers_that_agree_pass_every_rule() {
    let report = zero(Form::F2021);
    let found = found(&report, &agreeing(&report));
    for rule in RULES.iter().chain(&["K-T4-4"]) {
        assert_eq!(findings(&found, rule)[0].verdict, Verdict::Pass, "{rule}");
    }
}

#[test]
fn without_registers_nothing_is_assessed() {
    let report = zero(Form::F2021);
    for registers in [None, Some(&Registers::default())] {
        let found = check(&report, &Context { registers, ..Context::default() });
        for rule in RULES.iter().filter(|rule| **rule != "K-T4-3") {
            let verdicts: Vec<_> = findings(&found, rule).iter().map(|f| f.verdict).collect();
            assert_eq!(verdicts, [Verdict::NotAssessable], "{rule}");
        }
    }
}

#[test]
fn a_figure_that_left_its_register_asks_for_a_reason() {
    let report = zero(Form::F2021);
    let mut registers = agreeing(&report);
    registers.cells.as_mut().unwrap().insert(key("t3.new.nat"), 2);
    let finding = only(&report, &registers, "K-T3-6");
    assert_eq!((finding.verdict, finding.severity), (Verdict::Fail, Severity::Warning));
    assert!(finding.needs_reason() && !finding.blocks());
    assert_eq!(finding.cells, [key("t3.new.nat")]);
}

#[test]
fn a_figure_declared_by_hand_has_its_reason_already() {
    let mut report = zero(Form::F2021);
    for cell in ["t3.new.nat", "t3.carried_out.nat"] {
        set(&mut report, key(cell), 2);
    }
    add_up(&mut report);
    let mut registers = agreeing(&report);
    registers.declared = [key("t3.new.nat"), key("t3.carried_out.nat")].into();
    let finding = only(&report, &registers, "K-T3-6");
    assert_eq!(finding.verdict, Verdict::Pass);
    assert!(finding.message.contains("另有2个单元格为手工填报"), "{}", finding.message);
    assert_eq!(only(&report, &registers, "K-T3-8").verdict, Verdict::Pass);
}

#[test]
fn a_case_in_two_rows_blocks() {
    let report = zero(Form::F2021);
    let mut registers = agreeing(&report);
    registers.in_several_rows = Some((1..=12).map(|n| format!("申-{n}")).collect());
    let finding = only(&report, &registers, "K-T3-7");
    assert!(finding.blocks());
    assert!(
        finding.message.contains("申-1、申-2") && finding.message.contains("等12件"),
        "{}",
        finding.message
    );
    assert!(!finding.message.contains("申-11"));
}

#[test]
fn open_cases_must_be_carried_out() {
    let report = zero(Form::F2021);
    let mut registers = agreeing(&report);
    registers.unanswered = Some([(RequestColumn::LegalService, 1)].into());
    let finding = only(&report, &registers, "K-T3-8");
    assert_eq!(
        (finding.verdict, finding.cells.as_slice()),
        (Verdict::Fail, &[key("t3.carried_out.leg")][..])
    );
}

#[test]
fn cases_carried_out_overdue_are_listed() {
    let report = zero(Form::F2021);
    let mut registers = agreeing(&report);
    registers.overdue_carried_out = Some(vec!["申-7".to_owned()]);
    let finding = only(&report, &registers, "K-T3-9");
    assert!(finding.needs_reason());
    assert!(finding.message.contains("1件") && finding.message.contains("申-7"));
}

#[test]
fn disputes_do_not_vanish_from_the_register() {
    let report = zero(Form::F2021);
    let mut registers = agreeing(&report);
    let flow = DisputeFlow { pending_before: 2, opened: 1, closed: 1, pending: 1 };
    registers.disputes = Some([(DisputeRoute::DirectSuit, flow)].into());
    assert!(only(&report, &registers, "K-T4-2").blocks());
    registers.disputes = Some([(DisputeRoute::DirectSuit, DisputeFlow { pending: 2, ..flow })].into());
    assert_eq!(only(&report, &registers, "K-T4-2").verdict, Verdict::Pass);
}

#[test]
fn suits_after_reconsideration_need_reconsiderations() {
    let mut report = zero(Form::F2021);
    set(&mut report, key("t4.ss_after.pending"), 2);
    add_up(&mut report);
    let mut registers = agreeing(&report);
    registers.cells = None;
    assert!(only(&report, &registers, "K-T4-3").needs_reason());
    registers.reconsiderations_ended = Some(2);
    assert_eq!(only(&report, &registers, "K-T4-3").verdict, Verdict::Pass);
}

#[test]
fn refusals_must_be_reconsidered_first_from_2024_on() {
    let mut report = zero(Form::F2021);
    let mut registers = agreeing(&report);
    registers.direct_suits_against_refusals = Some(vec!["诉-1".to_owned()]);
    assert!(only(&report, &registers, "K-T4-4").needs_reason());
    report.year = 2023;
    assert_eq!(only(&report, &registers, "K-T4-4").verdict, Verdict::NotAssessable);
}

#[test]
fn issued_documents_are_on_record_and_published() {
    let report = zero(Form::F2021);
    let mut registers = agreeing(&report);
    registers.normative_issued = Some(1);
    assert!(only(&report, &registers, "K-T2-3").message.contains("台账中本年制发的是1件"));
    registers.normative_issued = Some(0);
    registers.normative_unpublished = Some(vec!["示政规〔2024〕1号".to_owned()]);
    assert!(only(&report, &registers, "K-T2-3").message.contains("示政规〔2024〕1号"));
    assert_eq!(only(&zero(Form::F2019), &registers, "K-T2-3").verdict, Verdict::NotAssessable);
}
