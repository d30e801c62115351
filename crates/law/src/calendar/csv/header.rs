//! Which column holds what: by the header if there is one, otherwise in the documented order.

use super::super::narrow::narrow;
use super::fault::RowFault;
use super::records::Record;

/// The Chinese names of the columns, as faults call them.
pub(super) const REGION: &str = "地区";
pub(super) const DATE: &str = "日期";
pub(super) const KIND: &str = "放假或上班";
pub(super) const NAME: &str = "名称";
pub(super) const NOTICE: &str = "通知";

/// The documented order, with what a header may call each column.
const ORDER: [(&str, &[&str]); 5] = [
    (REGION, &["region", "地区", "区域"]),
    (DATE, &["date", "日期", "day"]),
    (
        KIND,
        &[
            "off|work",
            "off/work",
            "off or work",
            "off_or_work",
            "kind",
            "type",
            "status",
            "放假或上班",
            "安排",
            "类型",
            "类别",
        ],
    ),
    (NAME, &["name", "名称", "节日", "节假日", "holiday"]),
    (NOTICE, &["notice", "通知", "依据", "来源", "source"]),
];

/// Where in a record each column stands, in the documented order.
pub(super) struct Columns([usize; 5]);

impl Columns {
    /// The cell of a column, trimmed; empty if the record is too short.
    pub(super) fn cell<'r>(&self, record: &'r Record, column: &str) -> &'r str {
        ORDER
            .iter()
            .zip(self.0)
            .find(|((name, _), _)| *name == column)
            .and_then(|(_, at)| record.cells.get(at))
            .map_or("", |cell| cell.trim())
    }
}

/// Finds the columns and gives back the records below the header.
///
/// # Errors
/// An empty file, or a header that lacks a column.
pub(super) fn columns(records: &[Record]) -> Result<(Columns, &[Record]), RowFault> {
    let Some((first, rest)) = records.split_first() else {
        return Err(RowFault::file("文件是空的"));
    };
    let titles: Vec<String> = first.cells.iter().map(|cell| narrow(cell).to_lowercase()).collect();
    let found = ORDER.map(|(_, names)| titles.iter().position(|t| names.contains(&t.as_str())));
    if found.iter().flatten().count() < 2 {
        return Ok((Columns([0, 1, 2, 3, 4]), records));
    }
    // A column under a title we do not know is taken where it is documented to stand.
    let unknown = |at: usize| at < titles.len() && !found.contains(&Some(at));
    let places: Vec<usize> = (0..)
        .zip(found)
        .filter_map(|(documented, at)| at.or_else(|| unknown(documented).then_some(documented)))
        .collect();
    match <[usize; 5]>::try_from(places) {
        Ok(places) => Ok((Columns(places), rest)),
        Err(_) => {
            let missing = ORDER.iter().zip(found).filter(|(_, at)| at.is_none()).map(|((name, _), _)| *name);
            let missing: Vec<&str> = missing.collect();
            Err(RowFault::row(first.line, format!("表头缺少：{}", missing.join("、"))))
        }
    }
}
