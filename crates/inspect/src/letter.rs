//! A letter of comments to the body that reports: the findings a person confirmed, each with its quotation and what to
//! do, as a draft that is read and signed by people.

use law::Date;
use law::report::Verdict;
use serde::Serialize;

use crate::checked::{Evidence, Finding};

/// Who writes to whom about which report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Correspondence<'a> {
    /// The body that reports.
    pub agency: &'a str,
    /// The year reported on.
    pub year: Option<i16>,
    /// The office that comments; without one the draft leaves the place open.
    pub sender: Option<&'a str>,
    /// The day of the letter; without one the draft leaves the place open.
    pub on: Option<Date>,
    /// By when an answer is asked for.
    pub answer_by: Option<Date>,
}

/// What a paragraph is, so that page and paper can set it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ParagraphKind {
    /// The body addressed, at the margin.
    Address,
    /// Running text.
    Text,
    /// The heading of a group of comments.
    Heading,
    /// A comment.
    Comment,
    /// The words of the report on which a comment rests.
    Quotation,
    /// Who signs and when, to the right.
    Signature,
}

/// A paragraph without indent or line end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Paragraph {
    /// How it is set.
    pub kind: ParagraphKind,
    /// Its words.
    pub text: String,
}

/// A drafted letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Letter {
    /// `关于示例镇人民政府2025年政府信息公开工作年度报告的核对意见`.
    pub title: String,
    /// Everything below the title.
    pub paragraphs: Vec<Paragraph>,
}

/// The place that a draft leaves open for its day.
const OPEN_DAY: &str = "（日期）";
/// Quotations of one comment.
const QUOTED: usize = 4;

/// Drafts the letter. `FAIL` is asked to be put right, `UNCERTAIN` to be looked up; other findings are left out.
/// The caller leaves out what a person dismissed.
#[must_use]
pub fn letter<'f>(findings: impl IntoIterator<Item = &'f Finding>, about: &Correspondence<'_>) -> Letter {
    let mut findings: Vec<&Finding> = findings.into_iter().collect();
    findings.sort_by_key(|finding| finding.gravity());
    let of = |verdict| findings.iter().filter(|finding| finding.verdict == verdict).copied().collect();
    let (wrong, doubtful): (Vec<&Finding>, Vec<&Finding>) = (of(Verdict::Fail), of(Verdict::Uncertain));
    let report = match about.year {
        Some(year) => format!("{year}年政府信息公开工作年度报告"),
        None => "政府信息公开工作年度报告".to_owned(),
    };
    let mut draft = Draft::default();
    draft.put(ParagraphKind::Address, format!("{}：", about.agency));
    if wrong.is_empty() && doubtful.is_empty() {
        draft.put(ParagraphKind::Text, format!("你单位报送的{report}收悉。经核对，没有发现需要修改的问题。"));
    } else {
        draft.put(
            ParagraphKind::Text,
            format!("你单位报送的{report}收悉。经核对，有以下意见，请研究办理。括号内是报告中的位置，引文照录原文。"),
        );
        let groups = [(&wrong, "需要改正的问题"), (&doubtful, "请核对的问题")];
        let groups = groups.into_iter().filter(|(group, _)| !group.is_empty());
        for ((group, heading), numeral) in groups.zip(["一", "二"]) {
            draft.put(ParagraphKind::Heading, format!("{numeral}、{heading}（{}项）", group.len()));
            draft.comments(group);
        }
        draft.put(ParagraphKind::Text, closing(about, !wrong.is_empty(), !doubtful.is_empty()));
    }
    draft.put(
        ParagraphKind::Text,
        "本意见由核对程序根据报告文字起草，经人工确认后发出。如有不同看法，请与我们联系。",
    );
    draft.put(ParagraphKind::Signature, about.sender.unwrap_or("（落款单位）"));
    draft.put(ParagraphKind::Signature, about.on.map_or_else(|| OPEN_DAY.to_owned(), day));
    Letter { title: format!("关于{}{report}的核对意见", about.agency), paragraphs: draft.paragraphs }
}

fn closing(about: &Correspondence<'_>, has_wrong: bool, has_doubtful: bool) -> String {
    let acts = match (has_wrong, has_doubtful) {
        (true, true) => {
            "对需要改正的问题，请逐项改正；对请核对的问题，请对照台账和原件核对，确有依据的说明理由即可。"
        }
        (true, false) => "请逐项改正。",
        (false, _) => "请对照台账和原件核对，确有依据的说明理由即可。",
    };
    let by = about.answer_by.map_or_else(String::new, |by| format!("于{}前", day(by)));
    format!("{acts}请{by}将修改后的报告和核对情况反馈我们；已经公布的，请同时更正公布的文本。")
}

/// `2026年1月31日`.
fn day(date: Date) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

#[derive(Default)]
struct Draft {
    paragraphs: Vec<Paragraph>,
}

impl Draft {
    fn put(&mut self, kind: ParagraphKind, text: impl Into<String>) {
        self.paragraphs.push(Paragraph { kind, text: text.into() });
    }

    fn comments(&mut self, findings: &[&Finding]) {
        for (number, finding) in findings.iter().enumerate() {
            let message = finding.message.trim_end_matches('。');
            self.put(ParagraphKind::Comment, format!("{}．{message}。", number + 1));
            for evidence in finding.evidence.iter().filter(|evidence| has_words(evidence)).take(QUOTED) {
                self.put(ParagraphKind::Quotation, quotation(evidence));
            }
        }
    }
}

/// A figure of a table alone tells the reader nothing: the comment names its row and column.
fn has_words(evidence: &Evidence) -> bool {
    evidence.text.chars().any(|sign| !sign.is_ascii() && sign.is_alphabetic())
}

fn quotation(evidence: &Evidence) -> String {
    let file = evidence.file.as_ref().map_or_else(String::new, |file| format!("{file}，"));
    let place = match (&evidence.address, evidence.place.page) {
        (Some(address), _) => address.clone(),
        (None, Some(page)) => format!("第{page}页第{}行", evidence.place.line),
        (None, None) => format!("第{}行", evidence.place.line),
    };
    // The cells of a row stand between bars, so that an empty one is seen.
    format!("（{file}{place}）{}", evidence.text.trim().replace('\t', " | "))
}

/// The longest heading of a group, and the longest name of whoever signs, in characters.
const SHORT: usize = 30;

impl Letter {
    /// A letter that people went on writing, a paragraph a line: what each paragraph is, is seen from how it begins and
    /// where it stands. A draft comes back as it was.
    #[must_use]
    pub fn of_words(title: &str, words: &str) -> Self {
        let lines: Vec<&str> = words.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let signed_from = signed_from(&lines);
        let mut paragraphs: Vec<Paragraph> = Vec::new();
        for (number, line) in lines.iter().enumerate() {
            let before = paragraphs.last().map(|paragraph| paragraph.kind);
            let kind = if number >= signed_from {
                ParagraphKind::Signature
            } else if number == 0 && line.ends_with('：') {
                ParagraphKind::Address
            } else {
                kind_of(line, before)
            };
            paragraphs.push(Paragraph { kind, text: (*line).to_owned() });
        }
        Self { title: title.trim().to_owned(), paragraphs }
    }

    /// The letter as plain text: paragraphs set in by two characters, as Chinese letters are.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = format!("{}\n\n", self.title);
        for paragraph in &self.paragraphs {
            let indent = match paragraph.kind {
                ParagraphKind::Address => "",
                ParagraphKind::Text | ParagraphKind::Heading | ParagraphKind::Comment => "　　",
                ParagraphKind::Quotation => "　　　　",
                ParagraphKind::Signature => "　　　　　　　　　　　　",
            };
            text.push_str(&format!("{indent}{}\n", paragraph.text));
        }
        text
    }
}

/// Where the signature begins: at the last line, if that is a day, or at the name above it.
fn signed_from(lines: &[&str]) -> usize {
    let Some((last, above)) = lines.split_last() else { return 0 };
    if !is_day(last) {
        return lines.len();
    }
    let is_name = |line: &&&str| {
        line.chars().count() <= SHORT
            && !line.ends_with(['。', '：', '；'])
            && kind_of(line, None) == ParagraphKind::Text
    };
    lines.len() - if above.last().filter(is_name).is_some() { 2 } else { 1 }
}

/// `2026年1月31日`, or the place left open for it.
fn is_day(line: &str) -> bool {
    let is_number = |part: &str| !part.is_empty() && part.chars().all(|sign| sign.is_ascii_digit());
    let number = |rest: &str, unit: char| {
        rest.split_once(unit).filter(|(part, _)| is_number(part)).map(|(_, rest)| rest.to_owned())
    };
    let is_date =
        number(line, '年').and_then(|rest| number(&rest, '月')).and_then(|rest| number(&rest, '日'));
    line == OPEN_DAY || is_date.is_some_and(|rest| rest.is_empty())
}

fn kind_of(line: &str, before: Option<ParagraphKind>) -> ParagraphKind {
    let begins = |end: char, signs: fn(char) -> bool| {
        line.split_once(end).is_some_and(|(head, _)| !head.is_empty() && head.chars().all(signs))
    };
    let is_numeral = |sign: char| "一二三四五六七八九十".contains(sign);
    let follows_comment = matches!(before, Some(ParagraphKind::Comment | ParagraphKind::Quotation));
    let opens_with_numeral = line.strip_prefix('（').is_some_and(|rest| {
        rest.split_once('）').is_some_and(|(head, _)| !head.is_empty() && head.chars().all(is_numeral))
    });
    if begins('、', is_numeral) && line.chars().count() <= SHORT && !line.ends_with('。') {
        ParagraphKind::Heading
    } else if begins('．', |sign| sign.is_ascii_digit()) {
        ParagraphKind::Comment
    } else if follows_comment && line.starts_with('（') && !opens_with_numeral {
        ParagraphKind::Quotation
    } else {
        ParagraphKind::Text
    }
}

#[cfg(test)]
mod tests {
    use law::report::Severity;

    use super::*;
    use crate::document::Place;

    const ABOUT: Correspondence<'_> = Correspondence {
        agency: "示例镇人民政府",
        year: Some(2025),
        sender: Some("示例县政府信息公开办公室"),
        on: Some(Date::constant(2026, 2, 3)),
        answer_by: Some(Date::constant(2026, 2, 10)),
    };

    fn finding(verdict: Verdict, message: &str) -> Finding {
        let place = Place { line: 3, page: Some(1), cell: None };
        let evidence = Evidence { place, text: "甲\t\t0".to_owned(), address: None, file: None };
        let severity = Severity::Error;
        Finding { rule: "K-T3-1", verdict, severity, message: message.to_owned(), evidence: vec![evidence] }
    }

    #[test]
    fn what_is_wrong_comes_before_what_is_doubtful_and_what_holds_is_left_out() {
        let findings = [
            finding(Verdict::Pass, "相符。"),
            finding(Verdict::Uncertain, "存疑的事。"),
            finding(Verdict::Fail, "不符的事。"),
        ];
        let text = letter(&findings, &ABOUT).to_text();
        let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words}: {text}"));
        assert!(place("一、需要改正的问题（1项）") < place("1．不符的事。"));
        assert!(place("1．不符的事。") < place("（第1页第3行）甲 |  | 0"));
        assert!(place("不符的事") < place("二、请核对的问题（1项）"));
        assert!(place("请于2026年2月10日前将修改后的报告") < place("示例县政府信息公开办公室"));
        assert!(text.ends_with("2026年2月3日\n") && !text.contains("相符。"), "{text}");
    }

    #[test]
    fn a_draft_that_was_kept_as_words_comes_back_as_it_was() {
        let findings = [
            finding(Verdict::Uncertain, "存疑的事。"),
            finding(Verdict::Fail, "不符的事。"),
            finding(Verdict::Fail, "另一件不符的事。"),
        ];
        let open = Correspondence { sender: None, on: None, answer_by: None, ..ABOUT };
        for (findings, about) in [(&findings[..], &ABOUT), (&findings[..], &open), (&[], &ABOUT)] {
            let drafted = letter(findings, about);
            let words: Vec<&str> =
                drafted.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
            assert_eq!(Letter::of_words(&drafted.title, &words.join("\r\n\n　　")), drafted);
        }
    }

    #[test]
    fn a_letter_of_ones_own_words_is_text_unless_it_is_seen_to_be_more() {
        let kinds = |words: &str| -> Vec<ParagraphKind> {
            Letter::of_words("意见", words).paragraphs.iter().map(|paragraph| paragraph.kind).collect()
        };
        use ParagraphKind::{Address, Comment, Quotation, Signature, Text};
        assert_eq!(kinds("你镇报告已阅。\n（一）没有问题。"), [Text, Text]);
        assert_eq!(
            kinds("甲镇：\n1．总数不符。\n（第3行）十条\n（二）另外"),
            [Address, Comment, Quotation, Text]
        );
        assert_eq!(kinds("没有问题。\n2026年2月3日"), [Text, Signature]);
        assert_eq!(kinds("没有问题。\n县政府办\n2026年2月3日"), [Text, Signature, Signature]);
        assert_eq!(kinds("请在2026年2月3日"), [Text]);
        assert_eq!(kinds(""), []);
    }

    #[test]
    fn figures_without_words_are_not_quoted() {
        let mut bare = finding(Verdict::Fail, "两者应当相等。");
        bare.evidence[0].text = " 12 ".to_owned();
        assert!(!letter(&[bare], &ABOUT).to_text().contains("（第1页第3行）"));
    }

    #[test]
    fn a_report_without_comments_is_told_so() {
        let text = letter(&[], &ABOUT).to_text();
        assert!(text.contains("没有发现需要修改的问题") && !text.contains("一、"), "{text}");
    }
}
