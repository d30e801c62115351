//! G1, the deadline calendar: a month as a table of weeks, each day with what falls due on it; a list of those days
//! where the table is too narrow. Which days are worked is the calendar's answer, never the weekday's.

use askama::Template;
use jiff::civil::Date;
use law::calendar::DayKind;

use super::contract::{Markup, Narrow, Picture};
use crate::day;

/// How many days the sentence names.
const NAMED: usize = 5;

/// A day of the month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MonthDay {
    pub(crate) date: Date,
    /// `None` where no notice arranges the year.
    pub(crate) kind: Option<DayKind>,
    /// The holiday that the day belongs to or is worked for.
    pub(crate) name: Option<String>,
    pub(crate) due: Vec<DueMark>,
}

/// Things of one kind that fall due on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DueMark {
    /// `答复`.
    pub(crate) word: &'static str,
    pub(crate) count: usize,
    /// Colour of a tag.
    pub(crate) class: &'static str,
    /// Where they are listed.
    pub(crate) href: String,
}

#[derive(Template)]
#[template(path = "picture/month.html")]
struct Grid<'d> {
    title: String,
    weeks: Vec<Vec<Option<&'d MonthDay>>>,
    today: Date,
}

#[derive(Template)]
#[template(path = "picture/agenda.html")]
struct Agenda<'d> {
    days: Vec<&'d MonthDay>,
    today: Date,
}

/// The picture of a month; `days` are all its days in order.
pub(crate) fn month(days: &[MonthDay], today: Date) -> Result<Picture, askama::Error> {
    let title = days
        .first()
        .map_or_else(String::new, |day| format!("{}年{}月的期限", day.date.year(), day.date.month()));
    let grid = Grid { title: title.clone(), weeks: weeks(days), today };
    let busy = days.iter().filter(|day| !day.due.is_empty() || day.date == today).collect();
    let agenda = Agenda { days: busy, today };
    Ok(Picture {
        id: "month",
        caption: title,
        sentence: sentence(days),
        drawing: Markup::of(&grid)?,
        narrow: Narrow::Instead(Markup::of(&agenda)?),
        numbers: None,
    })
}

/// Weeks from Monday to Sunday; days of other months are left empty.
fn weeks(days: &[MonthDay]) -> Vec<Vec<Option<&MonthDay>>> {
    let before = days.first().map_or(0, |day| day.date.weekday().to_monday_zero_offset());
    let before = usize::try_from(before).unwrap_or_default();
    let mut cells: Vec<Option<&MonthDay>> =
        std::iter::repeat_n(None, before).chain(days.iter().map(Some)).collect();
    cells.resize(cells.len().next_multiple_of(7), None);
    cells.chunks(7).map(<[_]>::to_vec).collect()
}

fn sentence(days: &[MonthDay]) -> String {
    let total: usize = days.iter().flat_map(|day| &day.due).map(|due| due.count).sum();
    let busy: Vec<&MonthDay> = days.iter().filter(|day| !day.due.is_empty()).collect();
    let tell = |day: &&MonthDay| {
        let of: Vec<String> = day.due.iter().map(|due| format!("{} {} 件", due.word, due.count)).collect();
        format!("{}日 {}", day.date.day(), of.join("、"))
    };
    let named: Vec<String> = busy.iter().take(NAMED).map(tell).collect();
    let more = if busy.len() > NAMED { "等" } else { "" };
    let mut sentence = match total {
        0 => "这个月没有到期的事项。".to_owned(),
        total => format!("这个月到期 {total} 件：{}{more}。", named.join("；")),
    };
    if days.iter().any(|day| day.kind.is_none()) {
        sentence.push_str("这一年的放假安排没有导入，哪天上班还不知道。");
    }
    sentence
}

impl MonthDay {
    /// The classes of the day's cell.
    fn class(&self, today: Date) -> &'static str {
        let is_off = matches!(self.kind, Some(DayKind::Weekend | DayKind::Holiday));
        match (is_off, self.date == today) {
            (true, true) => "off day",
            (true, false) => "off",
            (false, true) => "day",
            (false, false) => "",
        }
    }

    /// What the notice says of the day: the holiday's name, or that it is worked.
    fn note(&self) -> String {
        match self.kind {
            Some(DayKind::Holiday) => self.name.clone().unwrap_or_else(|| "放假".to_owned()),
            Some(DayKind::Makeup) => "调休上班".to_owned(),
            _ => String::new(),
        }
    }

    /// `5日 星期二`.
    fn in_words(&self) -> String {
        format!("{}日 {}", self.date.day(), day::weekday(self.date))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::holds::assert_holds;
    use super::*;

    fn january(due: &[(i8, &'static str, usize)]) -> Vec<MonthDay> {
        let day = |day: i8| {
            let date = date(2021, 1, day);
            let of_day = due.iter().filter(|(at, ..)| *at == day);
            let mark = |(_, word, count): &(i8, &'static str, usize)| DueMark {
                word,
                count: *count,
                class: "warn",
                href: format!("#d-{date}"),
            };
            let kind = match day {
                1 => DayKind::Holiday,
                9 => DayKind::Makeup,
                _ if [5, 6].contains(&date.weekday().to_monday_zero_offset()) => DayKind::Weekend,
                _ => DayKind::Working,
            };
            let name = (day == 1).then(|| "元旦".to_owned());
            MonthDay { date, kind: Some(kind), name, due: of_day.map(mark).collect() }
        };
        (1..=31).map(day).collect()
    }

    #[test]
    fn a_month_says_what_falls_due_where_and_which_days_are_off() {
        let picture =
            month(&january(&[(5, "答复", 2), (5, "工单", 1), (31, "年报", 1)]), date(2021, 1, 5)).unwrap();
        assert_holds(&picture);
        assert_eq!(picture.sentence, "这个月到期 4 件：5日 答复 2 件、工单 1 件；31日 年报 1 件。");
        let html = picture.to_string();
        assert!(html.contains("元旦") && html.contains("调休上班"), "{html}");
        assert_eq!(html.matches("aria-current=\"date\"").count(), 2, "today in the table and in the list");
        assert!(html.matches("<td").count() == 35, "five weeks");
    }

    #[test]
    fn a_month_without_an_arrangement_says_so_and_guesses_nothing() {
        let mut days = january(&[]);
        for day in &mut days {
            day.kind = None;
        }
        let picture = month(&days, date(2020, 12, 5)).unwrap();
        assert_holds(&picture);
        assert!(picture.sentence.contains("没有到期") && picture.sentence.contains("没有导入"));
        assert!(!picture.to_string().contains("\"off"));
    }
}
