//! I-CITE-1: the notices on which every report rests carry their own numbers.

use law::report::Severity;

use super::case::{Case, Match, Outcome, Rule};
use super::entry::{Needs, RuleEntry};
use crate::text::{Pattern, Span};

pub(super) static RULE: Rule = Rule {
    entry: RuleEntry {
        id: "I-CITE-1",
        name: "所引国务院办公厅通知的发文字号正确",
        basis: "国办公开办函〔2019〕60号、国办公开办函〔2021〕30号、国办函〔2020〕109号",
        severity: Severity::Error,
        needs: Needs::Report,
    },
    on_forms: false,
    test,
};

/// A notice by the words of its title, its agency code, year and number.
struct Notice {
    titles: &'static [&'static str],
    code: &'static str,
    year: &'static str,
    number: &'static str,
}

/// The titles are those parts of them that no other document of the same year and number bears.
const NOTICES: [Notice; 3] = [
    Notice { titles: &["年度报告有关事项"], code: "国办公开办函", year: "2019", number: "60" },
    Notice {
        titles: &["年度报告格式", "信息公开工作报告格式"],
        code: "国办公开办函",
        year: "2021",
        number: "30",
    },
    Notice { titles: &["信息处理费管理办法"], code: "国办函", year: "2020", number: "109" },
];

static CITED: Pattern =
    Pattern::new(r"((?:国办|\p{Han}{0,3}公开办)\p{Han}{0,6})[〔(<《](20\d\d)年?[〕)>》]第?(\d{1,3})号");
/// `按照国办发〔2021〕30号文件要求编制`: the number of the form under another code, without its title.
static BASIS: Pattern = Pattern::new(
    r"(国办(?:发|函|秘函|公开函))[〔(<《](20\d\d)年?[〕)>》]第?(\d{1,3})号[^。;,\n]{0,8}(?:要求|规定|格式)?[^。;,\n]{0,4}编制",
);
/// How far the title stands before its number, in characters.
const NEAR: usize = 40;

fn test(case: &Case<'_>) -> Option<Vec<Outcome>> {
    let (cited, bases) = (case.matches(&CITED), case.matches(&BASIS));
    if cited.is_empty() && bases.is_empty() {
        return None;
    }
    let mut faults: Vec<Outcome> = Vec::new();
    for found in &cited {
        if let Some(fault) = of_another_title(case, found) {
            faults.push(fault);
            continue;
        }
        let Some(notice) = notice(found) else { continue };
        let is_right = found.group(1) == notice.code;
        let number = format!("{}〔{}〕{}号", notice.code, notice.year, notice.number);
        let message = format!("“{}”的发文字号应当是“{number}”。请改正。", found.written());
        if !is_right && !faults.iter().any(|fault| fault.message == message) {
            faults.push(Outcome::fail(message, case.quote_match(found)));
        }
    }
    if faults.is_empty() {
        faults.extend(bases.iter().find_map(|found| of_the_form(case, found)));
    }
    Some(faults)
}

/// A number that belongs to the office of the notices, right behind the quoted title of another one of them:
/// `《关于…年度报告有关事项的通知》(国办公开办函〔2021〕30号)`.
fn of_another_title(case: &Case<'_>, found: &Match<'_>) -> Option<Outcome> {
    let before = found.before();
    let title = before.trim_end_matches(['(', ' ', '〔']).strip_suffix('》')?;
    let title = title.get(title.rfind('《')?..)?;
    let notice = NOTICES.iter().find(|notice| {
        notice.code == found.group(1) && notice.titles.iter().any(|words| title.contains(words))
    })?;
    ((notice.year, notice.number) != (found.group(2), found.group(3))).then(|| {
        let message = format!(
            "“{}”前面写的是另一个通知的标题，那个通知的发文字号是“{}〔{}〕{}号”。标题和文号应当是同一个通知的，请改正。",
            found.written(),
            notice.code,
            notice.year,
            notice.number
        );
        let start = found.span.start.saturating_sub(TITLE_AND_MORE);
        let sentence = found.passage.sentence(found.span.start);
        let span = Span { start: start.max(sentence.start), end: found.span.end };
        Outcome::fail(message, case.quote(found.passage, span))
    })
}

/// The longest title that is quoted, in characters.
const TITLE_AND_MORE: usize = 60;

/// The form's year and number under another code: another document may bear them, so this is a hint.
fn of_the_form(case: &Case<'_>, found: &Match<'_>) -> Option<Outcome> {
    let notice = NOTICES.iter().find(|notice| {
        (notice.year, notice.number) == (found.group(2), found.group(3)) && notice.code != found.group(1)
    })?;
    let message = format!(
        "“{}”：规定年度报告式样的是{}〔{}〕{}号。请核对。",
        found.written(),
        notice.code,
        notice.year,
        notice.number
    );
    Some(Outcome::uncertain(message, case.quote_match(found)))
}

/// The notice that is meant: its year, its number, and its title before them.
fn notice(found: &Match<'_>) -> Option<&'static Notice> {
    let before: Vec<char> = found.before().chars().collect();
    let near: String = before.iter().skip(before.len().saturating_sub(NEAR)).collect();
    NOTICES.iter().find(|notice| {
        let is_number = notice.year == found.group(2) && notice.number == found.group(3);
        is_number && notice.titles.iter().any(|title| near.contains(title))
    })
}
