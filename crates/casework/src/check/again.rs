//! A second look at reports of a batch: last year's report of the same body may have been checked after this year's.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use inspect::{AgencyName, ByAgency};
use law::legal_day;
use serde_json::Value as Json;
use store::{Act, CheckBatchId, CheckedSummary, OpenCheck, OrganId, Page, ReportId, Store};

use super::order::{CheckOrder, replace};
use super::work::WorkHands;
use super::{Checker, examine::examine, finding::text};
use crate::{Error, Result};

/// More reports than a batch has.
const ALL: u32 = 100_000;

/// Looks again at what was checked without its last year's report while that one is there now, batch by batch, and
/// drops the contents that were kept for it. Only batches of which no file waits are looked at; what a stop of the
/// program leaves undone is taken up at the next call.
///
/// # Errors
/// When the store fails.
pub(super) async fn look_again(store: &Store, checker: &Checker, hands: &WorkHands) -> Result<()> {
    let ended = store.read().await?.ended_batches().await?;
    for (organ, batch) in ended {
        let mut read = store.read().await?;
        let files = read.checked_files(&organ, &batch).await?;
        let summaries = read.reports_of_batch(&organ, &batch, Page::first(ALL)).await?;
        drop(read);
        let summaries: BTreeMap<&ReportId, &CheckedSummary> =
            summaries.iter().map(|summary| (&summary.id, summary)).collect();
        let mut known = Bodies::default();
        for (file, report) in files {
            let Some(summary) = summaries.get(&report) else { continue };
            if known.lacks_last_year(store, &organ, summary).await? {
                one(store, checker, hands, (&file, &report)).await?;
            }
        }
        drop_contents(store, &organ, &batch).await?;
    }
    Ok(())
}

async fn drop_contents(store: &Store, organ: &OrganId, batch: &CheckBatchId) -> Result<()> {
    let mut write = store.begin(organ).await?;
    write.drop_check_contents(batch).await?;
    Ok(write.commit().await?)
}

/// The bodies with a checked report, by year, each year asked for once.
#[derive(Default)]
struct Bodies(BTreeMap<i16, ByAgency<ReportId>>);

impl Bodies {
    /// Whether there is a report of the year before that did not lie beside this one when it was checked.
    async fn lacks_last_year(
        &mut self,
        store: &Store,
        organ: &OrganId,
        summary: &CheckedSummary,
    ) -> Result<bool> {
        let (Some(agency), Some(year)) = (&summary.agency, summary.year) else { return Ok(false) };
        let mut read = store.read().await?;
        let before = year.saturating_sub(1);
        if let Entry::Vacant(place) = self.0.entry(before) {
            let mut bodies = ByAgency::default();
            for (id, name) in read.checked_bodies(organ, before).await? {
                bodies.add(AgencyName::of(&name), id);
            }
            place.insert(bodies);
        }
        let found = self.0.get(&before).map(|bodies| !bodies.find(&AgencyName::of(agency)).is_empty());
        Ok(found.unwrap_or_default()
            && !is_compared(&read.checked_report(organ, &summary.id).await?.findings))
    }
}

/// Whether last year's report lay beside: only then are there findings of the rules that compare two years' words.
fn is_compared(findings: &Json) -> bool {
    let all = findings.as_array().map(Vec::as_slice).unwrap_or_default();
    all.iter().any(|finding| text(finding, "rule").starts_with("I-LAST-"))
}

async fn one(
    store: &Store,
    checker: &Checker,
    hands: &WorkHands,
    (file, report): (&OpenCheck, &ReportId),
) -> Result<()> {
    let organ = &file.file.organ;
    let bytes = match store.read().await?.check_content(organ, &file.digest).await {
        Err(store::Error::NotFound(_)) => return Ok(()),
        bytes => bytes?,
    };
    let at = (hands.now)();
    let act = Act { at, on: legal_day(at), person: file.opened_by.clone(), post: None, reason: None };
    let order = CheckOrder { file_name: file.file_name.clone(), bytes, excerpt: file.excerpt };
    let outcome = match examine(store, organ, &act, order, checker).await {
        // It was read once; what the first look found stands.
        Err(Error::Refused(_)) => return Ok(()),
        outcome => outcome?,
    };
    let mut write = store.begin(organ).await?;
    replace(&mut write, &act, &outcome, (report.clone(), Some(file.file.batch.clone()))).await?;
    Ok(write.commit().await?)
}
