//! One report on the screen: what it is, then its findings with their quotations, the gravest first.

use inspect::{Checked, ConfidenceLevel, Finding, Verdict};

use super::{width, words};
use crate::cli::args::Only;

/// What is shown of a report.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shown {
    /// The columns of the screen; none if nothing is to be broken into lines.
    pub(super) screen: Option<usize>,
    /// Only findings of one verdict.
    pub(super) only: Option<Only>,
    /// Also what holds and what was not assessed.
    pub(super) all: bool,
}

/// Quotations of one finding; `--format json` has all of them.
const QUOTED: usize = 6;
/// The longest quotation, in columns.
const LONGEST: usize = 240;

impl Shown {
    /// The verdicts whose findings are told one by one.
    pub(super) fn verdicts(self) -> &'static [Verdict] {
        match (self.only, self.all) {
            (Some(Only::Fail), _) => &[Verdict::Fail],
            (Some(Only::Uncertain), _) => &[Verdict::Uncertain],
            (None, false) => &[Verdict::Fail, Verdict::Uncertain],
            (None, true) => &words::VERDICTS,
        }
    }
}

/// A whole page.
pub(super) fn page(checked: &Checked, shown: Shown) -> String {
    let mut page = format!("{}\n", checked.file);
    if let Some(error) = &checked.error {
        return page + &width::wrapped(&format!("没有检查：{error}"), 2, shown.screen);
    }
    if !checked.is_recognised() {
        page.push_str(&width::wrapped("认不出年度报告，没有评估。", 2, shown.screen));
        return page + &confidence(checked, shown);
    }
    page.push_str(&format!("  {}\n  {}\n", words::who(checked), counts(checked)));
    page.push_str(&confidence(checked, shown));
    for verdict in shown.verdicts() {
        let is_grave = matches!(verdict, Verdict::Fail | Verdict::Uncertain);
        let found = words::of_verdict(checked, *verdict);
        if !is_grave && !found.is_empty() {
            page.push('\n');
        }
        for finding in found {
            page.push_str(&if is_grave { in_full(finding, shown) } else { in_brief(finding, shown) });
        }
    }
    page
}

fn counts(checked: &Checked) -> String {
    let count =
        |verdict: &Verdict| format!("{} {}", words::verdict(*verdict), words::count(checked, *verdict));
    words::VERDICTS.iter().map(count).collect::<Vec<_>>().join("　")
}

/// Why the file was not understood entirely, which bears on every finding.
fn confidence(checked: &Checked, shown: Shown) -> String {
    if checked.confidence.level == ConfidenceLevel::High || checked.confidence.reasons.is_empty() {
        return String::new();
    }
    let reasons: Vec<&str> =
        checked.confidence.reasons.iter().map(|reason| reason.trim_end_matches('。')).collect();
    width::wrapped(&format!("识别：{}。", reasons.join("；")), 2, shown.screen)
}

/// `不符  K-X-3  name`, the message below it, then the quotations.
fn in_full(finding: &Finding, shown: Shown) -> String {
    let name = inspect::rule(finding.rule).map_or("", |rule| rule.name);
    let mut text = format!("\n  {}  {}  {name}\n", words::verdict(finding.verdict), finding.rule);
    text.push_str(&width::wrapped(&finding.message, 8, shown.screen));
    for evidence in finding.evidence.iter().take(QUOTED) {
        let quoted = width::cut(&words::quotation(evidence), LONGEST);
        text.push_str(&width::wrapped(&format!("{}：{quoted}", words::place(evidence)), 8, shown.screen));
    }
    if let Some(more) = finding.evidence.len().checked_sub(QUOTED).filter(|more| *more > 0) {
        text.push_str(&format!("        另有 {more} 处\n"));
    }
    text
}

fn in_brief(finding: &Finding, shown: Shown) -> String {
    let head = format!("{}  {:<9}", words::verdict(finding.verdict), finding.rule);
    let told = width::wrapped(&finding.message, 2 + width::of(&head), shown.screen);
    format!("  {head}{}\n", told.trim())
}
