//! The open-government desk of a township: command line, configuration, wiring.

mod cli;
mod clock;
mod config;

use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::parse(std::env::args_os()) {
        Ok(Ok(_)) => ExitCode::SUCCESS,
        Ok(Err(_)) => ExitCode::SUCCESS,
        Err(_) => ExitCode::from(2),
    }
}
