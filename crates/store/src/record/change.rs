//! Correcting, striking and restoring records.

use law::register::{Record, Register, Values};

use super::content::{self, Changed};
use super::row::RecordRow;
use super::table;
use crate::error::{Error, Result};
use crate::ids::{RecordId, UnitId};
use crate::ledger::{Act, Draft, EventKind};
use crate::sql::{Arg, Sql};
use crate::write::Write;

/// Records read and corrected at a time.
const CHUNK: usize = 100;

impl Write {
    /// Replaces what stands in a record; whether anything changed. The event keeps each changed field
    /// with what stood before, and the cached deadline is forgotten.
    ///
    /// # Errors
    /// `NotFound`; `Conflict` if the new 来源编号 is taken.
    pub async fn correct_record(&mut self, act: &Act, id: &RecordId, record: &Record) -> Result<bool> {
        let corrected =
            self.correct_records(act, record.register(), vec![(id.clone(), record.clone())]).await?;
        Ok(corrected > 0)
    }

    /// Replaces what stands in many records of one register; how many really changed.
    ///
    /// # Errors
    /// As [`Write::correct_record`].
    pub async fn correct_records(
        &mut self,
        act: &Act,
        register: Register,
        records: Vec<(RecordId, Record)>,
    ) -> Result<usize> {
        let units = self.unit_names().await?;
        let organ = self.organ_id().clone();
        let mut corrected = 0;
        for chunk in records.chunks(CHUNK) {
            let ids: Vec<RecordId> = chunk.iter().map(|(id, _)| id.clone()).collect();
            let mut rows = self.records_by_id(&organ, register, &ids).await?;
            let mut drafts = Vec::new();
            for (id, record) in chunk {
                let row = rows.get_mut(id).ok_or(Error::NotFound("record"))?;
                let values = record.values();
                let changed = content::difference(register, &row.values, &values);
                if changed.is_empty() {
                    continue;
                }
                let previous = row.changed_seq;
                row.unit_id = record.unit().and_then(|unit| units.get(unit)).cloned();
                row.values = values;
                row.changed_seq = self.head.seq + 1 + drafts.len() as i64;
                self.store_row(row).await?;
                drafts.push(draft(row, &changed, previous));
            }
            corrected += drafts.len();
            self.append_all(act, drafts).await?;
        }
        self.count_corrected(corrected);
        Ok(corrected)
    }

    /// Strikes a record: it no longer counts and stays readable. The act says why.
    ///
    /// # Errors
    /// `NotFound`; `AlreadyDone` if it was struck.
    pub async fn strike_record(&mut self, act: &Act, register: Register, id: &RecordId) -> Result<()> {
        self.set_struck(act, register, id, true).await
    }

    /// Lets a struck record count again.
    ///
    /// # Errors
    /// `NotFound`; `AlreadyDone` if it was not struck.
    pub async fn restore_record(&mut self, act: &Act, register: Register, id: &RecordId) -> Result<()> {
        self.set_struck(act, register, id, false).await
    }

    async fn set_struck(&mut self, act: &Act, register: Register, id: &RecordId, struck: bool) -> Result<()> {
        let organ = self.organ_id().clone();
        let row = self.record(&organ, register, id).await?;
        if row.struck == struck {
            return Err(Error::AlreadyDone("record"));
        }
        let kind = if struck { EventKind::RecordStruck } else { EventKind::RecordRestored };
        let subject = Some((register.key(), id.to_string()));
        let seq = self.append_all(act, vec![Draft { kind, subject, content: "{}".to_owned() }]).await?;
        let sql = format!(
            "UPDATE {} SET struck = $1, changed_seq = $2 WHERE organ_id = $3 AND id = $4",
            register.key()
        );
        self.change("record", Sql::new(sql).arg(struck).arg(seq).arg(&organ).arg(id)).await
    }

    /// Writes a row's present values, unit and event number over the stored ones.
    pub(super) async fn store_row(&mut self, row: &RecordRow) -> Result<()> {
        let organ = self.organ_id().clone();
        let mut sql = Sql::new(format!("UPDATE {} SET ", row.register.key()));
        for field in row.register.fields() {
            sql.push(field.key).push(" = ");
            sql.bind(Arg::of(row.value(field.key), field.kind.is_number())).push(", ");
        }
        if table::has_due(row.register) {
            sql.push("due_cache = NULL, calendar_version = NULL, ");
        }
        sql.push("unit_id = ").bind(row.unit_id.as_ref());
        sql.push(", changed_seq = ").bind(row.changed_seq);
        sql.push(" WHERE organ_id = ").bind(&organ);
        sql.push(" AND id = ").bind(&row.id);
        self.change("record", sql).await
    }
}

fn draft(row: &RecordRow, changed: &Changed, previous: i64) -> Draft {
    Draft {
        kind: EventKind::RecordCorrected,
        subject: Some((row.register.key(), row.id.to_string())),
        content: content::corrected(changed, row.unit_id.as_ref().map(UnitId::as_str), previous),
    }
}

/// `values` with the changes taken back.
pub(super) fn taken_back(mut values: Values, changed: &Changed) -> Values {
    for (key, (before, _)) in changed {
        values.insert(key, before.clone());
    }
    values
}
