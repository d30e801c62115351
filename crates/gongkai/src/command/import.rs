//! `gongkai import`: a file of rows into a register, a template for it, or an import undone.

use std::path::Path;

use casework::{
    import::{FAULTS_SHOWN, ImportOrder, ImportOutcome, Tools, import_register, undo_import},
    organ::find_organ,
    ports::Typesetter as _,
};
use store::{ImportId, Organ, Store};

use super::{act, register, year};
use crate::{
    cli::{Outcome, Usage, args::Import},
    clock,
    config::Config,
    fault::told,
    input, output, place,
    printer::Printer,
    progress, reader,
};

/// Runs whichever of the three was asked for.
pub(super) async fn run(order: &Import, config: &Config) -> anyhow::Result<Outcome> {
    if let Some(kind) = &order.template {
        let bytes =
            Printer::new(config).template(register(kind)?).map_err(casework::Error::from).map_err(told)?;
        output::document(&bytes, order.output.as_deref())?;
        return Ok(Outcome::Good);
    }
    let Some(organ) = order.organ.as_deref() else { return Err(missing(order).into()) };
    if let Some(id) = &order.undo {
        let store = place::store(&order.place, config).await?;
        let organ = find_organ(&mut store.read().await.map_err(told)?, organ).await.map_err(told)?;
        return undo(&store, &organ, &ImportId::new(id.clone())).await;
    }
    let register = register(order.kind.as_deref().ok_or_else(|| missing(order))?)?;
    let file = order.file.as_deref().ok_or_else(|| missing(order))?;
    let year = year(order.year.ok_or_else(|| missing(order))?)?;
    let store = place::store(&order.place, config).await?;
    let organ = find_organ(&mut store.read().await.map_err(told)?, organ).await.map_err(told)?;
    let bytes = input::read_file(file, reading::rows::MAX_FILE_BYTES)?;
    let (dry_run, update) = (order.dry_run, order.update);
    let file_name = input::name_of(file);
    let outcome =
        bring_in(&store, &organ, ImportOrder { register, year, file_name, bytes, dry_run, update }).await;
    let outcome = outcome.map_err(|error| match error {
        casework::Error::Refused(why) => anyhow::anyhow!("{}：{why}", file.display()),
        other => told(other),
    })?;
    say(&outcome, order, &organ, file)
}

/// All that an import still needs, so that nobody learns of it piece by piece.
fn missing(order: &Import) -> Usage {
    let file_needed = order.undo.is_none();
    let needed = [
        ("<登记簿>", file_needed && order.kind.is_none()),
        ("<文件>", file_needed && order.file.is_none()),
        ("--organ <机关>", order.organ.is_none()),
        ("--year <年度>", file_needed && order.year.is_none()),
    ];
    let names: Vec<&str> = needed.into_iter().filter(|(_, missing)| *missing).map(|(name, _)| name).collect();
    Usage(format!("缺少：{}。\n加上 --help 查看用法。", names.join("、")))
}

/// Imports, with a progress bar, and computes the deadlines of what came in.
async fn bring_in(store: &Store, organ: &Organ, order: ImportOrder) -> casework::Result<ImportOutcome> {
    let calendar = casework::calendar::calendar_in_force(store).await?;
    let (bar, progress) = progress::of_import();
    let tools = Tools { calendar: &calendar, new_id: &clock::new_id, progress };
    let outcome = import_register(store, &organ.id, &act(), order, reader::reader(), tools).await;
    bar.finish_and_clear();
    outcome
}

fn say(outcome: &ImportOutcome, order: &Import, organ: &Organ, file: &Path) -> anyhow::Result<Outcome> {
    for fault in &outcome.faults {
        output::tell(&fault.to_string());
    }
    if outcome.fault_count > 0 {
        if outcome.fault_count > outcome.faults.len() {
            output::tell(&format!("以上是前 {FAULTS_SHOWN} 处。"));
        }
        output::tell(&format!("{}：共 {} 处问题，没有写入任何记录。", file.display(), outcome.fault_count));
        return Ok(Outcome::Failed);
    }
    let ImportOutcome { added, corrected, skipped, .. } = outcome;
    let counts = format!("新增 {added} 条，更新 {corrected} 条，内容相同跳过 {skipped} 条");
    match &outcome.import {
        Some(id) => {
            output::print(&format!("{}：{counts}。导入编号 {id}", organ.name))?;
            output::tell(&format!("如需撤销：gongkai import --undo {id} --organ {}", organ.name));
        }
        None if order.dry_run => output::print(&format!("{}：检查通过，将{counts}。没有写入。", organ.name))?,
        None => output::print(&format!("{}：{counts}。没有需要写入的。", organ.name))?,
    }
    Ok(Outcome::Good)
}

async fn undo(store: &Store, organ: &Organ, id: &ImportId) -> anyhow::Result<Outcome> {
    let calendar = casework::calendar::calendar_in_force(store).await.map_err(told)?;
    let undone = undo_import(store, &organ.id, &act(), id, &calendar).await.map_err(|error| match error {
        casework::Error::Store(store::Error::NotFound(_)) => {
            anyhow::anyhow!("{} 没有编号为 {id} 的导入。", organ.name)
        }
        casework::Error::Store(store::Error::AlreadyDone(_)) => anyhow::anyhow!("这次导入已经撤销过了。"),
        casework::Error::Store(store::Error::ChangedSince(records)) => {
            let named: Vec<&str> = records.iter().take(10).map(|record| record.source_no.as_str()).collect();
            let more = if records.len() > named.len() { "等" } else { "" };
            anyhow::anyhow!(
                "不能撤销：这次导入的记录中有 {} 条后来改过（{}{more}）。请先核对这些记录。没有改动任何记录。",
                records.len(),
                named.join("、")
            )
        }
        other => told(other),
    })?;
    output::print(&format!(
        "{}：已撤销。移出 {} 条，恢复原内容 {} 条。",
        organ.name, undone.removed, undone.taken_back
    ))?;
    Ok(Outcome::Good)
}
