//! G10, the rhythm of publishing: 52 weeks in four rows of thirteen, each with its number, and every stretch of more
//! than two weeks without anything new outlined, since an inspection would find a column that is not kept up.

use std::collections::BTreeMap;

use askama::Template;
use jiff::civil::Date;
use jiff::{Span, ToSpan as _};

use super::contract::{Markup, Narrow, Picture};

/// Weeks shown, and in a row; a phone has the last twelve.
const WEEKS: usize = 52;
const A_ROW: usize = 13;
const NARROW_WEEKS: usize = 12;
/// More days than these between two releases are a gap.
const GAP_DAYS: i32 = 14;

/// A week from Monday.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Week {
    monday: Date,
    count: i64,
    is_gap: bool,
}

/// Days without anything new, both ends excluded.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Gap {
    after: Date,
    until: Date,
    days: i32,
}

#[derive(Template)]
#[template(path = "picture/rhythm.html")]
struct Grid<'w> {
    caption: &'w str,
    rows: Vec<&'w [Week]>,
}

#[derive(Template)]
#[template(path = "picture/rhythm_list.html")]
struct Last<'w> {
    weeks: &'w [Week],
}

/// The picture of the 52 weeks that end with this one. `released` has the number of every day on which something
/// was published, reaching back at least as far; earlier days are known for the gap they end.
pub(crate) fn rhythm(released: &BTreeMap<Date, i64>, today: Date) -> Result<Picture, askama::Error> {
    let gaps = gaps(released, today);
    let weeks = weeks(released, &gaps, today);
    let first = weeks.first().map_or(today, |week| week.monday);
    let gaps: Vec<Gap> = gaps.into_iter().filter(|gap| gap.until > first).collect();
    let caption = "近 52 周每周发布的条数".to_owned();
    let last = weeks.get(weeks.len().saturating_sub(NARROW_WEEKS)..).unwrap_or_default();
    let grid = Grid { caption: &caption, rows: weeks.chunks(A_ROW).collect() };
    Ok(Picture {
        id: "rhythm",
        sentence: sentence(&weeks, &gaps, today),
        drawing: Markup::of(&grid)?,
        narrow: Narrow::Instead(Markup::of(&Last { weeks: last })?),
        numbers: None,
        caption,
    })
}

fn weeks(released: &BTreeMap<Date, i64>, gaps: &[Gap], today: Date) -> Vec<Week> {
    let back = i64::from(today.weekday().to_monday_zero_offset());
    let this_monday = before(today, Span::new().days(back));
    let number = i64::try_from(WEEKS).unwrap_or_default();
    let week = |ago: i64| {
        let monday = before(this_monday, (ago * 7).days());
        let next = monday.checked_add(7.days()).unwrap_or(Date::MAX);
        let is_gap = |gap: &Gap| gap.after < monday && monday < gap.until;
        let count = released.range(monday..next).map(|(_, count)| count).sum();
        Week { monday, count, is_gap: count == 0 && gaps.iter().any(is_gap) }
    };
    (0..number).rev().map(week).collect()
}

fn before(day: Date, span: Span) -> Date {
    day.checked_sub(span).unwrap_or(Date::MIN)
}

/// The gaps between releases, and from the last one to today. What was before the first is not known.
fn gaps(released: &BTreeMap<Date, i64>, today: Date) -> Vec<Gap> {
    let days: Vec<Date> =
        released.keys().copied().filter(|day| *day <= today).chain(std::iter::once(today)).collect();
    let gap = |(after, until): (&Date, &Date)| {
        let days = after.until(*until).map_or(0, |span| span.get_days());
        (days > GAP_DAYS).then_some(Gap { after: *after, until: *until, days })
    };
    days.iter().zip(days.iter().skip(1)).filter_map(gap).collect()
}

fn sentence(weeks: &[Week], gaps: &[Gap], today: Date) -> String {
    let total: i64 = weeks.iter().map(|week| week.count).sum();
    if total == 0 {
        return "近 52 周没有发布过信息。".to_owned();
    }
    let busy = weeks.iter().filter(|week| week.count > 0).count();
    let said = match gaps.iter().max_by_key(|gap| gap.days) {
        None => "没有超过两周的间断".to_owned(),
        Some(longest) => {
            let until = if longest.until == today { "今天".to_owned() } else { longest.until.to_string() };
            let (number, days) = (gaps.len(), longest.days);
            format!(
                "超过两周没有新信息的有 {number} 段（红框），最长的从 {} 到{until}，{days} 天",
                longest.after
            )
        }
    };
    format!("近 52 周发布 {total} 条，{busy} 周有新信息；{said}。")
}

impl Week {
    /// The step of the ramp: quantity, never good or bad.
    const fn class(&self) -> &'static str {
        match (self.is_gap, self.count) {
            (true, _) => "q0 gap",
            (false, i64::MIN..=0) => "q0",
            (false, 1) => "q1",
            (false, 2..=3) => "q2",
            (false, 4..=7) => "q3",
            (false, _) => "q4",
        }
    }

    /// `3月2日`.
    fn start(&self) -> String {
        format!("{}月{}日", self.monday.month(), self.monday.day())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::holds::assert_holds;
    use super::*;

    #[test]
    fn weeks_are_counted_and_long_gaps_outlined() {
        let days = [
            (date(2020, 10, 5), 3),
            (date(2020, 10, 12), 1),
            (date(2020, 12, 1), 9),
            (date(2020, 12, 31), 1),
        ];
        let picture = rhythm(&BTreeMap::from(days), date(2021, 1, 5)).unwrap();
        assert_holds(&picture);
        assert_eq!(
            picture.sentence,
            "近 52 周发布 14 条，4 周有新信息；超过两周没有新信息的有 2 段（红框），最长的从 2020-10-12 到2020-12-01，50 天。"
        );
        let html = picture.drawing.as_str();
        assert_eq!(html.matches("<td").count(), 52);
        assert_eq!(html.matches("q0 gap").count(), 6 + 3, "whole weeks without anything");
    }

    #[test]
    fn a_column_without_anything_says_so_and_blames_no_week_before_its_first() {
        let picture = rhythm(&BTreeMap::new(), date(2021, 1, 5)).unwrap();
        assert_holds(&picture);
        assert!(picture.sentence.contains("没有发布过") && !picture.to_string().contains("gap"));
    }
}
