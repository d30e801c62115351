//! The report as files; an unfinished one says 草稿 in every form.

use casework::ports::Paper;
use casework::report::document;

use super::opened::Opened;
use crate::fault::{Answer, Fault};
use crate::frame::download;
use crate::report::{copy, report_html};

/// A kind of file.
#[derive(Debug, Clone, Copy)]
enum Kind {
    Html,
    Json,
    Paper(Paper),
}

impl Kind {
    /// By the name at the end of the address.
    fn of(name: &str) -> Result<Self, Fault> {
        match name.strip_prefix("report.") {
            Some("html") => Ok(Self::Html),
            Some("json") => Ok(Self::Json),
            Some(extension) => Paper::from_extension(extension).map(Self::Paper).ok_or(Fault::NotFound),
            None => Err(Fault::NotFound),
        }
    }
}

/// `GET /desk/reports/{year}/{file}`, and the same below `/desk/county/{organ}`.
pub(in crate::desk) async fn show_file(at: Opened) -> Answer {
    let kind = Kind::of(at.param("file")?)?;
    let (state, subject) = (&at.visit.state, &at.subject);
    let document = document(state.store(), &subject.organ, subject.id()).await?;
    match kind {
        Kind::Html => {
            let text = report_html(&document.report, &document.title, document.is_draft)?;
            download("text/html; charset=utf-8", &document.file_name("html"), text.into_bytes())
        }
        Kind::Json => {
            let text = serde_json::to_vec_pretty(&document.to_json())
                .map_err(|error| Fault::Internal(format!("a report as JSON: {error}")))?;
            download("application/json", &document.file_name("json"), text)
        }
        Kind::Paper(paper) => copy(state, paper, document).await,
    }
}
