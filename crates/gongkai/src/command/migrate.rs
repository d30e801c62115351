//! `gongkai migrate`: makes the database, or brings its schema up to date.

use store::Store;

use crate::{
    cli::{Outcome, args::Place},
    config::Config,
    fault::told,
    output, place,
};

/// Applies what is missing and says what it was.
pub(super) async fn run(order: &Place, config: &Config) -> anyhow::Result<Outcome> {
    let location = place::location(order, config)?;
    place::make_folder(&location)?;
    let pending = Store::pending(&location).await.map_err(told)?;
    let store = Store::open(&location).await.map_err(told)?;
    store.close().await;
    if pending.is_empty() {
        output::print(&format!("数据库 {location} 已是最新，没有改动。"))?;
    } else {
        output::print(&format!("数据库 {location} 已就绪，执行了 {} 步结构升级。", pending.len()))?;
    }
    Ok(Outcome::Good)
}
