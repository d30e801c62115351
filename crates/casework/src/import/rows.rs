//! One row of an imported table: text to a record that is valid by itself.

use jiff::civil::Date;
use law::register::{EXAMPLE_NO, FieldFault, Record, Register, Value, Values};

use super::{RowFault, columns::Columns};
use crate::{personal::personal_faults, ports::SourceRow};

/// A record read from a row, and where it stood.
#[derive(Debug)]
pub(super) struct ReadRecord {
    pub(super) sheet: String,
    pub(super) row: u64,
    pub(super) record: Record,
}

/// Reads one row. `None` for a row without any text (spreadsheets end in many of them) and for the template's
/// example row.
///
/// # Errors
/// Every fault of the row, each with its column.
pub(super) fn read(
    (register, today): (Register, Date),
    columns: &Columns,
    row: &SourceRow,
) -> Result<Option<ReadRecord>, Vec<RowFault>> {
    if row.cells.iter().all(|cell| cell.trim().is_empty()) {
        return Ok(None);
    }
    let fault = |column: &str, message: String| RowFault {
        sheet: row.sheet.clone(),
        row: row.number,
        column: column.to_owned(),
        message,
    };
    let mut values = Values::new();
    let mut faults = Vec::new();
    for (index, column) in &columns.columns {
        let text = row.cells.get(*index).map_or("", String::as_str);
        match column.read(text) {
            Ok(value) => {
                values.insert(column.field.key, value);
            }
            Err(message) => faults.push(fault(column.field.label, message)),
        }
    }
    if values.get("source_no").and_then(Value::as_text) == Some(EXAMPLE_NO) {
        return Ok(None);
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let in_file = |found: FieldFault| {
        let label = register.field(found.field).map_or(found.field, |field| field.label);
        fault(label, found.message)
    };
    match Record::parse(register, &values) {
        Ok(record) => match personal_faults(&record, today) {
            found if !found.is_empty() => Err(found.into_iter().map(in_file).collect()),
            _ => Ok(Some(ReadRecord { sheet: row.sheet.clone(), row: row.number, record })),
        },
        Err(found) => Err(found.into_iter().map(in_file).collect()),
    }
}
