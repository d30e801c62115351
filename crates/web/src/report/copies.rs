//! The report as a file for the hand: PDF, document or spreadsheet, through the port that makes them.

use std::sync::Arc;

use casework::ports::{Paper, Unprinted};
use casework::report::ReportDocument;

use crate::fault::{Answer, Fault};
use crate::frame::download;
use crate::state::State;

/// A kind of file as a page offers it.
#[derive(Debug, Clone)]
pub(crate) struct Offer {
    pub(crate) label: &'static str,
    pub(crate) href: String,
    /// Why it cannot be had here; a Chinese sentence.
    pub(crate) missing: Option<String>,
}

/// The kinds of file there are, each under the address that `address` gives for its ending.
pub(crate) fn offers(state: &State, address: impl Fn(&str) -> String) -> Vec<Offer> {
    let offer = |paper: &Paper| Offer {
        label: paper.label(),
        href: address(paper.extension()),
        missing: state.engines().typesetter.ready(*paper).err(),
    };
    Paper::ALL.iter().map(offer).collect()
}

/// The file, to be saved. It is made anew each time, since a draft changes.
pub(crate) async fn copy(state: &State, paper: Paper, document: ReportDocument) -> Answer {
    let name = document.file_name(paper.extension());
    let bytes = print(state, paper, document).await?;
    download(paper.media_type(), &name, bytes)
}

/// The file of a published version, which does not change: it is kept for the next who asks.
pub(crate) async fn public_copy(state: &State, paper: Paper, document: ReportDocument) -> Answer {
    let name = document.file_name(paper.extension());
    let key = format!("{} {}", paper.extension(), document.to_json());
    let made = state.shelf().get(key, || print(state, paper, document)).await?;
    download(paper.media_type(), &name, made)
}

async fn print(state: &State, paper: Paper, document: ReportDocument) -> Result<Vec<u8>, Fault> {
    let typesetter = Arc::clone(&state.engines().typesetter);
    let day = document.day(state.today());
    let made = tokio::task::spawn_blocking(move || typesetter.report(paper, &document, day));
    match made.await.map_err(|error| Fault::Internal(format!("a file was not made: {error}")))? {
        Ok(bytes) => Ok(bytes),
        Err(Unprinted::Refused(sentence)) => Err(Fault::Conflict(sentence)),
        Err(Unprinted::Broken(words)) => Err(Fault::Internal(words)),
    }
}
