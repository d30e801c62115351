//! The open-government desk of a township: command line, configuration, wiring.

mod cli;
mod clock;
mod command;
mod config;
#[cfg_attr(not(test), expect(dead_code, reason = "the demo command is wired when the store can be written"))]
mod demo;

use std::{io::Write as _, process::ExitCode};

fn main() -> ExitCode {
    let cli = match cli::parse(std::env::args_os()) {
        Ok(Ok(cli)) => cli,
        Ok(Err(help)) => return say(&mut std::io::stdout(), &help, ExitCode::SUCCESS),
        Err(usage) => return say(&mut std::io::stderr(), &usage.to_string(), ExitCode::from(2)),
    };
    match command::run(&cli.command) {
        Ok(outcome) => outcome.into(),
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            let code = if error.is::<cli::Usage>() { 2 } else { 1 };
            let sentence = error.chain().map(ToString::to_string).collect::<Vec<_>>().join("\n  ");
            say(&mut std::io::stderr(), &sentence, ExitCode::from(code))
        }
    }
}

/// Whoever reads the output may stop early (`| head`); that is no failure.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
    })
}

/// Prints the last words; when nobody listens any more, the exit status still tells.
fn say(out: &mut impl std::io::Write, text: &str, code: ExitCode) -> ExitCode {
    match writeln!(out, "{}", text.trim_end()) {
        Ok(()) => code,
        Err(_) => ExitCode::from(1),
    }
}
