//! Importing a register: a file of rows becomes records, all of them or none.

mod columns;
mod file;
mod order;
mod plan;
mod rows;

use std::sync::Arc;

use law::{calendar::WorkCalendar, register::Register};
use sha2::{Digest as _, Sha256};
use store::{Act, Import, ImportId, NewImport, NewRecord, OrganId, RecordId, Store, Write};

pub use self::order::{FAULTS_SHOWN, ImportOrder, ImportOutcome, OnProgress, Progress, RowFault, Tools};
use self::{
    file::{Ledger, read_file},
    plan::{Plan, plan},
};
use crate::{Error, Result, deadlines, ports::RowReader};

/// Source numbers looked up, and records written, at a time.
const CHUNK: usize = 500;

/// Imports a file into a register, in one transaction.
///
/// A known 来源编号 with the same content is skipped; with other content it is a fault unless `update`.
/// When anything is wrong, every bad row is named and nothing is written.
///
/// # Errors
/// Only failures of the store and an unreadable file; faults of rows are part of the outcome.
pub async fn import_register(
    store: &Store,
    organ: &OrganId,
    act: &Act,
    order: ImportOrder,
    reader: Arc<dyn RowReader>,
    tools: Tools<'_>,
) -> Result<ImportOutcome> {
    let ImportOrder { register, year, file_name, bytes, dry_run, update } = order;
    let digest = hex::encode(Sha256::digest(&bytes));
    let (name, progress) = (file_name.clone(), Arc::clone(&tools.progress));
    let ledger = Ledger { register, year, today: act.on };
    let read = tokio::task::spawn_blocking(move || read_file(&ledger, &name, bytes, &*reader, &progress));
    let read = read.await.map_err(|_| Error::refused("文件没有读完，请再试一次。"))?;
    let (records, mut outcome) = read.map_err(Error::Refused)?;
    let mut write = store.begin(organ).await?;
    let plan = plan(&mut write, organ, register, records, update, &mut outcome).await?;
    outcome.added = plan.new.len();
    outcome.corrected = plan.corrected.len();
    if outcome.fault_count > 0 || dry_run || (plan.new.is_empty() && plan.corrected.is_empty()) {
        write.rollback().await?;
        return Ok(outcome);
    }
    let id = ImportId::new((tools.new_id)());
    let new = NewImport { id: id.clone(), register, year, file_name, digest };
    write.begin_import(act, new).await?;
    write_plan(&mut write, act, register, plan, &tools).await?;
    write.end_import(act, i64::try_from(outcome.skipped).unwrap_or(i64::MAX)).await?;
    write.commit().await?;
    deadlines::refresh_after(store, organ, tools.calendar).await;
    outcome.import = Some(id);
    Ok(outcome)
}

/// Writes what was planned, chunk by chunk, telling how far it has come.
async fn write_plan(
    write: &mut Write,
    act: &Act,
    register: Register,
    plan: Plan,
    tools: &Tools<'_>,
) -> Result<()> {
    let total = plan.new.len() + plan.corrected.len();
    let mut written = 0;
    let named = |record| NewRecord { id: RecordId::new((tools.new_id)()), record };
    let mut new = plan.new.into_iter().map(named).peekable();
    while new.peek().is_some() {
        let chunk: Vec<NewRecord> = new.by_ref().take(CHUNK).collect();
        written += chunk.len();
        write.add_records(act, register, chunk).await?;
        (tools.progress)(Progress::Written(written, total));
    }
    for chunk in plan.corrected.chunks(CHUNK) {
        written += chunk.len();
        write.correct_records(act, register, chunk.to_vec()).await?;
        (tools.progress)(Progress::Written(written, total));
    }
    Ok(())
}

/// Undoes a whole import.
///
/// # Errors
/// `ChangedSince` when one of its records was changed later; then none is touched.
pub async fn undo_import(
    store: &Store,
    organ: &OrganId,
    act: &Act,
    id: &ImportId,
    calendar: &WorkCalendar,
) -> Result<store::Undone> {
    let mut write = store.begin(organ).await?;
    let undone = write.undo_import(act, id).await?;
    write.commit().await?;
    deadlines::refresh_after(store, organ, calendar).await;
    Ok(undone)
}

/// The imports of an organ, newest first.
///
/// # Errors
/// Failures of the store.
pub async fn imports(store: &Store, organ: &OrganId, page: store::Page) -> Result<Vec<Import>> {
    Ok(store.read().await?.imports(organ, page).await?)
}
