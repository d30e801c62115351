//! A township's report in the shape of the real one: a text copy, all zero, one blank total, blocks,
//! a heading and part 六 missing, 132 of 125 in the prose.

use law::report::identity::check;
use law::report::prose::{
    Amount, Breakdown, Claim, ClaimKind, Dimension, Figure, Part, Place, Scope, Subset, Told, What,
};
use law::report::{Cell, CellKey, Context, Finding, Form, Mark, Origin, Report, Section, Verdict};

use super::fixture::{findings, key, zero};

fn copy() -> Report {
    let mut report = zero(Form::F2019);
    report.agency = "示例县山前镇人民政府".to_owned();
    report.cells.retain(|key, _| match key {
        CellKey::Business(row, _) => ["guizhang", "guifan"].contains(&row.code()),
        _ => true,
    });
    report.cells.insert(key("t3.carried_out.total"), Cell::Blank);
    report.prose.remove(&Section::Three);
    report.prose.insert(Section::Six, " \n".to_owned());
    report
}

fn place(start: usize) -> Place {
    Place { section: Some(Section::One), start, end: start + 3 }
}

fn figure(what: What, amount: Amount, start: usize, text: &str) -> Figure {
    let scope = Scope::ReportYear;
    Figure { what, amount, approximate: false, scope, place: place(start), text: text.to_owned() }
}

fn told() -> Told {
    let topic = |name: &str| What::Other(name.to_owned());
    let figures = vec![
        figure(What::Measure("主动公开总数".to_owned()), Amount::Count(125), 0, "共公开125条"),
        figure(topic("预决算"), Amount::Count(2), 10, "预决算2条"),
        figure(topic("重大项目"), Amount::Count(2), 20, "重大项目2条"),
        figure(topic("网站"), Amount::Count(7), 30, "网站7条"),
        figure(topic("公众号"), Amount::Count(114), 40, "公众号114条"),
        figure(What::Measure("全文电子化数".to_owned()), Amount::Count(132), 50, "电子化132条"),
        figure(topic("电子化率"), Amount::Percent { value: 100, decimals: 0 }, 60, "电子化率100%"),
    ];
    let part = |figure, dimension| Part { figure, dimension };
    let parts = vec![
        part(1, Dimension::Topic),
        part(2, Dimension::Topic),
        part(3, Dimension::Channel),
        part(4, Dimension::Channel),
    ];
    let claim =
        |kind, start| Claim { kind, place: place(start), text: "没有收到，也没有发生".to_owned() };
    Told {
        figures,
        breakdowns: vec![Breakdown { whole: 0, parts, exhaustive: true }],
        subsets: vec![Subset { part: 5, whole: 0, percent: Some(6) }],
        claims: vec![
            claim(ClaimKind::NoRequests, 80),
            claim(ClaimKind::NoReconsideration, 90),
            claim(ClaimKind::NoLitigation, 90),
        ],
        ..Told::default()
    }
}

fn found() -> Vec<Finding> {
    let (report, told) = (copy(), told());
    check(&report, &Context { origin: Origin::ConvertedCopy, told: Some(&told), ..Context::default() })
}

#[test]
fn the_electronic_items_exceed_all_items() {
    let found = found();
    let faults = findings(&found, "K-X-3");
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].verdict, Verdict::Fail);
    assert_eq!(faults[0].marks, [Mark::Figure(5), Mark::Figure(0), Mark::Figure(6)]);
    assert_eq!(
        faults[0].message,
        "“电子化132条”是“共公开125条”的一部分，132却大于125；“电子化率100%”也不成立，132÷125是105.6%。请核对这两个数字。"
    );
}

#[test]
fn topics_and_channels_in_one_sum_are_doubtful() {
    let found = found();
    let faults = findings(&found, "K-X-2");
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].verdict, Verdict::Uncertain);
    assert!(faults[0].message.contains("“网站7条”、“公众号114条”按渠道分"), "{}", faults[0].message);
}

#[test]
fn the_blank_total_is_to_be_compared_with_the_original() {
    let found = found();
    let faults = findings(&found, "K-T3-4");
    assert_eq!(faults.len(), 1);
    assert_eq!(
        (faults[0].verdict, faults[0].cells.as_slice()),
        (Verdict::Uncertain, &[key("t3.carried_out.total")][..])
    );
    assert!(faults[0].message.contains("“四、结转下年度继续办理”行的“总计”列空白"), "{}", faults[0].message);
    assert!(faults[0].message.contains("待核对原件"));
}

#[test]
fn what_is_missing_is_to_be_compared_with_the_original() {
    let found = found();
    let faults = findings(&found, "K-X-5");
    let marks: Vec<_> = faults.iter().flat_map(|finding| finding.marks.clone()).collect();
    assert_eq!(marks, [Mark::Section(Section::Three), Mark::Block(5), Mark::Section(Section::Six)]);
    for fault in &faults {
        assert_eq!(fault.verdict, Verdict::Uncertain);
        assert!(fault.message.contains("待核对原件"));
    }
    for item in ["五", "六", "八", "九"] {
        assert!(faults[1].message.contains(&format!("“第二十条第（{item}）项”")), "{}", faults[1].message);
    }
}

#[test]
fn complete_columns_pass_and_the_blank_one_is_named() {
    let found = found();
    let passed = findings(&found, "K-T3-1");
    assert_eq!(passed.len(), 1);
    assert_eq!(passed[0].verdict, Verdict::Pass);
    assert!(passed[0].message.contains("6个完整的列"), "{}", passed[0].message);
    assert!(passed[0].message.contains("“总计”列有空白或非数字的单元格，未评估"), "{}", passed[0].message);
}

#[test]
fn the_rest_passes_or_cannot_be_assessed() {
    let found = found();
    for rule in ["K-T4-1", "K-X-4", "K-T2-2", "K-T3-2", "K-T3-3", "K-X-7"] {
        let verdicts: Vec<_> = findings(&found, rule).iter().map(|finding| finding.verdict).collect();
        assert_eq!(verdicts, [Verdict::Pass], "{rule}");
    }
    let failed: Vec<_> = found.iter().filter(|finding| finding.verdict == Verdict::Fail).collect();
    assert_eq!(failed.len(), 1, "{failed:?}");
}

#[test]
fn the_same_gaps_block_a_report_of_our_own() {
    let (report, told) = (copy(), told());
    let found = check(&report, &Context { told: Some(&told), ..Context::default() });
    for rule in ["K-T3-4", "K-X-5"] {
        assert!(findings(&found, rule).iter().all(|finding| finding.blocks()), "{rule}");
    }
}
