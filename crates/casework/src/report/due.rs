//! By when a body publishes its annual report: the law's day, or that of the county's notice (T13–T15).

use law::Date;
use law::clock::report::{Reporter, TOWNSHIP_DEFAULT, annual_report_due};
use store::{Organ, OrganKind, Read};

use crate::{Result, portal::PortalSettings};

/// The day of a year by which a body publishes, and who says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportDay {
    /// Month and day of the following year.
    pub day: (i8, i8),
    /// The organ that set it; none where it is the law's, or the default that stands in for a notice.
    pub set_by: Option<String>,
}

/// The day for this organ: a township follows the organ above, else what it has entered itself, else 31 January.
/// Everybody else has the law's day.
///
/// # Errors
/// Failures of the store.
pub async fn report_day(read: &mut Read, organ: &Organ) -> Result<ReportDay> {
    let lawful = |day| Ok(ReportDay { day, set_by: None });
    match organ.kind {
        OrganKind::Department => return lawful((1, 31)),
        OrganKind::County | OrganKind::City | OrganKind::Province => return lawful((3, 31)),
        OrganKind::Township => {}
    }
    if let Some(above) = &organ.parent_id {
        let above = read.organ(above).await?;
        if let Some(day) = day_set(&above) {
            return Ok(ReportDay { day, set_by: Some(above.name) });
        }
    }
    Ok(match day_set(organ) {
        Some(day) => ReportDay { day, set_by: Some(organ.name.clone()) },
        None => ReportDay { day: TOWNSHIP_DEFAULT, set_by: None },
    })
}

/// The last day for publishing the report on a year.
///
/// # Errors
/// Failures of the store; a year without a following one.
pub async fn report_due(read: &mut Read, organ: &Organ, year: i16) -> Result<Date> {
    let day = report_day(read, organ).await?.day;
    Ok(annual_report_due(year, reporter(organ.kind), day)?)
}

/// The rule by which an organ of this kind reports, for the words beside a day.
#[must_use]
pub const fn reporter(kind: OrganKind) -> Reporter {
    match kind {
        OrganKind::Township => Reporter::Township,
        OrganKind::Department => Reporter::Department,
        OrganKind::County | OrganKind::City | OrganKind::Province => Reporter::SupervisingOffice,
    }
}

/// The day that this organ has entered: `01-28`.
#[must_use]
pub fn day_set(organ: &Organ) -> Option<(i8, i8)> {
    let settings = PortalSettings::of(organ);
    let (month, day) = settings.report_day.split_once('-')?;
    Some((month.parse().ok()?, day.parse().ok()?))
}
