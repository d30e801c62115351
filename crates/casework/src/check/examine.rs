//! Reading a file and applying every rule, with the other reports of the same body that are known here beside it.

use inspect::{AgencyName, Beside, ByAgency, Document, Examined, Options, Shelf};
use sha2::{Digest as _, Sha256};
use store::{Act, OrganId, ReportId, Store};

use super::{Checker, approved::approved, order::CheckOrder, order::Outcome};
use crate::{Error, Result};

/// Reads and checks. First alone, to learn whose report it is and of which year; then again if there is something to
/// lay beside it.
pub(super) async fn examine(
    store: &Store,
    organ: &OrganId,
    act: &Act,
    order: CheckOrder,
    checker: &Checker,
) -> Result<Outcome> {
    let CheckOrder { file_name, bytes, excerpt } = order;
    let digest = sha256(&bytes);
    let options = Options { file: file_name, excerpt };
    let reader = checker.reader.clone();
    let first = waiting(move || {
        let document = reader.read(&bytes).map_err(|unreadable| Error::refused(unreadable.0))?;
        let examined = inspect::examine(&document, &options, Beside::default());
        Ok::<_, Error>((document, options, examined))
    });
    let (document, options, examined) = first.await??;
    let (agency, year) = (examined.checked.agency.clone(), examined.checked.year);
    let (last, approved) = match (agency, year) {
        (Some(agency), Some(year)) => (
            last_year(store, organ, &agency, year).await?,
            approved(store, organ, act.on, (&agency, year), checker).await?,
        ),
        _ => (None, None),
    };
    let again = waiting(move || {
        let examined = match (&last, &approved) {
            (None, None) => examined,
            _ => beside(&document, &options, last, approved),
        };
        (document, examined)
    });
    let (document, examined) = again.await?;
    let lines: Vec<String> = document.lines.into_iter().map(|line| line.text).collect();
    Ok(Outcome { checked: examined.checked, words: lines.join("\n"), digest })
}

/// Runs what takes long where waiting is allowed. A defect of ours becomes a sentence, so that one file does not stop
/// the others.
async fn waiting<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|_| Error::refused("检查这个文件时程序出了错，没有检查。请把文件发给维护人员。"))
}

fn beside(
    document: &Document,
    options: &Options,
    last: Option<(String, String)>,
    approved: Option<Document>,
) -> Examined {
    let shelf = |file: String, document: &Document| {
        let options = Options { file, excerpt: false };
        Shelf::of_one(inspect::examine(document, &options, Beside::default()))
    };
    let last = last.map(|(file, words)| shelf(file, &Document::from_text(&words)));
    let approved = approved.map(|document| shelf("本系统的定稿".to_owned(), &document));
    inspect::examine(document, options, Beside { last_year: last.as_ref(), approved: approved.as_ref() })
}

/// File name and text of the same body's report of the year before, as it was checked here last.
async fn last_year(
    store: &Store,
    organ: &OrganId,
    agency: &str,
    year: i16,
) -> Result<Option<(String, String)>> {
    let mut read = store.read().await?;
    let mut bodies: ByAgency<ReportId> = ByAgency::default();
    for (id, name) in read.checked_bodies(organ, year - 1).await? {
        bodies.add(AgencyName::of(&name), id);
    }
    let found = bodies.find(&AgencyName::of(agency)).first().map(|id| (*id).clone());
    Ok(match found {
        Some(id) => {
            let report = read.checked_report(organ, &id).await?;
            Some((report.summary.file_name, report.words))
        }
        None => None,
    })
}

/// SHA-256, hexadecimal.
pub(super) fn sha256(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}
