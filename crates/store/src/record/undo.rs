//! Taking a whole import back.

use std::collections::BTreeMap;

use law::register::Register;

use super::change::taken_back;
use super::content::{self, Changed};
use super::row::RecordRef;
use crate::error::{Error, Result};
use crate::ids::{ImportId, RecordId, UnitId};
use crate::import::{Import, Undone};
use crate::ledger::{Act, Draft, EVENT, Event, EventKind, NewEvent, Subject};
use crate::sql::Sql;
use crate::write::Write;

/// Events read and records taken back at a time.
const CHUNK: i64 = 1_000;

impl Write {
    /// Undoes an import: the records it added leave the register, those it corrected get back what stood
    /// before. All or nothing: if one of them was changed later, none is touched.
    ///
    /// # Errors
    /// `NotFound`; `AlreadyDone`; `ChangedSince` with the records that were changed.
    pub async fn undo_import(&mut self, act: &Act, id: &ImportId) -> Result<Undone> {
        let organ = self.organ_id().clone();
        let import = self.import(&organ, id).await?;
        if import.undone_at.is_some() {
            return Err(Error::AlreadyDone("import"));
        }
        let changed = self.changed_since(&import).await?;
        if !changed.is_empty() {
            return Err(Error::ChangedSince(changed));
        }
        let undone = self.take_back(act, &import).await?;
        let sql = "UPDATE import SET undone_at = $1, undone_by = $2 WHERE organ_id = $3 AND id = $4";
        let sql = Sql::new(sql).arg(act.at).arg(act.person.as_ref()).arg(&organ).arg(id);
        self.change("import", sql).await?;
        let content = serde_json::json!({
            "register": import.register.key(), "removed": undone.removed, "taken_back": undone.taken_back,
        });
        let event = NewEvent { kind: EventKind::ImportUndone, subject: Some(Subject::import(id)), content };
        self.append(act, event).await?;
        Ok(undone)
    }

    /// Records that the import touched and somebody changed after it.
    async fn changed_since(&mut self, import: &Import) -> Result<Vec<RecordRef>> {
        let table = import.register.key();
        let sql = format!(
            "SELECT id, source_no FROM {table} WHERE organ_id = $1 AND changed_seq > $2 AND id IN \
             (SELECT subject_id FROM event WHERE organ_id = $1 AND seq >= $3 AND seq <= $2 AND subject = $4) \
             ORDER BY recorded_seq"
        );
        let organ = self.organ_id().clone();
        let sql = Sql::new(sql).arg(&organ).arg(import.last_seq).arg(import.first_seq).arg(table);
        self.all(sql, |row| Ok(RecordRef { id: row.id("id")?, source_no: row.text("source_no")? })).await
    }

    async fn take_back(&mut self, act: &Act, import: &Import) -> Result<Undone> {
        let organ = self.organ_id().clone();
        let register = import.register;
        let sql = format!(
            "DELETE FROM {} WHERE organ_id = $1 AND import_id = $2 AND recorded_seq >= $3",
            register.key()
        );
        let sql = Sql::new(sql).arg(&organ).arg(&import.id).arg(import.first_seq);
        let removed = self.execute(sql).await?;
        let mut undone = Undone { removed, taken_back: 0 };
        let (mut seq, last) = (import.first_seq - 1, import.last_seq);
        loop {
            let sql = format!(
                "{EVENT} WHERE organ_id = $1 AND subject = $2 AND seq > $3 AND seq <= $4 ORDER BY seq LIMIT $5"
            );
            let sql = Sql::new(sql).arg(&organ).arg(register.key()).arg(seq).arg(last).arg(CHUNK);
            let events = self.all(sql, Event::of).await?;
            let Some(latest) = events.last() else { return Ok(undone) };
            seq = latest.seq;
            undone.taken_back += self.take_events_back(act, register, &events).await?;
        }
    }

    async fn take_events_back(&mut self, act: &Act, register: Register, events: &[Event]) -> Result<u64> {
        let units = self.unit_names().await?;
        let organ = self.organ_id().clone();
        let corrected = events.iter().filter(|event| event.kind == EventKind::RecordCorrected);
        let ids: Vec<RecordId> = corrected.filter_map(record_id).collect();
        let mut rows: BTreeMap<_, _> = self.records_by_id(&organ, register, &ids).await?;
        let mut drafts = Vec::new();
        let mut taken_back = 0;
        for event in events {
            let Some(id) = record_id(event) else { continue };
            let content = match (event.kind, rows.get_mut(&id)) {
                (EventKind::RecordAdded, _) => "{}".to_owned(),
                (EventKind::RecordCorrected, Some(row)) => {
                    let changed = content::read_changed(register, &event.content)?;
                    row.values = taken_back_values(row, &changed);
                    let unit = row.value("unit").as_text().and_then(|unit| units.get(unit));
                    row.unit_id = unit.cloned();
                    row.changed_seq = content::read_number(&event.content, "previous").unwrap_or(event.seq);
                    self.store_row(row).await?;
                    taken_back += 1;
                    let unit_id = row.unit_id.as_ref().map(UnitId::as_str);
                    content::undone(&swapped(changed), unit_id, row.changed_seq)
                }
                _ => continue,
            };
            let subject = Some((register.key(), id.to_string()));
            drafts.push(Draft { kind: EventKind::RecordUndone, subject, content });
        }
        self.append_all(act, drafts).await?;
        Ok(taken_back)
    }
}

fn record_id(event: &Event) -> Option<RecordId> {
    event.subject.as_ref().map(|(_, id)| RecordId::from(id.as_str()))
}

fn taken_back_values(row: &super::RecordRow, changed: &Changed) -> law::register::Values {
    taken_back(row.values.clone(), changed)
}

fn swapped(changed: Changed) -> Changed {
    changed.into_iter().map(|(key, (before, after))| (key, (after, before))).collect()
}
