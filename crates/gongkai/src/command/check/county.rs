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
    let year = county.year.map_or_else(String::new, |year| format!(" {year} 年度"));
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
    let mut text = list(&alike_title(county), &pairs, PAIRS, screen);
    if county.not_compared > 0 {
        let few = format!("{} 份报告自己的文字不多，没有比对。", county.not_compared);
        text.push_str(&width::wrapped(&few, 4, screen));
    }
    text
}

/// What the list of similar texts is, and how many pairs there are if it does not hold all.
pub(super) fn alike_title(county: &County) -> String {
    let all = match county.alike_count {
        count if count > county.alike.len() => format!("；共 {count} 对，列出最相近的"),
        _ => String::new(),
    };
    format!("文字相近（不作结论，请对照判断；通用语句、名称和数字不计{all}）")
}

/// A pair in one line, with the first sentence that both have.
pub(super) fn pair(pair: &Pair) -> String {
    let sample = pair.shared.first().map(|[here, _]| format!("，如“{}”", width::cut(&here.text, 60)));
    format!("{}% {}、{}{}", pair.percent, pair.one, pair.other, sample.unwrap_or_default())
}

/// The sums that are not 0, without the columns of applicants, and who keeps the others from being given.
fn sums(county: &County, screen: Option<usize>) -> String {
    let is_main =
        |sum: &&CellSum| !matches!(sum.cell, CellKey::Request(_, column) if column != RequestColumn::Total);
    let (given, withheld): (Vec<&CellSum>, Vec<&CellSum>) =
        county.sums.iter().filter(is_main).partition(|sum| sum.sum.is_some());
    let told = given.iter().filter(|sum| sum.sum.as_deref() != Some("0"));
    let lines: Vec<String> =
        told.map(|sum| format!("{}：{}", sum.name, sum.sum.as_deref().unwrap_or_default())).collect();
    let mut text = list("合计（为 0 的不列）", &lines, usize::MAX, screen);
    // Sums that the same bodies withhold are told in one line.
    let alike = withheld.chunk_by(|one, next| {
        one.cell.section() == next.cell.section()
            && one.without == next.without
            && one.without_count == next.without_count
    });
    let lines: Vec<String> = alike.filter_map(no_sum).collect();
    text.push_str(&list("不给合计的（有机关没有数字）", &lines, LISTED, screen));
    text
}

/// Cells of one table that the same bodies leave blank.
fn no_sum(sums: &[&CellSum]) -> Option<String> {
    let (first, last) = (sums.first()?, sums.last()?);
    let which = match sums.len() {
        1 => first.name.clone(),
        n => format!("{}至{}等 {n} 项", first.name, last.name),
    };
    Some(format!("{which}：{}", without(first)))
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
