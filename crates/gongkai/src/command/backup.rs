//! `gongkai backup`: everything in one file, while the desk serves.

use std::io::BufWriter;

use serde_json::json;
use store::{EventKind, NewEvent, OrganId, Store};

use super::act;
use crate::{
    cli::{Outcome, args::Backup},
    config::Config,
    fault::{self, told},
    output::{self, Unfinished},
    place,
};

/// Writes the backup beside its place and puts it there when it is whole; an existing file is never touched.
pub(super) async fn run(order: &Backup, config: &Config) -> anyhow::Result<Outcome> {
    let path = order.file.as_path();
    if path.exists() && !path.is_dir() {
        anyhow::bail!("{} 已经有了，没有覆盖。请换一个文件名。", path.display());
    }
    let store = place::store(&order.place, config).await?;
    let unfinished = Unfinished::beside(path)?;
    let refused = |error: &std::io::Error| fault::file("写不了备份文件", path, error);
    let file = unfinished.create_private().map_err(|error| refused(&error))?;
    let mut out = BufWriter::new(file);
    let counts = store.dump(&mut out).await.map_err(told)?;
    let file = out.into_inner().map_err(|error| refused(error.error()))?;
    file.sync_all().map_err(|error| refused(&error))?;
    unfinished.put().map_err(|error| refused(&error))?;
    let rows: u64 = counts.values().sum();
    output::print(&format!("备份完成：{}，{} 张表，共 {rows} 条。", path.display(), counts.len()))?;
    if let Err(error) = remember(&store, rows).await {
        output::tell(&format!("备份文件是好的，只是没有记入台账：{}", told(error)));
    }
    Ok(Outcome::Good)
}

async fn remember(store: &Store, rows: u64) -> store::Result<()> {
    let mut write = store.begin(&OrganId::system()).await?;
    let event = NewEvent { kind: EventKind::BackupMade, subject: None, content: json!({ "rows": rows }) };
    write.append(&act(), event).await?;
    write.commit().await
}
