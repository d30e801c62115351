//! I-NUM-5: a rise or fall is recomputed where the text gives both values.

use law::report::Severity;

use super::case::{Case, Match, Outcome, Rule};
use super::entry::{Needs, RuleEntry};
use crate::text::Pattern;

pub(super) static RULE: Rule = Rule {
    entry: RuleEntry {
        id: "I-NUM-5",
        name: "增长、下降的百分比和差额与所给的两个数相符",
        basis: "数据之间的逻辑关系",
        severity: Severity::Error,
        needs: Needs::Report,
    },
    on_forms: false,
    test,
};

/// `60条,比上年的50条增长20%`, `60件,较2023年50件增加10件`, `60起,同比2023年(50起)上升20%`.
static AGAINST: Pattern = Pattern::new(
    r"(\d+)(条|件|次|项|份|篇|期|个|起|宗),?(?:(?:同比)?(?:比|较)|同比)(?:20\d\d年度?|上年度?|上一年度?|去年)(?:同期)?的?\(?(\d+)(条|件|次|项|份|篇|期|个|起|宗)\)?,?(?:同比)?(增长|增加|上升|下降|减少|降低)了?(\d+)(?:\.(\d+))?(%|条|件|次|项|份|篇|期|个|起|宗)",
);
/// `由上年的50条增加到60条,增长20%`.
static FROM_TO: Pattern = Pattern::new(
    r"[由从](?:20\d\d年度?|上年度?|上一年度?|去年)?的?(\d+)(条|件|次|项|份|篇|期|个)(?:增长|增加|上升|提高|下降|减少|降低)[到至为](?:20\d\d年|今年|本年)?的?(\d+)(条|件|次|项|份|篇|期|个),?(?:同比)?(增长|增加|上升|下降|减少|降低)了?(\d+)(?:\.(\d+))?(%|条|件|次|项|份|篇|期|个)",
);
/// `60条,同比增加10条,增长20%`: the value of last year follows from the difference.
static DIFFERENCE: Pattern = Pattern::new(
    r"(\d+)(条|件|次|项|份|篇|期|个),?(?:同比|比上年|较上年|比去年|较去年)(增加|减少)了?(\d+)(条|件|次|项|份|篇|期|个),?(?:同比)?(增长|上升|下降|降低|增幅|降幅)了?(?:为|达)?(\d+)(?:\.(\d+))?(%)",
);

fn test(case: &Case<'_>) -> Option<Vec<Outcome>> {
    let mut read: Vec<(Match<'_>, Option<Rise>)> = Vec::new();
    for found in case.matches(&AGAINST) {
        let rise = Rise::of(&found, [1, 3, 2, 4, 5, 6]);
        read.push((found, rise));
    }
    for found in case.matches(&FROM_TO) {
        let rise = Rise::of(&found, [3, 1, 2, 4, 5, 6]);
        read.push((found, rise));
    }
    for found in case.matches(&DIFFERENCE) {
        let rise = Rise::of_difference(&found);
        read.push((found, rise));
    }
    let read: Vec<(Match<'_>, Rise)> =
        read.into_iter().filter_map(|(found, rise)| Some((found, rise?))).collect();
    let fault = |(found, rise): &(Match<'_>, Rise)| {
        let message = format!("“{}”不成立：{}。请改正。", found.written(), rise.fault()?);
        Some(Outcome::fail(message, case.quote_match(found)))
    };
    (!read.is_empty()).then(|| read.iter().filter_map(fault).collect())
}

/// Two values and the change that the text states between them.
struct Rise {
    now: i128,
    before: i128,
    is_fall: bool,
    /// The change without its point, and how many digits stand behind it.
    value: i128,
    decimals: u32,
    is_percent: bool,
}

impl Rise {
    /// From groups: now, before, the two units, the verb, the change (then decimals and its unit).
    fn of(found: &Match<'_>, groups: [usize; 6]) -> Option<Self> {
        let [now, before, unit, other_unit, verb, change] = groups;
        let unit = found.group(unit);
        let change_unit = found.group(change + 2);
        let fits = unit == found.group(other_unit) && (change_unit == "%" || change_unit == unit);
        let rise = Self::new(found, (now, before), verb, change)?;
        // A number behind another digit is cut off: `1,260条`.
        (fits && rise.before > 0 && !is_cut(found)).then_some(rise)
    }

    fn of_difference(found: &Match<'_>) -> Option<Self> {
        let (now, difference) = (number(found.group(1))?, number(found.group(4))?);
        let before = if found.group(3) == "减少" { now + difference } else { now - difference };
        let rise = Self { now, before, ..Self::new(found, (1, 4), 6, 7)? };
        (found.group(2) == found.group(5) && before > 0 && !is_cut(found)).then_some(rise)
    }

    fn new(found: &Match<'_>, (now, before): (usize, usize), verb: usize, change: usize) -> Option<Self> {
        let decimals = found.group(change + 1);
        Some(Self {
            now: number(found.group(now))?,
            before: number(found.group(before))?,
            is_fall: ["下降", "减少", "降低", "降幅"].contains(&found.group(verb)),
            value: number(&format!("{}{decimals}", found.group(change)))?,
            decimals: u32::try_from(decimals.len()).ok().filter(|digits| *digits <= 6)?,
            is_percent: found.group(change + 2) == "%",
        })
    }

    /// What the numbers give instead, if it is not what is written: rounded or cut off at the last digit.
    fn fault(&self) -> Option<String> {
        let change = if self.is_fall { self.before - self.now } else { self.now - self.before };
        if !self.is_percent {
            let is_right = self.decimals > 0 || change == self.value;
            return (!is_right).then(|| format!("{}与{}相差{}", self.now, self.before, change.abs()));
        }
        let scale = 100 * 10_i128.pow(self.decimals);
        let is_right = (change * scale - self.value * self.before).abs() < self.before;
        let word = if self.now < self.before { "下降" } else { "增长" };
        let thousandths = (self.now - self.before).abs() * 100_000 / self.before;
        (!is_right).then(|| {
            format!(
                "从{}到{}是{word}{}.{:03}%",
                self.before,
                self.now,
                thousandths / 1000,
                thousandths % 1000
            )
        })
    }
}

/// A number that can be multiplied by another one.
fn number(digits: &str) -> Option<i128> {
    let number: i64 = digits.parse().ok()?;
    Some(i128::from(number))
}

/// Whether the first number is the end of a longer one, or one that may be rough.
fn is_cut(found: &Match<'_>) -> bool {
    let before = found.before();
    before.ends_with(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.'))
        && !before.ends_with("条,")
        && !before.ends_with("件,")
        || ["约", "近", "超", "超过", "逾"].iter().any(|word| before.ends_with(word))
}
