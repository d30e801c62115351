//! Vouching that a number typed by hand is no statistic.

use law::report::Section;
use store::{Act, OrganId, ReportId, Store};

use super::{
    part::hand_numbers,
    step::{Step, checked},
};
use crate::{Error, Result};

/// Confirms the number with this mark ([`super::HandNumber::mark`]) as no statistic.
///
/// # Errors
/// A refusal when the words have no such number any more, or in another state.
pub async fn confirm_number(
    store: &Store,
    organ: &OrganId,
    act: &Act,
    id: &ReportId,
    (section, mark): (Section, &str),
) -> Result<()> {
    let mut write = store.begin(organ).await?;
    checked(&mut write, organ, id, Step::ConfirmNumber).await?;
    let parts = write.report_prose(organ, id).await?;
    let confirmed = write.confirmed_numbers(organ, id).await?;
    let words = parts.iter().find(|part| part.section == section).map_or("", |part| part.words.as_str());
    let numbers = hand_numbers(section, words, &confirmed);
    let Some(number) = numbers.iter().find(|number| number.mark == mark) else {
        return Err(Error::refused("这个数字或它所在的句子已经改过，请刷新页面后再确认。"));
    };
    if number.confirmed.is_some() {
        return Ok(());
    }
    write.confirm_number(act, id, section, mark).await?;
    Ok(write.commit().await?)
}

/// Takes a confirmation back.
///
/// # Errors
/// `NotFound` when there is none; a refusal in another state.
pub async fn unconfirm_number(
    store: &Store,
    organ: &OrganId,
    act: &Act,
    id: &ReportId,
    (section, mark): (Section, &str),
) -> Result<()> {
    let mut write = store.begin(organ).await?;
    checked(&mut write, organ, id, Step::ConfirmNumber).await?;
    write.unconfirm_number(act, id, section, mark).await?;
    Ok(write.commit().await?)
}
