//! Exporting a register: as a spreadsheet that imports back unchanged, or as a ledger for paper.

use std::sync::Arc;

use law::register::Values;
use serde_json::json;
use store::{Act, EventKind, Filter, NewEvent, OrganId, Store};
use tokio::sync::mpsc;

use crate::{
    Error, Result,
    ports::{RegisterCopy, Typesetter},
};

/// Rows read at a time.
const CHUNK: u32 = 500;
/// Chunks that may wait for the file to be made: however large the register, memory holds few rows.
const WAITING: usize = 4;

/// A register as a file.
#[derive(Debug)]
pub struct Exported {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many records stand in it.
    pub rows: usize,
}

/// Writes the records that the filter lets through, in the order of their entry, from one snapshot; the ledger keeps
/// who took them out.
///
/// # Errors
/// `UnknownField` for a bad filter; a refusal when there are more rows than the paper holds, or when it cannot be
/// made here.
pub async fn export_register(
    store: &Store,
    organ: &OrganId,
    act: &Act,
    filter: &Filter,
    (copy, typesetter): (RegisterCopy, Arc<dyn Typesetter>),
) -> Result<Exported> {
    let (register, paper) = (copy.register, copy.paper);
    let (send, receive) = mpsc::channel::<Vec<Values>>(WAITING);
    let writing = tokio::task::spawn_blocking(move || {
        let mut receive = receive;
        let mut rows = std::iter::from_fn(|| receive.blocking_recv()).flatten();
        typesetter.register(&copy, &mut rows)
    });
    let mut rows = 0;
    let mut after = 0;
    let mut read = store.read().await?;
    loop {
        let found = read.records_after(organ, register, filter, after, CHUNK).await?;
        let Some(last) = found.last() else { break };
        after = last.recorded_seq;
        rows += found.len();
        // Who gave up takes no more; it says why below.
        if send.send(found.into_iter().map(|row| row.values).collect()).await.is_err() {
            break;
        }
    }
    drop((send, read));
    let bytes = writing.await.map_err(|error| Error::Unmade(error.to_string()))??;
    let year = filter.year.map(law::measure::Year::get);
    let content =
        json!({ "register": register.key(), "year": year, "rows": rows, "format": paper.extension() });
    let mut write = store.begin(organ).await?;
    write.append(act, NewEvent { kind: EventKind::RegisterExported, subject: None, content }).await?;
    write.commit().await?;
    Ok(Exported { bytes, rows })
}
