//! I-TIME-1: every date is a day of the calendar.

use law::report::Severity;

use super::case::{Case, Match, Outcome, Rule};
use super::entry::{Needs, RuleEntry};
use crate::text::Pattern;

pub(super) static RULE: Rule = Rule {
    entry: RuleEntry {
        id: "I-TIME-1",
        name: "日期在日历上存在",
        basis: "公历",
        severity: Severity::Error,
        needs: Needs::Report,
    },
    on_forms: false,
    test,
};

static DATE: Pattern = Pattern::new(r"(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日");

fn test(case: &Case<'_>) -> Option<Vec<Outcome>> {
    let dates = case.matches(&DATE);
    if dates.is_empty() {
        return None;
    }
    let fault = |found: &Match<'_>| {
        let year: Option<i32> = found.group(1).parse().ok();
        let (month, day): (u32, u32) = (found.group(2).parse().ok()?, found.group(3).parse().ok()?);
        let is_torn = year.is_none() && found.before().ends_with(|c: char| c.is_ascii_digit() || c == ' ');
        let is_good = (1..=days(year, month)).contains(&day);
        (!is_good && !is_torn).then(|| {
            let message = format!("没有“{}”这一天。请改正。", found.written());
            Outcome::fail(message, case.quote_clause(found))
        })
    };
    Some(dates.iter().filter_map(fault).collect())
}

/// How many days a month has; February has 29 where no year is named.
fn days(year: Option<i32>, month: u32) -> u32 {
    let is_leap = year.is_none_or(|year| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        _ => 0,
    }
}
