//! The catalogue: every rule is named and founded, and has an example that breaks it and one that does not.

use std::collections::{BTreeMap, BTreeSet};

use inspect::{Beside, Document, Needs, Options, Shelf, Verdict, catalogue, examine, rule};
use law::report::identity::{self, Context, DisputeFlow, Registers};
use law::report::{Cell, CellKey, DisputeRoute, Form, Report, RequestColumn, Section, Unit};

use super::printed::{Layout, Printed};
use super::{checked, verdicts};

/// A report made from one in which nothing happened.
enum Given {
    /// These words in part 一.
    Words(&'static str),
    /// These words for others of the text.
    Instead(&'static str, &'static str),
    /// These cells, and words in part 一.
    Cells(&'static [(&'static str, &'static str)], &'static str),
    /// The cells of this year and of last year, by form.
    Years(Form, &'static [(&'static str, i64)], &'static [(&'static str, i64)]),
    /// Cells, and what the registers say.
    Registers(&'static [(&'static str, i64)], fn(&mut Registers)),
    /// The words of part 一 in this report and in another body's.
    Alike(&'static str, &'static str),
    /// Words in part 五, of this year and of last year's report.
    LastYear(&'static str, &'static str),
    /// A replacement made in the published version of an approved one.
    Published(&'static str, &'static str),
}

use Given::{Alike, Cells, Instead, LastYear, Published, Words, Years};

/// A rule with a report that breaks it (or is doubtful under it) and one that does not.
struct Example(&'static str, Given, Given);

const PROBLEM: &str = "存在的主要问题是村级公开专栏更新不够及时，公开内容与群众关心的事项结合不够紧密。";

/// Long enough to be compared.
const LONG: &str = "我镇坚持把政府信息公开作为联系群众的桥梁，围绕产业发展、民生保障、环境整治等群众关心的事项，主动公布办事流程和结果，在每个村设置公开栏，安排专人定期更换内容，并利用赶集日由干部现场解答群众提问。全年组织干部走访农户，收集对公开内容的意见，按照意见调整了公开的重点和方式，把补贴发放、工程建设、集体资产收支放在最醒目的位置，逐项写明标准、金额、时限和联系人，群众看得懂、问得到、能监督。对重要政策采用图解、短视频、广播等多种方式解读，方便老年人了解。";

fn examples() -> Vec<Example> {
    [of_tables(), of_disputes_and_words(), of_numbers(), of_times_and_names(), of_law_and_wording()]
        .into_iter()
        .flatten()
        .collect()
}

fn of_tables() -> Vec<Example> {
    use Form::{F2019, F2021};
    vec![
        Example("K-X-5", Cells(&[("t2.xuke.decisions", "没有")], ""), Words("全年平稳。")),
        Example("K-T2-1", Years(F2021, &[("t2.guifan.valid", 5)], &[]), Years(F2021, &[], &[])),
        Example("K-T2-2", Cells(&[("t2.guizhang.valid", "1")], ""), Words("全年平稳。")),
        Example(
            "K-T2-3",
            Given::Registers(&[("t2.guifan.issued", 1)], |registers| registers.normative_issued = Some(2)),
            Given::Registers(&[("t2.guifan.issued", 2)], |registers| registers.normative_issued = Some(2)),
        ),
        Example("K-T2-4", Years(F2019, &[("t2.xuke.prev", 5)], &[]), Years(F2019, &[], &[])),
        Example("K-T2-5", Years(F2019, &[("t2.guifan.published", 2)], &[]), Years(F2019, &[], &[])),
        Example("K-T3-1", Cells(&[("t3.new.nat", "1"), ("t3.new.total", "1")], ""), Words("全年平稳。")),
        Example("K-T3-2", Cells(&[("t3.a.nat", "1"), ("t3.a.total", "1")], ""), Words("全年平稳。")),
        Example("K-T3-3", Cells(&[("t3.a.nat", "1")], ""), Words("全年平稳。")),
        Example("K-T3-4", Cells(&[("t3.a.nat", "")], ""), Words("全年平稳。")),
        Example("K-T3-5", Years(F2021, &[("t3.carried_in.nat", 1)], &[]), Years(F2021, &[], &[])),
        Example(
            "K-T3-6",
            Given::Registers(&[], |registers| {
                registers.cells = Some(BTreeMap::from([("t3.new.nat".parse().unwrap(), 1)]));
            }),
            Given::Registers(&[], |registers| registers.cells = Some(BTreeMap::new())),
        ),
        Example(
            "K-T3-7",
            Given::Registers(&[], |registers| registers.in_several_rows = Some(vec!["甲1".to_owned()])),
            Given::Registers(&[], |registers| registers.in_several_rows = Some(Vec::new())),
        ),
        Example(
            "K-T3-8",
            Given::Registers(&[], |registers| {
                registers.unanswered = Some(BTreeMap::from([(RequestColumn::NaturalPerson, 1)]));
            }),
            Given::Registers(&[], |registers| registers.unanswered = Some(BTreeMap::new())),
        ),
        Example(
            "K-T3-9",
            Given::Registers(&[], |registers| registers.overdue_carried_out = Some(vec!["甲1".to_owned()])),
            Given::Registers(&[], |registers| registers.overdue_carried_out = Some(Vec::new())),
        ),
    ]
}

fn of_disputes_and_words() -> Vec<Example> {
    vec![
        Example("K-T4-1", Cells(&[("t4.fy.total", "1")], ""), Words("全年平稳。")),
        Example(
            "K-T4-2",
            Given::Registers(&[], |registers| registers.disputes = flow(1)),
            Given::Registers(&[], |registers| registers.disputes = flow(0)),
        ),
        Example(
            "K-T4-3",
            Given::Registers(&[("t4.ss_after.total", 1)], |registers| {
                registers.reconsiderations_ended = Some(0)
            }),
            Given::Registers(&[("t4.ss_after.total", 1)], |registers| {
                registers.reconsiderations_ended = Some(1)
            }),
        ),
        Example(
            "K-T4-4",
            Given::Registers(&[], |registers| {
                registers.direct_suits_against_refusals = Some(vec!["甲1".to_owned()]);
            }),
            Given::Registers(&[], |registers| registers.direct_suits_against_refusals = Some(Vec::new())),
        ),
        Example("K-X-1", Words("全年收到政府信息公开申请5件。"), Words("全年收到政府信息公开申请0件。")),
        Example(
            "K-X-2",
            Words("公开信息64条：文件59条，公告6条。"),
            Words("公开信息64条：文件58条，公告6条。"),
        ),
        Example(
            "K-X-3",
            Words("主动公开政府信息125条。全文电子化主动公开信息132条。"),
            Words("主动公开政府信息125条。全文电子化主动公开信息125条。"),
        ),
        Example(
            "K-X-4",
            Cells(&[("t3.new.nat", "1")], "全年未收到政府信息公开申请。"),
            Words("全年未收到政府信息公开申请。"),
        ),
        Example("K-X-6", Alike(LONG, LONG), Alike(LONG, PROBLEM)),
        Example("K-X-7", Instead("自2024年1月1日", "自2023年1月1日"), Words("全年平稳。")),
        Example("K-X-8", Words("全年主动公开政府信息条。"), Words("全年主动公开政府信息3条。")),
        Example("K-X-9", Words("作出行政处罚决定5件。"), Words("作出行政处罚决定0件。")),
        Example(
            "K-X-10",
            Cells(&[("t3.carried_out.total", "1")], "收到的政府信息公开申请已全部办结。"),
            Words("收到的政府信息公开申请已全部办结。"),
        ),
        Example("K-X-11", Instead("2024年未收取信息处理费。", ""), Words("全年平稳。")),
    ]
}

fn flow(pending_before: i64) -> Option<BTreeMap<DisputeRoute, DisputeFlow>> {
    let flow = DisputeFlow { pending_before, ..DisputeFlow::default() };
    Some(BTreeMap::from([(DisputeRoute::Reconsideration, flow)]))
}

const ALL_IN: &str = "新收政府信息公开申请2件，上年结转1件，办结1件，结转下年度0件。";
const POINTS: &str = "存在三个问题：一是村级公开栏更新还不够及时，部分内容过于简单，群众不易看懂；二是解读形式比较单一，图解和视频还不多，老年人不易理解，下一步需要改进。公开渠道还不够多";
const BALANCED: &str = "新收政府信息公开申请0件，上年结转0件，办结0件，结转下年度0件。";
const LISTED: &str = "本报告由总体情况、主动公开情况、申请公开情况、复议诉讼情况、存在的问题组成。一、";
const ALL_LISTED: &str =
    "本报告由总体情况、主动公开情况、申请公开情况、复议诉讼情况、存在的问题、其他事项组成。一、";

fn of_numbers() -> Vec<Example> {
    vec![
        Example(
            "I-FORM-1",
            Instead("本报告由", "报告分五个部分。本报告由"),
            Instead("本报告由", "报告分六个部分。本报告由"),
        ),
        Example("I-FORM-2", Words(LISTED), Words(ALL_LISTED)),
        Example(
            "I-FORM-3",
            Instead("公开渠道还不够多", POINTS),
            Instead(
                "公开渠道还不够多，",
                "存在两个问题：一是村级公开栏更新还不够及时，部分内容过于简单，群众不易看懂；二是公开渠道还不够多，",
            ),
        ),
        Example("I-NUM-1", Words(ALL_IN), Words(BALANCED)),
        Example(
            "I-NUM-2",
            Words("全年主动公开政府信息5条。2024年主动公开政府信息6条。"),
            Words("全年主动公开政府信息5条。2024年主动公开政府信息5条。"),
        ),
        Example(
            "I-NUM-3",
            Words("公开信息90条，其中规划总结2条、公告公示5条、规划总结2条等。"),
            Words("公开信息90条，其中规划总结2条、公告公示5条等。"),
        ),
        Example("I-NUM-4", Words("公开信息68余条。"), Words("公开信息60余条。")),
        Example(
            "I-NUM-5",
            Words("公开信息60条，比上年50条增长25%。"),
            Words("公开信息60条，比上年50条增长20%。"),
        ),
        Example(
            "I-NUM-6",
            Words("收到来信8件，办结7件，办结率100%。"),
            Words("收到来信8件，办结8件，办结率100%。"),
        ),
        Example("I-NUM-7", Cells(&[("t2.shoufei.amount_wan", "350000")], ""), Words("全年平稳。")),
        Example("I-NUM-8", Words("办理行政许可9件。"), Words("办理行政许可0件。")),
        Example("I-CELL-1", Cells(&[("t2.xuke.decisions", "0件")], ""), Words("全年平稳。")),
    ]
}

fn of_times_and_names() -> Vec<Example> {
    vec![
        Example("I-TIME-1", Words("2月30日召开会议。"), Words("2月29日召开会议。")),
        Example("I-TIME-2", Instead("起至2024年12月31日", "起至2024年12月30日"), Words("全年平稳。")),
        Example("I-TIME-3", Words("截至2023年底，公开5条。"), Words("截至2024年底，公开5条。")),
        Example(
            "I-TIME-4",
            Instead("公开渠道还不够多", "2023年，我镇将继续努力。公开渠道还不够多"),
            Instead("公开渠道还不够多", "2025年，我镇将继续努力。公开渠道还不够多"),
        ),
        Example(
            "I-TIME-6",
            Words("按照《2023年政务公开工作要点》开展工作。"),
            Words("按照《2024年政务公开工作要点》开展工作。"),
        ),
        Example(
            "I-TIME-5",
            Instead("本报告由", "发布日期：2024-06-18\n本报告由"),
            Instead("本报告由", "发布日期：2025-01-18\n本报告由"),
        ),
        Example(
            "I-CITE-1",
            Words("按照年度报告格式（国办函〔2021〕30号）编制。"),
            Words("按照年度报告格式（国办公开办函〔2021〕30号）编制。"),
        ),
        Example("I-CITE-2", Words("落实示政办发【2024】6号。"), Words("落实示政办发〔2024〕6号。")),
        Example(
            "I-CITE-3",
            Instead("本报告由", "索引号：/2025-None\n本报告由"),
            Instead("本报告由", "索引号：640402001/2025-00012\n本报告由"),
        ),
        Example(
            "I-CITE-4",
            Words("根据《政府信息公开条例》（国务院令第492号）编制。"),
            Words("根据《政府信息公开条例》（国务院令第711号）编制。"),
        ),
        Example("I-BODY-1", Words("我乡稳步推进。"), Words("我镇稳步推进。")),
        Example("I-BODY-2", Words("东山镇共公开3条。"), Words("示例镇共公开3条。")),
        Example(
            "I-BODY-3",
            Instead("示例镇人民政府", "甲县人民政府|规章\t0\t0\t0|规章\t0\t0\t2"),
            Instead("示例镇人民政府", "甲县人民政府"),
        ),
        Example(
            "I-BODY-4",
            Instead("示例镇人民政府", "甲县水务局|一、总体情况|一、总体情况\n我局办理城乡规划许可5件。"),
            Instead("示例镇人民政府", "甲县水务局|一、总体情况|一、总体情况\n我局办理取水许可5件。"),
        ),
    ]
}

fn of_law_and_wording() -> Vec<Example> {
    vec![
        Example("I-LAW-1", Words("未收取检索、复制、邮寄等费用。"), Words("未收取信息处理费。")),
        Example("I-LAW-2", Words("15个工作日内答复。"), Words("20个工作日内答复。")),
        Example("I-PRIV-1", Words("证号11010519491231002X。"), Words("证号110105194912310021。")),
        Example("I-PRIV-2", Words("卡号6222021234567890128。"), Words("卡号6222021234567890127。")),
        Example("I-PRIV-3", Words("电话13800138000。"), Words("电话0954-2120001。")),
        Example("I-TEXT-1", Words("365体育直播编制报告。"), Words("公开体育赛事信息。")),
        Example(
            "I-TEXT-2",
            Words(
                "健全政府信息公开工作机制，明确分管领导和专职人员，落实三审三校制度，确保内容准确。健全政府信息公开工作机制，明确分管领导和专职人员，落实三审三校制度，确保内容准确。",
            ),
            Words("健全政府信息公开工作机制，明确分管领导和专职人员，落实三审三校制度，确保内容准确。"),
        ),
        Example("I-TEXT-4", Words("我镇公开信息××条。"), Words("我镇公开信息3条。")),
        Example("I-TEXT-3", Words("收到政府信息公开申请0条。"), Words("收到政府信息公开申请0件。")),
        Example(
            "I-LAST-1",
            LastYear("一是村级公开栏更新仍不及时。", "一是村级公开栏更新不及时。"),
            LastYear("一是业务培训次数不够。", "一是村级公开栏更新不及时。"),
        ),
        Example(
            "I-LAST-2",
            LastYear(FIGURES, FIGURES),
            LastYear(FIGURES, "公开惠农补贴信息31条、工程建设信息18条。"),
        ),
        Example("I-PUB-1", Published("规章\t0\t0\t0", "规章\t0\t0\t1"), Published("", "")),
        Example("I-PUB-2", Published("全年平稳。", "全年不平稳。"), Published("", "")),
    ]
}

const FIGURES: &str = "一是全年公开信息61条，召开会议7次，培训村干部43人次，效果还不够好。";

fn idle(year: i16) -> Printed {
    let mut report = Printed::of(Form::F2021, year, &[0]);
    report.one = "全年平稳。".to_owned();
    report
}

fn tabs(words: &str) -> String {
    let mut report = idle(2024);
    report.one = words.to_owned();
    report.text(Layout::Tabs)
}

fn outcome(rule: &str, given: &Given) -> Vec<Verdict> {
    match given {
        Words(words) => verdicts(&checked(&tabs(words)), rule),
        Instead(from, to) => {
            let mut pieces = to.split('|');
            let text = idle(2024).text(Layout::Tabs).replace(from, pieces.next().unwrap());
            let more = (pieces.next(), pieces.next());
            let text = if let (Some(from), Some(to)) = more { text.replace(from, to) } else { text };
            verdicts(&checked(&text), rule)
        }
        Cells(cells, words) => {
            let mut report = idle(2024);
            report.one = format!("{words}全年平稳。");
            for (key, value) in *cells {
                report.cells.insert(key.parse().unwrap(), (*value).to_owned());
            }
            verdicts(&checked(&report.text(Layout::Tabs)), rule)
        }
        Years(form, now, last) => {
            let (now, last) = (data(*form, 1, now), data(*form, 0, last));
            of_law(rule, &now, &Context { last_year: Some(&last), ..Context::default() })
        }
        Given::Registers(cells, say) => {
            let mut registers = Registers::default();
            say(&mut registers);
            let report = data(Form::F2021, 1, cells);
            of_law(rule, &report, &Context { registers: Some(&registers), ..Context::default() })
        }
        Alike(words, others) => {
            let with = |words: &str| {
                let mut report = data(Form::F2021, 1, &[]);
                report.prose.insert(Section::One, words.repeat(3));
                report
            };
            let siblings = [with(others)];
            of_law(rule, &with(words), &Context { siblings: &siblings, ..Context::default() })
        }
        LastYear(words, last) => {
            let with = |year: i16, words: &str| {
                let sentence = "公开渠道还不够多，针对这一问题，下一步将增设公告栏。";
                idle(year).text(Layout::Tabs).replace(sentence, words)
            };
            let shelf = Shelf::of_one(read(&with(2023, last), Beside::default()));
            let beside = Beside { last_year: Some(&shelf), approved: None };
            verdicts(&read(&with(2024, words), beside).checked, rule)
        }
        Published(from, to) => {
            let text = idle(2024).text(Layout::Tabs);
            let shelf = Shelf::of_one(read(&text, Beside::default()));
            let beside = Beside { last_year: None, approved: Some(&shelf) };
            let published = if from.is_empty() { text } else { text.replacen(from, to, 1) };
            verdicts(&read(&published, beside).checked, rule)
        }
    }
}

fn read(text: &str, beside: Beside<'_>) -> inspect::Examined {
    examine(&Document::from_text(text), &Options { file: "报告.txt".to_owned(), excerpt: false }, beside)
}

/// A report as data in which all is zero but these cells; `later` years after the first of the form.
fn data(form: Form, later: i16, cells: &[(&str, i64)]) -> Report {
    let first = if form == Form::F2019 { 2019 } else { 2023 };
    let mut report = Report::blank("示例镇人民政府", first + later, form);
    let zero = |key: CellKey, n: i64| match form.unit(key) {
        Some(Unit::MoneyWan | Unit::MoneyNamed) => Cell::Money(n),
        Some(Unit::Change) => Cell::Delta(n),
        _ => Cell::Count(n),
    };
    report.cells = form.cells().into_iter().map(|key| (key, zero(key, 0))).collect();
    for (key, value) in cells {
        let key: CellKey = key.parse().unwrap();
        report.cells.insert(key, zero(key, *value));
    }
    report
}

fn of_law(rule: &str, report: &Report, context: &Context<'_>) -> Vec<Verdict> {
    let found = identity::check(report, context).into_iter();
    found.filter(|finding| finding.rule == rule).map(|finding| finding.verdict).collect()
}

#[test]
fn every_rule_has_an_example_that_breaks_it_and_one_that_does_not() {
    let examples = examples();
    let named: BTreeSet<&str> = examples.iter().map(|example| example.0).collect();
    let listed: BTreeSet<&str> = catalogue().map(|entry| entry.id).collect();
    assert_eq!(named, listed);
    for Example(rule, breaks, holds) in &examples {
        let broken = outcome(rule, breaks);
        let is_fault = |verdict: &Verdict| matches!(verdict, Verdict::Fail | Verdict::Uncertain);
        assert!(!broken.is_empty() && broken.iter().all(is_fault), "{rule} {broken:?}");
        let held = outcome(rule, holds);
        assert!(!held.is_empty() && held.iter().all(|verdict| *verdict == Verdict::Pass), "{rule} {held:?}");
    }
}

#[test]
fn every_rule_is_named_founded_and_listed_once() {
    let mut seen = BTreeSet::new();
    for entry in catalogue() {
        assert!(seen.insert(entry.id), "{} stands twice", entry.id);
        assert!(entry.name.chars().count() > 4 && entry.basis.chars().count() > 1, "{}", entry.id);
        assert!(entry.id.starts_with("K-") || entry.id.starts_with("I-"), "{}", entry.id);
        assert_eq!(rule(entry.id), Some(entry));
        assert!(!entry.needs.label().is_empty());
    }
    assert_eq!(rule("I-NUM-99"), None);
    assert!(catalogue().any(|entry| entry.needs == Needs::LastYear));
}

#[test]
fn every_report_is_told_of_every_rule_that_needs_it_alone() {
    let checked = checked(&tabs("全年平稳。"));
    for entry in catalogue().filter(|entry| entry.needs == Needs::Report) {
        assert!(!verdicts(&checked, entry.id).is_empty(), "{}", entry.id);
    }
    let order: Vec<(u8, u8)> = checked.by_gravity().iter().map(|finding| finding.gravity()).collect();
    assert!(order.is_sorted());
}
