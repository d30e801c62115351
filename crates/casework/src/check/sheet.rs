//! The findings of a batch as a spreadsheet.

use std::sync::Arc;

use store::{CheckBatchId, CheckFilter, CheckStanding, FoundFinding, OrganId, Page, Store};

use crate::{
    Result,
    ports::{TableCell, TableCopy, Typesetter},
};

/// More rows than any batch has; a spreadsheet ends at a million.
const ROWS_MAX: u32 = 1_000_000;

const COLUMNS: [(&str, u16); 10] = [
    ("机关", 26),
    ("年度", 8),
    ("文件", 30),
    ("结论", 9),
    ("轻重", 9),
    ("规则", 10),
    ("规则名称", 34),
    ("说明", 70),
    ("处理", 10),
    ("理由", 30),
];

/// Every finding of a batch that somebody must look at, with what was decided, and the files that were not read. As
/// XLSX.
///
/// # Errors
/// `NotFound`; when the file cannot be made.
pub async fn batch_sheet(
    store: &Store,
    organ: &OrganId,
    batch: &CheckBatchId,
    typesetter: Arc<dyn Typesetter>,
) -> Result<(String, Vec<u8>)> {
    let mut read = store.read().await?;
    let known = read.check_batch(organ, batch).await?;
    let all = CheckFilter::default();
    let found = read.check_findings(organ, batch, &all, Page::first(ROWS_MAX)).await?;
    let faulty = read.faulty_checks(organ, batch).await?;
    drop(read);
    let mut tables = vec![TableCopy {
        name: "核对结果".to_owned(),
        title: format!("{}：年度报告核对结果", known.title),
        columns: COLUMNS.to_vec(),
        rows: found.into_iter().map(row).collect(),
    }];
    if !faulty.is_empty() {
        tables.push(TableCopy {
            name: "没有核对的文件".to_owned(),
            title: format!("{}：没有核对的文件", known.title),
            columns: vec![("文件", 50), ("原因", 90)],
            rows: faulty
                .into_iter()
                .map(|faulty| vec![TableCell::Text(faulty.file_name), TableCell::Text(faulty.fault)])
                .collect(),
        });
    }
    let made = tokio::task::spawn_blocking(move || typesetter.tables(&tables)).await;
    let bytes = made.map_err(|error| crate::Error::Unmade(error.to_string()))??;
    Ok((known.title, bytes))
}

fn row(found: FoundFinding) -> Vec<TableCell> {
    let rule = inspect::rule(&found.finding.rule);
    let text = |words: &str| TableCell::Text(words.to_owned());
    vec![
        TableCell::Text(found.agency.unwrap_or_default()),
        found.year.map_or_else(|| text(""), TableCell::Number),
        TableCell::Text(found.file_name),
        text(if found.finding.verdict == "FAIL" { "不符" } else { "存疑" }),
        text(if found.finding.severity == "error" { "错误" } else { "提示" }),
        text(&found.finding.rule),
        text(rule.map_or("", |rule| rule.name)),
        TableCell::Text(found.finding.message),
        text(match found.standing {
            Some(CheckStanding::Confirmed) => "确认",
            Some(CheckStanding::Dismissed) => "排除",
            None => "",
        }),
        TableCell::Text(found.reason.unwrap_or_default()),
    ]
}
