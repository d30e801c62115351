//! Rows into notices: one region, one year, one notice; no day said twice.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::super::notice::{Notice, NoticeDay};
use super::super::region::Region;
use super::cells::Row;
use super::fault::RowFault;
use super::header::{DATE, NOTICE};

/// Groups the rows and adds what is wrong among them to `faults`.
pub(super) fn notices(rows: &[Row], faults: &mut Vec<RowFault>) -> Vec<Notice> {
    refuse_repetitions(rows, faults);
    let mut groups: Vec<Vec<&Row>> = Vec::new();
    for row in rows {
        let same = |group: &&mut Vec<&Row>| {
            group.first().is_some_and(|f| f.region == row.region && f.notice == row.notice)
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.push(row),
            None => groups.push(vec![row]),
        }
    }
    let mut first_of: BTreeMap<(Region, i16), &Row> = BTreeMap::new();
    let mut notices = Vec::new();
    for group in &groups {
        let Some(first) = group.first() else { continue };
        let year = year(group);
        refuse_other_years(group, year, faults);
        if let Some(other) = first_of.insert((first.region.clone(), year), first) {
            let message = format!(
                "同一地区{year}年只能有一份通知：第{}行写的是“{}”，这里写的是“{}”",
                other.line, other.notice, first.notice
            );
            faults.push(RowFault::cell(first.line, NOTICE, message));
        }
        notices.push(notice(first, year, group));
    }
    notices
}

/// The year in which most days lie, the later one if two have as many.
fn year(group: &[&Row]) -> i16 {
    let mut count: BTreeMap<i16, usize> = BTreeMap::new();
    for row in group {
        *count.entry(row.date.year()).or_default() += 1;
    }
    count.into_iter().max_by_key(|&(year, n)| (n, year)).map_or(0, |(year, _)| year)
}

fn refuse_other_years(group: &[&Row], year: i16, faults: &mut Vec<RowFault>) {
    let belongs = |d: Date| d.year() == year || (d.year() == year - 1 && d.month() == 12);
    for row in group.iter().filter(|row| !belongs(row.date)) {
        let message = format!("{}不在{year}年；一份通知只管一个年份，可以带上年12月的日子", row.date);
        faults.push(RowFault::cell(row.line, DATE, message));
    }
}

fn refuse_repetitions(rows: &[Row], faults: &mut Vec<RowFault>) {
    let mut seen: BTreeMap<(&Region, Date), &Row> = BTreeMap::new();
    for row in rows {
        let Some(first) = seen.get(&(&row.region, row.date)) else {
            seen.insert((&row.region, row.date), row);
            continue;
        };
        let message = if first.arrangement == row.arrangement {
            format!("{}重复，第{}行已经写过", row.date, first.line)
        } else {
            format!("{}与第{}行矛盾：一处放假，一处上班", row.date, first.line)
        };
        faults.push(RowFault::cell(row.line, DATE, message));
    }
}

fn notice(first: &Row, year: i16, group: &[&Row]) -> Notice {
    let day = |row: &&Row| NoticeDay { date: row.date, arrangement: row.arrangement, name: row.name.clone() };
    let (name, source) = title_and_number(&first.notice);
    Notice {
        region: first.region.clone(),
        year,
        name,
        source,
        issued_on: None,
        days: group.iter().map(day).collect(),
    }
}

/// `…的通知（国办发明电〔2025〕7号）` is a title with its document number; anything else is a title.
fn title_and_number(notice: &str) -> (String, Option<String>) {
    let number = notice
        .strip_suffix('）')
        .and_then(|rest| rest.rsplit_once('（'))
        .filter(|(title, number)| !title.is_empty() && number.ends_with('号'));
    match number {
        Some((title, number)) => (title.to_owned(), Some(number.to_owned())),
        None => (notice.to_owned(), None),
    }
}
