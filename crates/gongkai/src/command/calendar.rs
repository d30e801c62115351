//! `gongkai calendar`: public holiday arrangements.

use std::path::Path;

use casework::calendar::{CalendarImport, import_calendar};
use jiff::civil::Date;
use law::calendar::{Notice, WorkCalendar};
use serde_json::json;

use super::act;
use crate::{
    cli::{Outcome, args::Place},
    clock,
    config::Config,
    fault::told,
    input, output, place,
};

/// Imports a file and lists every case whose deadline is another day now.
pub(super) async fn import(file: &Path, order: &Place, config: &Config) -> anyhow::Result<Outcome> {
    let store = place::store(order, config).await?;
    let bytes = input::read_file(file, reading::MAX_TEXT_BYTES)?;
    let text = reading::decode(&bytes).map_err(|fault| anyhow::anyhow!("{}：{fault}", file.display()))?.text;
    let imported = import_calendar(&store, &act(), &text, &clock::new_id).await.map_err(told)?;
    for fault in &imported.faults {
        output::tell(fault);
    }
    if !imported.faults.is_empty() {
        let count = imported.faults.len();
        output::tell(&format!("{}：共 {count} 处问题，没有导入任何安排。", file.display()));
        return Ok(Outcome::Failed);
    }
    say(&imported)?;
    Ok(Outcome::Good)
}

fn say(imported: &CalendarImport) -> anyhow::Result<()> {
    for warning in &imported.warnings {
        output::tell(&format!("请注意：{warning}"));
    }
    for notice in &imported.known {
        output::print(&format!("已经有了，未重复导入：{}", described(notice)))?;
    }
    for notice in &imported.kept {
        output::print(&format!("已导入：{}", described(notice)))?;
    }
    let day = |day: Option<Date>| day.map_or_else(|| "无法计算".to_owned(), |day| day.to_string());
    for organ in &imported.moved {
        output::print(&format!("{}：{} 件的期限有变动", organ.organ_name, organ.cases.len()))?;
        for case in &organ.cases {
            let (register, before, after) = (case.register.label(), day(case.before), day(case.after));
            output::print(&format!("  {register} {}：{before} → {after}", case.source_no))?;
        }
    }
    if imported.moved.is_empty() {
        output::print("没有事项的期限因此变动。")?;
    }
    Ok(())
}

fn described(notice: &Notice) -> String {
    format!("{} {} 年 {}（{} 天）", notice.region.label(), notice.year, notice.citation(), notice.days.len())
}

/// Lists the notices in force.
pub(super) async fn list(order: &Place, json: bool, config: &Config) -> anyhow::Result<Outcome> {
    let calendar = place::calendar(order, config).await?;
    let built_in = WorkCalendar::built_in();
    let is_imported = |notice: &Notice| built_in.notices().all(|known| known != notice);
    if json {
        let notices = calendar.notices().map(|notice| {
            json!({
                "region": notice.region.code(), "year": notice.year, "name": notice.name, "source": notice.source,
                "issued_on": notice.issued_on.map(|day| day.to_string()), "days": notice.days.len(),
                "imported": is_imported(notice),
            })
        });
        output::print_json(&notices.collect::<Vec<_>>())?;
        return Ok(Outcome::Good);
    }
    for notice in calendar.notices() {
        let whence = if is_imported(notice) { "导入" } else { "内置" };
        output::print(&format!("{whence}\t{}", described(notice)))?;
    }
    Ok(Outcome::Good)
}
