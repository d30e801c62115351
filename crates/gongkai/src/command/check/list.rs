//! All findings as a spreadsheet: one row a finding; a county's sums and lists on sheets of their own.

use std::path::PathBuf;

use inspect::{Checked, County, Finding};
use paper::{ListCell, ListColumn, ListSheet};

use super::{Done, county, outputs::Output, page::Shown, row::Row, words};
use crate::output;

/// The columns with their widths.
const COLUMNS: [(&str, u16); 11] = [
    ("文件", 24),
    ("机关", 22),
    ("年度", 7),
    ("规则", 9),
    ("规则名称", 30),
    ("结论", 9),
    ("轻重", 9),
    ("说明", 60),
    ("位置", 18),
    ("原文", 50),
    ("依据", 30),
];
/// Quotations in one cell.
const QUOTED: usize = 6;

/// Collects the rows.
pub(super) struct List {
    shown: Shown,
    rows: Vec<Vec<ListCell>>,
    path: Option<PathBuf>,
}

impl List {
    pub(super) fn new(shown: Shown, path: Option<PathBuf>) -> Self {
        Self { shown, rows: Vec::new(), path }
    }
}

impl Output for List {
    fn report(&mut self, done: &Done) -> anyhow::Result<()> {
        let checked = &done.checked;
        if let Some(error) = &checked.error {
            let mut row = head(checked);
            row.extend(["", "", "没有检查", "", error].map(text));
            self.rows.push(row);
        }
        if checked.error.is_none() && !checked.is_recognised() {
            let mut row = head(checked);
            row.extend(["", "", "认不出年度报告", "", &checked.confidence.reasons.join("；")].map(text));
            self.rows.push(row);
        }
        for verdict in self.shown.verdicts() {
            let found = words::of_verdict(checked, *verdict);
            self.rows.extend(found.into_iter().map(|finding| row(checked, finding)));
        }
        Ok(())
    }

    fn finish(self: Box<Self>, _: &[Row], county: Option<&County>) -> anyhow::Result<()> {
        let findings = sheet("核对结果", "年度报告核对结果", &COLUMNS, self.rows);
        let mut sheets = vec![findings];
        sheets.extend(county.into_iter().flat_map(of_county));
        let bytes =
            paper::list_sheets(&sheets).map_err(|error| anyhow::anyhow!("清单没有做成：{error}。"))?;
        output::document(&bytes, self.path.as_deref())
    }
}

fn sheet(name: &str, title: &str, columns: &[(&str, u16)], rows: Vec<Vec<ListCell>>) -> ListSheet {
    let column =
        |(heading, width): &(&str, u16)| ListColumn { heading: (*heading).to_owned(), width: *width };
    ListSheet {
        name: name.to_owned(),
        title: title.to_owned(),
        columns: columns.iter().map(column).collect(),
        rows,
    }
}

fn text(words: &str) -> ListCell {
    ListCell::Text(words.to_owned())
}

fn number(count: usize) -> ListCell {
    ListCell::Number(i64::try_from(count).unwrap_or(i64::MAX))
}

fn head(checked: &Checked) -> Vec<ListCell> {
    let year = checked.year.map_or_else(|| text(""), |year| ListCell::Number(year.into()));
    vec![text(&checked.file), text(checked.agency.as_deref().unwrap_or("")), year]
}

fn row(checked: &Checked, finding: &Finding) -> Vec<ListCell> {
    let rule = inspect::rule(finding.rule);
    let quoted = || finding.evidence.iter().take(QUOTED);
    let places: Vec<String> = quoted().map(words::place).collect();
    let texts: Vec<String> = quoted().map(words::quotation).collect();
    let mut row = head(checked);
    row.extend([
        text(finding.rule),
        text(rule.map_or("", |rule| rule.name)),
        text(words::verdict(finding.verdict)),
        text(words::severity(finding.severity)),
        text(&finding.message),
        text(&places.join("\n")),
        text(&texts.join("\n")),
        text(rule.map_or("", |rule| rule.basis)),
    ]);
    row
}

/// What to look at, the sums, and the pairs of similar texts.
fn of_county(county: &County) -> Vec<ListSheet> {
    let year = county.year.map_or_else(String::new, |year| format!("{year} 年度"));
    let noted = county::lists(county)
        .into_iter()
        .flat_map(|(kind, lines)| lines.into_iter().map(move |line| vec![text(kind), ListCell::Text(line)]));
    let sum = |sum: &inspect::CellSum| {
        let total = sum.sum.as_deref().unwrap_or("");
        let total = total.parse().map_or_else(|_| text(total), ListCell::Number);
        let without = if sum.without_count == 0 { String::new() } else { county::without(sum) };
        vec![text(&sum.name), total, number(sum.bodies), ListCell::Text(without)]
    };
    let pair = |pair: &inspect::Pair| {
        let sentences: Vec<&str> = pair.shared.iter().map(|[here, _]| here.text.trim()).collect();
        vec![text(&pair.one), text(&pair.other), number(pair.percent), text(&sentences.join("\n"))]
    };
    vec![
        sheet("报送情况", &format!("{year}报送情况"), &[("情况", 14), ("说明", 100)], noted.collect()),
        sheet(
            "合计",
            &format!("{year}各项合计"),
            &[("项目", 70), ("合计", 14), ("机关数", 10), ("没有数字的机关", 60)],
            county.sums.iter().map(sum).collect(),
        ),
        sheet(
            "文字相近",
            "文字相近的报告（不作结论，请对照判断）",
            &[("机关", 26), ("机关", 26), ("相同（%）", 11), ("都有的句子", 90)],
            county.alike.iter().map(pair).collect(),
        ),
    ]
}
