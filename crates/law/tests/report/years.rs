//! Two years side by side: K-T2-1, K-T2-4, K-T2-5, K-T3-5, K-T2-2, K-X-6, K-X-10.

use law::report::identity::{check, likeness};
use law::report::{Context, Finding, Form, Level, Report, Section, Verdict};

use super::fixture::{findings, key, set, verdicts, zero};

fn pair(form: Form) -> (Report, Report) {
    let now = zero(form);
    let last = Report { year: now.year - 1, ..now.clone() };
    (now, last)
}

fn against(now: &Report, last: &Report, rule: &str) -> Vec<Finding> {
    let found = check(now, &Context { last_year: Some(last), ..Context::default() });
    findings(&found, rule).into_iter().cloned().collect()
}

#[test]
fn carried_in_is_compared_column_by_column() {
    let (mut now, mut last) = pair(Form::F2021);
    for (cell, amount) in [("t3.carried_in.nat", 1), ("t3.carried_in.com", 1)] {
        set(&mut now, key(cell), amount);
    }
    set(&mut last, key("t3.carried_out.nat"), 2);
    let found = against(&now, &last, "K-T3-5");
    let cells: Vec<_> = found.iter().flat_map(|finding| finding.cells.clone()).collect();
    assert_eq!(
        cells,
        [key("t3.carried_in.nat"), key("t3.carried_in.com")],
        "the totals agree, the columns do not"
    );
    assert!(found.iter().all(|finding| finding.verdict == Verdict::Fail && finding.needs_reason()));
}

#[test]
fn only_the_very_year_before_counts_as_last_year() {
    let (now, mut last) = pair(Form::F2021);
    assert_eq!(against(&now, &last, "K-T3-5")[0].verdict, Verdict::Pass);
    last.year -= 1;
    assert_eq!(against(&now, &last, "K-T3-5")[0].verdict, Verdict::NotAssessable);
    assert_eq!(verdicts(&now, &Context::default(), "K-T3-5"), [Verdict::NotAssessable]);
}

#[test]
fn fewer_in_force_may_have_lapsed_but_more_come_from_nowhere() {
    let (mut now, mut last) = pair(Form::F2021);
    set(&mut last, key("t2.guifan.valid"), 10);
    set(&mut now, key("t2.guifan.issued"), 3);
    set(&mut now, key("t2.guifan.repealed"), 1);
    for (valid, verdict) in [(12, Verdict::Pass), (11, Verdict::Uncertain), (13, Verdict::Fail)] {
        set(&mut now, key("t2.guifan.valid"), valid);
        let found = against(&now, &last, "K-T2-1");
        assert_eq!((found.len(), found[0].verdict), (1, verdict), "{valid}");
        assert!(!found[0].blocks());
    }
}

#[test]
fn the_first_year_of_the_new_form_has_nothing_to_compare_with() {
    let mut now = zero(Form::F2021);
    now.year = 2021;
    let last = zero(Form::F2019);
    assert_eq!(against(&now, &last, "K-T2-1")[0].verdict, Verdict::NotAssessable);
}

#[test]
fn lists_of_items_follow_from_last_year() {
    let (mut now, mut last) = pair(Form::F2019);
    set(&mut last, key("t2.xuke.prev"), 71);
    set(&mut last, key("t2.xuke.delta"), -11);
    set(&mut now, key("t2.xuke.prev"), 60);
    assert_eq!(against(&now, &last, "K-T2-4")[0].verdict, Verdict::Pass);
    set(&mut now, key("t2.xuke.prev"), 71);
    let found = against(&now, &last, "K-T2-4");
    assert!(found[0].message.contains("应为60"), "{}", found[0].message);
    assert!(found[0].needs_reason());
}

#[test]
fn the_stock_holds_what_was_published_this_year() {
    let mut report = zero(Form::F2019);
    for (made, published, total, expected) in [
        (34, 4, 47, vec![Verdict::Pass]),
        (2, 3, 3, vec![Verdict::Uncertain]),
        (5, 4, 3, vec![Verdict::Fail]),
        (1, 4, 3, vec![Verdict::Fail, Verdict::Uncertain]),
    ] {
        set(&mut report, key("t2.guifan.made"), made);
        set(&mut report, key("t2.guifan.published"), published);
        set(&mut report, key("t2.guifan.total"), total);
        assert_eq!(verdicts(&report, &Context::default(), "K-T2-5"), expected, "{made} {published} {total}");
    }
}

#[test]
fn a_township_makes_no_rules() {
    let mut report = zero(Form::F2021);
    set(&mut report, key("t2.guizhang.valid"), 6);
    for (agency, level, expected) in [
        ("示例县山前镇人民政府", Level::Unknown, Verdict::Fail),
        ("示例市河东街道办事处", Level::Unknown, Verdict::Fail),
        ("山前镇", Level::Unknown, Verdict::Fail),
        ("景德镇", Level::Unknown, Verdict::NotAssessable),
        ("示例县人民政府", Level::Unknown, Verdict::NotAssessable),
        ("示例县水务局", Level::Unknown, Verdict::NotAssessable),
        ("本单位", Level::Unknown, Verdict::NotAssessable),
        ("山前", Level::Township, Verdict::Fail),
    ] {
        report.agency = agency.to_owned();
        let context = Context { level, ..Context::default() };
        assert_eq!(verdicts(&report, &context, "K-T2-2"), [expected], "{agency}");
    }
}

#[test]
fn cases_pending_last_year_show_again() {
    let (mut now, mut last) = pair(Form::F2021);
    set(&mut last, key("t4.fy.pending"), 2);
    set(&mut now, key("t4.fy.total"), 1);
    let found = against(&now, &last, "K-X-10");
    let failed: Vec<_> = found.iter().filter(|finding| finding.verdict == Verdict::Fail).collect();
    assert_eq!(failed.len(), 1);
    assert!(failed[0].message.contains("少于2023年末尚未审结的2件"), "{}", failed[0].message);
    assert!(failed[0].needs_reason());
}

#[test]
fn disputes_without_requests_in_two_years_are_looked_at() {
    let (mut now, mut last) = pair(Form::F2021);
    set(&mut now, key("t4.fy.total"), 1);
    assert_eq!(against(&now, &last, "K-X-10")[0].verdict, Verdict::Uncertain);
    set(&mut last, key("t3.new.total"), 1);
    assert_eq!(against(&now, &last, "K-X-10")[0].verdict, Verdict::Pass);
}

fn wording(seed: usize) -> String {
    // Chinese characters in an order that depends on the seed.
    (0..400_usize)
        .filter_map(|n| char::from_u32(0x4e00 + u32::try_from((n * seed) % 4000).unwrap()))
        .collect()
}

#[test]
fn resembling_texts_are_listed_without_a_verdict() {
    let (mut now, mut last) = pair(Form::F2021);
    now.prose.insert(Section::One, format!("2024年{}。", wording(7)));
    last.prose.insert(Section::One, format!("2023年{}！", wording(7)));
    let alike = against(&now, &last, "K-X-6");
    assert_eq!(alike[0].verdict, Verdict::Uncertain);
    assert!(alike[0].message.contains("《示例县示例镇人民政府2023年报告》"), "{}", alike[0].message);

    last.prose.insert(Section::One, wording(11));
    assert_eq!(against(&now, &last, "K-X-6")[0].verdict, Verdict::Pass);

    let sibling = Report { agency: "示例县河东镇人民政府".to_owned(), ..now.clone() };
    let siblings = [sibling];
    let context = Context { siblings: &siblings, ..Context::default() };
    assert_eq!(verdicts(&now, &context, "K-X-6"), [Verdict::Uncertain]);
}

#[test]
fn short_texts_are_not_compared() {
    let (now, last) = pair(Form::F2021);
    assert_eq!(likeness(&now, &last), None);
    assert_eq!(against(&now, &last, "K-X-6")[0].verdict, Verdict::Pass);
    assert_eq!(verdicts(&now, &Context::default(), "K-X-6"), [Verdict::NotAssessable]);
}
