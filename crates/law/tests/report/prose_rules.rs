//! Prose against tables: K-X-1 to K-X-4, K-X-7 to K-X-11.

use law::report::identity::check;
use law::report::prose::{
    Amount, Breakdown, Claim, ClaimKind, Dimension, Figure, Growth, Part, Place, Scope, Subset, Told, What,
    YearNamed, YearRole,
};
use law::report::{Context, Finding, Form, Mark, Registers, Report, Section, Severity, Verdict};

use super::fixture::{findings, key, set, zero};

const PLACE: Place = Place { section: Some(Section::One), start: 0, end: 1 };

fn figure(what: What, amount: Amount) -> Figure {
    Figure {
        what,
        amount,
        approximate: false,
        scope: Scope::ReportYear,
        place: PLACE,
        text: "某数".to_owned(),
    }
}

fn count(amount: i64) -> Figure {
    figure(What::Other("某类".to_owned()), Amount::Count(amount))
}

fn cells(keys: &[&str], amount: i64) -> Figure {
    figure(What::Cells(keys.iter().map(|text| key(text)).collect()), Amount::Count(amount))
}

fn claim(kind: ClaimKind) -> Told {
    Told { claims: vec![Claim { kind, place: PLACE, text: "某句".to_owned() }], ..Told::default() }
}

fn of_rule(report: &Report, told: &Told, rule: &str) -> Vec<Finding> {
    let found = check(report, &Context { told: Some(told), ..Context::default() });
    findings(&found, rule).into_iter().cloned().collect()
}

fn verdict(report: &Report, told: &Told, rule: &str) -> Verdict {
    let found = of_rule(report, told, rule);
    let [only] = found.as_slice() else { panic!("{found:?}") };
    only.verdict
}

fn figures(list: Vec<Figure>) -> Told {
    Told { figures: list, ..Told::default() }
}

#[test]
fn without_prose_nothing_about_it_is_assessed() {
    let report = zero(Form::F2021);
    let found = check(&report, &Context::default());
    for rule in ["K-X-1", "K-X-2", "K-X-3", "K-X-4", "K-X-8", "K-X-9", "K-X-11"] {
        assert_eq!(findings(&found, rule)[0].verdict, Verdict::NotAssessable, "{rule}");
    }
}

#[test]
fn a_figure_equals_its_cell() {
    let mut report = zero(Form::F2021);
    set(&mut report, key("t3.new.total"), 3119);
    assert_eq!(verdict(&report, &figures(vec![cells(&["t3.new.total"], 3119)]), "K-X-1"), Verdict::Pass);
    let wrong = of_rule(&report, &figures(vec![count(5), cells(&["t3.new.total"], 3191)]), "K-X-1");
    assert_eq!((wrong[0].verdict, wrong[0].marks.as_slice()), (Verdict::Fail, &[Mark::Figure(1)][..]));
    assert_eq!(wrong[0].cells, [key("t3.new.total")]);
    assert!(wrong[0].blocks());
}

#[test]
fn a_figure_may_be_the_sum_of_cells() {
    let mut report = zero(Form::F2021);
    set(&mut report, key("t4.ss_direct.total"), 26);
    set(&mut report, key("t4.ss_after.total"), 20);
    let both = ["t4.ss_direct.total", "t4.ss_after.total"];
    assert_eq!(verdict(&report, &figures(vec![cells(&both, 46)]), "K-X-1"), Verdict::Pass);
    assert_eq!(verdict(&report, &figures(vec![cells(&both, 57)]), "K-X-1"), Verdict::Fail);
}

#[test]
fn figures_of_other_years_are_not_compared() {
    let report = zero(Form::F2021);
    for scope in [Scope::Cumulative, Scope::OtherYear(2023)] {
        let told = figures(vec![Figure { scope, ..cells(&["t3.new.total"], 8) }]);
        assert_eq!(verdict(&report, &told, "K-X-1"), Verdict::NotAssessable);
    }
}

#[test]
fn about_so_many_is_never_wrong_by_itself() {
    let mut report = zero(Form::F2021);
    set(&mut report, key("t3.new.total"), 104);
    let about = |amount| figures(vec![Figure { approximate: true, ..cells(&["t3.new.total"], amount) }]);
    assert_eq!(verdict(&report, &about(100), "K-X-1"), Verdict::Pass);
    assert_eq!(verdict(&report, &about(50), "K-X-1"), Verdict::Uncertain);
}

#[test]
fn a_figure_equals_what_the_register_counts() {
    let report = zero(Form::F2021);
    let told = figures(vec![figure(What::Measure("主动公开总数".to_owned()), Amount::Count(132))]);
    let registers =
        Registers { measures: Some([("主动公开总数".to_owned(), 125)].into()), ..Registers::default() };
    let context = Context { told: Some(&told), registers: Some(&registers), ..Context::default() };
    let found = check(&report, &context);
    let wrong = findings(&found, "K-X-1");
    assert_eq!(wrong[0].verdict, Verdict::Fail);
    assert!(wrong[0].message.contains("台账中的“主动公开总数”是125"), "{}", wrong[0].message);
}

#[test]
fn growth_is_reckoned_from_last_years_report() {
    let mut report = zero(Form::F2021);
    let mut last = Report { year: report.year - 1, ..report.clone() };
    set(&mut report, key("t3.new.total"), 3646);
    set(&mut last, key("t3.new.total"), 3607);
    for (value, expected) in [(105, Verdict::Fail), (108, Verdict::Pass)] {
        let told = Told {
            figures: vec![
                cells(&["t3.new.total"], 3646),
                figure(What::Other("同比".to_owned()), Amount::Percent { value, decimals: 2 }),
            ],
            growths: vec![Growth { now: 0, percent: 1, rises: true }],
            ..Told::default()
        };
        let context = Context { told: Some(&told), last_year: Some(&last), ..Context::default() };
        let found = check(&report, &context);
        assert_eq!(findings(&found, "K-X-1")[0].verdict, expected, "{value}");
    }
}

type Parts<'a> = &'a [(i64, Dimension)];

fn breakdown(whole: Figure, parts: Parts<'_>, exhaustive: bool) -> Told {
    let mut figures = vec![whole];
    figures.extend(parts.iter().map(|(amount, _)| count(*amount)));
    let parts =
        parts.iter().enumerate().map(|(at, (_, dimension))| Part { figure: at + 1, dimension: *dimension });
    let breakdowns = vec![Breakdown { whole: 0, parts: parts.collect(), exhaustive }];
    Told { figures, breakdowns, ..Told::default() }
}

#[test]
fn parts_are_added_up_within_one_dimension() {
    use Dimension::{Channel, Outcome, Topic, Untold};
    let report = zero(Form::F2021);
    let cases: [(Parts<'_>, bool, Verdict); 12] = [
        (&[(60, Topic), (40, Topic)], true, Verdict::Pass),
        (&[(60, Topic), (41, Topic)], true, Verdict::Fail),
        (&[(60, Topic), (30, Topic)], true, Verdict::Fail),
        (&[(60, Topic), (30, Topic)], false, Verdict::Pass),
        (&[(60, Topic), (50, Topic)], false, Verdict::Uncertain),
        (&[(60, Outcome), (40, Outcome)], true, Verdict::Pass),
        (&[(60, Untold), (41, Untold)], true, Verdict::Fail),
        (&[(80, Channel), (70, Channel)], true, Verdict::Pass),
        (&[(80, Channel), (10, Channel)], true, Verdict::Uncertain),
        (&[(35, Channel), (2443, Channel)], true, Verdict::Fail),
        // One that is called by its subject among channels that add up may be a channel too; two may not.
        (&[(4, Topic), (96, Channel)], true, Verdict::Pass),
        (&[(4, Topic), (6, Topic), (90, Channel)], true, Verdict::Uncertain),
    ];
    for (parts, exhaustive, expected) in cases {
        let told = breakdown(count(100), parts, exhaustive);
        assert_eq!(verdict(&report, &told, "K-X-2"), expected, "{parts:?}");
    }
}

#[test]
fn a_long_open_list_that_lacks_one_or_two_is_a_hint() {
    use Dimension::Topic;
    let report = zero(Form::F2021);
    let cases: [(&[i64], Verdict); 3] = [
        (&[50, 30, 10, 5, 4], Verdict::Uncertain),
        (&[50, 30, 10, 5, 2], Verdict::Pass),
        (&[60, 39], Verdict::Pass),
    ];
    for (amounts, expected) in cases {
        let parts: Vec<(i64, Dimension)> = amounts.iter().map(|amount| (*amount, Topic)).collect();
        let told = breakdown(count(100), &parts, false);
        assert_eq!(verdict(&report, &told, "K-X-2"), expected, "{amounts:?}");
    }
}

#[test]
fn parts_of_an_approximate_whole_are_at_most_doubtful() {
    let report = zero(Form::F2021);
    let whole = Figure { approximate: true, ..count(300) };
    for (second, expected) in [(100, Verdict::Pass), (191, Verdict::Pass), (192, Verdict::Uncertain)] {
        let told = breakdown(whole.clone(), &[(208, Dimension::Topic), (second, Dimension::Topic)], true);
        assert_eq!(verdict(&report, &told, "K-X-2"), expected, "208 and {second} of 300余");
    }
}

#[test]
fn parts_of_another_time_are_no_parts() {
    let report = zero(Form::F2021);
    let whole = Figure { scope: Scope::Cumulative, ..count(592) };
    let told = breakdown(whole, &[(60, Dimension::Topic)], true);
    assert_eq!(verdict(&report, &told, "K-X-2"), Verdict::NotAssessable);
}

fn subset(part: Figure, whole: Figure, percent: Option<(i64, u32)>) -> Told {
    let mut figures = vec![part, whole];
    figures.extend(percent.map(|(value, decimals)| {
        figure(What::Other("比例".to_owned()), Amount::Percent { value, decimals })
    }));
    let percent = percent.map(|_| 2);
    Told { figures, subsets: vec![Subset { part: 0, whole: 1, percent }], ..Told::default() }
}

#[test]
fn a_part_is_not_more_than_its_whole_and_percentages_are_right() {
    let report = zero(Form::F2021);
    let cases = [
        (125, 125, Some((100, 0)), Verdict::Pass),
        (118, 120, Some((983, 1)), Verdict::Pass),
        (2, 3, Some((66, 0)), Verdict::Pass),
        (2, 3, Some((67, 0)), Verdict::Pass),
        (2, 3, Some((68, 0)), Verdict::Fail),
        (118, 120, Some((100, 0)), Verdict::Fail),
        (132, 125, None, Verdict::Fail),
        (0, 0, Some((100, 0)), Verdict::Pass),
    ];
    for (part, whole, percent, expected) in cases {
        let told = subset(count(part), count(whole), percent);
        assert_eq!(verdict(&report, &told, "K-X-3"), expected, "{part}/{whole} {percent:?}");
    }
}

#[test]
fn what_was_gathered_over_years_is_no_part_of_a_year() {
    let report = zero(Form::F2021);
    let part = Figure { scope: Scope::Cumulative, ..count(1000) };
    assert_eq!(verdict(&report, &subset(part, count(125), None), "K-X-3"), Verdict::NotAssessable);
    let rough = Figure { approximate: true, ..count(130) };
    assert_eq!(verdict(&report, &subset(rough, count(125), None), "K-X-3"), Verdict::Uncertain);
}

#[test]
fn who_received_nothing_has_zeros() {
    let mut report = zero(Form::F2021);
    let told = claim(ClaimKind::NoRequests);
    assert_eq!(verdict(&report, &told, "K-X-4"), Verdict::Pass);
    set(&mut report, key("t3.new.leg"), 1);
    assert_eq!(verdict(&report, &told, "K-X-4"), Verdict::Fail);
    report.cells.retain(|cell, _| !cell.to_string().starts_with("t3."));
    assert_eq!(verdict(&report, &told, "K-X-4"), Verdict::NotAssessable);
    assert_eq!(verdict(&report, &Told::default(), "K-X-4"), Verdict::NotAssessable);
}

#[test]
fn a_case_from_last_year_goes_with_no_new_case() {
    let mut report = zero(Form::F2021);
    let told = claim(ClaimKind::NoLitigation);
    set(&mut report, key("t4.ss_direct.total"), 1);
    assert_eq!(verdict(&report, &told, "K-X-4"), Verdict::Uncertain);
    let mut last = Report { year: report.year - 1, ..zero(Form::F2021) };
    for (pending, expected) in [(1, Verdict::Pass), (0, Verdict::Fail)] {
        set(&mut last, key("t4.ss_direct.pending"), pending);
        let context = Context { told: Some(&told), last_year: Some(&last), ..Context::default() };
        let found = check(&report, &context);
        assert_eq!(findings(&found, "K-X-4")[0].verdict, expected, "{pending}");
    }
    set(&mut report, key("t4.ss_direct.total"), 0);
    set(&mut report, key("t4.fy.total"), 1);
    assert_eq!(verdict(&report, &told, "K-X-4"), Verdict::Pass, "a reconsideration is no suit");
}

#[test]
fn stray_years_are_found() {
    let report = zero(Form::F2021);
    let named = |year, role| Told {
        years: vec![YearNamed { year, role, place: PLACE, text: "某年".to_owned() }],
        ..Told::default()
    };
    let cases = [
        (2024, YearRole::Period, Verdict::Pass),
        (2020, YearRole::Period, Verdict::Fail),
        (2023, YearRole::Title, Verdict::Fail),
        (2023, YearRole::Statement, Verdict::Uncertain),
        (2019, YearRole::Mention, Verdict::Pass),
    ];
    for (year, role, expected) in cases {
        assert_eq!(verdict(&report, &named(year, role), "K-X-7"), expected, "{year} {role:?}");
    }
}

#[test]
fn the_form_must_be_that_of_the_year() {
    let mut report = zero(Form::F2019);
    report.year = 2023;
    let found = of_rule(&report, &Told::default(), "K-X-7");
    assert_eq!(found[0].verdict, Verdict::Fail);
    assert!(found[0].message.contains("国办公开办函〔2021〕30号"), "{}", found[0].message);
    report.cells.clear();
    assert_eq!(verdict(&report, &Told::default(), "K-X-7"), Verdict::Pass, "without tables there is no form");
}

#[test]
fn foreign_names_and_old_notices_are_doubtful() {
    let report = zero(Form::F2021);
    for kind in [
        ClaimKind::OtherBody("示例市人民政府".to_owned()),
        ClaimKind::SupersededNotice("国办公开办函〔2019〕60号".to_owned()),
    ] {
        assert_eq!(verdict(&report, &claim(kind), "K-X-7"), Verdict::Uncertain);
    }
}

#[test]
fn a_year_that_is_none_is_named() {
    let report = zero(Form::F2021);
    let found = of_rule(&report, &claim(ClaimKind::BrokenYear("202020".to_owned())), "K-X-7");
    assert_eq!((found[0].verdict, found[0].marks.as_slice()), (Verdict::Fail, [Mark::Claim(0)].as_slice()));
    assert!(found[0].message.contains("“202020年”不是年份"), "{}", found[0].message);
}

#[test]
fn a_report_that_says_it_has_five_parts_leaves_one_out() {
    let report = zero(Form::F2021);
    let told = claim(ClaimKind::PartsLeftOut(vec![Section::Four]));
    let found = of_rule(&report, &told, "K-X-5");
    assert_eq!((found.len(), found[0].verdict), (1, Verdict::Fail));
    assert!(found[0].message.contains("四、政府信息公开行政复议、行政诉讼情况"), "{}", found[0].message);
}

#[test]
fn an_announced_number_is_given() {
    let report = zero(Form::F2021);
    assert_eq!(verdict(&report, &Told::default(), "K-X-8"), Verdict::Pass);
    let found = of_rule(&report, &claim(ClaimKind::NumberMissing), "K-X-8");
    assert!(found[0].blocks() && found[0].marks == [Mark::Claim(0)]);
}

#[test]
fn figures_equal_table_two_and_slips_of_unit_are_named() {
    let mut report = zero(Form::F2021);
    set(&mut report, key("t2.xuke.decisions"), 200);
    assert_eq!(verdict(&report, &figures(vec![cells(&["t2.xuke.decisions"], 200)]), "K-X-9"), Verdict::Pass);
    assert_eq!(verdict(&report, &figures(vec![cells(&["t2.xuke.decisions"], 81)]), "K-X-9"), Verdict::Fail);

    set(&mut report, key("t2.shoufei.amount_wan"), 75_926_000);
    let charges = What::Cells(vec![key("t2.shoufei.amount_wan")]);
    let told = figures(vec![figure(charges, Amount::Money(7_592))]);
    assert_eq!(verdict(&report, &told, "K-X-9"), Verdict::Fail);
    let told = figures(vec![figure(
        What::Cells(vec![key("t2.shoufei.amount_wan")]),
        Amount::Money(759_260_000_000),
    )]);
    let found = of_rule(&report, &told, "K-X-9");
    assert!(found[0].message.contains("相差一万倍"), "{}", found[0].message);
}

#[test]
fn a_fee_without_charges_is_a_hint() {
    let mut report = zero(Form::F2021);
    let told = figures(vec![figure(What::HandlingFee, Amount::Money(38_000))]);
    let found = of_rule(&report, &told, "K-X-9");
    assert_eq!((found[0].verdict, found[0].severity), (Verdict::Uncertain, Severity::Warning));
    assert!(found[0].message.contains("380元") && found[0].message.contains("0万元"), "{}", found[0].message);
    set(&mut report, key("t2.shoufei.amount_wan"), 1_000_000);
    assert_eq!(verdict(&report, &told, "K-X-9"), Verdict::Pass);
}

#[test]
fn all_concluded_leaves_nothing_to_carry_out() {
    let mut report = zero(Form::F2021);
    let told = claim(ClaimKind::AllConcluded);
    assert_eq!(verdict(&report, &told, "K-X-10"), Verdict::Pass);
    set(&mut report, key("t3.carried_out.total"), 2);
    let found = of_rule(&report, &told, "K-X-10");
    assert!(found[0].verdict == Verdict::Fail && found[0].needs_reason());
}

#[test]
fn the_fee_and_last_years_problems_are_spoken_of() {
    let report = zero(Form::F2021);
    let silent = of_rule(&report, &Told::default(), "K-X-11");
    assert_eq!(silent.iter().map(|f| f.verdict).collect::<Vec<_>>(), [Verdict::Uncertain; 2]);
    assert!(silent.iter().all(Finding::needs_reason));
    let mut told = claim(ClaimKind::NoFee);
    told.claims.extend(claim(ClaimKind::FollowUp).claims);
    assert_eq!(verdict(&report, &told, "K-X-11"), Verdict::Pass);
    let mut charged = claim(ClaimKind::FollowUp);
    charged.figures.push(figure(What::HandlingFee, Amount::Money(38_000)));
    assert_eq!(verdict(&report, &charged, "K-X-11"), Verdict::Pass);
    assert_eq!(verdict(&zero(Form::F2019), &Told::default(), "K-X-11"), Verdict::NotAssessable);
}

#[test]
fn indices_that_point_nowhere_are_passed_over() {
    let report = zero(Form::F2021);
    let told = Told {
        breakdowns: vec![Breakdown {
            whole: 9,
            parts: vec![Part { figure: 8, dimension: Dimension::Topic }],
            exhaustive: true,
        }],
        subsets: vec![Subset { part: 7, whole: 6, percent: Some(5) }],
        growths: vec![Growth { now: 4, percent: 3, rises: false }],
        ..Told::default()
    };
    for rule in ["K-X-1", "K-X-2", "K-X-3"] {
        assert_eq!(verdict(&report, &told, rule), Verdict::NotAssessable, "{rule}");
    }
}
