//! `gongkai report`: an organ's annual report as a page, a spreadsheet or data.

use casework::{
    organ::find_organ,
    report::{ReportDocument, document_of},
};

use super::year;
use crate::{
    cli::{
        Outcome,
        args::{Report, ReportFormat},
    },
    config::Config,
    fault::told,
    output, place,
};

/// Writes the version that stands for the year. An unfinished one says 草稿 on every page, and that is no failure.
pub(super) async fn run(order: &Report, config: &Config) -> anyhow::Result<Outcome> {
    let year = year(order.year)?;
    let store = place::store(&order.place, config).await?;
    let organ = find_organ(&mut store.read().await.map_err(told)?, &order.organ).await.map_err(told)?;
    let document = document_of(&store, &organ.id, year).await.map_err(told)?;
    output::document(&bytes(&document, order.format)?, order.output.as_deref())?;
    output::tell(&standing(&document));
    Ok(Outcome::Good)
}

fn bytes(document: &ReportDocument, format: ReportFormat) -> anyhow::Result<Vec<u8>> {
    Ok(match format {
        ReportFormat::Html => {
            web::report_html(&document.report, &document.title, document.is_draft)?.into_bytes()
        }
        ReportFormat::Xlsx => paper::report_sheets(&document.report, &document.title, document.is_draft)?,
        ReportFormat::Json => {
            let mut text = serde_json::to_vec_pretty(&document.to_json())?;
            text.push(b'\n');
            text
        }
    })
}

/// What was written, in one line.
fn standing(document: &ReportDocument) -> String {
    match (document.version, document.is_draft) {
        (0, _) => format!("《{}》：还没有新建，按台账数据输出，标为草稿。", document.title),
        (version, true) => {
            format!("《{}》第{version}版：{}，标为草稿。", document.title, document.state.label())
        }
        (version, false) => format!("《{}》第{version}版：{}。", document.title, document.state.label()),
    }
}
