//! Opening a report: the first version for a year, as a draft on the form of that year.

use law::{measure::Year, report::Form};
use store::{Act, NewReport, OrganId, ReportId, Store};

use crate::{Error, Result};

/// Opens the report of a year.
///
/// # Errors
/// A refusal when there is one already, or when the year has not begun.
pub async fn open(
    store: &Store,
    organ: &OrganId,
    act: &Act,
    year: Year,
    id: ReportId,
) -> Result<store::Report> {
    if year.start() > act.on {
        return Err(Error::refused(format!("{year}年还没有开始，不能新建这一年度的报告。")));
    }
    let mut write = store.begin(organ).await?;
    if let Some(known) = write.latest_report(organ, year).await? {
        return Err(Error::refused(format!(
            "{year}年度的报告已经有了（第{}版，{}）。",
            known.version,
            known.state.label()
        )));
    }
    let new = NewReport { id, year, form: Form::for_year(year.get()) };
    let report = write.open_report(act, &new).await?;
    write.commit().await?;
    Ok(report)
}
