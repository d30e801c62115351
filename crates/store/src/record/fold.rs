//! Records folded from their events: what the tables must equal, and how to make them again.

use std::collections::BTreeMap;

use law::register::Register;

use super::content;
use super::filter::{Filter, Order, Page, Struck};
use super::row::{RecordRef, RecordRow};
use super::table;
use crate::error::{Error, Result};
use crate::ids::{OrganId, RecordId};
use crate::ledger::{EVENT, Event, EventKind};
use crate::read::Read;
use crate::sql::Sql;
use crate::write::Write;

/// Events read at a time.
const CHUNK: i64 = 2_000;
/// Rows read at a time.
const FOLDED: u32 = 5_000;

type Rows = BTreeMap<RecordId, RecordRow>;

impl Read {
    /// The records of a register as their events say, in the order of entry. Cached deadlines are no
    /// events and are absent.
    ///
    /// # Errors
    /// `Other` if the ledger tells a story that cannot be.
    pub async fn fold_records(&mut self, organ: &OrganId, register: Register) -> Result<Vec<RecordRow>> {
        let sql = format!("{EVENT} WHERE organ_id = $1 AND subject = $2 AND seq > $3 ORDER BY seq LIMIT $4");
        let mut rows = Rows::new();
        let mut seq = 0;
        loop {
            let sql = Sql::new(sql.clone()).arg(organ).arg(register.key()).arg(seq).arg(CHUNK);
            let events = self.all(sql, Event::of).await?;
            for event in &events {
                apply(&mut rows, register, event)?;
                seq = event.seq;
            }
            if events.is_empty() {
                let mut rows: Vec<RecordRow> = rows.into_values().collect();
                rows.sort_by_key(|row| row.recorded_seq);
                return Ok(rows);
            }
        }
    }
}

/// A register held against its ledger.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HeldAgainst {
    /// How many records the ledger gives.
    pub records: usize,
    /// The records that stand otherwise than the ledger says, that it does not know, or that are gone.
    pub differing: Vec<RecordRef>,
}

impl Read {
    /// Holds every row of a register against what its events say: figures are counted from rows, and a row that was
    /// changed behind the program's back changes a figure without breaking the chain of events.
    ///
    /// # Errors
    /// As [`Self::fold_records`].
    pub async fn hold_against_ledger(&mut self, organ: &OrganId, register: Register) -> Result<HeldAgainst> {
        let mut folded: Rows =
            self.fold_records(organ, register).await?.into_iter().map(|row| (row.id.clone(), row)).collect();
        let mut held = HeldAgainst { records: folded.len(), ..HeldAgainst::default() };
        let all = Filter { struck: Struck::Shown, ..Filter::default() };
        // Not by number of event, which may have been changed too.
        let mut page = Page { offset: 0, limit: FOLDED };
        loop {
            let rows = self.records(organ, register, &all, &Order::default(), page).await?;
            let Some(next) = page.offset.checked_add(FOLDED).filter(|_| !rows.is_empty()) else { break };
            page.offset = next;
            for row in rows {
                let row = RecordRow { due: None, ..row };
                if folded.remove(&row.id).as_ref() != Some(&row) {
                    held.differing.push(row.reference());
                }
            }
        }
        held.differing.extend(folded.values().map(RecordRow::reference));
        Ok(held)
    }
}

impl Write {
    /// Makes the organ's registers again from its ledger; the number of records. The cached deadlines are
    /// forgotten and have to be computed again.
    ///
    /// # Errors
    /// As [`Read::fold_records`].
    pub async fn rebuild(&mut self) -> Result<u64> {
        let organ = self.organ_id().clone();
        let mut rebuilt = 0;
        for register in Register::ALL.iter().copied() {
            let rows = self.fold_records(&organ, register).await?;
            let delete = format!("DELETE FROM {} WHERE organ_id = $1", register.key());
            self.execute(Sql::new(delete).arg(&organ)).await?;
            let columns = table::columns(register);
            for chunk in rows.chunks(500) {
                let args = chunk.iter().map(|row| row.args(&organ)).collect();
                self.insert(register.key(), &columns, args).await?;
            }
            rebuilt += rows.len() as u64;
        }
        Ok(rebuilt)
    }
}

fn apply(rows: &mut Rows, register: Register, event: &Event) -> Result<()> {
    let Some((_, id)) = &event.subject else { return Ok(()) };
    let id = RecordId::from(id.as_str());
    let strange = || Error::damaged(format!("event {} meets no such record", event.seq));
    match event.kind {
        EventKind::RecordAdded => {
            let row = added(register, id.clone(), event)?;
            if rows.insert(id, row).is_some() {
                return Err(strange());
            }
        }
        EventKind::RecordUndone if content::read_number(&event.content, "back_to").is_none() => {
            rows.remove(&id).ok_or_else(strange)?;
        }
        EventKind::RecordCorrected | EventKind::RecordUndone => {
            let row = rows.get_mut(&id).ok_or_else(strange)?;
            for (key, (_, after)) in content::read_changed(register, &event.content)? {
                row.values.insert(key, after);
            }
            row.unit_id = content::read_text(&event.content, "unit_id").map(Into::into);
            row.changed_seq = content::read_number(&event.content, "back_to").unwrap_or(event.seq);
        }
        EventKind::RecordStruck | EventKind::RecordRestored => {
            let row = rows.get_mut(&id).ok_or_else(strange)?;
            row.struck = event.kind == EventKind::RecordStruck;
            row.changed_seq = event.seq;
        }
        _ => {}
    }
    Ok(())
}

fn added(register: Register, id: RecordId, event: &Event) -> Result<RecordRow> {
    Ok(RecordRow {
        register,
        id,
        values: content::read_values(register, &event.content)?,
        unit_id: content::read_text(&event.content, "unit_id").map(Into::into),
        import_id: content::read_text(&event.content, "import_id").map(Into::into),
        struck: false,
        recorded_seq: event.seq,
        changed_seq: event.seq,
        due: None,
    })
}
