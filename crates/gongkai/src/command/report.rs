//! `gongkai report`: an organ's annual report as a page, on paper, or as data.

use anyhow::bail;
use casework::{
    organ::find_organ,
    ports::{Paper, Typesetter as _},
    report::{ReportDocument, document_of},
};
use law::{Date, measure::Year};

use super::year;
use crate::{
    cli::{
        Outcome,
        args::{Report, ReportFormat},
    },
    clock,
    config::Config,
    fault::told,
    output, place,
    printer::Printer,
};

/// The first year of the forms in use (国办公开办函〔2019〕60号).
const FIRST_YEAR: i16 = 2019;

/// Writes the version that stands for the year. An unfinished one says 草稿 on every page, and that is no failure.
pub(super) async fn run(order: &Report, config: &Config) -> anyhow::Result<Outcome> {
    let year = year(order.year)?;
    reportable(year, clock::today())?;
    let store = place::store(&order.place, config).await?;
    let organ = find_organ(&mut store.read().await.map_err(told)?, &order.organ).await.map_err(told)?;
    let document = document_of(&store, &organ.id, year).await.map_err(told)?;
    output::document(&bytes(&document, order.format, config)?, order.output.as_deref())?;
    output::tell(&standing(&document));
    Ok(Outcome::Good)
}

/// The forms begin with the report on 2019, and a year that has not begun has nothing to report.
fn reportable(year: Year, today: Date) -> anyhow::Result<()> {
    if year.start() > today {
        bail!("{year} 年还没有开始，没有年度报告。");
    }
    if year.get() < FIRST_YEAR {
        bail!("{FIRST_YEAR} 年以前的年度报告用的是旧格式，本系统不输出。");
    }
    Ok(())
}

fn bytes(document: &ReportDocument, format: ReportFormat, config: &Config) -> anyhow::Result<Vec<u8>> {
    let print = |paper| {
        let day = document.day(clock::today());
        Printer::new(config).report(paper, document, day).map_err(casework::Error::from).map_err(told)
    };
    Ok(match format {
        ReportFormat::Html => {
            web::report_html(&document.report, &document.title, document.is_draft)?.into_bytes()
        }
        ReportFormat::Pdf => print(Paper::Pdf)?,
        ReportFormat::Docx => print(Paper::Docx)?,
        ReportFormat::Xlsx => print(Paper::Xlsx)?,
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
        (0, _) => format!(
            "《{}》：没有人在工作台新建过，也没有定稿。表中数字按台账现算，文字部分是空的，每页标明“草稿”，不能对外使用。",
            document.title
        ),
        (version, true) => {
            format!("《{}》第{version}版：{}，标为草稿。", document.title, document.state.label())
        }
        (version, false) => format!("《{}》第{version}版：{}。", document.title, document.state.label()),
    }
}
