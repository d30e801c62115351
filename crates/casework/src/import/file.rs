//! Reading the whole file before anything is written.

use std::{collections::BTreeMap, ops::ControlFlow};

use law::{
    measure::Year,
    register::{Record, Register},
};

use super::{
    columns::Columns,
    order::{ImportOutcome, OnProgress, Progress, RowFault},
    rows::{self, ReadRecord},
};
use crate::ports::RowReader;

/// What the file is the ledger of.
pub(super) struct Ledger {
    pub(super) register: Register,
    pub(super) year: Year,
    /// The day of the import: what is public on it is looked through.
    pub(super) today: law::Date,
}

/// Reads the whole file: records that are valid by themselves, and every fault.
///
/// # Errors
/// A Chinese sentence when the file as a whole cannot be read.
pub(super) fn read_file(
    ledger: &Ledger,
    name: &str,
    bytes: Vec<u8>,
    reader: &dyn RowReader,
    progress: &OnProgress,
) -> Result<(Vec<ReadRecord>, ImportOutcome), String> {
    let mut records = Vec::new();
    let mut outcome = ImportOutcome::default();
    let mut columns: Option<Columns> = None;
    let mut seen: BTreeMap<String, u64> = BTreeMap::new();
    reader.each_row(name, bytes, &mut |row| {
        let Some(known) = &columns else {
            match Columns::of(ledger.register, &row) {
                Ok(found) => columns = Some(found),
                Err(faults) => {
                    outcome.fault(faults);
                    return ControlFlow::Break(());
                }
            }
            return ControlFlow::Continue(());
        };
        match rows::read((ledger.register, ledger.today), known, &row) {
            Ok(None) => {}
            Err(faults) => outcome.fault(faults),
            Ok(Some(read)) => match misplaced(&read, ledger.year, &mut seen) {
                Some(fault) => outcome.fault(vec![fault]),
                None => records.push(read),
            },
        }
        progress(Progress::Read(records.len()));
        ControlFlow::Continue(())
    })?;
    if columns.is_none() && outcome.fault_count == 0 {
        return Err("文件里没有表头。请先下载模板，按模板填写。".to_owned());
    }
    if records.is_empty() && outcome.fault_count == 0 {
        return Err("文件里只有表头，没有可导入的行。".to_owned());
    }
    Ok((records, outcome))
}

/// A fault that shows only beside the year and the other rows: the same number twice, or another year's record.
fn misplaced(read: &ReadRecord, year: Year, seen: &mut BTreeMap<String, u64>) -> Option<RowFault> {
    let fault = |key: &str, message: String| {
        let field = read.record.register().field(key);
        let column = field.map_or_else(String::new, |field| field.label.to_owned());
        RowFault { sheet: read.sheet.clone(), row: read.row, column, message }
    };
    let number = read.record.source_no();
    if let Some(first) = seen.insert(number.to_owned(), read.row) {
        return Some(fault("source_no", format!("“{number}”与第 {first} 行重复，请改成不同的编号")));
    }
    let (key, found) = year_of(&read.record)?;
    let wanted = year.get();
    (found != wanted)
        .then(|| fault(key, format!("是 {found} 年的，这次导入的是 {wanted} 年台账；请核对年度")))
}

/// The year a record belongs to, and the field that says so; none for a draft without a day.
fn year_of(record: &Record) -> Option<(&'static str, i16)> {
    if let Record::DeclaredFigure(figure) = record {
        return i16::try_from(figure.year).ok().map(|year| ("year", year));
    }
    store::date_fields(record.register()).iter().find_map(|key| {
        let day: law::Date = record.value(key).as_text()?.parse().ok()?;
        Some((*key, day.year()))
    })
}
