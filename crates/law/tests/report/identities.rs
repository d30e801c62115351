//! Identities hold on consistent reports and a single wrong cell is found.

use law::report::identity::check;
use law::report::{Cell, CellKey, Context, DisputeRoute, RequestColumn, Severity, Verdict};
use proptest::prelude::*;

use super::fixture::{all_of_route, column_cells, consistent, findings, set, verdict_by_rule};

/// Rules that need nothing but the report.
const ARITHMETIC: [&str; 6] = ["K-X-5", "K-T2-2", "K-T3-1", "K-T3-2", "K-T3-3", "K-T3-4"];

proptest! {
    #[test]
    fn a_consistent_report_passes_every_rule_that_can_be_assessed(report in consistent()) {
        let found = check(&report, &Context::default());
        for rule in ARITHMETIC.iter().chain(&["K-T4-1"]) {
            let verdicts: Vec<Verdict> = findings(&found, rule).iter().map(|f| f.verdict).collect();
            prop_assert_eq!(verdicts, vec![Verdict::Pass], "{}", rule);
        }
        prop_assert!(found.iter().all(|finding| !finding.blocks()));
        prop_assert!(found.iter().all(|finding| finding.verdict != Verdict::Fail || finding.rule == "K-T2-5"));
    }

    #[test]
    fn one_changed_cell_of_table_three_is_always_found(
        report in consistent(),
        column in prop::sample::select(RequestColumn::ALL.to_vec()),
        row in any::<prop::sample::Index>(),
        change in prop_oneof![-50_i64..0, 1_i64..50],
    ) {
        let mut report = report;
        let cell = *row.get(&column_cells(report.form, column));
        let changed = report.amount(cell).unwrap() + change;
        set(&mut report, cell, changed);
        let found = check(&report, &Context::default());
        let pointing: Vec<_> = found
            .iter()
            .filter(|f| ["K-T3-1", "K-T3-2", "K-T3-3"].contains(&f.rule))
            .filter(|f| f.verdict == Verdict::Fail && f.severity == Severity::Error && f.cells.contains(&cell))
            .collect();
        prop_assert!(!pointing.is_empty(), "{cell} changed by {change} was not found");
    }

    #[test]
    fn one_changed_cell_of_table_four_is_always_found(
        report in consistent(),
        route in prop::sample::select(DisputeRoute::ALL.to_vec()),
        at in any::<prop::sample::Index>(),
        change in 1_i64..50,
    ) {
        let mut report = report;
        let cell = *at.get(&all_of_route(route));
        let changed = report.amount(cell).unwrap() + change;
        set(&mut report, cell, changed);
        let found = check(&report, &Context::default());
        let faults = findings(&found, "K-T4-1");
        prop_assert_eq!(faults.len(), 1);
        prop_assert_eq!(faults[0].verdict, Verdict::Fail);
        prop_assert!(faults[0].cells.contains(&cell));
    }

    #[test]
    fn one_blanked_cell_blocks_our_report_and_is_only_doubtful_in_a_copy(
        report in consistent(),
        at in any::<prop::sample::Index>(),
    ) {
        let mut report = report;
        let cell = *at.get(&report.form.cells());
        report.cells.insert(cell, Cell::Blank);
        let rule = if matches!(cell, CellKey::Request(..)) { "K-T3-4" } else { "K-X-5" };

        let own = check(&report, &Context::default());
        let own = findings(&own, rule);
        prop_assert!(own.len() == 1 && own[0].blocks() && own[0].cells == [cell]);

        let copy = Context { origin: law::report::Origin::ConvertedCopy, ..Context::default() };
        let copy = check(&report, &copy);
        prop_assert_eq!(findings(&copy, rule)[0].verdict, Verdict::Uncertain);
        prop_assert!(copy.iter().all(|finding| finding.verdict != Verdict::Fail || finding.rule == "K-T2-5"));
    }

    /// Whatever numbers stand in the cells, no rule overflows, panics or goes without a finding.
    #[test]
    fn any_numbers_get_one_finding_a_rule_at_least(
        report in consistent(),
        wild in prop::collection::vec((any::<prop::sample::Index>(), any::<i64>()), 0..40),
    ) {
        let mut report = report;
        for (at, amount) in wild {
            let cell = *at.get(&report.form.cells());
            set(&mut report, cell, amount);
        }
        let last = law::report::Report { year: report.year - 1, ..report.clone() };
        let found = check(&report, &Context { last_year: Some(&last), ..Context::default() });
        let by_rule = verdict_by_rule(&found);
        for rule in law::report::identity::RULES {
            prop_assert!(by_rule.contains_key(rule.id), "{}", rule.id);
        }
        for finding in &found {
            prop_assert!(!finding.message.is_empty() && !finding.basis.is_empty());
        }
    }
}

#[test]
fn a_failure_names_the_line_and_both_sums() {
    let mut report = super::fixture::zero(law::report::Form::F2021);
    set(&mut report, super::fixture::key("t3.new.nat"), 3);
    let found = check(&report, &Context::default());
    let first = findings(&found, "K-T3-1");
    assert_eq!(first.len(), 1);
    assert_eq!(
        first[0].message,
        "表三“自然人”列：第一项（本年新收）加第二项（上年结转）之和是3，第三项（办理结果总计）加第四项（结转下年度）之和是0，\
         两者应当相等。请核对这一列的数字。"
    );
    let third = findings(&found, "K-T3-3");
    assert_eq!(third.len(), 1);
    assert!(third[0].message.starts_with("表三“一、本年新收政府信息公开申请数量”行："));
}
