//! The report of the year before beside this one.
//!
//! What the forms' rules say across two years is in `law` (K-T3-5, K-T2-1, K-T2-4, K-X-4, K-X-10); here it is
//! weighed, because a body may have merged or changed its name, and quoted from both files. Wording is compared
//! here: I-LAST-1, I-LAST-2, K-X-6.

use std::collections::BTreeMap;

use law::report::identity::{self, Mark};
use law::report::{
    BusinessColumn, CellKey, DisputeOutcome, Report, RequestColumn, RequestRow, Section, Verdict,
};

use super::align::likeness;
use super::examined::{Examined, Sentence};
use super::rules::{self, finding};
use super::sketch::{LISTED, Pieces};
use super::wording::{figures, letters, own_words, written};
use crate::checked::{Evidence, Finding};

/// How many sentences or problems a finding quotes, each from both files.
const QUOTED: usize = 5;
/// Sentences of fewer characters (letters and figures) repeat by chance.
const SHORTEST: usize = 12;

impl Examined {
    /// What a finding on the next year's report weighs when this is the report of the year before.
    pub(crate) fn weigh(&self, now: &Report, found: identity::Finding) -> identity::Finding {
        if found.verdict != Verdict::Fail || !rests_on_last_year(&found) {
            return found;
        }
        let reason = if !self.name().is_same(&super::AgencyName::of(&now.agency)) {
            format!(
                "上年报告的机关是“{}”，本年是“{}”；机关合并、更名或撤并会使数字不衔接，请核对。",
                self.report().agency,
                now.agency
            )
        } else if let Some(word) = reorganised(now) {
            format!("正文提到“{word}”，合并、划转会使数字不衔接，请核对。")
        } else if found.rule == "K-T3-5" && totals_agree(self.report(), now) {
            "两年的总计是衔接的，可能是申请人类别重新归类，请核对并说明。".to_owned()
        } else if found.rule == "K-T2-1" {
            "文件可能经清理、补报后重新统计，请说明。".to_owned()
        } else {
            return found;
        };
        let message = format!("{}{reason}", found.message);
        identity::Finding { verdict: Verdict::Uncertain, message, ..found }
    }

    /// The words of this report on which a finding about the next one rests.
    pub(crate) fn beside(&self, found: &identity::Finding) -> Vec<Evidence> {
        let keys = found.cells.iter().flat_map(|key| last_years_cells(found.rule, *key));
        let mut keys: Vec<CellKey> = keys.collect();
        keys.sort_unstable();
        keys.dedup();
        keys.into_iter().filter_map(|key| Some(self.quote(self.cell(key)?))).collect()
    }
}

/// Whether a finding of a rule that also looks at one report alone rests on the year before.
fn rests_on_last_year(found: &identity::Finding) -> bool {
    let is_dispute = |key: &CellKey| matches!(key, CellKey::Dispute(..));
    match found.rule {
        "K-T3-5" | "K-T2-1" | "K-T2-4" => true,
        "K-X-4" => found.cells.iter().all(is_dispute),
        "K-X-10" => {
            found.cells.iter().all(is_dispute)
                && !found.marks.iter().any(|mark| matches!(mark, Mark::Claim(_)))
        }
        _ => false,
    }
}

/// Words that speak of a reorganisation, after which last year's numbers are another body's.
const REORGANISED: [&str; 9] =
    ["机构改革", "区划调整", "合并", "并入", "撤并", "撤乡", "撤镇", "划转", "更名"];

fn reorganised(now: &Report) -> Option<&'static str> {
    let prose: Vec<&String> = now.prose.values().collect();
    REORGANISED.into_iter().find(|word| prose.iter().any(|text| text.contains(word)))
}

fn totals_agree(last: &Report, now: &Report) -> bool {
    let carried = |report: &Report, row| report.amount(CellKey::Request(row, RequestColumn::Total));
    let before = carried(last, RequestRow::CarriedOut);
    before.is_some() && before == carried(now, RequestRow::CarriedIn)
}

/// The cells of the year before that a rule holds a cell against.
fn last_years_cells(rule: &str, key: CellKey) -> Vec<CellKey> {
    match (rule, key) {
        ("K-T3-5", CellKey::Request(RequestRow::CarriedIn, column)) => {
            vec![CellKey::Request(RequestRow::CarriedOut, column)]
        }
        ("K-T2-1", CellKey::Business(row, BusinessColumn::Valid)) => {
            vec![CellKey::Business(row, BusinessColumn::Valid)]
        }
        ("K-T2-4", CellKey::Business(row, BusinessColumn::Previous)) => {
            [BusinessColumn::Previous, BusinessColumn::Delta]
                .map(|column| CellKey::Business(row, column))
                .to_vec()
        }
        ("K-X-4" | "K-X-10", CellKey::Dispute(route, DisputeOutcome::Total)) => {
            vec![CellKey::Dispute(route, DisputeOutcome::Pending)]
        }
        _ => Vec::new(),
    }
}

/// Lays the words of both years beside each other.
pub(super) fn compare(now: &mut Examined, last: &Examined) {
    if Some(last.report().year) != now.report().year.checked_sub(1) || now.checked.year.is_none() {
        return;
    }
    let findings = [wording(now, last), problems(now, last), repeated_figures(now, last)];
    now.checked.findings.retain(|finding| finding.rule != "K-X-6");
    now.checked.findings.extend(findings);
}

/// Pairs of sentences with the same own words, in the order of this year's.
fn same<'a>(now: &'a Examined, last: &'a Examined) -> Vec<(&'a Sentence, &'a Sentence)> {
    let (name, before) = (now.name(), last.name());
    let own = |sentence: &Sentence, name| {
        Some(own_words(&sentence.text, name)).filter(|words| words.chars().count() >= SHORTEST)
    };
    let mut known: BTreeMap<String, &Sentence> = BTreeMap::new();
    for sentence in written(last.sentences()) {
        if let Some(words) = own(sentence, &before) {
            known.entry(words).or_insert(sentence);
        }
    }
    let pair = |sentence: &'a Sentence| Some((sentence, *known.get(&own(sentence, &name)?)?));
    written(now.sentences()).filter_map(pair).collect()
}

fn side_by_side(pairs: &[(&Sentence, &Sentence)], last: &Examined) -> Vec<Evidence> {
    let both = |(one, other): &(&Sentence, &Sentence)| [one.quote(), last.quote(&other.quote())];
    pairs.iter().take(QUOTED).flat_map(both).collect()
}

/// K-X-6: how much of the wording is last year's. Never a verdict.
fn wording(now: &Examined, last: &Examined) -> Finding {
    const RULE: &str = "K-X-6";
    let pieces = |report: &Examined| Pieces::of(report.sentences(), &report.name());
    let (one, two) = (pieces(now), pieces(last));
    if !one.is_enough() || !two.is_enough() {
        let message = "去掉通用语句后文字不多，没有比对。业务少的机关文字本来相近。";
        return finding(RULE, Verdict::NotAssessable, message.to_owned(), Vec::new());
    }
    let percent = one.likeness(&two);
    if percent < LISTED {
        let message = format!("去掉通用语句和数字后，与上年报告的文字有{percent}%相同，没有整体沿用。");
        return finding(RULE, Verdict::Pass, message, Vec::new());
    }
    let pairs = same(now, last);
    let message = format!(
        "去掉通用语句和数字后，与上年报告的文字有{percent}%相同，其中{}句几乎一样。是否沿用了上年的报告，请对照判断。",
        pairs.len()
    );
    finding(RULE, Verdict::Uncertain, message, side_by_side(&pairs, last))
}

/// Words that name a shortcoming.
const SHORTCOMINGS: [&str; 18] = [
    "不够",
    "不足",
    "不强",
    "不高",
    "不全",
    "不及时",
    "不到位",
    "不规范",
    "不深",
    "不多",
    "有待",
    "欠缺",
    "薄弱",
    "滞后",
    "较少",
    "单一",
    "差距",
    "短板",
];
/// Words that tell what became of last year's problems.
const MENDED: [&str; 12] = [
    "上年度存在",
    "上年存在",
    "上一年度存在",
    "去年存在",
    "上年度问题",
    "上年问题",
    "改进情况如下",
    "整改情况",
    "已整改",
    "已改进",
    "得到改进",
    "得到解决",
];
/// Two problems with as many pairs of characters in common (in percent) are the same.
const SAME_PROBLEM: usize = 75;

/// The clauses of part 五 that name a shortcoming, with their sentences.
fn shortcomings(report: &Examined) -> Vec<(String, &Sentence)> {
    let five = report.sentences().iter().filter(|sentence| sentence.section == Some(Section::Five));
    let clauses = five.flat_map(|sentence| {
        let clauses = sentence.text.split(['，', ',', '；', ';', '：', ':']);
        clauses.map(move |clause| (letters(clause), sentence))
    });
    let names = |(clause, _): &(String, &Sentence)| {
        // `还存在一些问题和不足` only leads on to the problems.
        clause.chars().count() >= 6
            && !clause.contains("问题")
            && SHORTCOMINGS.iter().any(|word| clause.contains(word))
    };
    clauses.filter(names).collect()
}

/// I-LAST-1: a problem named again without a word on what was done about it.
fn problems(now: &Examined, last: &Examined) -> Finding {
    const RULE: &str = rules::PROBLEMS.id;
    let (here, there) = (shortcomings(now), shortcomings(last));
    if here.is_empty() || there.is_empty() {
        let message = "两年的第五部分没有都写明问题，未评估。".to_owned();
        return finding(RULE, Verdict::NotAssessable, message, Vec::new());
    }
    let again = |(clause, sentence): &(String, &Sentence)| {
        let before = there.iter().find(|(other, _)| likeness(clause, other) >= SAME_PROBLEM)?;
        Some((clause.clone(), [sentence.quote(), last.quote(&before.1.quote())]))
    };
    let repeated: Vec<_> = here.iter().filter_map(again).collect();
    let told = now
        .sentences()
        .iter()
        .filter(|sentence| matches!(sentence.section, Some(Section::Five | Section::One)))
        .any(|sentence| MENDED.iter().any(|words| letters(&sentence.text).contains(words)));
    if repeated.is_empty() || told {
        let message = if told {
            "写明了上年问题的改进情况。"
        } else {
            "本年的问题与上年不同。"
        };
        return finding(RULE, Verdict::Pass, message.to_owned(), Vec::new());
    }
    let named: Vec<String> = repeated.iter().take(QUOTED).map(|(clause, _)| format!("“{clause}”")).collect();
    let message = format!(
        "上年已经指出的问题本年又写了一遍（{}），没有看到采取了什么措施、效果如何。请补充改进情况。",
        named.join("、")
    );
    let mut quoted: Vec<[Evidence; 2]> = repeated.into_iter().map(|(_, both)| both).collect();
    quoted.dedup();
    let evidence = quoted.into_iter().take(QUOTED).flatten().collect();
    finding(RULE, Verdict::Uncertain, message, evidence)
}

/// How many figures other than the year a sentence has that is suspicious when it stands there unchanged.
const FIGURES: usize = 2;

/// I-LAST-2: sentences that repeat last year's figures one by one.
fn repeated_figures(now: &Examined, last: &Examined) -> Finding {
    const RULE: &str = rules::FIGURES.id;
    let mut known: BTreeMap<String, &Sentence> = BTreeMap::new();
    for sentence in written(last.sentences()) {
        known.entry(timeless(&sentence.text)).or_insert(sentence);
    }
    let repeats = |sentence: &&Sentence| {
        let counted = figures(&sentence.text).iter().filter(|figure| is_count(figure)).count();
        counted >= FIGURES && known.contains_key(&timeless(&sentence.text))
    };
    let sentences = written(now.sentences()).filter(repeats);
    let pairs: Vec<_> =
        sentences.filter_map(|sentence| Some((sentence, *known.get(&timeless(&sentence.text))?))).collect();
    if pairs.is_empty() {
        let message = "没有发现连数字都与上年一样的句子。".to_owned();
        return finding(RULE, Verdict::Pass, message, Vec::new());
    }
    let message =
        format!("有{}句话除年份外连数字都与上年报告一样。请核对这些数字是不是本年的。", pairs.len());
    finding(RULE, Verdict::Uncertain, message, side_by_side(&pairs, last))
}

/// The letters and figures of a sentence, each year written as the same sign.
fn timeless(sentence: &str) -> String {
    let mut text = letters(sentence);
    for year in figures(sentence).iter().filter(|figure| !is_count(figure)) {
        text = text.replace(year.as_str(), "年");
    }
    text
}

/// Whether a figure counts something: neither a year nor nought.
fn is_count(figure: &str) -> bool {
    let is_year = figure.len() == 4 && figure.starts_with("20");
    !is_year && figure.chars().any(|c| matches!(c, '1'..='9'))
}
