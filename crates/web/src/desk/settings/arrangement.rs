//! A notice in words: 元旦 1月1日至3日放假；上班 2月14日（星期六）.

use jiff::civil::Date;
use law::calendar::{Arrangement, Notice};

use crate::day;

/// A notice as the pages show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Arranged {
    pub(super) region: String,
    pub(super) year: i16,
    /// Title and document number.
    pub(super) citation: String,
    /// An amendment of a year, not the whole.
    pub(super) partial: bool,
    pub(super) off: usize,
    pub(super) work: usize,
    /// The days, a line a holiday.
    pub(super) lines: Vec<String>,
}

/// Describes a notice.
pub(super) fn arranged(notice: &Notice) -> Arranged {
    let count = |wanted| notice.days.iter().filter(|day| day.arrangement == wanted).count();
    let mut names: Vec<&str> = Vec::new();
    for day in &notice.days {
        if !names.contains(&day.name.as_str()) {
            names.push(&day.name);
        }
    }
    Arranged {
        region: notice.region.label(),
        year: notice.year,
        citation: notice.citation(),
        partial: !notice.replaces_its_year(),
        off: count(Arrangement::Off),
        work: count(Arrangement::Work),
        lines: names.iter().map(|name| line(notice, name)).collect(),
    }
}

fn line(notice: &Notice, name: &str) -> String {
    let of = |wanted: Arrangement| {
        let named = notice.days.iter().filter(|day| day.name == name && day.arrangement == wanted);
        let mut days: Vec<Date> = named.map(|day| day.date).collect();
        days.sort();
        days
    };
    let off = spans(&of(Arrangement::Off)).into_iter().map(|(first, last)| span(first, last, notice.year));
    let work = of(Arrangement::Work)
        .into_iter()
        .map(|date| format!("{}（{}）", written(date, notice.year), day::weekday(date)));
    let mut parts = Vec::new();
    let off: Vec<String> = off.collect();
    if !off.is_empty() {
        parts.push(format!("{}放假", off.join("、")));
    }
    let work: Vec<String> = work.collect();
    if !work.is_empty() {
        parts.push(format!("{}上班", work.join("、")));
    }
    format!("{name}：{}", parts.join("；"))
}

/// Runs of days that follow one another; `days` are in order.
fn spans(days: &[Date]) -> Vec<(Date, Date)> {
    let mut spans: Vec<(Date, Date)> = Vec::new();
    for date in days {
        match spans.last_mut() {
            Some((_, last)) if last.tomorrow().is_ok_and(|next| next == *date) => *last = *date,
            _ => spans.push((*date, *date)),
        }
    }
    spans
}

fn span(first: Date, last: Date, year: i16) -> String {
    let from = written(first, year);
    if first == last {
        from
    } else if (first.year(), first.month()) == (last.year(), last.month()) {
        format!("{from}至{}日", last.day())
    } else {
        format!("{from}至{}", written(last, year))
    }
}

/// The year is said only where it is another.
fn written(date: Date, year: i16) -> String {
    if date.year() == year { format!("{}月{}日", date.month(), date.day()) } else { day::in_words(date) }
}

#[cfg(test)]
mod tests {
    use law::calendar::{NoticeDay, Region};

    use super::*;

    #[test]
    fn a_notice_reads_as_the_state_council_writes_it() {
        let named = |date: &str, arrangement, name: &str| NoticeDay {
            date: date.parse().unwrap(),
            arrangement,
            name: name.to_owned(),
        };
        let notice = Notice {
            region: Region::CN,
            year: 2023,
            name: "示例通知".to_owned(),
            source: None,
            issued_on: None,
            days: vec![
                named("2022-12-31", Arrangement::Off, "元旦"),
                named("2023-01-01", Arrangement::Off, "元旦"),
                named("2023-01-02", Arrangement::Off, "元旦"),
                named("2023-04-23", Arrangement::Work, "劳动节"),
                named("2023-05-03", Arrangement::Off, "劳动节"),
                named("2023-05-01", Arrangement::Off, "劳动节"),
                named("2023-05-02", Arrangement::Off, "劳动节"),
                named("2023-06-22", Arrangement::Off, "端午节"),
            ],
        };
        let told = arranged(&notice);
        assert_eq!((told.off, told.work, told.partial), (7, 1, false));
        let lines = [
            "元旦：2022年12月31日至1月2日放假",
            "劳动节：5月1日至3日放假；4月23日（星期日）上班",
            "端午节：6月22日放假",
        ];
        assert_eq!(told.lines, lines);
    }
}
