//! 定稿: cells, words and the calendar's version are frozen under a hash.

use law::{
    calendar::{Notice, WorkCalendar},
    report::{CellKey, Source, source},
};
use store::{Act, CellOrigin, Freeze, OrganId, Read, ReportCell, ReportId, Store};

use super::{
    blocker::Blocker,
    compiled::Compiled,
    frozen::frozen_hash,
    step::{Step, checked},
    view::view_in,
};
use crate::Result;

/// What came of asking for 定稿.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finalised {
    /// The version is final, under this SHA-256, hexadecimal.
    Done(String),
    /// It is not: everything that stops it, at least one. Nothing was written.
    Stopped(Vec<Blocker>),
    /// It is not: it is no longer what was seen. Nothing was written.
    Changed,
}

/// Makes a version final, or says all that stops it. What is approved is what was seen: `seen` is its
/// [`Compiled::digest`].
///
/// # Errors
/// `NotFound`; a refusal in another state.
pub async fn finalise(
    store: &Store,
    organ: &OrganId,
    act: &Act,
    id: &ReportId,
    seen: &str,
) -> Result<Finalised> {
    let mut write = store.begin(organ).await?;
    checked(&mut write, organ, id, Step::Finalise).await?;
    let compiled = view_in(&mut write, organ, id).await?;
    if compiled.digest() != seen {
        write.rollback().await?;
        return Ok(Finalised::Changed);
    }
    if !compiled.blockers.is_empty() {
        write.rollback().await?;
        return Ok(Finalised::Stopped(compiled.blockers));
    }
    let calendar_version = calendar_version(&mut write).await?;
    let hash = frozen_hash(&compiled.report, &calendar_version);
    write.store_cells(act, id, &cells(&compiled)).await?;
    let printed = compiled.parts.iter().map(|part| (part.section, part.printed.clone())).collect();
    let agency = compiled.report.agency.clone();
    let freeze = Freeze { agency, calendar_version, hash: hash.clone(), printed };
    write.finalise_report(act, id, &freeze).await?;
    write.commit().await?;
    Ok(Finalised::Done(hash))
}

/// Version of the calendar now in force.
async fn calendar_version(read: &mut Read) -> Result<String> {
    let notices: Vec<Notice> = read.notices().await?.into_iter().map(|imported| imported.notice).collect();
    Ok(WorkCalendar::built_in().with_notices(&notices).version())
}

fn cells(compiled: &Compiled) -> Vec<ReportCell> {
    let cell = |(key, cell): (&CellKey, &law::report::Cell)| ReportCell {
        key: *key,
        cell: cell.clone(),
        origin: origin(compiled, *key),
    };
    compiled.report.cells.iter().map(cell).collect()
}

fn origin(compiled: &Compiled, key: CellKey) -> CellOrigin {
    match source(compiled.report.form, key) {
        _ if compiled.by_hand.contains(&key) => CellOrigin::Declared,
        Some(Source::Measured { .. }) => CellOrigin::Measure,
        Some(Source::Declared { .. }) => CellOrigin::Declared,
        Some(Source::Sum(_)) | None => CellOrigin::Typed,
    }
}
