//! Correcting a published report: a new version beside the old.

use store::{Act, NewReport, OrganId, ReportId, Store};

use super::{
    step::{Step, checked},
    view::year_of,
};
use crate::{Error, Result};

/// Opens the next version as a draft with the words, confirmations and reasons of the published one. Its
/// figures are counted from the records as they are now. The old version stays in force until the new one is
/// published.
///
/// # Errors
/// `Invalid` when the act gives no reason; a refusal when the version is not published or a correction is
/// under way.
pub async fn correct(
    store: &Store,
    organ: &OrganId,
    act: &Act,
    id: &ReportId,
    new: ReportId,
) -> Result<store::Report> {
    if act.reason.as_ref().is_none_or(|reason| reason.trim().is_empty()) {
        return Err(Error::field("reason", "请写明为什么要更正。".to_owned()));
    }
    let mut write = store.begin(organ).await?;
    let old = checked(&mut write, organ, id, Step::Correct).await?;
    let year = year_of(&old)?;
    let latest = write.latest_report(organ, year).await?;
    if let Some(later) = latest.filter(|latest| latest.version > old.version) {
        return Err(Error::refused(format!(
            "{year}年度已有更新的第{}版（{}），请在那一版上修改。",
            later.version,
            later.state.label()
        )));
    }
    let report = write.open_report(act, &NewReport { id: new.clone(), year, form: old.form }).await?;
    for part in write.report_prose(organ, id).await? {
        write.write_prose(act, &new, part.section, &part.words).await?;
    }
    for number in write.confirmed_numbers(organ, id).await? {
        write.confirm_number(act, &new, number.section, &number.mark).await?;
    }
    for explanation in write.explanations(organ, id).await? {
        let place = (explanation.rule.as_str(), explanation.place.as_str());
        write.explain(act, &new, place, &explanation.reason).await?;
    }
    write.commit().await?;
    Ok(report)
}
