//! `gongkai demo`: makes the county, tells who may sign in, and serves it on this machine only.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::anyhow;
use indicatif::ProgressBar;
use law::calendar::WorkCalendar;
use web::{Config, Site};

use super::build::Tools;
use super::county::{self, accounts};
use super::folder::{Prepared, prepare};
use crate::cli::Outcome;
use crate::cli::args::Demo;
use crate::printer::Printer;
use crate::{clock, output, place, server};

/// Where the county is put when nobody says where, below the folder that one stands in.
const FOLDER: &str = "gongkai-demo";

/// Builds or finds the county and serves it until somebody asks to stop.
///
/// # Errors
/// A folder that is neither empty nor a demonstration's, a port in use, failures of the store.
pub(crate) async fn run(order: &Demo, config: &crate::config::Config) -> anyhow::Result<Outcome> {
    let folder = order.data.clone().unwrap_or_else(|| PathBuf::from(FOLDER));
    if order.no_serve {
        let prepared = county_in(&folder).await?;
        output::print(&told(&folder, &prepared))?;
        return Ok(Outcome::Good);
    }
    // The port comes first: that it is taken should not be learnt after the building.
    let listener = server::listen(&format!("127.0.0.1:{}", order.port)).await;
    let listener = listener.map_err(|error| anyhow!(error.to_string().replace("--listen", "--port")))?;
    let prepared = county_in(&folder).await?;
    let address = listener.local_addr()?;
    output::print(&told(&folder, &prepared))?;
    output::print(&format!("公开栏目 http://{address}/，工作台 http://{address}/desk/。按 Ctrl-C 停止。"))?;
    let store = place::open(&prepared.location).await?;
    let site = Site { name: format!("{}（演示）", county::GOVERNMENT), ..Site::default() };
    server::serve(listener, store, Config { site, ..Config::loopback() }, Printer::new(config)).await?;
    output::tell("已停止。");
    Ok(Outcome::Good)
}

/// The county in the folder, built if need be, with something moving on the screen meanwhile.
async fn county_in(folder: &Path) -> anyhow::Result<Prepared> {
    let calendar = WorkCalendar::built_in();
    let now = clock::now();
    let tools = Tools {
        now,
        today: clock::legal_day(now),
        calendar: &calendar,
        new_id: &clock::new_id,
        new_secret: &|| Ok(clock::new_secret()?),
    };
    let spinner = ProgressBar::new_spinner().with_message("正在建立演示县……");
    spinner.enable_steady_tick(Duration::from_millis(120));
    let prepared = prepare(folder, &tools).await;
    spinner.finish_and_clear();
    prepared
}

fn told(folder: &Path, prepared: &Prepared) -> String {
    let what = if prepared.is_new { "演示县已经建好" } else { "演示县是以前建好的" };
    format!("{what}，在目录 {}。机关、人员和数据都是虚构的。\n{}", folder.display(), accounts())
}
