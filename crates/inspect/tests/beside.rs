//! Several reports beside each other.

use inspect::{
    AgencyName, Beside, Document, Examined, Finding, Known, Member, Options, Shelf, Verdict, county, examine,
};
use law::report::{
    BusinessColumn, BusinessRow, CellKey, DisputeOutcome, DisputeRoute, Form, RequestColumn, RequestRow,
};

use super::printed::{Layout, Printed};

const BODY: &str = "示例镇人民政府";

fn text(printed: &Printed, agency: &str) -> String {
    printed.text(Layout::Tabs).replace(BODY, agency)
}

fn read(file: &str, text: &str, beside: Beside<'_>) -> Examined {
    let options = Options { file: file.to_owned(), excerpt: false };
    examine(&Document::from_text(text), &options, beside)
}

fn alone(file: &str, text: &str) -> Examined {
    read(file, text, Beside::default())
}

/// This year's report with last year's beside it.
fn with_last(now: &str, last: &str) -> Examined {
    let shelf = Shelf::of_one(alone("上年.txt", last));
    read("本年.txt", now, Beside { last_year: Some(&shelf), approved: None })
}

fn with_approved(published: &str, approved: &str) -> Examined {
    let shelf = Shelf::of_one(alone("审定稿.txt", approved));
    read("公布.txt", published, Beside { last_year: None, approved: Some(&shelf) })
}

fn of<'e>(examined: &'e Examined, rule: &str) -> Vec<&'e Finding> {
    examined.checked.findings.iter().filter(|finding| finding.rule == rule).collect()
}

fn verdicts(examined: &Examined, rule: &str) -> Vec<Verdict> {
    of(examined, rule).into_iter().map(|finding| finding.verdict).collect()
}

/// The files quoted by the findings of a rule that say something is off.
fn quoted_files<'e>(examined: &'e Examined, rule: &str) -> Vec<Option<&'e str>> {
    let faults = of(examined, rule).into_iter().filter(|finding| finding.verdict != Verdict::Pass);
    faults.flat_map(|finding| finding.evidence.iter().map(|evidence| evidence.file.as_deref())).collect()
}

/// Two years that fit: what the first carries out the second carries in.
fn two_years(numbers: &[u16]) -> (Printed, Printed) {
    let last = Printed::of(Form::F2021, 2024, numbers);
    let mut now = Printed::of(Form::F2021, 2025, numbers);
    for column in RequestColumn::ALL {
        let key = |row| CellKey::Request(row, *column);
        let carried = last.number(key(RequestRow::CarriedOut));
        let all = now.number(key(RequestRow::Total)) + now.number(key(RequestRow::CarriedOut));
        now.cells.insert(key(RequestRow::CarriedIn), carried.to_string());
        now.cells.insert(key(RequestRow::New), (all - carried).to_string());
    }
    (last, now)
}

#[test]
fn what_fits_last_years_report_has_no_finding_across_the_years() {
    let (last, now) = two_years(&[3, 1, 2, 0, 4]);
    let examined = with_last(&text(&now, BODY), &text(&last, BODY));
    assert_eq!(verdicts(&examined, "K-T3-5"), [Verdict::Pass]);
    assert_eq!(verdicts(&examined, "K-T2-1"), [Verdict::Pass]);
    assert!(!examined.checked.has_failed(), "{:?}", examined.checked.findings);
}

#[test]
fn what_was_carried_in_must_be_what_was_carried_out_and_both_are_quoted() {
    let (mut last, now) = two_years(&[3, 1, 2, 0, 4]);
    for column in [RequestColumn::NaturalPerson, RequestColumn::Total] {
        for row in [RequestRow::CarriedOut, RequestRow::New] {
            let key = CellKey::Request(row, column);
            last.cells.insert(key, (last.number(key) + 1).to_string());
        }
    }
    let examined = with_last(&text(&now, BODY), &text(&last, BODY));
    assert_eq!(verdicts(&examined, "K-T3-5"), [Verdict::Fail; 2]);
    assert_eq!(quoted_files(&examined, "K-T3-5"), [None, Some("上年.txt"), None, Some("上年.txt")]);
}

#[test]
fn another_name_or_another_column_makes_the_carry_over_doubtful_not_wrong() {
    let (mut last, now) = two_years(&[3, 1, 2, 0, 4]);
    let (one, other) = (RequestColumn::NaturalPerson, RequestColumn::Commercial);
    for (column, change) in [(one, 1), (other, -1)] {
        for row in [RequestRow::CarriedOut, RequestRow::New] {
            let key = CellKey::Request(row, column);
            last.cells.insert(key, (last.number(key) + change).to_string());
        }
    }
    let moved = with_last(&text(&now, BODY), &text(&last, BODY));
    assert_eq!(verdicts(&moved, "K-T3-5"), [Verdict::Uncertain; 2]);
    assert!(of(&moved, "K-T3-5")[0].message.contains("重新归类"));

    let total = CellKey::Request(RequestRow::CarriedOut, RequestColumn::Total);
    last.cells.insert(total, "99".to_owned());
    let renamed = with_last(&text(&now, BODY), &text(&last, "示例乡人民政府"));
    assert!(verdicts(&renamed, "K-T3-5").iter().all(|verdict| *verdict == Verdict::Uncertain));
    assert!(of(&renamed, "K-T3-5")[0].message.contains("示例乡人民政府"));
}

#[test]
fn a_merger_that_the_report_speaks_of_makes_the_carry_over_doubtful() {
    let (last, mut now) = two_years(&[3, 1, 2, 0, 4]);
    for row in [RequestRow::CarriedIn, RequestRow::Total] {
        for column in [RequestColumn::NaturalPerson, RequestColumn::Total] {
            let key = CellKey::Request(row, column);
            now.cells.insert(key, (now.number(key) + 5).to_string());
        }
    }
    let wrong = with_last(&text(&now, BODY), &text(&last, BODY));
    assert!(verdicts(&wrong, "K-T3-5").contains(&Verdict::Fail));
    now.one = "年中示范乡并入本镇，原示范乡未办结的申请由本镇继续办理。".to_owned();
    let merged = with_last(&text(&now, BODY), &text(&last, BODY));
    assert_eq!(verdicts(&merged, "K-T3-5"), [Verdict::Uncertain; 2]);
}

#[test]
fn a_report_of_another_year_beside_it_is_not_compared() {
    let (last, mut now) = two_years(&[3, 1, 2, 0, 4]);
    now.year = 2026;
    let examined = with_last(&text(&now, BODY), &text(&last, BODY));
    assert_eq!(verdicts(&examined, "K-T3-5"), [Verdict::NotAssessable]);
    assert!(of(&examined, "I-LAST-1").is_empty());
}

#[test]
fn the_stock_of_documents_is_never_an_error() {
    let (last, mut now) = two_years(&[1]);
    now.cells
        .insert(CellKey::Business(BusinessRow::NormativeDocument, BusinessColumn::Valid), "7".to_owned());
    let examined = with_last(&text(&now, BODY), &text(&last, BODY));
    assert_eq!(verdicts(&examined, "K-T2-1"), [Verdict::Uncertain]);
}

#[test]
fn disputes_pending_last_year_stand_in_this_years_table() {
    let (mut last, mut now) = two_years(&[0]);
    let key = |outcome| CellKey::Dispute(DisputeRoute::Reconsideration, outcome);
    last.cells.insert(key(DisputeOutcome::Pending), "2".to_owned());
    last.cells.insert(key(DisputeOutcome::Total), "2".to_owned());
    now.cells.insert(key(DisputeOutcome::Upheld), "1".to_owned());
    now.cells.insert(key(DisputeOutcome::Total), "1".to_owned());
    let examined = with_last(&text(&now, BODY), &text(&last, BODY));
    let failed =
        of(&examined, "K-X-10").into_iter().find(|finding| finding.verdict == Verdict::Fail).unwrap();
    let files: Vec<Option<&str>> = failed.evidence.iter().map(|evidence| evidence.file.as_deref()).collect();
    assert_eq!(files, [None, Some("上年.txt")]);
    let renamed = with_last(&text(&now, BODY), &text(&last, "示例乡人民政府"));
    assert!(!verdicts(&renamed, "K-X-10").contains(&Verdict::Fail));
}

/// Part 五 in the words given, in place of the one that is printed.
fn with_five(printed: &Printed, five: &str) -> String {
    text(printed, BODY).replace("公开渠道还不够多，针对这一问题，下一步将增设公告栏。", five)
}

#[test]
fn a_problem_named_again_needs_a_word_on_what_was_done() {
    let (last, now) = two_years(&[0]);
    let before = with_five(&last, "一是村级公开栏更新不及时；二是解读材料较少。");
    for (five, verdict) in [
        ("一是村级公开栏更新仍不及时；二是业务培训不够。", Verdict::Uncertain),
        ("一是业务培训不够。", Verdict::Pass),
        ("针对上年度存在的问题，已更换公开栏。但村级公开栏更新仍不及时。", Verdict::Pass),
    ] {
        let examined = with_last(&with_five(&now, five), &before);
        assert_eq!(verdicts(&examined, "I-LAST-1"), [verdict], "{five}");
    }
}

#[test]
fn a_sentence_that_repeats_last_years_figures_is_shown_beside_it() {
    let (mut last, mut now) = two_years(&[0]);
    last.one = "2024年举办培训3次，参加120人。大喇叭播报88次。".to_owned();
    now.one = "2025年举办培训3次，参加120人。大喇叭播报91次。".to_owned();
    let examined = with_last(&text(&now, BODY), &text(&last, BODY));
    assert_eq!(verdicts(&examined, "I-LAST-2"), [Verdict::Uncertain]);
    let quoted: Vec<&str> =
        of(&examined, "I-LAST-2")[0].evidence.iter().map(|evidence| evidence.text.as_str()).collect();
    assert_eq!(quoted, ["2025年举办培训3次，参加120人。", "2024年举办培训3次，参加120人。"]);
}

/// A long text out of everyday matters; the same seed gives the same text, another one hardly a shared sentence.
fn chronicle(seed: usize) -> String {
    const WHO: [&str; 7] =
        ["水管员老周", "便民大厅的窗口", "河口村的网格员", "司法所", "卫生院", "农技站", "退役军人服务站"];
    const DID: [&str; 8] = [
        "把低保名单贴到了村口的墙上",
        "用方言录了防溺水的广播",
        "逐户送去了改厕的明白纸",
        "在赶集日摆摊讲解医保缴费",
        "将危桥绕行的路线画成了图",
        "给独居老人念了补贴的算法",
        "把路灯报修电话印在水费单背面",
        "在茶馆里回答了征地的提问",
    ];
    const THEN: [&str; 9] = [
        "来问的人比往常多了一倍",
        "当天就有人打来电话更正",
        "事后把问答整理成册",
        "为此多跑了三趟县城",
        "年轻人转发到了微信群里",
        "老人们说这样听得明白",
        "效果要等来年春天再看",
        "有两户当场补交了材料",
        "现场还收到了修路的建议",
    ];
    let pick =
        |n: usize, list: &[&str]| list[(seed * 31 + n * n * 7 + n * (seed + 3)) % list.len()].to_owned();
    (0..30).map(|n| format!("{}{}，{}。", pick(n, &WHO), pick(n + 1, &DID), pick(n + 2, &THEN))).collect()
}

#[test]
fn a_text_taken_over_from_last_year_is_a_question_and_a_new_one_is_none() {
    let (mut last, mut now) = two_years(&[0]);
    last.one = chronicle(1);
    now.one = chronicle(1);
    let copied = with_last(&text(&now, BODY), &text(&last, BODY));
    assert_eq!(verdicts(&copied, "K-X-6"), [Verdict::Uncertain]);
    assert!(quoted_files(&copied, "K-X-6").contains(&Some("上年.txt")));
    now.one = "全年工作平稳有序，未发生失泄密事件。".to_owned();
    let short = with_last(&text(&now, BODY), &text(&last, BODY));
    assert_eq!(verdicts(&short, "K-X-6"), [Verdict::NotAssessable]);
}

#[test]
fn the_approved_version_published_as_it_is_has_no_difference() {
    let (_, now) = two_years(&[3, 1, 2, 0, 4]);
    let (published, approved) = (now.text(Layout::Pipes), now.text(Layout::CellALine));
    let examined = with_approved(&published, &approved);
    assert_eq!(verdicts(&examined, "I-PUB-1"), [Verdict::Pass]);
    assert_eq!(verdicts(&examined, "I-PUB-2"), [Verdict::Pass], "{:?}", of(&examined, "I-PUB-2"));
}

#[test]
fn every_difference_from_the_approved_version_is_quoted_from_both() {
    let (_, mut now) = two_years(&[3, 1, 2, 0, 4]);
    now.one = "全年公开信息12条。接听来电40次。组织培训两场，人人参加。".to_owned();
    let approved = text(&now, BODY);
    now.one = "全年公开信息21条。组织培训两场，全员参加。新开了账号。".to_owned();
    let key = CellKey::Request(RequestRow::New, RequestColumn::NaturalPerson);
    now.cells.insert(key, "77".to_owned());
    let examined = with_approved(&text(&now, BODY), &approved);
    assert_eq!(verdicts(&examined, "I-PUB-1"), [Verdict::Fail]);
    assert_eq!(quoted_files(&examined, "I-PUB-1"), [None, Some("审定稿.txt")]);
    let words: Vec<(Verdict, &str)> = of(&examined, "I-PUB-2")
        .into_iter()
        .map(|finding| (finding.verdict, finding.message.as_str()))
        .collect();
    assert_eq!(words.len(), 4, "{words:?}");
    assert!(matches!(words[0], (Verdict::Fail, message) if message.contains("12改成了21")), "{words:?}");
    assert!(words.iter().skip(1).all(|(verdict, _)| *verdict == Verdict::Uncertain), "{words:?}");
    assert!(
        words.iter().any(|(_, message)| message.contains("接听来电40次") && message.contains("没有找到"))
    );
    assert!(words.iter().any(|(_, message)| message.starts_with("“新开了账号。”")));
}

#[test]
fn what_a_copy_lost_of_the_approved_version_is_to_be_looked_up() {
    let (_, now) = two_years(&[3, 1, 2, 0, 4]);
    let approved = text(&now, BODY);
    let published: String = approved
        .lines()
        .filter(|line| !line.contains("结果维持") && !line.contains("结果\t"))
        .map(|line| format!("{line}\n"))
        .collect();
    let examined = with_approved(&published, &approved);
    assert!(!verdicts(&examined, "I-PUB-1").contains(&Verdict::Fail), "{:?}", of(&examined, "I-PUB-1"));
}

#[test]
fn an_approved_version_of_another_year_or_body_is_not_compared() {
    let (last, now) = two_years(&[1]);
    let other_year = with_approved(&text(&now, BODY), &text(&last, BODY));
    assert_eq!(verdicts(&other_year, "I-PUB-1"), [Verdict::NotAssessable]);
    let mut shelf = Shelf::default();
    shelf.add(alone("审定稿.txt", &text(&now, "甲县水务局")));
    let other_body = read("公布.txt", &text(&now, BODY), Beside { last_year: None, approved: Some(&shelf) });
    assert_eq!(verdicts(&other_body, "I-PUB-2"), [Verdict::NotAssessable]);
}

fn member(agency: &str, change: impl FnOnce(&mut Printed)) -> Member {
    let (_, mut printed) = two_years(&[2, 0, 1]);
    change(&mut printed);
    Member::of(&alone(&format!("{agency}.txt"), &text(&printed, agency)))
}

#[test]
fn a_countys_sums_are_withheld_where_a_body_has_no_number() {
    let key = |row| CellKey::Request(row, RequestColumn::Total);
    let members = [
        member("甲镇人民政府", |_| {}),
        member("乙镇人民政府", |printed| {
            printed.cells.insert(key(RequestRow::CarriedOut), String::new());
        }),
    ];
    let (_, printed) = two_years(&[2, 0, 1]);
    let county = county(&members, Known::default());
    assert_eq!((county.year, county.reports), (Some(2025), 2));
    let sum = |key| county.sums.iter().find(|sum| sum.cell == key).unwrap();
    let new = sum(key(RequestRow::New));
    assert_eq!(new.sum.as_deref(), Some((2 * printed.number(key(RequestRow::New))).to_string().as_str()));
    let out = sum(key(RequestRow::CarriedOut));
    assert_eq!((out.sum.as_deref(), out.without.as_slice()), (None, ["乙镇人民政府".to_owned()].as_slice()));
}

#[test]
fn who_is_missing_late_twice_or_of_another_year_is_told() {
    let agencies: Vec<String> =
        ["甲镇", "乙镇人民政府", "丙镇", "丁乡人民政府", "戊镇"].map(str::to_owned).to_vec();
    let dated = |agency: &str, day: &str| {
        let (_, printed) = two_years(&[0]);
        let text = format!("{}\n{agency}\n{day}\n", text(&printed, agency));
        Member::of(&alone(&format!("{agency}.txt"), &text))
    };
    let members = [
        dated("甲镇人民政府", "2026年1月31日"),
        dated("乙镇人民政府", "2026年2月3日"),
        member("丁镇人民政府", |_| {}),
        member("乙镇人民政府", |_| {}),
        member("戊镇人民政府", |printed| printed.year = 2024),
        Member::unreadable("坏.pdf", "打不开"),
    ];
    let county = county(&members, Known { agencies: &agencies, last_year: None });
    let missing: Vec<(&str, Option<&str>)> =
        county.missing.iter().map(|missing| (missing.agency.as_str(), missing.note.as_deref())).collect();
    assert_eq!(missing.len(), 3, "{missing:?}");
    assert_eq!(missing[0], ("丙镇", None));
    assert!(matches!(missing[1], ("丁乡人民政府", Some(note)) if note.contains("丁镇人民政府")));
    assert!(matches!(missing[2], ("戊镇", Some(note)) if note.contains("2024")));
    assert_eq!(county.late.len(), 1);
    assert_eq!(
        (county.late[0].agency.as_str(), county.late[0].due.to_string().as_str()),
        ("乙镇人民政府", "2026-01-31")
    );
    assert_eq!((county.repeated.len(), county.unlisted.len(), county.other_years.len()), (1, 1, 1));
    assert_eq!(county.unread.len(), 1);
}

#[test]
fn a_body_that_took_over_what_two_carried_out_may_have_merged_them() {
    let report = |agency: &str, year, carried: [u16; 2]| {
        let mut printed = Printed::of(Form::F2021, year, &[0]);
        for (row, n) in [(RequestRow::CarriedIn, carried[0]), (RequestRow::CarriedOut, carried[1])] {
            for column in [RequestColumn::NaturalPerson, RequestColumn::Total] {
                printed.cells.insert(CellKey::Request(row, column), n.to_string());
            }
        }
        alone(&format!("{agency}{year}.txt"), &text(&printed, agency))
    };
    let mut last = Shelf::default();
    for (agency, out) in
        [("东山镇人民政府", 2), ("西河镇人民政府", 3), ("北塘乡人民政府", 0), ("南岭镇人民政府", 9)]
    {
        last.add(report(agency, 2024, [0, out]));
    }
    let members = [
        Member::of(&report("中和镇人民政府", 2025, [5, 0])),
        Member::of(&report("北塘镇人民政府", 2025, [0, 0])),
    ];
    let county = county(&members, Known { agencies: &[], last_year: Some(&last) });
    let changes: Vec<(Vec<&str>, Option<&str>)> = county
        .changed
        .iter()
        .map(|change| (change.before.iter().map(String::as_str).collect(), change.now.as_deref()))
        .collect();
    assert_eq!(
        changes,
        [
            (vec!["东山镇人民政府", "西河镇人民政府"], Some("中和镇人民政府")),
            (vec!["北塘乡人民政府"], Some("北塘镇人民政府")),
            (vec!["南岭镇人民政府"], None),
        ]
    );
}

#[test]
fn neighbours_with_the_same_words_are_listed_side_by_side_and_idle_bodies_are_not() {
    let written = |agency: &str, seed: usize| member(agency, |printed| printed.one = chronicle(seed));
    let members = [
        written("甲镇人民政府", 1),
        written("乙镇人民政府", 1),
        written("丙镇人民政府", 4),
        member("丁镇人民政府", |_| {}),
        member("戊镇人民政府", |_| {}),
    ];
    let county = county(&members, Known::default());
    let pairs: Vec<(&str, &str)> =
        county.alike.iter().map(|pair| (pair.one.as_str(), pair.other.as_str())).collect();
    assert_eq!(pairs, [("甲镇人民政府", "乙镇人民政府")]);
    let [here, there] = &county.alike[0].shared[0];
    assert_eq!(
        (here.file.as_deref(), there.file.as_deref()),
        (Some("甲镇人民政府.txt"), Some("乙镇人民政府.txt"))
    );
    assert_eq!(county.not_compared, 2);
}

#[test]
fn a_shelf_finds_the_report_of_the_body_and_the_year() {
    let (last, now) = two_years(&[0]);
    let mut shelf = Shelf::default();
    shelf.add(alone("a", &text(&now, BODY)));
    shelf.add(alone("b", &text(&last, BODY)));
    let found = shelf.of_body("示例镇", Some(2024)).unwrap();
    assert_eq!(found.checked.file, "b");
    assert!(found.name().is_same(&AgencyName::of("甲县示例镇")));
    assert!(shelf.of_body("示范镇", Some(2024)).is_none());
}
