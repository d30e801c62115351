//! The commands, one file each. A command turns arguments into an act of `casework` and prints what came of it.

mod backup;
mod calendar;
pub(crate) mod check;
mod deadline;
mod doctor;
mod export;
mod import;
mod migrate;
mod organ;
mod report;
mod restore;
mod serve;
mod user;

use anyhow::Context as _;
use law::{measure::Year, register::Register};
use store::Act;

use crate::{
    cli::{
        Outcome, Usage,
        args::{Calendar, Command},
    },
    clock,
    config::Config,
    demo,
};

/// Runs a command.
pub(crate) fn run(command: &Command, config: &Config) -> anyhow::Result<Outcome> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.context("程序没有启动。")?.block_on(dispatch(command, config))
}

async fn dispatch(command: &Command, config: &Config) -> anyhow::Result<Outcome> {
    match command {
        Command::Deadline(order) => deadline::run(order, config).await,
        Command::Calendar(Calendar::Import { file, place }) => calendar::import(file, place, config).await,
        Command::Calendar(Calendar::List { place, json }) => calendar::list(place, *json, config).await,
        Command::Check(order) => check::run(order, config),
        Command::Import(order) => import::run(order, config).await,
        Command::Export(order) => export::run(order, config).await,
        Command::Organ(order) => organ::run(order, config).await,
        Command::User(order) => user::run(order, config).await,
        Command::Migrate(place) => migrate::run(place, config).await,
        Command::Doctor(order) => doctor::run(order, config).await,
        Command::Backup(order) => backup::run(order, config).await,
        Command::Report(order) => report::run(order, config).await,
        Command::Restore(order) => restore::run(order, config).await,
        Command::Serve(order) => serve::run(order, config).await,
        Command::Demo(order) => demo::run(order, config).await,
    }
}

/// An act of the operator, now.
fn act() -> Act {
    let now = clock::now();
    Act::of_the_system(now, clock::legal_day(now))
}

/// The register with that key or Chinese name; an unknown one is answered with the nearest and all of them.
fn register(words: &str) -> Result<Register, Usage> {
    let known = Register::ALL.iter().find(|register| register.key() == words || register.label() == words);
    known.copied().ok_or_else(|| {
        let names = || Register::ALL.iter().flat_map(|register| [register.key(), register.label()]);
        let nearest =
            names().max_by(|a, b| strsim::jaro_winkler(a, words).total_cmp(&strsim::jaro_winkler(b, words)));
        let nearest = nearest.unwrap_or_default();
        let all: Vec<String> = Register::ALL
            .iter()
            .map(|register| format!("{}（{}）", register.key(), register.label()))
            .collect();
        Usage(format!("没有“{words}”这本登记簿，最接近的是“{nearest}”。可以是：{}。", all.join("、")))
    })
}

/// A year that records may belong to.
fn year(number: i16) -> Result<Year, Usage> {
    Year::new(number.into()).ok_or_else(|| Usage(format!("年度不能是 {number}。请写四位年份，例如 2025。")))
}
