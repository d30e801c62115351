//! Exporting a register as a spreadsheet that imports back unchanged.

use std::sync::Arc;

use law::register::{Register, Values};
use serde_json::json;
use store::{Act, EventKind, Filter, NewEvent, OrganId, Store};
use tokio::sync::mpsc;

use crate::{Error, Result, ports::Sheets};

/// Rows read at a time.
const CHUNK: u32 = 500;
/// Chunks that may wait for the spreadsheet: however large the register, memory holds few rows.
const WAITING: usize = 4;

/// A register as a file.
#[derive(Debug)]
pub struct Exported {
    /// The XLSX file.
    pub bytes: Vec<u8>,
    /// How many records stand in it.
    pub rows: usize,
}

/// Writes the records that the filter lets through, in the order of their entry, from one snapshot; the ledger keeps
/// who took them out.
///
/// # Errors
/// `UnknownField` for a bad filter; a refusal when there are more rows than a sheet holds.
pub async fn export_register(
    store: &Store,
    organ: &OrganId,
    act: &Act,
    (register, filter): (Register, &Filter),
    sheets: Arc<dyn Sheets>,
) -> Result<Exported> {
    let (send, receive) = mpsc::channel::<Vec<Values>>(WAITING);
    let writing = tokio::task::spawn_blocking(move || {
        let mut receive = receive;
        let mut rows = std::iter::from_fn(|| receive.blocking_recv()).flatten();
        sheets.register(register, &mut rows)
    });
    let mut rows = 0;
    let mut after = 0;
    let mut read = store.read().await?;
    loop {
        let found = read.records_after(organ, register, filter, after, CHUNK).await?;
        let Some(last) = found.last() else { break };
        after = last.recorded_seq;
        rows += found.len();
        // A spreadsheet that gave up takes no more; it says why below.
        if send.send(found.into_iter().map(|row| row.values).collect()).await.is_err() {
            break;
        }
    }
    drop((send, read));
    let written = writing.await.map_err(|_| Error::refused("电子表格没有生成，请再试一次。"))?;
    let bytes = written.map_err(Error::Refused)?;
    let year = filter.year.map(law::measure::Year::get);
    let content = json!({ "register": register.key(), "year": year, "rows": rows });
    let mut write = store.begin(organ).await?;
    write.append(act, NewEvent { kind: EventKind::RegisterExported, subject: None, content }).await?;
    write.commit().await?;
    Ok(Exported { bytes, rows })
}
