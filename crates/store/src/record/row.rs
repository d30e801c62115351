//! A record as a row of its register's table.

use jiff::civil::Date;
use law::register::{FieldFault, Record, Register, Value, Values};

use crate::error::Result;
use crate::ids::{ImportId, OrganId, RecordId, UnitId};
use crate::instant;
use crate::row::Row;
use crate::sql::Arg;

/// A record to be written, checked by [`Record::parse`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRecord {
    /// Made by the caller.
    pub id: RecordId,
    /// What stands in it.
    pub record: Record,
}

/// Enough of a record to name it to a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordRef {
    /// Its identifier.
    pub id: RecordId,
    /// 来源编号.
    pub source_no: String,
}

/// A deadline as last computed. It is a function of the record, the rules and the calendar; the row
/// keeps it only to sort by and to count lateness.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueCache {
    /// The last day; none where the calendar of a year is missing, or no clock runs.
    pub due: Option<Date>,
    /// [`law::calendar::WorkCalendar::version`] of the calendar it was computed with.
    pub calendar_version: String,
}

/// A record as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordRow {
    /// Its register.
    pub register: Register,
    /// Its identifier.
    pub id: RecordId,
    /// Every field of the register.
    pub values: Values,
    /// The unit that the field `unit` named when the record was written, if there was one.
    pub unit_id: Option<UnitId>,
    /// The import that brought it.
    pub import_id: Option<ImportId>,
    /// Whether it was struck and no longer counts.
    pub struck: bool,
    /// Number of the event that added it; orders records by their entry.
    pub recorded_seq: i64,
    /// Number of the event that gave it its present values.
    pub changed_seq: i64,
    /// Its cached deadline; none before it was computed, and in registers without deadlines.
    pub due: Option<DueCache>,
}

impl RecordRow {
    /// The typed record. Rows were parsed before they were written; a fault means that the law's table
    /// has become stricter since.
    ///
    /// # Errors
    /// The faults.
    pub fn record(&self) -> std::result::Result<Record, Vec<FieldFault>> {
        Record::parse(self.register, &self.values)
    }

    /// A field's value, [`Value::Null`] for one that the register does not have.
    #[must_use]
    pub fn value(&self, key: &str) -> &Value {
        self.values.get(key).unwrap_or(&Value::Null)
    }

    /// 来源编号.
    #[must_use]
    pub fn source_no(&self) -> &str {
        self.value("source_no").as_text().unwrap_or_default()
    }

    /// Its name for a person.
    #[must_use]
    pub fn reference(&self) -> RecordRef {
        RecordRef { id: self.id.clone(), source_no: self.source_no().to_owned() }
    }

    /// Reads what [`super::select`] selects, by position: registers are read by the hundred thousand.
    pub(crate) fn of(register: Register, row: &Row) -> Result<Self> {
        let fields = register.fields();
        let mut values = Values::new();
        for (position, field) in fields.iter().enumerate() {
            let value = match row.at(position + 1, field.kind.is_number())? {
                Arg::Text(Some(text)) => Value::Text(text),
                Arg::Int(Some(number)) => Value::Int(number),
                Arg::Text(None) | Arg::Int(None) => Value::Null,
            };
            values.insert(field.key, value);
        }
        let text = |position: usize| -> Result<Option<String>> {
            Ok(match row.at(position, false)? {
                Arg::Text(text) => text,
                Arg::Int(_) => None,
            })
        };
        let number = |position: usize| -> Result<i64> {
            Ok(match row.at(position, true)? {
                Arg::Int(number) => number.unwrap_or_default(),
                Arg::Text(_) => 0,
            })
        };
        let after = fields.len() + 1;
        let due = match super::has_due(register) {
            true => cached(text(after + 5)?, text(after + 6)?)?,
            false => None,
        };
        Ok(Self {
            register,
            id: text(0)?.unwrap_or_default().into(),
            values,
            unit_id: text(after)?.map(UnitId::from),
            import_id: text(after + 1)?.map(ImportId::from),
            struck: number(after + 2)? != 0,
            recorded_seq: number(after + 3)?,
            changed_seq: number(after + 4)?,
            due,
        })
    }

    /// The arguments of an INSERT with the columns of [`super::table::columns`].
    pub(super) fn args(&self, organ: &OrganId) -> Vec<Arg> {
        let fields = self.register.fields();
        let mut args = Vec::with_capacity(fields.len() + 7);
        args.push(organ.into());
        args.push((&self.id).into());
        args.extend(fields.iter().map(|field| Arg::of(self.value(field.key), field.kind.is_number())));
        args.push(self.unit_id.as_ref().into());
        args.push(self.import_id.as_ref().into());
        args.push(self.struck.into());
        args.push(self.recorded_seq.into());
        args.push(self.changed_seq.into());
        args
    }
}

fn cached(due: Option<String>, version: Option<String>) -> Result<Option<DueCache>> {
    let Some(calendar_version) = version else { return Ok(None) };
    let due = due.as_deref().map(instant::day_from_text).transpose()?;
    Ok(Some(DueCache { due, calendar_version }))
}
