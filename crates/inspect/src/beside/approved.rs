//! The approved version beside the published one: every difference of cells and sentences.
//!
//! A number that differs is provable from the two quotations. What is absent from one of them, or reworded, may be
//! the copy's fault and is a thing to look at.

use law::report::{Cell, CellKey, Section, Verdict};

use super::align::{Step, differences};
use super::examined::{Examined, Sentence};
use super::rules::{self, finding};
use super::shelf::Shelf;
use super::wording::{figures, letters};
use crate::checked::Finding;

const CELLS: &str = rules::CELLS.id;
const WORDS: &str = rules::WORDS.id;
/// At most so many differences of each kind are listed one by one.
const LISTED: usize = 60;
/// The longest piece of a sentence in a message, in characters.
const SHOWN: usize = 60;

/// Adds the findings of I-PUB-1 and I-PUB-2.
pub(super) fn compare(published: &mut Examined, shelf: &Shelf) {
    let agency = published.report().agency.clone();
    let findings = match shelf.of_body(&agency, published.checked.year) {
        None => both(Verdict::NotAssessable, "没有这个机关的审定稿可以比对，未评估。"),
        Some(approved) if approved.checked.year != published.checked.year => {
            let year =
                |of: &Examined| of.checked.year.map_or("认不出的".to_owned(), |year| year.to_string());
            let message = format!(
                "审定稿是{}年度的，公布的是{}年度的，没有比对。请找同一年度的审定稿。",
                year(approved),
                year(published)
            );
            both(Verdict::NotAssessable, &message)
        }
        Some(approved) => {
            let mut findings = cells(published, approved);
            findings.extend(words(published, approved));
            findings
        }
    };
    published.checked.findings.extend(findings);
}

fn both(verdict: Verdict, message: &str) -> Vec<Finding> {
    [CELLS, WORDS].map(|rule| finding(rule, verdict, message.to_owned(), Vec::new())).to_vec()
}

/// I-PUB-1: every cell has the approved number.
fn cells(published: &Examined, approved: &Examined) -> Vec<Finding> {
    let keys: std::collections::BTreeSet<CellKey> =
        published.report().cells.keys().chain(approved.report().cells.keys()).copied().collect();
    let (mut findings, mut unread, mut same) = (Vec::new(), Vec::new(), 0_usize);
    for key in keys {
        let (now, before) = (published.report().cells.get(&key), approved.report().cells.get(&key));
        match (now.and_then(Cell::amount), before.and_then(Cell::amount)) {
            (Some(now), Some(before)) if now == before => same += 1,
            (Some(_), Some(_)) => findings.push(changed(published, approved, key)),
            (None, None) => {}
            _ => unread.push(key),
        }
    }
    let left_out = findings.len().saturating_sub(LISTED);
    findings.truncate(LISTED);
    if left_out > 0 {
        let message = format!("另有{left_out}个单元格的数字与审定稿不同，没有逐一列出。");
        findings.push(finding(CELLS, Verdict::Uncertain, message, Vec::new()));
    }
    for section in [Section::Two, Section::Three, Section::Four] {
        let of_table: Vec<CellKey> = unread.iter().copied().filter(|key| key.section() == section).collect();
        findings.extend(one_sided(published, approved, section, &of_table));
    }
    if findings.is_empty() {
        let outcome = match same {
            0 => (Verdict::NotAssessable, "两份报告没有都读到的数字，未评估。".to_owned()),
            _ => (Verdict::Pass, format!("{same}个单元格与审定稿一致。")),
        };
        findings.push(finding(CELLS, outcome.0, outcome.1, Vec::new()));
    }
    findings
}

fn changed(published: &Examined, approved: &Examined, key: CellKey) -> Finding {
    let written = |report: &Examined| report.cell(key).map(|cell| cell.text.clone()).unwrap_or_default();
    let message = format!(
        "{}：审定稿是{}，公布的是{}。请按审定稿更正，或说明审定后为什么改动。",
        published.report().form.cell_name(key),
        written(approved),
        written(published)
    );
    let evidence = published.cell(key).cloned().into_iter();
    let evidence = evidence.chain(approved.cell(key).map(|cell| approved.quote(cell))).collect();
    finding(CELLS, Verdict::Fail, message, evidence)
}

/// Cells of a table with a number in one version only: perhaps lost by a copy.
fn one_sided(
    published: &Examined,
    approved: &Examined,
    section: Section,
    keys: &[CellKey],
) -> Option<Finding> {
    let first = keys.first()?;
    let here = |key: &CellKey| published.report().amount(*key).is_some();
    let (only_here, only_there) =
        (keys.iter().filter(|key| here(key)).count(), keys.iter().filter(|key| !here(key)).count());
    let form = if here(first) { published.report().form } else { approved.report().form };
    let message = format!(
        "第{}部分的表格：{only_there}个数字只在审定稿里读到，{only_here}个只在公布的报告里读到（如{}）。待核对原件。",
        section.numeral(),
        form.cell_name(*first)
    );
    let quote = |key: &CellKey| {
        let own = published.cell(*key).filter(|_| here(key)).cloned();
        own.or_else(|| Some(approved.quote(approved.cell(*key)?)))
    };
    let evidence = keys.iter().filter_map(quote).take(LISTED / 10).collect();
    Some(finding(CELLS, Verdict::Uncertain, message, evidence))
}

/// I-PUB-2: every sentence is the approved one.
fn words(published: &Examined, approved: &Examined) -> Vec<Finding> {
    let keys = |report: &Examined| -> Vec<String> {
        report.sentences().iter().map(|sentence| letters(&sentence.text)).collect()
    };
    let (before, now) = (keys(approved), keys(published));
    if before.is_empty() || now.is_empty() {
        let message = "两份报告没有都读到文字，未评估。".to_owned();
        return vec![finding(WORDS, Verdict::NotAssessable, message, Vec::new())];
    }
    let steps = differences(&before, &now);
    let mut findings: Vec<Finding> =
        steps.iter().filter_map(|step| difference(published, approved, *step)).collect();
    if findings.is_empty() {
        let message = format!("{}句文字与审定稿一致。", now.len());
        return vec![finding(WORDS, Verdict::Pass, message, Vec::new())];
    }
    findings.sort_by_key(|finding| finding.verdict != Verdict::Fail);
    let left_out = findings.len().saturating_sub(LISTED);
    findings.truncate(LISTED);
    if left_out > 0 {
        let message = format!("另有{left_out}处文字与审定稿不同，没有逐一列出。");
        findings.push(finding(WORDS, Verdict::Uncertain, message, Vec::new()));
    }
    findings
}

fn difference(published: &Examined, approved: &Examined, step: Step) -> Option<Finding> {
    let here = |index: usize| published.sentences().get(index).filter(|sentence| has_words(sentence));
    let there = |index: usize| approved.sentences().get(index).filter(|sentence| has_words(sentence));
    Some(match step {
        Step::Gone(before) => {
            let sentence = there(before)?;
            let message = format!("审定稿里的“{}”在公布的报告里没有找到。请核对。", short(sentence));
            finding(WORDS, Verdict::Uncertain, message, vec![approved.quote(&sentence.quote())])
        }
        Step::New(now) => {
            let sentence = here(now)?;
            let message = format!("“{}”在审定稿里没有找到。请核对。", short(sentence));
            finding(WORDS, Verdict::Uncertain, message, vec![sentence.quote()])
        }
        Step::Changed(before, now) => {
            let (then, sentence) = (there(before)?, here(now)?);
            let (was, is) = (figures(&then.text), figures(&sentence.text));
            let evidence = vec![sentence.quote(), approved.quote(&then.quote())];
            if was.len() == is.len() && was != is {
                let pairs = was.iter().zip(&is).filter(|(was, is)| was != is);
                let pairs: Vec<String> = pairs.map(|(was, is)| format!("{was}改成了{is}")).collect();
                let message = format!(
                    "“{}”中的数字与审定稿不同：{}。请按审定稿更正，或说明审定后为什么改动。",
                    short(sentence),
                    pairs.join("、")
                );
                finding(WORDS, Verdict::Fail, message, evidence)
            } else {
                let message = format!(
                    "文字与审定稿不同。审定稿：“{}”；公布的：“{}”。请核对。",
                    short(then),
                    short(sentence)
                );
                finding(WORDS, Verdict::Uncertain, message, evidence)
            }
        }
    })
}

fn has_words(sentence: &Sentence) -> bool {
    letters(&sentence.text).chars().count() > 1
}

fn short(sentence: &Sentence) -> String {
    let text = sentence.text.trim();
    let shown: String = text.chars().take(SHOWN).collect();
    if shown.len() < text.len() { format!("{shown}……") } else { shown }
}
