//! What the numbers count, as far as the words say so beyond doubt.

use std::collections::BTreeMap;

use law::report::prose::{Amount, Figure, Place, Scope, What};
use law::report::{CellKey, Section};

use super::breakdown::label;
use super::disputes;
use super::numbers::Number;
use super::requests;
use super::words::is_channel;
use crate::text::{Passage, Pattern, Span};

/// What the figures are read against.
pub(super) struct Setting<'s> {
    pub(super) year: Option<i16>,
    /// The cells of the tables, to choose between meanings that the words leave open.
    pub(super) cells: &'s BTreeMap<CellKey, i64>,
    pub(super) form: law::report::Form,
    pub(super) is_township: bool,
}

/// Placeholder names of measures.
pub(crate) const PUBLISHED: &str = "主动公开总数";
pub(super) const ELECTRONIC: &str = "全文电子化数";

/// A number with the words around it.
pub(super) struct Words<'w> {
    /// Back to the last mark or number.
    pub(super) label: String,
    /// Back to the last comma.
    pub(super) clause: String,
    /// From the beginning of the sentence to the number.
    pub(super) before: String,
    pub(super) number: &'w Number,
}

const CLAUSE_STOPS: [char; 7] = [',', '。', ';', ':', '(', ')', '\n'];

pub(super) fn figure(
    passage: &Passage,
    section: Option<Section>,
    numbers: &[Number],
    index: usize,
    setting: &Setting<'_>,
) -> Option<Figure> {
    let number = numbers.get(index)?;
    let clause = passage.back_to(number.span, &CLAUSE_STOPS);
    let sentence = passage.sentence(number.span.start);
    let before_number = |start| passage.slice(Span { start, end: number.span.start });
    let words = Words {
        label: label(passage, numbers, index),
        clause: before_number(clause.start),
        before: before_number(sentence.start),
        number,
    };
    let quote = quote(passage, clause, numbers, index);
    Some(Figure {
        what: what(&words, setting),
        amount: number.amount,
        approximate: number.approximate,
        scope: scope(&words, setting.year),
        place: Place { section, start: quote.start, end: quote.end },
        text: passage.written(quote),
    })
}

/// The words of a number: its clause from behind the number before it, without the marks and words that
/// only join it to what stands before.
fn quote(passage: &Passage, clause: Span, numbers: &[Number], index: usize) -> Span {
    let before = index.checked_sub(1).and_then(|before| numbers.get(before));
    let start = clause.start.max(before.map_or(0, |number| number.span.end));
    let words = passage.slice(Span { start, end: clause.end });
    let bare = words.trim_start_matches(['、', ',', ':', '\n', '。']);
    let bare = bare.strip_prefix("其中").unwrap_or(bare);
    let bare = bare.strip_prefix("包括").unwrap_or(bare);
    Span { start: clause.end.saturating_sub(bare.chars().count()), end: clause.end }
}

fn what(words: &Words<'_>, setting: &Setting<'_>) -> What {
    if let Amount::Percent { .. } = words.number.amount {
        return What::Other(words.label.clone());
    }
    if let Amount::Money(_) = words.number.amount {
        let about = |text: &str| text.contains("信息处理费") || text.contains("处理费");
        let is_fee =
            about(&words.before) && ["收取", "收费", "处理费"].iter().any(|word| words.clause.contains(word));
        if is_fee {
            return What::HandlingFee;
        }
        let charge = charge(words, setting).filter(|_| !is_of_another_body(words, setting));
        return charge.map_or_else(|| What::Other(words.label.clone()), |key| What::Cells(vec![key]));
    }
    if is_intended(&words.clause) || is_of_another_body(words, setting) {
        return What::Other(words.label.clone());
    }
    if words.clause.contains("全文电子化") {
        return What::Measure(ELECTRONIC.to_owned());
    }
    let cells = requests::cells(words, setting)
        .or_else(|| disputes::cells(words, setting))
        .or_else(|| business(words, setting));
    if let Some(cells) = cells {
        return What::Cells(cells);
    }
    if is_published_total(words) {
        return What::Measure(PUBLISHED.to_owned());
    }
    What::Other(words.label.clone())
}

static PUBLISHED_TOTAL: Pattern = Pattern::new(
    r"主动公开(?:了)?(?:各类|各种)?(?:政府|政务)?(?:信息)?(?:总数|数量|数)?(?:共|共计|约|为|达)?$",
);

fn is_published_total(words: &Words<'_>) -> bool {
    let clause = words.clause.trim_end_matches(['共', '约']);
    matches!(words.number.unit.as_str(), "条" | "件" | "项")
        && !is_channel(clause)
        && !clause.contains("电子化")
        && is_whole_scope(clause)
        && PUBLISHED_TOTAL.is_match(clause)
}

/// `力争公开100条`: what is hoped for is no figure of the year.
fn is_intended(clause: &str) -> bool {
    ["力争", "争取", "计划公开", "计划主动公开", "下一步", "预计", "确保"]
        .iter()
        .any(|word| clause.contains(word))
}

/// `全县收到申请100件`, `县综合执法局作出行政处罚40件`: in a township's report these are others' figures. In a county's
/// report the table counts the whole county, and `县政府收到申请5件` a part of it.
fn is_of_another_body(words: &Words<'_>, setting: &Setting<'_>) -> bool {
    static ANOTHER: Pattern = Pattern::new(r"全[县市区州旗省]|[^我本]局|[县市区省](?:人民)?政府");
    static GOVERNMENT: Pattern = Pattern::new(r"[县市区州旗省](?:人民)?政府");
    let other = if setting.is_township { &ANOTHER } else { &GOVERNMENT };
    other.is_match(&words.clause)
}

static DECISIONS: Pattern =
    Pattern::new(r"(?:作出|做出|实施)(?:的)?(行政许可|行政处罚|行政强制)(?:决定|措施)?(?:共|共计)?$");
static ISSUED: Pattern = Pattern::new(r"(?:制定|制发|印发|出台)(?:了)?行政规范性文件(?:共|共计)?$");
static REPEALED: Pattern = Pattern::new(r"废止(?:了)?行政规范性文件(?:共|共计)?$");
static VALID: Pattern = Pattern::new(r"现行有效(?:的)?行政规范性文件(?:共|共计|为)?$");
static CHARGED: Pattern = Pattern::new(r"行政事业性收费(?:金额|收入)?(?:共|共计|为|合计)?$");

/// The charges of table 二, of which the form has the sum since F2021.
fn charge(words: &Words<'_>, setting: &Setting<'_>) -> Option<CellKey> {
    use law::report::{BusinessColumn, BusinessRow};
    let key = CellKey::Business(BusinessRow::Charge, BusinessColumn::AmountWan);
    let fits = CHARGED.is_match(&words.clause) && is_whole_scope(&words.before) && setting.form.has(key);
    fits.then_some(key)
}

/// Figures of table 二, where the words are those of its heading.
fn business(words: &Words<'_>, setting: &Setting<'_>) -> Option<Vec<CellKey>> {
    use law::report::{BusinessColumn, BusinessRow};
    let key = if let Some(found) = DECISIONS.captures(&words.clause) {
        let row = match found.get(1)?.as_str() {
            "行政许可" => BusinessRow::License,
            "行政处罚" => BusinessRow::Penalty,
            _ => BusinessRow::Coercion,
        };
        CellKey::Business(row, BusinessColumn::Decisions)
    } else {
        let columns = [
            (&ISSUED, BusinessColumn::Issued),
            (&REPEALED, BusinessColumn::Repealed),
            (&VALID, BusinessColumn::Valid),
        ];
        let counts_documents = ["件", "份", "部", "个", "项"].contains(&words.number.unit.as_str());
        let (_, column) =
            columns.iter().find(|(pattern, _)| counts_documents && pattern.is_match(&words.clause))?;
        CellKey::Business(BusinessRow::NormativeDocument, *column)
    };
    let is_of_the_year = !words.clause.contains("累计") || words.clause.contains("全年");
    (is_of_the_year && is_whole_scope(&words.before) && setting.form.has(key)).then(|| vec![key])
}

/// Words that narrow a statement to a part of the body, of the year or of the matter.
const NARROWING: [&str; 30] = [
    "其中",
    "网络",
    "网上",
    "信函",
    "邮寄",
    "邮件",
    "当面",
    "现场",
    "传真",
    "电子",
    "平台",
    "涉及",
    "关于",
    "部门",
    "本级",
    "办公室",
    "季度",
    "月份",
    "上半年",
    "下半年",
    "上年",
    "上一年",
    "去年",
    "往年",
    "村",
    "社区",
    "所属",
    "下属",
    "各县",
    "各乡",
];

/// Whether a statement speaks of the whole body and the whole year.
pub(crate) fn is_whole_scope(before: &str) -> bool {
    !NARROWING.iter().any(|word| before.contains(word)) && !MONTH.is_match(before)
}

/// Words that narrow a statement to a part of the year.
const PARTS_OF_YEAR: [&str; 5] = ["季度", "月份", "上半年", "下半年", "当月"];

/// Whether a statement speaks of the whole year.
pub(super) fn is_whole_year(before: &str) -> bool {
    !PARTS_OF_YEAR.iter().any(|word| before.contains(word)) && !MONTH.is_match(before)
}

/// `12月收到`, `截至11月底`: a part of the year. `12月31日` and `12月底` end the whole of it.
static MONTH: Pattern =
    Pattern::new(r"(?:^|\D)(?:(?:1[0-2]|[1-9])月(?:[^\d底末]|$)|(?:1[01]|[1-9])月[底末])");

static YEAR: Pattern = Pattern::new(r"(20\d\d)年");
static CUMULATIVE: Pattern = Pattern::new(r"历年|历次|以来|至今|截[至止]目前|目前[共已]|累计至|建[站网]");

fn scope(words: &Words<'_>, year: Option<i16>) -> Scope {
    if CUMULATIVE.is_match(&words.before) {
        return Scope::Cumulative;
    }
    let named: Vec<i16> =
        YEAR.all(&words.before).iter().filter_map(|found| found.get(1)?.as_str().parse().ok()).collect();
    let last = named.last().copied();
    match (last, year) {
        (Some(last), Some(year)) if last != year => Scope::OtherYear(last),
        (None, Some(year))
            if ["上年度", "去年", "上一年度"].iter().any(|word| words.clause.starts_with(word)) =>
        {
            Scope::OtherYear(year.saturating_sub(1))
        }
        _ => Scope::ReportYear,
    }
}
