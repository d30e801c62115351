//! Reports that ours is compared with: the same body's of the year before, other bodies' of the same year.

use std::collections::BTreeMap;

use law::{
    measure::Year,
    report::{Cell, CellKey, Form, Report, fill},
};
use store::{Organ, Read};

use super::{compiled::LastYear, counting};
use crate::Result;

/// Last year's own report: as it was made final, or else as the records of that year give it.
pub(super) async fn last_year(read: &mut Read, organ: &Organ, year: Year) -> Result<Option<LastYear>> {
    let Some(before) = year.previous() else { return Ok(None) };
    if let Some(standing) = read.standing_report(&organ.id, before).await? {
        let report = frozen_report(read, organ, &standing).await?;
        return Ok(Some(LastYear { report, version: Some(standing) }));
    }
    let form = Form::for_year(before.get());
    let counts = counting::counts(read, &organ.id, before, form).await?;
    let report = fill(&organ.name, before.get(), form, &counts).report;
    Ok(Some(LastYear { report, version: None }))
}

/// What the records of the year before give today for each cell.
pub(super) async fn recorded_last_year(
    read: &mut Read,
    organ: &Organ,
    year: Year,
) -> Result<BTreeMap<CellKey, Cell>> {
    let Some(before) = year.previous() else { return Ok(BTreeMap::new()) };
    let form = Form::for_year(before.get());
    let counts = counting::counts(read, &organ.id, before, form).await?;
    Ok(fill(&organ.name, before.get(), form, &counts).recorded)
}

/// A final version as it was frozen.
pub(super) async fn frozen_report(read: &mut Read, organ: &Organ, version: &store::Report) -> Result<Report> {
    let agency = version.agency.as_deref().unwrap_or(&organ.name);
    let mut report = Report::blank(agency, version.year, version.form);
    let cells = read.report_cells(&organ.id, &version.id).await?;
    report.cells.extend(cells.into_iter().map(|stored| (stored.key, stored.cell)));
    for part in read.report_prose(&organ.id, &version.id).await? {
        report.prose.insert(part.section, part.printed.unwrap_or(part.words));
    }
    Ok(report)
}

/// Final reports of the same year of the bodies beside ours, for their wording (K-X-6).
pub(super) async fn siblings(read: &mut Read, organ: &Organ, year: Year) -> Result<Vec<Report>> {
    let Some(parent) = &organ.parent_id else { return Ok(Vec::new()) };
    let mut reports = Vec::new();
    for sibling in read.organs_below(parent).await?.into_iter().filter(|each| each.id != organ.id) {
        if let Some(standing) = read.standing_report(&sibling.id, year).await? {
            reports.push(frozen_report(read, &sibling, &standing).await?);
        }
    }
    Ok(reports)
}
