//! I-NUM-1: what came in is what was concluded or carried on, also where only the prose says so (as K-T3-1).

use law::report::Severity;

use super::case::{Case, Outcome, Rule};
use super::entry::{Needs, RuleEntry};
use crate::text::{Passage, Pattern, Span};

pub(super) static RULE: Rule = Rule {
    entry: RuleEntry {
        id: "I-NUM-1",
        name: "正文的新收、结转、办结数相互平衡",
        basis: "年度报告式样的勾稽关系：第一项加第二项等于第三项加第四项",
        severity: Severity::Error,
        needs: Needs::Report,
    },
    on_forms: true,
    test,
};

static NEW: Pattern = Pattern::new(
    r"(?:新收到?|新受理|收到|受理|接到|收办|接收)[^。;,\d]{0,24}申请[^。;,\d]{0,8}?(\d+)(余|多)?件",
);
static CARRIED_IN: Pattern = Pattern::new(
    r"(?:上年度?|上一年度?|去年|20\d\d年)(?:结转|转结|转入|转至今年)[^。;,\d]{0,24}(\d+)(余|多)?件",
);
static DONE: Pattern = Pattern::new(r"(?:办结|办理完毕)[^。;,\d]{0,24}(\d+)(余|多)?件");
static CARRIED_OUT: Pattern =
    Pattern::new(r"(?:结转|转结|转)(?:至|到)?(?:下一?年度?|20\d\d年)[^。;,\d]{0,14}(\d+)(余|多)?件");
static ANY: Pattern = Pattern::new(r"\d件");

/// The results of table 三 as prose names them; their sum is the total only if all are there.
static RESULTS: [Pattern; 6] = [
    Pattern::new(r"(?:^|[^不])予以公开(?:的)?(\d+)(余|多)?件"),
    Pattern::new(r"部分公开(?:的)?(\d+)(余|多)?件"),
    Pattern::new(r"不予公开(?:的)?(\d+)(余|多)?件"),
    Pattern::new(r"无法提供(?:的)?(\d+)(余|多)?件"),
    Pattern::new(r"不予处理(?:的)?(\d+)(余|多)?件"),
    Pattern::new(r"其[他它]处理(?:的)?(\d+)(余|多)?件"),
];

fn test(case: &Case<'_>) -> Option<Vec<Outcome>> {
    let mut assessed = 0;
    let mut faults = Vec::new();
    for (_, passage) in case.passages() {
        for span in statements(passage) {
            let text = without_brackets(&passage.slice(span));
            if !text.contains("申请") || !text.contains('转') {
                continue;
            }
            let Some(flow) = Flow::read(&text) else { continue };
            assessed += 1;
            faults.extend(flow.fault().map(|(message, is_proven)| {
                let evidence = case.quote(passage, span);
                if is_proven {
                    Outcome::fail(message, evidence)
                } else {
                    Outcome::uncertain(message, evidence)
                }
            }));
        }
    }
    (assessed > 0).then_some(faults)
}

/// What stands in brackets says again or divides what stands before them.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let is_outside = |c: &char| match c {
        '(' => {
            depth += 1;
            false
        }
        ')' => {
            depth = depth.saturating_sub(1);
            false
        }
        _ => depth == 0,
    };
    // A bracket that is never closed would hide the rest.
    if text.matches('(').count() == text.matches(')').count() {
        text.chars().filter(is_outside).collect()
    } else {
        text.to_owned()
    }
}

/// Sentences, each with the 其中 that follows it.
fn statements(passage: &Passage) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut start = 0;
    let chars = passage.chars();
    let ends = chars.iter().enumerate().filter(|(_, c)| matches!(c, '。' | '\n')).map(|(at, _)| at);
    for end in ends.chain([chars.len()]) {
        let text = passage.slice(Span { start, end: end.min(start + 4) });
        match spans.last_mut() {
            Some(last) if text.starts_with("其中") => last.end = end,
            _ => spans.push(Span { start, end }),
        }
        start = end + 1;
    }
    spans
}

struct Flow {
    new: i64,
    carried_in: i64,
    done: i64,
    carried_out: i64,
    /// Nothing else is counted there, so that nothing else can explain a difference.
    is_plain: bool,
}

impl Flow {
    /// None unless each of the four stands there exactly once, and exactly.
    fn read(text: &str) -> Option<Self> {
        let (new, carried_in) = (single(&NEW, text)?, single(&CARRIED_IN, text)?);
        let carried_out = single(&CARRIED_OUT, text)?;
        let numbers = ANY.all(text).len();
        let results: Option<Vec<i64>> = RESULTS.iter().map(|pattern| single(pattern, text)).collect();
        let (done, expected) = match results {
            Some(results) => (results.into_iter().try_fold(0_i64, i64::checked_add)?, RESULTS.len() + 3),
            None => (single(&DONE, text)?, 4),
        };
        Some(Self { new, carried_in, done, carried_out, is_plain: numbers == expected })
    }

    fn fault(&self) -> Option<(String, bool)> {
        let went = self.done.checked_add(self.carried_out)?;
        let came = self.new.checked_add(self.carried_in)?;
        // 收到 may include what was carried in.
        if went == came || went == self.new {
            return None;
        }
        let message = format!(
            "正文说收到{}件、上年结转{}件，合计{came}件；办结{}件、结转下年度{}件，合计{went}件，两者应当相等。请核对。",
            self.new, self.carried_in, self.done, self.carried_out
        );
        Some((message, self.is_plain))
    }
}

fn single(pattern: &Pattern, text: &str) -> Option<i64> {
    let found = pattern.all(text);
    let [only] = found.as_slice() else { return None };
    if only.get(2).is_some() {
        return None;
    }
    only.get(1)?.as_str().parse().ok()
}
