//! The report as a spreadsheet, through the port that makes it.

use std::sync::Arc;

use casework::report::ReportDocument;

use crate::fault::{Answer, Fault};
use crate::frame::download;
use crate::state::State;

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The file, to be saved.
pub(crate) async fn spreadsheet(state: &State, document: ReportDocument) -> Answer {
    let sheets = Arc::clone(&state.engines().report_sheets);
    let name = format!("{}.xlsx", document.title);
    let made =
        tokio::task::spawn_blocking(move || sheets(&document.report, &document.title, document.is_draft));
    let bytes =
        made.await.map_err(|error| Fault::Internal(format!("a spreadsheet was not made: {error}")))?;
    download(XLSX, &name, bytes.map_err(Fault::Internal)?)
}
