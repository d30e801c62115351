//! The six parts of a report, ready to be drawn by `report/sheet.html`.

use law::report::{CellKey, Report, Section};

use super::table::{Mark, Row, Table, table};

/// A report as it is printed.
#[derive(Debug, Clone)]
pub(crate) struct Sheet {
    pub(crate) title: String,
    pub(crate) year: i16,
    /// 统计期限.
    pub(crate) period: String,
    /// Whether 草稿 stands on every page.
    pub(crate) draft: bool,
    pub(crate) parts: Vec<Part>,
}

/// One part.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    /// The part's code, by which links find it: `one`.
    pub(crate) id: &'static str,
    /// The heading as the form prints it.
    pub(crate) heading: String,
    pub(crate) paragraphs: Vec<String>,
    /// Parts 二, 三 and 四.
    pub(crate) table: Option<Table>,
}

impl Sheet {
    /// The report with its words resolved. `mark` says what each figure leads to and how it is marked.
    pub(crate) fn new(report: &Report, title: &str, draft: bool, mark: impl Fn(CellKey) -> Mark) -> Self {
        let grids = report.form.grids();
        let part = |section: &Section| Part {
            id: section.code(),
            heading: section.heading(),
            paragraphs: paragraphs(report.prose.get(section).map_or("", String::as_str)),
            table: grids.iter().find(|grid| grid.section == *section).map(|grid| table(report, grid, &mark)),
        };
        let year = report.year;
        Self {
            title: title.to_owned(),
            year,
            period: format!("统计期限：{year}年1月1日至{year}年12月31日"),
            draft,
            parts: Section::ALL.iter().map(part).collect(),
        }
    }
}

impl Part {
    /// Whether a part that has to be written is empty.
    pub(crate) fn is_empty(&self) -> bool {
        self.table.is_none() && self.paragraphs.is_empty()
    }
}

impl Table {
    /// The rows of the head.
    pub(crate) fn head(&self) -> &[Row] {
        self.rows.split_at(self.header_rows.min(self.rows.len())).0
    }

    /// The rows below it.
    pub(crate) fn body(&self) -> &[Row] {
        self.rows.split_at(self.header_rows.min(self.rows.len())).1
    }
}

fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
