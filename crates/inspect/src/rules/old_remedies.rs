//! I-LAW-2: periods, conditions and remedies of rules that no longer hold. Always a hint: a body may promise more than
//! the law, and a text may speak of old cases.

use law::report::Severity;

use super::case::{Case, Outcome, Rule};
use super::entry::{Needs, RuleEntry};
use crate::text::Pattern;

pub(super) static RULE: Rule = Rule {
    entry: RuleEntry {
        id: "I-LAW-2",
        name: "期限、条件和救济途径按现行规定表述",
        basis: "《条例》第三十三条；《行政诉讼法》第四十六条；《行政复议法》第二十三条",
        severity: Severity::Warning,
        needs: Needs::Report,
    },
    on_forms: true,
    test,
};

/// A wording, the first report year in which it is out of date, what holds instead, and words that excuse it.
struct Old {
    wording: &'static Pattern,
    since: i16,
    now: &'static str,
    excuses: &'static [&'static str],
}

static THREE_MONTHS: Pattern = Pattern::new(r"(?:三|3)个月内[^。;\n]{0,16}(?:提起诉讼|起诉|人民法院)");
static EITHER: Pattern = Pattern::new(
    r"(?:60|六十)日内[^。;\n]{0,24}行政复议[^。;\n]{0,12}或者?[^。;\n]{0,12}(?:6|六)个月内[^。;\n]{0,20}诉讼",
);
static OWN_NEEDS: Pattern = Pattern::new(r"(?:生产、生活、科研|生产、生活和科研)等?(?:的)?特殊需要");
static FIFTEEN_DAYS: Pattern = Pattern::new(r"(?:15|十五)个工作日(?:内|之内)[^。;,\n]{0,10}答复");

static OLD: [Old; 4] = [
    Old {
        wording: &THREE_MONTHS,
        since: 2016,
        now: "直接提起行政诉讼的期限是六个月",
        excuses: &["复议机关"],
    },
    Old {
        wording: &EITHER,
        since: 2024,
        now: "2024年起，对不予公开的决定应当先申请行政复议，对复议决定不服再起诉",
        excuses: &[],
    },
    Old {
        wording: &OWN_NEEDS,
        since: 2020,
        now: "现行条例不再要求申请人说明需要",
        excuses: &["修订前", "取消", "删除"],
    },
    Old {
        wording: &FIFTEEN_DAYS,
        since: 2020,
        now: "现行条例规定的答复期限是20个工作日",
        excuses: &["第三方", "征求", "征询", "意见", "提前", "压缩", "缩短"],
    },
];

fn test(case: &Case<'_>) -> Option<Vec<Outcome>> {
    let year = case.year()?;
    let faults = OLD.iter().filter(|old| year >= old.since).filter_map(|old| {
        let found = case.matches(old.wording);
        let found = found.iter().find(|found| {
            let sentence = found.sentence();
            !old.excuses.iter().any(|word| sentence.contains(word))
        })?;
        let message = format!("“{}”是旧规定的说法：{}。请核对。", found.written(), old.now);
        Some(Outcome::uncertain(message, case.quote_match(found)))
    });
    case.has_words().then(|| faults.collect())
}
