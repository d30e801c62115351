//! Adding records, one or a hundred thousand.

use std::collections::BTreeMap;

use law::register::Register;

use super::content;
use super::row::{NewRecord, RecordRow};
use super::table;
use crate::error::Result;
use crate::ids::UnitId;
use crate::ledger::{Act, Draft, EventKind};
use crate::write::Write;

/// Records written at a time, to keep memory small.
const CHUNK: usize = 500;

impl Write {
    /// Adds a record to its register, with its event.
    ///
    /// # Errors
    /// `Conflict("publication.source_no")` (with the register's key) if the 来源编号 is taken.
    pub async fn add_record(&mut self, act: &Act, new: NewRecord) -> Result<()> {
        let register = new.record.register();
        self.add_records(act, register, vec![new]).await
    }

    /// Adds many records of one register. Between [`Write::begin_import`] and [`Write::end_import`]
    /// they belong to that import.
    ///
    /// # Errors
    /// `Conflict` as [`Write::add_record`]; nothing may be committed after it.
    pub async fn add_records(&mut self, act: &Act, register: Register, new: Vec<NewRecord>) -> Result<()> {
        let units = self.unit_names().await?;
        let import = self.open_import();
        let columns = table::columns(register);
        let mut new = new.into_iter().peekable();
        while new.peek().is_some() {
            let first = self.head.seq + 1;
            let rows: Vec<RecordRow> = (first..)
                .zip(new.by_ref().take(CHUNK))
                .map(|(seq, new)| {
                    let unit_id = new.record.unit().and_then(|unit| units.get(unit)).cloned();
                    let values = new.record.values();
                    let (id, import_id) = (new.id, import.clone());
                    RecordRow {
                        register,
                        id,
                        values,
                        unit_id,
                        import_id,
                        struck: false,
                        recorded_seq: seq,
                        changed_seq: seq,
                        due: None,
                    }
                })
                .collect();
            self.append_all(act, rows.iter().map(draft).collect()).await?;
            let organ = self.organ_id().clone();
            self.count_added(rows.len());
            let args = rows.iter().map(|row| row.args(&organ)).collect();
            self.insert(register.key(), &columns, args).await?;
        }
        Ok(())
    }

    /// The organ's units by name and by code, read once.
    pub(super) async fn unit_names(&mut self) -> Result<BTreeMap<String, UnitId>> {
        if let Some(units) = &self.units {
            return Ok(units.clone());
        }
        let organ = self.organ_id().clone();
        let mut names = BTreeMap::new();
        for unit in self.units(&organ).await? {
            if let Some(code) = unit.code {
                names.insert(code, unit.id.clone());
            }
            names.insert(unit.name, unit.id);
        }
        self.units = Some(names.clone());
        Ok(names)
    }
}

fn draft(row: &RecordRow) -> Draft {
    let unit_id = row.unit_id.as_ref().map(UnitId::as_str);
    let import_id = row.import_id.as_ref().map(crate::ImportId::as_str);
    Draft {
        kind: EventKind::RecordAdded,
        subject: Some((row.register.key(), row.id.to_string())),
        content: content::added(&row.values, unit_id, import_id),
    }
}
