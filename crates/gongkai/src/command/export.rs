//! `gongkai export`: a register as a spreadsheet or on paper.

use std::sync::Arc;

use casework::{
    export::export_register,
    organ::find_organ,
    ports::{RegisterCopy, Typesetter},
};
use store::Filter;

use super::{act, register, year};
use crate::{
    cli::{Outcome, args::Export},
    clock,
    config::Config,
    fault::told,
    output, place,
    printer::Printer,
};

/// Writes the file, or its bytes to standard output.
pub(super) async fn run(order: &Export, config: &Config) -> anyhow::Result<Outcome> {
    let register = register(&order.kind)?;
    let year = order.year.map(year).transpose()?;
    let store = place::store(&order.place, config).await?;
    let organ = find_organ(&mut store.read().await.map_err(told)?, &order.organ).await.map_err(told)?;
    let filter = Filter { year, ..Filter::default() };
    let copy = RegisterCopy {
        paper: order.format.into(),
        register,
        organ: organ.name.clone(),
        filter: year.map(|year| format!("年度：{year}年")).unwrap_or_default(),
        on: clock::today(),
    };
    let typesetter: Arc<dyn Typesetter> = Arc::new(Printer::new(config));
    let exported = export_register(&store, &organ.id, &act(), &filter, (copy, typesetter)).await;
    let exported = exported.map_err(told)?;
    output::document(&exported.bytes, order.output.as_deref())?;
    output::tell(&format!("{}：导出“{}” {} 条。", organ.name, register.label(), exported.rows));
    Ok(Outcome::Good)
}
