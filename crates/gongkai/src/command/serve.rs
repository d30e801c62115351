//! `gongkai serve`: portal and desk.

use crate::{
    cli::{Outcome, args::Serve},
    config::Config,
    output, place,
    printer::Printer,
    server,
};

/// Serves until somebody asks to stop.
pub(super) async fn run(order: &Serve, config: &Config) -> anyhow::Result<Outcome> {
    let pages = server::pages(config)?;
    let store = place::store(&order.place, config).await?;
    let listener = server::listen(order.listen.as_deref().unwrap_or(&config.listen)).await?;
    let address = listener.local_addr()?;
    output::print(&format!(
        "已启动：公开栏目 http://{address}{}，工作台 http://{address}/desk/",
        pages.base_path
    ))?;
    server::serve(listener, store, pages, Printer::new(config)).await?;
    output::tell("已停止。");
    Ok(Outcome::Good)
}
