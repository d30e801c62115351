//! `gongkai export`: a register as a spreadsheet.

use std::sync::Arc;

use casework::{export::export_register, organ::find_organ};
use store::Filter;

use super::{act, register, year};
use crate::{
    adapter::Tables,
    cli::{Outcome, args::Export},
    config::Config,
    fault::told,
    output, place,
};

/// Writes the file, or the spreadsheet to standard output.
pub(super) async fn run(order: &Export, config: &Config) -> anyhow::Result<Outcome> {
    let register = register(&order.kind)?;
    let year = order.year.map(year).transpose()?;
    let store = place::store(&order.place, config).await?;
    let organ = find_organ(&mut store.read().await.map_err(told)?, &order.organ).await.map_err(told)?;
    let filter = Filter { year, ..Filter::default() };
    let exported = export_register(&store, &organ.id, &act(), (register, &filter), Arc::new(Tables)).await;
    let exported = exported.map_err(told)?;
    output::document(&exported.bytes, order.output.as_deref())?;
    output::tell(&format!("{}：导出“{}” {} 条。", organ.name, register.label(), exported.rows));
    Ok(Outcome::Good)
}
