//! Completeness (K-X-5): parts, tables and blanks, in an original and in a copy.

use law::report::identity::check;
use law::report::{Cell, CellKey, Context, Form, Mark, Origin, Report, Section, Verdict};

use super::fixture::{findings, key, verdicts, zero};

fn gaps(report: &Report, origin: Origin) -> Vec<(Verdict, String, Vec<Mark>)> {
    let found = check(report, &Context { origin, ..Context::default() });
    let found = findings(&found, "K-X-5").into_iter();
    found.map(|f| (f.verdict, f.message.clone(), f.marks.clone())).collect()
}

#[test]
fn a_whole_report_is_complete() {
    for form in [Form::F2019, Form::F2021] {
        assert_eq!(verdicts(&zero(form), &Context::default(), "K-X-5"), [Verdict::Pass]);
    }
}

#[test]
fn a_missing_table_is_named_once_and_not_row_by_row() {
    let mut report = zero(Form::F2021);
    report.cells.retain(|key, _| !matches!(key, CellKey::Request(..)));
    let gaps = gaps(&report, Origin::Original);
    assert_eq!(gaps.len(), 1);
    assert_eq!(gaps[0].0, Verdict::Fail);
    assert!(gaps[0].1.starts_with("没有找到第三部分的表格"), "{}", gaps[0].1);
    for rule in ["K-T3-1", "K-T3-2", "K-T3-3", "K-T3-4"] {
        assert_eq!(verdicts(&report, &Context::default(), rule), [Verdict::NotAssessable], "{rule}");
    }
}

#[test]
fn missing_rows_and_routes_are_named() {
    let mut report = zero(Form::F2021);
    report.cells.retain(|key, _| {
        !["t2.chufa.", "t3.f2.", "t4.ss_after."].iter().any(|row| key.to_string().starts_with(row))
    });
    let gaps = gaps(&report, Origin::ConvertedCopy);
    assert_eq!(gaps.len(), 3);
    assert!(gaps[0].1.contains("表二没有找到“行政处罚”行"), "{}", gaps[0].1);
    assert!(gaps[1].1.contains("2.申请人逾期未按收费通知要求缴纳费用"), "{}", gaps[1].1);
    assert!(gaps[2].1.contains("表四没有找到“复议后起诉”"), "{}", gaps[2].1);
}

#[test]
fn an_excerpt_is_not_blamed_for_what_was_cut_off() {
    let mut report = zero(Form::F2021);
    // The stored copy stops within table 三; the first heading was lost as well.
    let end = key("t3.c4.soc");
    report.cells.retain(|key, _| *key <= end);
    report.prose.retain(|section, _| *section <= Section::Three);
    report.prose.remove(&Section::One);
    let gaps = gaps(&report, Origin::Excerpt);
    let verdicts: Vec<Verdict> = gaps.iter().map(|gap| gap.0).collect();
    assert_eq!(verdicts, [Verdict::Uncertain, Verdict::NotAssessable], "{gaps:?}");
    assert!(gaps[0].1.contains("一、总体情况"));
    for missing in ["四、政府信息公开行政复议", "五、", "六、", "第四部分的表格", "（七）总计"]
    {
        assert!(gaps[1].1.contains(missing), "{missing}: {}", gaps[1].1);
    }
}

#[test]
fn the_last_heading_of_an_excerpt_may_be_empty() {
    let mut report = zero(Form::F2021);
    report.prose.insert(Section::Six, String::new());
    let excerpt = gaps(&report, Origin::Excerpt);
    assert_eq!((excerpt.len(), excerpt[0].0), (1, Verdict::NotAssessable));
    let copy = gaps(&report, Origin::ConvertedCopy);
    assert_eq!((copy.len(), copy[0].0), (1, Verdict::Uncertain));
}

#[test]
fn words_in_a_cell_prove_themselves_even_in_a_copy() {
    let mut report = zero(Form::F2021);
    report.cells.insert(key("t2.guizhang.valid"), Cell::NotANumber("本单位不制定".to_owned()));
    report.cells.insert(key("t4.fy.other"), Cell::Count(-1));
    let gaps = gaps(&report, Origin::ConvertedCopy);
    assert_eq!(gaps.iter().map(|gap| gap.0).collect::<Vec<_>>(), [Verdict::Fail, Verdict::Fail]);
    assert!(gaps[0].1.contains("写的是“本单位不制定”，不是数字"));
    assert!(gaps[1].1.contains("是负数-1"));
}

#[test]
fn a_decrease_is_no_fault() {
    let mut report = zero(Form::F2019);
    report.cells.insert(key("t2.xuke.delta"), Cell::Delta(-11));
    assert_eq!(verdicts(&report, &Context::default(), "K-X-5"), [Verdict::Pass]);
}

#[test]
fn table_three_tells_words_negatives_and_blanks_apart() {
    let mut report = zero(Form::F2021);
    report.cells.insert(key("t3.a.nat"), Cell::NotANumber("无".to_owned()));
    report.cells.insert(key("t3.b.nat"), Cell::Count(-2));
    report.cells.insert(key("t3.e1.nat"), Cell::Blank);
    report.cells.remove(&key("t3.e1.com"));
    let found = check(&report, &Context { origin: Origin::ConvertedCopy, ..Context::default() });
    let faults = findings(&found, "K-T3-4");
    let verdicts: Vec<Verdict> = faults.iter().map(|fault| fault.verdict).collect();
    assert_eq!(verdicts, [Verdict::Fail, Verdict::Fail, Verdict::Uncertain]);
    assert!(faults[2].message.contains("“自然人”、“商业企业”列空白"), "{}", faults[2].message);
}

#[test]
fn a_row_cut_off_in_the_middle_is_not_blamed_for_its_end() {
    let mut report = zero(Form::F2021);
    let end = key("t3.c4.soc");
    report.cells.retain(|key, _| *key <= end);
    report.cells.insert(key("t3.c3.com"), Cell::Blank);
    let found = check(&report, &Context { origin: Origin::Excerpt, ..Context::default() });
    let faults = findings(&found, "K-T3-4");
    let cells: Vec<CellKey> = faults.iter().flat_map(|fault| fault.cells.clone()).collect();
    assert_eq!(cells, [key("t3.c3.com")]);
}
