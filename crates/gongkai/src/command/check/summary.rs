//! Many reports on the screen: how many of each kind, the rules most often broken, the worst first.

use std::collections::BTreeMap;

use super::{row::Row, width};

/// Reports listed; the rest is counted.
const LISTED: usize = 30;
/// Rules listed.
const RULES: usize = 12;

/// The last line, also below a few reports.
pub(super) fn total(rows: &[Row]) -> String {
    let count = |is: fn(&Row) -> bool| rows.iter().filter(|row| is(row)).count();
    let unread = count(|row| row.error.is_some());
    let failed = count(|row| row.fails() > 0);
    let doubtful = count(|row| row.fails() == 0 && row.doubts() > 0);
    let strange = count(Row::is_stranger);
    let good = rows.len() - unread - failed - doubtful - strange;
    let mut text = format!("共 {} 份：不符 {failed}　仅存疑 {doubtful}　没有发现问题 {good}", rows.len());
    if strange > 0 {
        text.push_str(&format!("　认不出年度报告 {strange}"));
    }
    if unread > 0 {
        text.push_str(&format!("　没有检查 {unread}"));
    }
    text + "\n"
}

/// The summary of many reports.
pub(super) fn summary(rows: &[Row], screen: Option<usize>) -> String {
    let mut text = total(rows);
    text.push_str(&rules(rows, screen));
    let worst: Vec<&Row> = Row::by_gravity(rows)
        .into_iter()
        .filter(|row| row.error.is_some() || row.is_stranger() || row.fails() + row.doubts() > 0)
        .collect();
    if worst.is_empty() {
        return text;
    }
    text.push_str("\n  不符  存疑  年度  机关与文件\n");
    for row in worst.iter().take(LISTED) {
        text.push_str(&line(row, screen));
    }
    if let Some(more) = worst.len().checked_sub(LISTED).filter(|more| *more > 0) {
        text.push_str(&format!("  另有 {more} 份\n"));
    }
    text + "\n逐份列出：加 --all\n做成清单：加 --format xlsx -o 清单.xlsx\n标在原文上：加 --format html -o 目录\n"
}

fn line(row: &Row, screen: Option<usize>) -> String {
    let year = row.year.map_or_else(|| "—".to_owned(), |year| year.to_string());
    let who = match (&row.agency, &row.error) {
        (_, Some(error)) => format!("{}：{error}", row.file),
        (Some(agency), None) => format!("{agency}（{}）", row.file),
        (None, None) => row.file.clone(),
    };
    let counts = if row.error.is_some() {
        width::padded("没有检查", 10)
    } else if row.is_stranger() {
        width::padded("认不出报告", 10)
    } else {
        format!("{:>4}  {:>4}", row.fails(), row.doubts())
    };
    let who = screen.map_or_else(|| who.clone(), |screen| width::cut(&who, screen.saturating_sub(20)));
    format!("  {counts}  {}  {who}\n", width::padded(&year, 4))
}

/// The rules by the number of reports that break them.
fn rules(rows: &[Row], screen: Option<usize>) -> String {
    let mut found: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for row in rows {
        for rule in &row.failed {
            found.entry(rule).or_default().0 += 1;
        }
        for rule in &row.doubtful {
            found.entry(rule).or_default().1 += 1;
        }
    }
    let mut found: Vec<_> = found.into_iter().collect();
    found.sort_by_key(|(rule, counts)| (std::cmp::Reverse(*counts), *rule));
    if found.is_empty() {
        return String::new();
    }
    let mut text = "\n  不符  存疑  规则（数字是份数）\n".to_owned();
    for (rule, (failed, doubtful)) in found.iter().take(RULES) {
        let name = inspect::rule(rule).map_or("", |rule| rule.name);
        let name =
            screen.map_or_else(|| name.to_owned(), |screen| width::cut(name, screen.saturating_sub(26)));
        text.push_str(&format!("  {failed:>4}  {doubtful:>4}  {rule:<9} {name}\n"));
    }
    if let Some(more) = found.len().checked_sub(RULES).filter(|more| *more > 0) {
        text.push_str(&format!("  另有 {more} 条规则\n"));
    }
    text
}
