//! Our own 定稿 of the same body and year, to be laid beside the published file.

use inspect::{AgencyName, Document};
use law::{Date, measure::Year};
use store::{OrganId, Store};

use super::Checker;
use crate::{Result, ports::Paper, report};

/// The approved version as a document, if the body is this organ or one below it. It is printed and read back, so that
/// it is seen with the same eyes as the file. Where it cannot be printed it is left out.
pub(super) async fn approved(
    store: &Store,
    organ: &OrganId,
    today: Date,
    (agency, year): (&str, i16),
    checker: &Checker,
) -> Result<Option<Document>> {
    let (Some(typesetter), Some(year)) = (checker.typesetter.clone(), Year::new(year.into())) else {
        return Ok(None);
    };
    let name = AgencyName::of(agency);
    let mut read = store.read().await?;
    let mut organs = vec![read.organ(organ).await?];
    organs.extend(read.organs_below(organ).await?);
    let Some(body) = organs.into_iter().find(|body| AgencyName::of(&body.name).is_same(&name)) else {
        return Ok(None);
    };
    let Some(standing) = read.standing_report(&body.id, year).await? else { return Ok(None) };
    drop(read);
    let document = report::document(store, &body.id, &standing.id).await?;
    let reader = checker.reader.clone();
    let printed = tokio::task::spawn_blocking(move || {
        let day = document.day(today);
        let bytes = typesetter.report(Paper::Docx, &document, day).ok()?;
        reader.read(&bytes).ok()
    });
    Ok(printed.await.ok().flatten())
}
