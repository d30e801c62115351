//! `gongkai restore`: a backup into an empty place, verified, with its counts.

use std::{
    fs::{self, File},
    io::BufReader,
    path::PathBuf,
};

use law::register::Register;
use store::Location;

use crate::{
    cli::{Outcome, args::Restore},
    config::Config,
    fault::{self, told},
    output, place,
};

/// Chinese names of the tables that are no registers.
const TABLES: &[(&str, &str)] = &[
    ("organ", "机关"),
    ("organ_head", "台账末端"),
    ("unit", "单位"),
    ("person", "人员"),
    ("post", "岗位"),
    ("tenure", "任岗"),
    ("session", "登录"),
    ("calendar_notice", "放假安排"),
    ("calendar_notice_day", "放假安排中的日子"),
    ("event", "台账事件"),
    ("import", "导入"),
    ("report", "年度报告"),
    ("report_cell", "报告单元格"),
    ("report_prose", "报告文字"),
    ("report_number", "报告文字中的数字"),
    ("report_explanation", "核对说明"),
    ("report_remark", "县级意见"),
    ("checked_report", "检查过的报告"),
    ("check_batch", "批量核对"),
    ("check_file", "批量核对的文件"),
    ("check_content", "等待核对的文件内容"),
    ("check_finding", "核对出的问题"),
    ("check_decision", "对核对问题的处理"),
    ("check_letter", "核对意见"),
];

/// Restores all or nothing. A database that was made for it goes away again when it fails.
pub(super) async fn run(order: &Restore, config: &Config) -> anyhow::Result<Outcome> {
    let path = order.file.as_path();
    let unreadable = |error: &std::io::Error| fault::file("读不了备份文件", path, error);
    let file = File::open(path).map_err(|error| unreadable(&error))?;
    if file.metadata().map_err(|error| unreadable(&error))?.is_dir() {
        anyhow::bail!("{} 是目录，不是备份文件。", path.display());
    }
    let location = place::location(&order.place, config)?;
    let made = Made::for_restore(&location);
    let store = place::open(&location).await?;
    let counts = store.load(BufReader::new(file)).await;
    store.close().await;
    let counts = match counts {
        Ok(counts) => counts,
        Err(error) => {
            made.take_away();
            return Err(refused(error));
        }
    };
    let mut rows = 0;
    for table in store::TABLES {
        let count = counts.get(table.name).copied().unwrap_or_default();
        rows += count;
        output::print(&format!("{}\t{count}", label(table.name)))?;
    }
    output::print(&format!("恢复完成并核对无误，共 {rows} 条：{location}"))?;
    Ok(Outcome::Good)
}

fn refused(error: store::Error) -> anyhow::Error {
    match error {
        store::Error::NewerSchema { found, known } => anyhow::anyhow!(
            "备份是新版本程序做的（第 {found} 版，本程序只认识到第 {known} 版）。请用新版本程序恢复。没有写入。"
        ),
        store::Error::OlderSchema { found, known } => anyhow::anyhow!(
            "备份是旧版本程序做的（第 {found} 版，本程序是第 {known} 版）。请用当时的程序恢复，再用本程序升级。没有写入。"
        ),
        other => told(other),
    }
}

fn label(table: &str) -> &str {
    let named = TABLES.iter().find(|(name, _)| *name == table).map(|(_, label)| *label);
    named.or_else(|| Register::from_key(table).map(Register::label)).unwrap_or(table)
}

/// What a restore makes before it begins.
struct Made {
    file: Option<PathBuf>,
    folder: Option<PathBuf>,
}

impl Made {
    fn for_restore(location: &Location) -> Self {
        let Location::Sqlite(file) = location else { return Self { file: None, folder: None } };
        let folder = place::folder_of(location).filter(|folder| !folder.exists());
        Self { file: (!file.exists()).then(|| file.clone()), folder }
    }

    fn take_away(self) {
        let Some(file) = self.file else { return };
        for ending in ["", "-wal", "-shm"] {
            let mut name = file.clone().into_os_string();
            name.push(ending);
            match fs::remove_file(&name) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    tracing::warn!(%error, "what a restore left");
                }
                _ => {}
            }
        }
        if let Some(folder) = self.folder
            && let Err(error) = fs::remove_dir(&folder)
        {
            tracing::debug!(%error, "the folder stays");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_has_a_chinese_name() {
        for table in store::TABLES {
            assert_ne!(label(table.name), table.name);
        }
    }
}
