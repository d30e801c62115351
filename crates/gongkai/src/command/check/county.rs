//! A county's reports on the screen: who is missing or late, who changed, what they add up to, whose words are alike.

use inspect::{CellSum, Change, County, Late, Listed, Missing, Pair};
use law::report::{CellKey, RequestColumn};

use super::{width, words};

/// Entries of one kind that are listed; the other outputs have all of them.
const LISTED: usize = 40;
/// Pairs of similar texts that are listed.
const PAIRS: usize = 15;

/// The county's page.
pub(super) fn page(county: &County, screen: Option<usize>) -> String {
    let year = county.year.map_or_else(String::new, |year| format!("{year} 年度"));
    let mut text = format!("全县{year}：{} 份报告\n", county.reports);
    for (title, lines) in lists(county) {
        text.push_str(&list(title, &lines, LISTED, screen));
    }
    text.push_str(&alike(county, screen));
    text.push_str(&sums(county, screen));
    text
}

/// Every list with its title: what to look at, each entry a sentence.
pub(super) fn lists(county: &County) -> [(&'static str, Vec<String>); 7] {
    [
        ("缺报", county.missing.iter().map(missing).collect()),
        ("迟报", county.late.iter().map(late).collect()),
        ("没有读成", county.unread.iter().map(listed).collect()),
        ("其他年度", county.other_years.iter().map(listed).collect()),
        ("重复", county.repeated.iter().map(listed).collect()),
        ("名单以外", county.unlisted.iter().map(listed).collect()),
        ("机关变动", county.changed.iter().map(change).collect()),
    ]
}

fn list(title: &str, lines: &[String], most: usize, screen: Option<usize>) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let mut text = format!("\n  {title} {}\n", lines.len());
    for line in lines.iter().take(most) {
        text.push_str(&width::wrapped(line, 4, screen));
    }
    if lines.len() > most {
        text.push_str(&format!("    另有 {}\n", lines.len() - most));
    }
    text
}

fn missing(missing: &Missing) -> String {
    match &missing.note {
        Some(note) => format!("{}（{note}）", missing.agency),
        None => missing.agency.clone(),
    }
}

fn late(late: &Late) -> String {
    let place = words::place(&late.evidence);
    format!("{}：写的日期是 {}，应在 {} 以前（{} {place}）", late.agency, late.on, late.due, late.file)
}

fn listed(listed: &Listed) -> String {
    match &listed.agency {
        Some(agency) => format!("{agency}：{}（{}）", listed.note, listed.file),
        None => format!("{}：{}", listed.file, listed.note),
    }
}

fn change(change: &Change) -> String {
    let before = change.before.join("、");
    match &change.now {
        Some(now) => format!("{before} → {now}：{}", change.note),
        None => format!("{before}：{}", change.note),
    }
}

fn alike(county: &County, screen: Option<usize>) -> String {
    let pairs: Vec<String> = county.alike.iter().map(pair).collect();
    let title = "文字相近（不作结论，请对照判断；通用语句、名称和数字不计）";
    let mut text = list(title, &pairs, PAIRS, screen);
    if county.not_compared > 0 {
        let few = format!("{} 份报告自己的文字不多，没有比对。", county.not_compared);
        text.push_str(&width::wrapped(&few, 4, screen));
    }
    text
}

/// A pair in one line, with the first sentence that both have.
pub(super) fn pair(pair: &Pair) -> String {
    let sample = pair.shared.first().map(|[here, _]| format!("，如“{}”", width::cut(&here.text, 60)));
    format!("{}% {}、{}{}", pair.percent, pair.one, pair.other, sample.unwrap_or_default())
}

/// The sums that are not 0, without the columns of applicants; the list as a whole is in the other outputs.
fn sums(county: &County, screen: Option<usize>) -> String {
    let is_main =
        |sum: &&CellSum| !matches!(sum.cell, CellKey::Request(_, column) if column != RequestColumn::Total);
    let main: Vec<&CellSum> = county.sums.iter().filter(is_main).collect();
    let told = main.iter().filter(|sum| sum.sum.as_deref() != Some("0"));
    let lines: Vec<String> = told.map(|sum| self::sum(sum)).collect();
    list("合计（为 0 的不列；有机关没有数字的不给合计）", &lines, usize::MAX, screen)
}

/// A sum in one line.
fn sum(sum: &CellSum) -> String {
    match &sum.sum {
        Some(total) => format!("{}：{total}", sum.name),
        None => format!("{}：不给合计，{}", sum.name, without(sum)),
    }
}

/// Who has no number.
pub(super) fn without(sum: &CellSum) -> String {
    const NAMED: usize = 5;
    let named = sum.without.iter().take(NAMED).cloned().collect::<Vec<_>>().join("、");
    if sum.without_count > NAMED.min(sum.without.len()) {
        format!("{named}等 {} 个机关没有数字", sum.without_count)
    } else {
        format!("{named}没有数字")
    }
}
