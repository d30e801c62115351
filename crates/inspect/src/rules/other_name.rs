//! I-BODY-2: where the reporting township or bureau should stand, no other one does.

use law::report::{Level, Severity};

use super::case::{Case, Match, Outcome, Rule};
use super::entry::{Needs, RuleEntry};
use crate::text::{Pattern, Span};

pub(super) static RULE: Rule = Rule {
    entry: RuleEntry {
        id: "I-BODY-2",
        name: "叙述的主语是报告机关自己",
        basis: "报告只反映本机关的情况",
        severity: Severity::Warning,
        needs: Needs::Report,
    },
    on_forms: false,
    test,
};

/// `2024年,东山镇共主动公开…`, `《东山镇2024年政府信息公开工作年度报告》`.
static SUBJECT: Pattern = Pattern::new(
    r"(?:^|[。,;:\n《])(?:20\d\d年度?,?)?(\p{Han}{1,14}?(?:镇|乡|街道|局))(?:人民政府|政府|办事处)?(?:20\d\d年度?,?)?(?:共|累计|全年|主动公开|收到|未收到|没有收到|受理|政府信息公开工作年度报告|政府信息公开年度报告)",
);
/// `2024年水利部政府信息公开工作坚持…`: the words of a ministry or a department of the province, taken over whole.
static HIGHER_RANK: Pattern = Pattern::new(
    r"(?:^|[。;\n])(?:20\d\d年度?,?)?(\p{Han}{1,8}?(?:[^干全各本门]部|省\p{Han}{1,8}厅))(?:政府|政务)?信息公开工作[,以坚认紧围按严深贯全]",
);
/// Words that begin no name.
const NO_NAMES: [&str; 14] =
    ["我", "本", "全", "各", "该", "乡", "城", "两", "指导", "组织", "督促", "有关", "区县", "所辖"];

fn test(case: &Case<'_>) -> Option<Vec<Outcome>> {
    let agency = case.understood.agency.as_deref()?;
    let is_bureau = agency.ends_with('局');
    if case.understood.level != Level::Township && !is_bureau {
        return None;
    }
    let found = case.matches(&SUBJECT);
    let ranks = case.matches(&HIGHER_RANK);
    if found.is_empty() && ranks.is_empty() {
        return None;
    }
    let is_other = |found: &&Match<'_>| {
        let name = without_verb(found.group(1));
        name.ends_with('局') == is_bureau
            && !name.contains(['我', '本'])
            && !NO_NAMES.iter().any(|word| name.starts_with(word))
            && !is_same(name, agency)
    };
    let fault = found.iter().find(is_other).map(|found| {
        let message = format!(
            "报告机关是“{agency}”，这里的主语却是“{}”。请核对是否抄自别处。",
            without_verb(found.group(1))
        );
        Outcome::uncertain(message, case.quote_match(found))
    });
    let higher = ranks.iter().find(|found| !agency.contains(found.group(1)));
    let higher = higher.map(|found| {
        let message =
            format!("报告机关是“{agency}”，这里的主语却是上级机关“{}”。请核对是否抄自别处。", found.group(1));
        // The mark before the sentence stands on the line above.
        let is_mark =
            found.passage.chars().get(found.span.start).is_some_and(|c| matches!(c, '。' | ';' | '\n'));
        let span = Span { start: found.span.start + usize::from(is_mark), end: found.span.end };
        Outcome::uncertain(message, case.quote(found.passage, span))
    });
    Some(fault.into_iter().chain(higher).collect())
}

/// `编制甲县教育局2024年…报告`: the verb before a name is no part of it.
fn without_verb(name: &str) -> &str {
    const VERBS: [&str; 12] = [
        "现公布",
        "现公开",
        "特公布",
        "现发布",
        "现将",
        "编制了",
        "编制",
        "公布",
        "发布",
        "汇总",
        "由",
        "将",
    ];
    VERBS.iter().find_map(|verb| name.strip_prefix(verb)).unwrap_or(name)
}

/// The last characters of a township's name, its kind included.
const TAIL: usize = 3;

/// Whether a name, perhaps with its county before it, names the body.
fn is_same(name: &str, agency: &str) -> bool {
    if agency.ends_with('局') {
        return shares_a_word(name, agency);
    }
    let place = agency.trim_end_matches("人民政府").trim_end_matches("政府").trim_end_matches("办事处");
    let kind = if name.ends_with("街道") { 1 } else { 0 };
    let tail = |text: &str| {
        let chars: Vec<char> = text.chars().collect();
        chars.iter().skip(chars.len().saturating_sub(TAIL + kind)).collect::<String>()
    };
    agency.contains(&tail(name))
        || name.contains(&tail(place))
        || place.ends_with(name)
        || name.ends_with(place)
}

/// Bureaus are called by parts of their names: 自然资源局 for 自然资源和规划局.
fn shares_a_word(name: &str, agency: &str) -> bool {
    let trade = |c: &char| !matches!(c, '局' | '市' | '县' | '区' | '省' | '州' | '旗');
    let chars: Vec<char> = name.chars().filter(trade).collect();
    let is_pair_of = |pair: &[char]| agency.contains(&pair.iter().collect::<String>());
    chars.len() < 2 || chars.windows(2).any(is_pair_of) || is_short_for(&chars, agency)
}

/// `教科局` for 教育和科学技术局: the last signs stand in the name, in this order.
fn is_short_for(chars: &[char], agency: &str) -> bool {
    let mut rest = agency.chars();
    chars.iter().skip(chars.len().saturating_sub(2)).all(|sign| rest.any(|each| each == *sign))
}
