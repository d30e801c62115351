//! Comparing what was read with what is known: new, the same, or changed.

use law::register::{Record, Register, Value, Values};
use store::{OrganId, RecordId};

use super::{
    CHUNK,
    order::{ImportOutcome, RowFault},
    rows::ReadRecord,
};
use crate::Result;

/// What is to be written.
pub(super) struct Plan {
    pub(super) new: Vec<Record>,
    pub(super) corrected: Vec<(RecordId, Record)>,
}

/// Compares what was read with what is known.
pub(super) async fn plan(
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
    let column = "来源编号".to_owned();
    outcome.fault(vec![RowFault { sheet: read.sheet.clone(), row: read.row, column, message }]);
}

/// The labels of the fields that differ, the first three by name.
fn differing(register: Register, known: &Values, record: &Record) -> String {
    let differs = |key: &'static str| known.get(key).unwrap_or(&Value::Null) != &record.value(key);
    let labels: Vec<&str> =
        register.fields().iter().filter(|field| differs(field.key)).map(|field| field.label).collect();
    let named: Vec<String> = labels.iter().take(3).map(|label| format!("“{label}”")).collect();
    let more = if labels.len() > 3 { format!("等 {} 项", labels.len()) } else { String::new() };
    format!("{}{more}", named.join(""))
}
