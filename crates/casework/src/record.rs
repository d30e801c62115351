//! Adding, correcting and striking records at the desk, each as an event with who, when and why.

use law::{
    calendar::WorkCalendar,
    register::{Record, Register, Values},
};
use store::{Act, NewRecord, OrganId, RecordId, RecordRow, Store};

use crate::{
    Error, Result, deadlines,
    personal::{personal_faults, without_personal},
};

/// Adds a record and computes its deadline.
///
/// # Errors
/// [`Error::Invalid`] with every fault by field, numbers of persons in what the portal shows among them; a fault at
/// `source_no` when the number is taken.
pub async fn add_record(
    store: &Store,
    organ: &OrganId,
    act: &Act,
    (register, values): (Register, &Values),
    id: RecordId,
    calendar: &WorkCalendar,
) -> Result<()> {
    let record = without_personal(parse(register, values)?, act.on)?;
    let mut write = store.begin(organ).await?;
    write.add_record(act, NewRecord { id, record }).await.map_err(taken)?;
    write.commit().await?;
    deadlines::refresh_after(store, organ, calendar).await;
    Ok(())
}

/// Replaces what stands in a record; the event keeps what stood before. Whether anything changed.
///
/// `seen_seq` is the event number of the record as the person saw it ([`RecordRow::changed_seq`]): whoever corrects
/// what somebody else has corrected meanwhile is told, and loses nothing.
///
/// # Errors
/// As [`add_record`]; a refusal when the record was changed meanwhile, is struck, or no reason is given.
pub async fn correct_record(
    store: &Store,
    organ: &OrganId,
    act: &Act,
    (register, values): (Register, &Values),
    (id, seen_seq): (&RecordId, i64),
    calendar: &WorkCalendar,
) -> Result<bool> {
    needs_reason(act, "请写明更正的原因。")?;
    let record = without_personal(parse(register, values)?, act.on)?;
    let mut write = store.begin(organ).await?;
    let known = write.record(organ, register, id).await?;
    if known.struck {
        return Err(Error::refused("这条记录已经作废，不能更正。请先恢复。"));
    }
    if known.changed_seq != seen_seq {
        return Err(Error::refused("这条记录刚被别人改过。请重新打开，核对后再改；您填写的内容还在下面。"));
    }
    let changed = write.correct_record(act, id, &record).await.map_err(taken)?;
    write.commit().await?;
    deadlines::refresh_after(store, organ, calendar).await;
    Ok(changed)
}

/// Strikes a record (作废): it no longer counts and stays readable.
///
/// # Errors
/// A refusal without a reason; `AlreadyDone`; `NotFound`.
pub async fn strike_record(
    store: &Store,
    organ: &OrganId,
    act: &Act,
    register: Register,
    id: &RecordId,
) -> Result<()> {
    needs_reason(act, "请写明作废的原因。")?;
    let mut write = store.begin(organ).await?;
    write.strike_record(act, register, id).await?;
    Ok(write.commit().await?)
}

/// Lets a struck record count again.
///
/// # Errors
/// As [`strike_record`].
pub async fn restore_record(
    store: &Store,
    organ: &OrganId,
    act: &Act,
    register: Register,
    id: &RecordId,
) -> Result<()> {
    needs_reason(act, "请写明恢复的原因。")?;
    let mut write = store.begin(organ).await?;
    // What was entered before such numbers were looked for is not shown again unseen.
    if let Ok(record) = write.record(organ, register, id).await?.record()
        && let Some(fault) = personal_faults(&record, act.on).into_iter().next()
    {
        let label = register.field(fault.field).map_or(fault.field, |field| field.label);
        return Err(Error::refused(format!(
            "不能恢复：“{label}”{}。请隐去后作为新的一条登记。",
            fault.message
        )));
    }
    write.restore_record(act, register, id).await?;
    Ok(write.commit().await?)
}

/// A record with its history, newest event last.
///
/// # Errors
/// `NotFound`.
pub async fn record_with_history(
    store: &Store,
    organ: &OrganId,
    register: Register,
    id: &RecordId,
) -> Result<(RecordRow, Vec<store::Event>)> {
    let mut read = store.read().await?;
    let row = read.record(organ, register, id).await?;
    let events = read.events_of(organ, &store::Subject::record(register, id)).await?;
    Ok((row, events))
}

fn parse(register: Register, values: &Values) -> Result<Record> {
    Record::parse(register, values).map_err(Error::Invalid)
}

fn needs_reason(act: &Act, sentence: &str) -> Result<()> {
    match act.reason.as_deref().map(str::trim) {
        Some(reason) if !reason.is_empty() => Ok(()),
        _ => Err(Error::field("reason", sentence)),
    }
}

/// A taken 来源编号 is a fault of that field, not of the database.
fn taken(error: store::Error) -> Error {
    match error {
        store::Error::Conflict(_) => {
            Error::field("source_no", "已有这个编号，请换一个，或去更正原有的记录。")
        }
        other => other.into(),
    }
}
