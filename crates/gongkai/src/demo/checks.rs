//! The reports that the county has checked: those of the bodies of 示例县 for two years, made here from a few numbers,
//! some with a fault of a known kind; one body is late and one file is no report.

use std::sync::Arc;

use casework::PostKind;
use casework::check::{
    BatchOrder, Checker, WorkHands, decide, decided, draft_letter, open_batch, send_letter, work_off,
    write_letter,
};
use law::report::{BusinessColumn, Cell, CellKey, Form, Report, RequestColumn, RequestRow, Section};
use reading::AnyFile;
use store::{Act, CheckBatchId, CheckStanding, OrganId, Page, Store};

use super::COUNTY;
use super::build::Tools;
use super::reports::act;
use crate::clock;
use crate::unpacker::Archives;

/// What is wrong with a body's report of 2025.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fault {
    None,
    /// The words give another number of requests than the table.
    Words,
    /// The total of the results is one too many.
    Total,
    /// Carried in is not what was carried out the year before.
    CarriedOver,
    /// A mobile number stands in the text.
    Mobile,
    /// There is no report.
    Missing,
}

/// Bodies with their requests of 2024 and 2025, both decided within the year.
const BODIES: [(&str, i64, i64, Fault); 8] = [
    ("示河镇人民政府", 3, 4, Fault::Words),
    ("示山乡人民政府", 1, 2, Fault::Total),
    ("示桥镇人民政府", 6, 5, Fault::CarriedOver),
    ("示塘乡人民政府", 2, 2, Fault::Mobile),
    ("示林镇人民政府", 0, 0, Fault::None),
    ("示泉乡人民政府", 5, 8, Fault::None),
    ("示例县教育局", 9, 12, Fault::None),
    ("示湖乡人民政府", 2, 0, Fault::Missing),
];

/// Uploads and checks both years as the county's supervisor, decides about some findings, and sends one letter.
///
/// # Errors
/// When the store fails.
pub(super) async fn write(store: &Store, tools: &Tools<'_>, county: &OrganId) -> anyhow::Result<()> {
    let supervisor = act(store, tools, COUNTY, PostKind::Supervisor, tools.today).await?;
    let checker = Checker { reader: Arc::new(AnyFile), typesetter: None };
    let now = tools.now;
    let hands = WorkHands { now: Arc::new(move || now), new_id: Arc::new(clock::new_id), at_once: 2 };
    let agencies: Vec<&str> = BODIES.iter().map(|(name, ..)| *name).collect();
    for year in [2024, 2025] {
        let id = CheckBatchId::new((tools.new_id)());
        let order = BatchOrder {
            title: format!("{year} 年度各机关年报（演示）"),
            year: Some(year),
            agencies: agencies.join("\n"),
            excerpt: false,
            files: files(year)?,
        };
        open_batch(store, county, &supervisor, order, Arc::new(Archives), id).await?;
        work_off(store, &checker, &hands).await?;
    }
    comment(store, county, &supervisor).await
}

fn files(year: i16) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for (name, before, now, fault) in BODIES {
        let (requests, fault) = if year == 2025 { (now, fault) } else { (before, Fault::None) };
        if fault == Fault::Missing {
            continue;
        }
        let report = report(name, year, requests, fault);
        let title = format!("{name}{year}年政府信息公开工作年度报告");
        let html = web::report_html(&report, &title, false)?;
        files.push((format!("{name}{year}年年报.html"), html.into_bytes()));
    }
    if year == 2025 {
        files.push(("示桥镇年报扫描件.pdf".to_owned(), b"%PDF-1.4\n".to_vec()));
    }
    Ok(files)
}

fn report(name: &str, year: i16, requests: i64, fault: Fault) -> Report {
    let mut report = Report::blank(name, year, Form::F2021);
    for (key, cell) in &mut report.cells {
        *cell = match key {
            CellKey::Business(_, BusinessColumn::AmountWan) => Cell::Money(0),
            _ => Cell::Count(0),
        };
    }
    let carried = i64::from(fault == Fault::CarriedOver);
    let mut set = |row: RequestRow, number: i64| {
        for column in [RequestColumn::NaturalPerson, RequestColumn::Total] {
            report.cells.insert(CellKey::Request(row, column), Cell::Count(number));
        }
    };
    set(RequestRow::New, requests);
    set(RequestRow::CarriedIn, carried);
    set(RequestRow::Granted, requests + carried);
    set(RequestRow::Total, requests + carried + i64::from(fault == Fault::Total));
    let told = requests + if fault == Fault::Words { 3 } else { 0 };
    let mobile = match fault {
        Fault::Mobile => "查询请拨打经办人手机13800138000。",
        _ => "",
    };
    let one = format!(
        "本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止，内容均为演示。\
         （一）主动公开。按目录公开本机关的工作信息，更新及时。\
         （二）依申请公开。{year}年新收到政府信息公开申请{told}件，均按期答复。{mobile}\
         （三）平台建设。信息通过县政府门户网站的本机关栏目发布。"
    );
    let five =
        "存在的主要问题：公开的内容还不够细，解读的形式单一。改进情况：对照目录补充了内容，增加了图表解读。";
    let six = format!("{year}年没有收取信息处理费，没有其他需要报告的事项。");
    for (section, words) in [(Section::One, one), (Section::Five, five.to_owned()), (Section::Six, six)] {
        report.prose.insert(section, words);
    }
    report
}

/// Confirms what fails in the report with the most of it, dismisses one doubt, and sends the letter.
async fn comment(store: &Store, county: &OrganId, act: &Act) -> anyhow::Result<()> {
    let mut read = store.read().await?;
    let batch = read.check_batches(county, Page::first(1)).await?.pop();
    let worst = match &batch {
        Some(batch) => read.reports_of_batch(county, &batch.id, Page::first(1)).await?.pop(),
        None => None,
    };
    let Some(worst) = worst else { return Ok(()) };
    let report = read.checked_report(county, &worst.id).await?;
    let known = decided(&mut read, county, &report).await?;
    drop(read);
    let findings = report.findings.as_array().map(Vec::as_slice).unwrap_or_default();
    for (place, finding) in findings.iter().enumerate().filter(|(place, _)| !known.contains_key(place)) {
        if finding.get("verdict").and_then(serde_json::Value::as_str) == Some("FAIL") {
            decide(store, county, act, (&worst.id, place), Some(CheckStanding::Confirmed)).await?;
        }
    }
    let (letter, _) = draft_letter(store, county, act, &worst.id).await?;
    write_letter(store, county, act, &worst.id, &letter).await?;
    Ok(send_letter(store, county, act, &worst.id).await?)
}
