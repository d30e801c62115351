//! Prose: placeholders, sentences for zero, drafts.

use law::report::Section;
use law::report::prose::{
    Amount, Amounts, Name, Occasion, What, draft, draft_names, labels, numbers, open_points, resolve, slots,
};

fn amounts(pairs: &[(&str, i64)]) -> Amounts {
    pairs.iter().map(|(name, amount)| (Name::parse(name).unwrap(), *amount)).collect()
}

fn resolved(text: &str, pairs: &[(&str, i64)]) -> String {
    resolve(Section::One, text, &amounts(pairs)).unwrap().text
}

#[test]
fn placeholders_become_numbers() {
    let text = "公开{{主动公开总数}}条，其中预算{{ 财政预决算公开数 }}条。";
    assert_eq!(resolved(text, &[("主动公开总数", 125), ("财政预决算公开数", 0)]), "公开125条，其中预算0条。");
}

#[test]
fn money_is_written_in_yuan() {
    assert_eq!(
        resolved("收取{{信息处理费收取金额}}元。", &[("信息处理费收取金额", 38_050)]),
        "收取380.5元。"
    );
}

#[test]
fn parts_and_the_year_before_can_be_named() {
    let text = "网站{{主动公开总数·各发布渠道·政府网站}}条，上年{{上年·主动公开总数}}条";
    let names: Vec<String> = slots(text).unwrap().iter().map(|slot| slot.name.to_string()).collect();
    assert_eq!(names, ["主动公开总数·各发布渠道·政府网站", "上年·主动公开总数"]);
    let shown = resolved(text, &[("主动公开总数·各发布渠道·政府网站", 7), ("上年·主动公开总数", 90)]);
    assert_eq!(shown, "网站7条，上年90条");
}

#[test]
fn a_sentence_about_nothing_gives_way_to_the_sentence_for_zero() {
    let text =
        "开头。　　本年度新收申请{{依申请新收数|零}}件。办结{{依申请办结数|零：没有办结的申请}}件；结尾";
    let none = resolved(text, &[("依申请新收数", 0), ("依申请办结数", 0)]);
    assert_eq!(none, "开头。　　本年度未收到政府信息公开申请。没有办结的申请；结尾");
    let some = resolved(text, &[("依申请新收数", 3), ("依申请办结数", 0)]);
    assert_eq!(some, "开头。　　本年度新收申请3件。没有办结的申请；结尾");
}

#[test]
fn the_first_zero_with_a_sentence_decides() {
    let text = "新收{{依申请新收数|零：未收到}}件，办结{{依申请办结数|零：未办结}}件。";
    assert_eq!(resolved(text, &[("依申请新收数", 0), ("依申请办结数", 0)]), "未收到。");
    assert_eq!(resolved(text, &[("依申请新收数", 2), ("依申请办结数", 0)]), "未办结。");
}

#[test]
fn a_zero_without_a_sentence_is_a_number() {
    assert_eq!(resolved("办结{{依申请办结数}}件。", &[("依申请办结数", 0)]), "办结0件。");
}

#[test]
fn an_unknown_name_is_refused_with_the_nearest_ones() {
    let faults = slots("共{{主动公开总量}}条，{{依申请新收数·申请人类别·法人}}件").unwrap_err();
    assert_eq!((faults[0].start, faults[0].end), (1, 11));
    assert!(
        faults[0].message.starts_with("没有名为“主动公开总量”的口径，相近的有“主动公开总数”"),
        "{}",
        faults[0].message
    );
    assert!(faults[1].message.starts_with("没有名为“法人”的类别，相近的有“自然人”"), "{}", faults[1].message);
}

#[test]
fn what_is_written_wrong_is_named_with_its_place() {
    let message = |text: &str| slots(text).unwrap_err()[0].message.clone();
    assert!(message("公开{{主动公开总数条").contains("没有写完"));
    assert!(message("{{主动公开总数|空}}").contains("之后应为“零”"));
    assert!(message("{{主动公开总数|零：}}").contains("之后应为“零”"));
    assert!(message("{{主动公开总数·首发渠道}}").contains("写法不对"));
    assert!(message("{{主动公开总数·渠道·政府网站}}").contains("没有名为“渠道”的分类方式"));
    assert!(message("{{}}").contains("没有名为“”的口径"));
}

#[test]
fn a_name_without_a_number_is_a_fault_and_not_a_zero() {
    let faults = resolve(Section::One, "公开{{主动公开总数}}条。", &Amounts::new()).unwrap_err();
    assert!(faults[0].message.contains("“主动公开总数”还没有数字"), "{}", faults[0].message);
}

#[test]
fn resolved_numbers_keep_their_names_and_places() {
    let text = "镇里公开{{主动公开总数}}条；收费{{信息处理费收取金额}}元。";
    let pairs = amounts(&[("主动公开总数", 125), ("信息处理费收取金额", 38_000)]);
    let resolved = resolve(Section::Six, text, &pairs).unwrap();
    let letters: Vec<char> = resolved.text.chars().collect();
    let shown: Vec<String> =
        resolved.figures.iter().map(|f| letters[f.place.start..f.place.end].iter().collect()).collect();
    assert_eq!(shown, ["125", "380"]);
    assert_eq!(resolved.figures[0].what, What::Measure("主动公开总数".to_owned()));
    assert_eq!(resolved.figures[1].amount, Amount::Money(38_000));
    assert_eq!(resolved.figures[1].text, "收费380元。");
    assert_eq!(resolved.figures[1].place.section, Some(Section::Six));
}

#[test]
fn every_label_that_is_offered_can_be_named() {
    let all: Vec<&str> = labels().collect();
    assert!(all.contains(&"主动公开总数") && !all.contains(&"手工填报数"));
    for label in all {
        assert_eq!(Name::parse(label).unwrap().to_string(), label);
    }
}

#[test]
fn open_points_are_found_and_document_numbers_are_not() {
    let points = open_points("依据示政【2019】3号，【请填写：培训情况】。【】");
    let texts: Vec<&str> = points.iter().map(|point| point.text.as_str()).collect();
    assert_eq!(texts, ["请填写：培训情况", ""]);
    assert_eq!((points[0].start, points[0].end), (13, 23));
}

fn drafts(amounts: &Amounts) -> Vec<(Section, String)> {
    let occasion = Occasion { year: 2024, body: "我镇", amounts };
    Section::PROSE.into_iter().map(|section| (section, draft(section, &occasion))).collect()
}

#[test]
fn drafts_hold_no_number_of_their_own_and_resolve() {
    for amount in [0, 3] {
        let amounts: Amounts = draft_names().into_iter().map(|name| (name, amount)).collect();
        for (section, text) in drafts(&amounts) {
            assert_eq!(numbers(&text), [], "{text}");
            let resolved =
                resolve(section, &text, &amounts).unwrap_or_else(|faults| panic!("{faults:?}\n{text}"));
            assert!(!resolved.text.contains("{{"), "{}", resolved.text);
            assert!(!resolved.text.contains("。。"), "{}", resolved.text);
        }
    }
}

#[test]
fn drafts_of_a_quiet_year_say_so_in_sentences() {
    let amounts: Amounts = draft_names().into_iter().map(|name| (name, 0)).collect();
    let all: Vec<String> = drafts(&amounts)
        .into_iter()
        .map(|(section, text)| resolve(section, &text, &amounts).unwrap().text)
        .collect();
    for sentence in [
        "本年度未主动公开政府信息。",
        "本年度未收到政府信息公开申请。",
        "没有结转下年度继续办理的政府信息公开申请。",
    ] {
        assert!(all[0].contains(sentence), "{}", all[0]);
    }
    assert!(all[2].contains("本年度未收取信息处理费。"), "{}", all[2]);
}

#[test]
fn drafts_leave_to_people_what_only_people_know() {
    let amounts: Amounts = draft_names().into_iter().map(|name| (name, 1)).collect();
    let drafts = drafts(&amounts);
    for (section, text) in &drafts {
        assert!(!open_points(text).is_empty(), "{section:?}: {text}");
    }
    for heading in [
        "（一）主动公开。",
        "（二）依申请公开。",
        "（三）政府信息管理。",
        "（四）政府信息公开平台建设。",
        "（五）监督保障。",
    ] {
        assert!(drafts[0].1.contains(heading), "{heading}");
    }
    assert!(drafts[1].1.contains("{{依申请逾期答复数}}件政府信息公开申请未能在法定期限内答复"));
    assert!(drafts[2].1.contains("【请确认：除上述事项外，无其他需要报告的事项"));
}

#[test]
fn tables_have_no_draft() {
    let amounts = Amounts::new();
    let occasion = Occasion { year: 2024, body: "我镇", amounts: &amounts };
    for section in [Section::Two, Section::Three, Section::Four] {
        assert_eq!(draft(section, &occasion), "");
    }
}
