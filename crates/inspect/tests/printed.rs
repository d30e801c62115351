//! Reports printed in the layouts in which they are met, from the forms themselves.

use std::collections::BTreeMap;

use law::report::table_four::OUTCOMES;
use law::report::table_three::APPLICANTS;
use law::report::{
    CellKey, Content, DisputeOutcome, DisputeRoute, Form, Grid, RequestColumn, RequestRow, Section,
};

/// The layouts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// Tabs, merged cells left empty.
    Tabs,
    /// Tabs, merged cells left empty, all labels of table 三 lost but those of the first rank.
    TabsWithoutLabels,
    /// `a | b | c |`.
    Pipes,
    /// One cell a line with blank lines between.
    CellALine,
    /// Columns set with blanks.
    Blanks,
}

pub(super) const LAYOUTS: [Layout; 5] =
    [Layout::Tabs, Layout::TabsWithoutLabels, Layout::Pipes, Layout::CellALine, Layout::Blanks];

/// What is printed: numbers by cell, and the words of the written parts.
#[derive(Debug, Clone)]
pub(super) struct Printed {
    pub(super) form: Form,
    pub(super) year: i16,
    pub(super) cells: BTreeMap<CellKey, String>,
    pub(super) one: String,
}

impl Printed {
    /// A report in which every identity holds, out of any numbers.
    pub(super) fn of(form: Form, year: i16, numbers: &[u16]) -> Self {
        let mut next = numbers.iter().cycle().map(|n| i64::from(*n));
        let mut value = move || next.next().unwrap_or(0);
        let mut sums = BTreeMap::new();
        for column in APPLICANTS {
            let mut total = 0;
            for row in form.result_rows() {
                let n = value();
                total += n;
                sums.insert(CellKey::Request(row, column), n);
            }
            let carried_in = value().min(total);
            sums.insert(CellKey::Request(RequestRow::Total, column), total);
            sums.insert(CellKey::Request(RequestRow::CarriedIn, column), carried_in);
            let carried_out = value();
            sums.insert(CellKey::Request(RequestRow::CarriedOut, column), carried_out);
            sums.insert(CellKey::Request(RequestRow::New, column), total + carried_out - carried_in);
        }
        for label in form.request_rows() {
            let sum = APPLICANTS.iter().map(|column| sums[&CellKey::Request(label.row, *column)]).sum();
            sums.insert(CellKey::Request(label.row, RequestColumn::Total), sum);
        }
        for route in DisputeRoute::ALL {
            let mut total = 0;
            for outcome in OUTCOMES {
                let n = value();
                total += n;
                sums.insert(CellKey::Dispute(*route, outcome), n);
            }
            sums.insert(CellKey::Dispute(*route, DisputeOutcome::Total), total);
        }
        for key in form.cells().into_iter().filter(|key| matches!(key, CellKey::Business(..))) {
            sums.insert(key, 0);
        }
        let cells = sums.into_iter().map(|(key, n)| (key, n.to_string())).collect();
        Self { form, year, cells, one: "全年工作平稳有序，未发生失泄密事件。".to_owned() }
    }

    /// The number in a cell.
    pub(super) fn number(&self, key: CellKey) -> i64 {
        self.cells[&key].parse().unwrap()
    }

    /// The whole text.
    pub(super) fn text(&self, layout: Layout) -> String {
        let mut text = self.introduction();
        let grids = self.form.grids();
        for section in Section::ALL {
            text.push_str(&section.heading());
            text.push('\n');
            match grids.iter().find(|grid| grid.section == *section) {
                Some(grid) => text.push_str(&self.table(grid, layout)),
                None => text.push_str(&self.words(*section)),
            }
            text.push('\n');
        }
        text
    }

    /// What stands above the parts.
    pub(super) fn introduction(&self) -> String {
        let year = self.year;
        format!(
            "示例镇人民政府{year}年政府信息公开工作年度报告\n\n本报告由示例镇人民政府编制，所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。\n\n"
        )
    }

    /// The words of a written part.
    pub(super) fn words(&self, section: Section) -> String {
        match section {
            Section::One => format!("{}\n", self.one),
            Section::Five => "公开渠道还不够多，针对这一问题，下一步将增设公告栏。\n".to_owned(),
            _ => format!("{}年未收取信息处理费。没有其他需要报告的事项。\n", self.year),
        }
    }

    fn table(&self, grid: &Grid, layout: Layout) -> String {
        let rows = self.rows(grid, layout == Layout::TabsWithoutLabels);
        let lines: Vec<String> = rows.iter().map(|row| line(row, layout)).collect();
        lines.concat()
    }

    /// Rows of cells; `None` where a merged cell from the left or from above covers the place.
    fn rows(&self, grid: &Grid, without_labels: bool) -> Vec<Vec<Option<String>>> {
        let mut rows = vec![vec![None; grid.columns]; grid.rows.len()];
        for (row, column, cell) in grid.placed() {
            rows[row][column] = Some(match &cell.content {
                Content::Figure(key) => self.cells.get(key).cloned().unwrap_or_default(),
                Content::Label(label) if without_labels && is_lost(grid, label) => String::new(),
                Content::Label(label) => (*label).to_owned(),
            });
        }
        rows
    }
}

/// The labels that a bad copy of table 三 loses.
fn is_lost(grid: &Grid, label: &str) -> bool {
    grid.section == Section::Three
        && !["一、", "二、", "三、", "四、"].iter().any(|rank| label.starts_with(rank))
}

fn line(row: &[Option<String>], layout: Layout) -> String {
    let all = || row.iter().map(|cell| cell.clone().unwrap_or_default());
    let stated: Vec<String> = row.iter().flatten().cloned().collect();
    match layout {
        Layout::Tabs | Layout::TabsWithoutLabels => all().collect::<Vec<_>>().join("\t") + "\n",
        Layout::Pipes => stated.join(" | ") + " |\n",
        Layout::CellALine => stated.iter().map(|cell| format!("{cell}\n\n")).collect(),
        Layout::Blanks => format!("   {}\n", stated.join("      ")),
    }
}
