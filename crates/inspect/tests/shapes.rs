//! Reports of our own in the shapes in which published ones are met.

use inspect::{Format, Verdict};

use super::{checked, excerpt, failures, of, quoted, verdicts};

fn fixture(name: &str) -> String {
    let path = format!("{}/tests/fixtures/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn tabs_with_lost_labels_give_every_cell_and_its_faults() {
    let checked = checked(&fixture("tabs_labels_lost"));
    assert_eq!(checked.agency.as_deref(), Some("青山县白杨镇人民政府"));
    assert_eq!((checked.year, checked.format), (Some(2020), Some(Format::F2019)));
    assert_eq!(failures(&checked).len(), 1);
    assert_eq!(quoted(of(&checked, "K-X-3")[0]).len(), 3);
    assert_eq!(verdicts(&checked, "K-X-2"), [Verdict::Uncertain]);
    assert_eq!(verdicts(&checked, "K-T3-4"), [Verdict::Uncertain]);
    assert_eq!(verdicts(&checked, "K-X-5"), [Verdict::Uncertain; 3]);
    for rule in ["K-T2-2", "K-T3-1", "K-T3-2", "K-T3-3", "K-T4-1", "K-X-1", "K-X-4"] {
        assert_eq!(verdicts(&checked, rule), [Verdict::Pass], "{rule}");
    }
    assert!(of(&checked, "K-T3-3")[0].message.contains("22个完整的行"));
}

#[test]
fn a_shifted_number_in_such_a_copy_is_found() {
    let text = fixture("tabs_labels_lost").replace("\t4\t\t1\t0\t0\t0\t0\t5", "\t4\t\t1\t0\t0\t0\t0\t6");
    let checked = checked(&text);
    let rules: Vec<&str> =
        checked.findings.iter().filter(|f| f.verdict == Verdict::Fail).map(|f| f.rule).collect();
    assert_eq!(rules, ["K-T3-2", "K-T3-3", "K-X-3"]);
}

#[test]
fn labels_torn_from_their_numbers_and_page_numbers_between_do_not_matter() {
    let checked = checked(&fixture("cell_a_line_torn"));
    assert_eq!((checked.year, checked.format), (Some(2024), Some(Format::F2021)));
    assert_eq!(failures(&checked), Vec::<String>::new());
    for rule in ["K-T3-1", "K-T3-2", "K-T3-3", "K-T3-4", "K-X-1", "K-X-2"] {
        assert_eq!(verdicts(&checked, rule), [Verdict::Pass], "{rule} {:?}", of(&checked, rule));
    }
    assert!(of(&checked, "K-T3-4")[0].message.contains("25行"));
    assert_eq!(of(&checked, "K-T3-4")[0].evidence.first().and_then(|evidence| evidence.place.page), None);
}

#[test]
fn figures_that_slipped_between_headings_are_put_together_only_if_they_add_up() {
    let text = fixture("cell_a_line_torn");
    let whole = checked(&text);
    assert_eq!(verdicts(&whole, "K-T4-1"), [Verdict::Pass]);
    assert_eq!(verdicts(&whole, "K-X-5"), [Verdict::Pass]);
    let (before, table) = text.split_once("四、政府信息公开行政复议").unwrap();
    let wrong =
        checked(&format!("{before}四、政府信息公开行政复议{}", table.replacen("\n10\n", "\n11\n", 1)));
    assert_eq!(failures(&wrong), Vec::<String>::new());
    let finding = of(&wrong, "K-T4-1")[0];
    assert_eq!(finding.verdict, Verdict::NotAssessable);
    assert!(finding.message.contains("15个数字与表头错开"), "{}", finding.message);
    assert_eq!(
        verdicts(&wrong, "K-X-5"),
        [Verdict::NotAssessable],
        "the table stands there, its cells do not"
    );
}

#[test]
fn pages_are_told_by_the_numbers_at_their_feet() {
    let text = fixture("cell_a_line_torn").replace("96.5", "本市没有");
    let checked = checked(&text);
    let finding = of(&checked, "K-X-5")[0];
    assert_eq!(finding.verdict, Verdict::Fail);
    assert_eq!(finding.evidence[0].place.page, Some(3));
}

#[test]
fn pipes_on_lines_of_their_own_are_frames() {
    let checked = excerpt(&fixture("pipes_with_fillers"));
    assert_eq!((checked.agency.as_deref(), checked.year), (None, Some(2022)));
    assert_eq!(failures(&checked), Vec::<String>::new());
    assert_eq!(verdicts(&checked, "K-T2-2"), [Verdict::Pass]);
    assert_eq!(verdicts(&checked, "K-X-2"), [Verdict::Pass]);
    assert_eq!(verdicts(&checked, "K-X-5"), [Verdict::NotAssessable]);
}

#[test]
fn a_report_run_into_one_line_is_read_and_a_channel_larger_than_the_whole_fails() {
    let checked = excerpt(&fixture("run_into_one_line"));
    assert_eq!(checked.agency.as_deref(), Some("临水县新集镇"));
    assert_eq!(failures(&checked).len(), 1);
    let texts = quoted(of(&checked, "K-X-2")[0]);
    assert!(texts[0].contains("200条") && texts[1].contains("900条"), "{texts:?}");
}

#[test]
fn a_form_of_another_time_is_named_with_the_year_and_the_form() {
    let checked = excerpt(&fixture("superseded_form"));
    assert_eq!((checked.year, checked.format), (Some(2023), Some(Format::F2019)));
    assert_eq!(failures(&checked).len(), 1);
    let texts = quoted(of(&checked, "K-X-7")[0]);
    assert!(texts[0].contains("2023") && texts[1].contains("制作数量"), "{texts:?}");
}

#[test]
fn reports_before_the_forms_are_held_only_to_rules_about_words() {
    let checked = checked(&fixture("own_headings_2018"));
    assert_eq!((checked.year, checked.format), (Some(2018), Some(Format::F2008)));
    let of_form = checked.findings.iter().filter(|finding| finding.rule.starts_with("K-"));
    let assessed: Vec<&str> =
        of_form.filter(|finding| finding.verdict != Verdict::NotAssessable).map(|f| f.rule).collect();
    let assessed: Vec<&str> = assessed.into_iter().filter(|rule| rule.starts_with("K-")).collect();
    assert_eq!(assessed, ["K-X-2", "K-X-7", "K-X-8"]);
}

#[test]
fn garbled_traditional_text_is_read_and_quoted_as_it_stands() {
    let checked = excerpt(&fixture("garbled_traditional"));
    assert_eq!(checked.agency.as_deref(), Some("石桥镇"));
    assert_eq!((checked.year, checked.format), (Some(2020), Some(Format::F2019)));
    assert_eq!(verdicts(&checked, "K-T2-2"), [Verdict::Pass]);
    let hint = of(&checked, "K-X-2")[0];
    assert_eq!(hint.verdict, Verdict::Uncertain);
    assert!(quoted(hint)[0].contains("網(wǎng)站"), "{:?}", quoted(hint));
}

#[test]
fn words_where_numbers_should_stand_fail() {
    let checked = excerpt(&fixture("words_in_cells"));
    assert_eq!(checked.agency.as_deref(), Some("滨江县水务局"));
    assert_eq!(failures(&checked).len(), 3);
    assert_eq!(quoted(of(&checked, "K-X-5")[0]), ["本局没有规章"]);
}

#[test]
fn without_its_end_a_text_is_not_blamed_for_what_should_follow() {
    let text = fixture("tabs_labels_lost");
    let cut = text.split("四、因政府信息公开").next().unwrap();
    let whole = verdicts(&checked(cut), "K-X-5").len();
    assert!(whole > 3, "as a whole file every missing part is named");
    let checked = excerpt(cut);
    let (last, before) = of(&checked, "K-X-5").split_last().map(|(l, b)| (*l, b.to_vec())).unwrap();
    assert_eq!(last.verdict, Verdict::NotAssessable);
    assert!(before.iter().all(|finding| finding.verdict == Verdict::Uncertain), "{before:?}");
    assert!(last.message.contains("六、其他需要报告的事项"));
}

#[test]
fn fillers_behind_the_last_column_are_no_cells_and_the_prose_is_held_against_the_table() {
    let checked = checked(&fixture("pipes_with_trailing_fillers"));
    for rule in ["K-X-5", "K-T3-1", "K-T3-2", "K-T3-3", "K-T3-4", "K-T4-1"] {
        assert_eq!(verdicts(&checked, rule), [Verdict::Pass], "{rule} {:?}", of(&checked, rule));
    }
    assert_eq!(failures(&checked).len(), 1);
    let told = of(&checked, "K-X-1")[0];
    assert_eq!((told.verdict, quoted(told)), (Verdict::Fail, vec!["共受理政府信息公开申请2件", "3"]));
}

#[test]
fn blank_cells_between_bars_are_blank_each_in_its_column() {
    let checked = checked(&fixture("pipes_with_blank_cells"));
    assert_eq!(failures(&checked), Vec::<String>::new());
    let blanks = of(&checked, "K-T3-4");
    assert_eq!(blanks.len(), 22, "one for each row without figures");
    assert!(
        blanks[0]
            .message
            .contains("“自然人”、“商业企业”、“科研机构”、“社会公益组织”、“法律服务机构”、“其他”列空白")
    );
    assert!(of(&checked, "K-T3-1")[0].message.contains("1个完整的列"));
}

#[test]
fn tables_without_their_titles_are_found_by_their_heads_and_rows() {
    let checked = checked(&fixture("markdown"));
    assert_eq!((checked.year, checked.format), (Some(2025), Some(Format::F2021)));
    assert_eq!(failures(&checked), Vec::<String>::new());
    assert_eq!(verdicts(&checked, "K-T4-1"), [Verdict::Pass]);
    assert!(of(&checked, "K-T3-3")[0].message.contains("1个完整的行"));
    let gaps: Vec<&str> = of(&checked, "K-X-5").into_iter().map(|gap| gap.message.as_str()).collect();
    assert_eq!(gaps.len(), 2, "{gaps:?}");
}

#[test]
fn bars_between_cells_are_no_cells() {
    let checked = excerpt(&fixture("cells_between_bars"));
    let rules: Vec<String> = failures(&checked);
    assert!(rules.len() == 1 && rules[0].starts_with("K-T2-2"), "{rules:?}");
    assert_eq!(verdicts(&checked, "K-X-4"), [Verdict::Pass]);
    assert_eq!(verdicts(&checked, "K-T3-4"), [Verdict::Pass]);
}
