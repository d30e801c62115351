//! What a checked report gives to take along: the letter as PDF or document, and the text with its findings marked.

use std::sync::Arc;

use axum::extract::Path;
use casework::check::{decided, print_letter};
use casework::ports::Paper;
use serde_json::Value as Json;
use store::{CheckStanding, CheckedReport, ReportId};

use super::{agency_words, form_words};
use crate::desk::visit::Visit;
use crate::fault::{Answer, Fault};
use crate::frame::download;
use crate::report::{About, annotated};

/// The kinds of file that a letter is made as.
pub(super) const LETTERS: [Paper; 2] = [Paper::Docx, Paper::Pdf];

/// `GET /desk/checks/{id}/letter/{file}`: the letter as kept, `letter.docx` or `letter.pdf`.
pub(in crate::desk) async fn show_letter_file(
    Path((id, file)): Path<(String, String)>,
    Visit { state, signed, .. }: Visit,
) -> Answer {
    let kind = file.strip_prefix("letter.").and_then(Paper::from_extension);
    let kind = kind.filter(|kind| LETTERS.contains(kind)).ok_or(Fault::NotFound)?;
    let typesetter = Arc::clone(&state.engines().typesetter);
    let (organ, id) = (&signed.seat.organ_id, ReportId::new(id));
    let (name, bytes) = print_letter(state.store(), organ, &id, kind, typesetter).await?;
    download(kind.media_type(), &name, bytes)
}

/// `GET /desk/checks/{id}/annotated.html`: the text with each finding marked at its place, without those that somebody
/// dismissed, since it is handed on.
pub(in crate::desk) async fn show_annotated(
    Path(id): Path<String>,
    Visit { state, signed, .. }: Visit,
) -> Answer {
    let organ = &signed.seat.organ_id;
    let mut read = state.store().read().await?;
    let report = read.checked_report(organ, &ReportId::new(id)).await?;
    let decisions = decided(&mut read, organ, &report).await?;
    drop(read);
    let CheckedReport { summary, words, findings } = report;
    let all = findings.as_array().map(Vec::as_slice).unwrap_or_default();
    let is_dismissed =
        |at: usize| decisions.get(&at).is_some_and(|decision| decision.standing == CheckStanding::Dismissed);
    let standing = all.iter().enumerate().filter(|(at, _)| !is_dismissed(*at));
    let findings = Json::Array(standing.map(|(_, finding)| finding.clone()).collect());
    let about = About {
        file: &summary.file_name,
        agency: summary.agency.as_deref(),
        year: summary.year,
        form: form_words(summary.form.as_deref()),
        reasons: &[],
        error: None,
    };
    let page = annotated(&words, &findings, &about)?;
    let year = summary.year.map(|year| format!("{year}年")).unwrap_or_default();
    let name = format!("{}{year}年度报告标注本.html", agency_words(summary.agency.as_deref()));
    download("text/html; charset=utf-8", &name, page.into_bytes())
}
