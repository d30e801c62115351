//! Looking at a report.

use law::measure::Year;
use store::{OrganId, Read, ReportId, Store};

use super::{compile::compile, compiled::Compiled, frozen::read_frozen};
use crate::{Error, Result};

/// A version with everything known about it.
///
/// # Errors
/// `NotFound`.
pub async fn view(store: &Store, organ: &OrganId, id: &ReportId) -> Result<Compiled> {
    view_in(&mut store.read().await?, organ, id).await
}

/// The version that stands for a year: the latest final one, or else the latest; where nobody has opened
/// one, the figures as the records give them, without words. A correction under way does not take the place
/// of what was published.
///
/// # Errors
/// `NotFound` for an unknown organ.
pub async fn view_year(store: &Store, organ: &OrganId, year: Year) -> Result<Compiled> {
    let mut read = store.read().await?;
    let mut version = read.standing_report(organ, year).await?;
    if version.is_none() {
        version = read.latest_report(organ, year).await?;
    }
    if let Some(version) = version {
        return view_in(&mut read, organ, &version.id).await;
    }
    let organ = read.organ(organ).await?;
    compile(&mut read, organ, year, None).await
}

pub(super) async fn view_in(read: &mut Read, organ: &OrganId, id: &ReportId) -> Result<Compiled> {
    let version = read.report(organ, id).await?;
    let organ = read.organ(organ).await?;
    if version.state.is_frozen() {
        return read_frozen(read, organ, version).await;
    }
    let year = year_of(&version)?;
    compile(read, organ, year, Some(version)).await
}

/// The year of a version, which was checked when it was opened.
pub(super) fn year_of(version: &store::Report) -> Result<Year> {
    Year::new(i64::from(version.year))
        .ok_or_else(|| Error::refused(format!("{}年不是可以报告的年度。", version.year)))
}
