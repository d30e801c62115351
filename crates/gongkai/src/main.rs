//! The open-government desk of a township: command line, configuration, wiring.

mod cli;
mod clock;
mod command;
mod config;
mod connections;
mod demo;
mod fault;
#[cfg(test)]
mod handbook;
mod input;
mod output;
mod place;
mod printer;
mod progress;
mod reader;
mod server;
mod unpacker;

use std::{collections::BTreeMap, process::ExitCode};

use cli::Outcome;
use config::Config;

fn main() -> ExitCode {
    if std::env::args_os().nth(1).is_some_and(|argument| argument == reader::worker::ARGUMENT) {
        return reader::worker::run();
    }
    let cli = match cli::parse(std::env::args_os()) {
        Ok(Ok(cli)) => cli,
        Ok(Err(help)) => return say(&mut std::io::stdout(), &help, ExitCode::SUCCESS),
        Err(usage) => return say(&mut std::io::stderr(), &usage.to_string(), ExitCode::from(2)),
    };
    match run(&cli.command) {
        Ok(outcome) => outcome.into(),
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::debug!("{error:?}");
            let code = if error.is::<cli::Usage>() { 2 } else { 1 };
            say(&mut std::io::stderr(), &sentence(&error), ExitCode::from(code))
        }
    }
}

fn run(command: &cli::args::Command) -> anyhow::Result<Outcome> {
    // A variable that is no text is none of ours.
    let environment: BTreeMap<String, String> = std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
        .collect();
    let config = Config::load(config_file()?.as_deref(), &environment)?;
    log_to_stderr(&config)?;
    command::run(command, &config)
}

/// `gongkai.toml` of the working folder, if there is one.
fn config_file() -> anyhow::Result<Option<String>> {
    let path = std::path::Path::new("gongkai.toml");
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) if error.kind() == std::io::ErrorKind::InvalidData => {
            anyhow::bail!("配置文件 gongkai.toml 不是 UTF-8 文字，请另存为 UTF-8。")
        }
        Err(error) => Err(fault::file("读不了配置文件", path, &error)),
    }
}

fn log_to_stderr(config: &Config) -> anyhow::Result<()> {
    // What the driver has to say about a slow statement is for developers.
    let filter =
        tracing_subscriber::EnvFilter::try_new(format!("{},sqlx=error", config.log)).map_err(|_| {
            anyhow::anyhow!("配置项 log 不能是“{}”。可以是：error、warn、info、debug。", config.log)
        })?;
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(false).init();
    Ok(())
}

/// What went wrong, in one sentence; what the operating system says is translated.
fn sentence(error: &anyhow::Error) -> String {
    let cause = error.source();
    match (
        cause.and_then(|cause| cause.downcast_ref::<std::io::Error>()),
        error.downcast_ref::<std::io::Error>(),
    ) {
        (Some(io), _) => format!("{}（{}）", error.to_string().trim_end_matches('。'), fault::reason(io)),
        (None, Some(io)) if cause.is_none() => format!("没有做完：{}。", fault::reason(io)),
        _ => error.to_string(),
    }
}

/// Whoever reads the output may stop early (`| head`); that is no failure.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause
            .downcast_ref::<std::io::Error>()
            .is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
    })
}

/// Prints the last words; when nobody listens any more, the exit status still tells.
fn say(out: &mut impl std::io::Write, text: &str, code: ExitCode) -> ExitCode {
    match writeln!(out, "{}", text.trim_end()) {
        Ok(()) => code,
        Err(_) => ExitCode::from(1),
    }
}
