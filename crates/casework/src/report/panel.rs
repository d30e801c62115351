//! Every number that words may name, with its value: what the panel 数据核对 offers to whoever writes.

use std::collections::BTreeSet;

use law::{
    measure,
    report::{fill, prose::Name},
};
use store::{OrganId, ReportId, Store};

use super::{compile, compiled::NamedFigure, counting, view::year_of};
use crate::Result;

/// The whole measures for the year of an open version, in agreement with its cells.
///
/// # Errors
/// `NotFound`.
pub async fn nameable_figures(store: &Store, organ: &OrganId, id: &ReportId) -> Result<Vec<NamedFigure>> {
    let mut read = store.read().await?;
    let version = read.report(organ, id).await?;
    let organ = read.organ(organ).await?;
    let year = year_of(&version)?;
    let counts = counting::counts(&mut read, &organ.id, year, version.form).await?;
    let filled = fill(&organ.name, year.get(), version.form, &counts);
    let whole = measure::all().filter(|measure| measure.is_whole);
    let names: BTreeSet<Name> = whole.map(compile::whole).collect();
    let named = compile::named(&mut read, &organ, year, &names, &filled, None).await?;
    Ok(compile::figures(names, &named.amounts))
}
