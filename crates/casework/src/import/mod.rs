//! Importing a register: a file of rows becomes records, all of them or none.

mod columns;
mod rows;

use std::{collections::BTreeMap, fmt, ops::ControlFlow, sync::Arc};

use law::{
    measure::Year,
    register::{Record, Register, Value},
};
use sha2::{Digest as _, Sha256};
use store::{Act, Import, ImportId, NewImport, NewRecord, OrganId, RecordId, Store};

use self::{columns::Columns, rows::ReadRecord};
use crate::{Error, Result, ports::RowReader};

/// Faults kept for the reader; the rest are only counted.
pub const FAULTS_SHOWN: usize = 500;
/// Source numbers looked up at a time.
const CHUNK: usize = 500;

/// What is to be imported, and how.
#[derive(Debug)]
pub struct ImportOrder {
    /// Into which register.
    pub register: Register,
    /// The year that the file is the ledger of.
    pub year: Year,
    /// The file's name, kept with the import.
    pub file_name: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// Check only, write nothing.
    pub dry_run: bool,
    /// Correct known records whose content differs, instead of refusing.
    pub update: bool,
}

/// A fault of the file: where it stands and what to do. `Display` is one Chinese line.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct RowFault {
    /// Name of the sheet.
    pub sheet: String,
    /// Row as a person sees it in the file, from 1; 0 when the file as a whole is meant.
    pub row: u64,
    /// Header of the column; empty when the row as a whole is meant.
    pub column: String,
    /// What is wrong and what to do.
    pub message: String,
}

impl fmt::Display for RowFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.row == 0 {
            return write!(f, "{}。", self.message.trim_end_matches('。'));
        }
        write!(f, "工作表“{}”第 {} 行", self.sheet, self.row)?;
        if !self.column.is_empty() {
            write!(f, "“{}”", self.column)?;
        }
        write!(f, "：{}。", self.message.trim_end_matches('。'))
    }
}

/// What came of an import.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct ImportOutcome {
    /// The import, by which it can be undone; none when nothing was written.
    pub import: Option<ImportId>,
    /// Records added (or that would be, in a dry run).
    pub added: usize,
    /// Known records corrected.
    pub corrected: usize,
    /// Known records with the same content.
    pub skipped: usize,
    /// Faults in the order of the file, at most [`FAULTS_SHOWN`]. When there is one, nothing was written.
    pub faults: Vec<RowFault>,
    /// How many faults there are in all.
    pub fault_count: usize,
}

/// How far an import has come, for a progress bar.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Progress {
    /// So many rows were read.
    Read(usize),
    /// So many of so many records were written.
    Written(usize, usize),
}

/// Receives progress.
pub type OnProgress = Arc<dyn Fn(Progress) + Send + Sync>;

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
    let digest = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let (name, progress) = (file_name.clone(), Arc::clone(&tools.progress));
    let read =
        tokio::task::spawn_blocking(move || read_file(register, year, &name, bytes, &*reader, &progress));
    let read =
        read.await.map_err(|_| Error::refused("文件没有读完，请再试一次。"))?.map_err(Error::Refused)?;
    let mut outcome =
        ImportOutcome { fault_count: read.fault_count, faults: read.faults, ..Default::default() };
    let mut write = store.begin(organ).await?;
    let plan = plan(&mut write, organ, register, read.records, update, &mut outcome).await?;
    outcome.added = plan.new.len();
    outcome.corrected = plan.corrected.len();
    if outcome.fault_count > 0 || dry_run || (plan.new.is_empty() && plan.corrected.is_empty()) {
        write.rollback().await?;
        return Ok(outcome);
    }
    let id = ImportId::new((tools.new_id)());
    let new = NewImport { id: id.clone(), register, year, file_name, digest };
    write.begin_import(act, new).await?;
    let total = plan.new.len() + plan.corrected.len();
    let mut written = 0;
    let mut new = plan
        .new
        .into_iter()
        .map(|record| NewRecord { id: RecordId::new((tools.new_id)()), record })
        .peekable();
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
    write.end_import(act, i64::try_from(outcome.skipped).unwrap_or(i64::MAX)).await?;
    write.commit().await?;
    outcome.import = Some(id);
    Ok(outcome)
}

/// What an act that makes many records is handed.
#[derive(Clone)]
pub struct Tools<'a> {
    /// Makes an identifier.
    pub new_id: &'a (dyn Fn() -> String + Send + Sync),
    /// Hears of progress.
    pub progress: OnProgress,
}

struct ReadFile {
    records: Vec<ReadRecord>,
    faults: Vec<RowFault>,
    fault_count: usize,
}

impl ReadFile {
    fn fault(&mut self, faults: Vec<RowFault>) {
        self.fault_count += faults.len();
        let room = FAULTS_SHOWN.saturating_sub(self.faults.len());
        self.faults.extend(faults.into_iter().take(room));
    }
}

/// Reads the whole file: records that are valid by themselves, and every fault.
fn read_file(
    register: Register,
    year: Year,
    name: &str,
    bytes: Vec<u8>,
    reader: &dyn RowReader,
    progress: &OnProgress,
) -> std::result::Result<ReadFile, String> {
    let mut file = ReadFile { records: Vec::new(), faults: Vec::new(), fault_count: 0 };
    let mut columns: Option<Columns> = None;
    let mut seen: BTreeMap<String, u64> = BTreeMap::new();
    reader.each_row(name, bytes, &mut |row| {
        let Some(known) = &columns else {
            match Columns::of(register, &row) {
                Ok(found) => columns = Some(found),
                Err(faults) => {
                    file.fault(faults);
                    return ControlFlow::Break(());
                }
            }
            return ControlFlow::Continue(());
        };
        match rows::read(register, known, &row) {
            Ok(None) => {}
            Err(faults) => file.fault(faults),
            Ok(Some(read)) => match misplaced(&read, year, &mut seen) {
                Some(fault) => file.fault(vec![fault]),
                None => file.records.push(read),
            },
        }
        progress(Progress::Read(file.records.len()));
        ControlFlow::Continue(())
    })?;
    if columns.is_none() && file.fault_count == 0 {
        return Err("文件里没有表头。请先下载模板，按模板填写。".to_owned());
    }
    if file.records.is_empty() && file.fault_count == 0 {
        return Err("文件里只有表头，没有可导入的行。".to_owned());
    }
    Ok(file)
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

struct Plan {
    new: Vec<Record>,
    corrected: Vec<(RecordId, Record)>,
}

/// Compares what was read with what is known.
async fn plan(
    read: &mut store::Read,
    organ: &OrganId,
    register: Register,
    records: Vec<ReadRecord>,
    update: bool,
    outcome: &mut ImportOutcome,
) -> Result<Plan> {
    let mut plan = Plan { new: Vec::new(), corrected: Vec::new() };
    let mut records = records.into_iter().peekable();
    while records.peek().is_some() {
        let chunk: Vec<ReadRecord> = records.by_ref().take(CHUNK).collect();
        let numbers: Vec<String> = chunk.iter().map(|read| read.record.source_no().to_owned()).collect();
        let mut known = read.records_by_source_no(organ, register, &numbers).await?;
        for read in chunk {
            let Some(row) = known.remove(read.record.source_no()) else {
                plan.new.push(read.record);
                continue;
            };
            if !row.struck && row.values == read.record.values() {
                outcome.skipped += 1;
            } else if row.struck {
                conflict(outcome, &read, "这个编号的记录已经作废；请先恢复那条记录，或换一个编号".to_owned());
            } else if update {
                plan.corrected.push((row.id, read.record));
            } else {
                let changed = differing(register, &row.values, &read.record);
                conflict(
                    outcome,
                    &read,
                    format!("已有这个编号，但{changed}不同；要按文件更新，请选“更新已有记录”（--update）"),
                );
            }
        }
    }
    Ok(plan)
}

fn conflict(outcome: &mut ImportOutcome, read: &ReadRecord, message: String) {
    outcome.fault_count += 1;
    if outcome.faults.len() < FAULTS_SHOWN {
        let column = "来源编号".to_owned();
        outcome.faults.push(RowFault { sheet: read.sheet.clone(), row: read.row, column, message });
    }
}

/// The labels of the fields that differ, the first three by name.
fn differing(register: Register, known: &law::register::Values, record: &Record) -> String {
    let differs = |key: &'static str| known.get(key).unwrap_or(&Value::Null) != &record.value(key);
    let labels: Vec<&str> =
        register.fields().iter().filter(|field| differs(field.key)).map(|field| field.label).collect();
    let named: Vec<String> = labels.iter().take(3).map(|label| format!("“{label}”")).collect();
    let more = if labels.len() > 3 { format!("等 {} 项", labels.len()) } else { String::new() };
    format!("{}{more}", named.join(""))
}

/// Undoes a whole import.
///
/// # Errors
/// `ChangedSince` when one of its records was changed later; then none is touched.
pub async fn undo_import(store: &Store, organ: &OrganId, act: &Act, id: &ImportId) -> Result<store::Undone> {
    let mut write = store.begin(organ).await?;
    let undone = write.undo_import(act, id).await?;
    write.commit().await?;
    Ok(undone)
}

/// The imports of an organ, newest first.
///
/// # Errors
/// Failures of the store.
pub async fn imports(store: &Store, organ: &OrganId, page: store::Page) -> Result<Vec<Import>> {
    Ok(store.read().await?.imports(organ, page).await?)
}
