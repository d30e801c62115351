//! The command line: what was typed, and how the program ends.

pub(crate) mod args;
mod chinese;

use std::{ffi::OsString, process::ExitCode};

use clap::{CommandFactory as _, FromArgMatches as _, error::ErrorKind};

/// How a command ended when it did not fail.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Outcome {
    /// Exit status 0.
    Good,
    /// Exit status 1: done what could be done, but not all was well; what went wrong has been said.
    Failed,
    /// Exit status 3: a check found problems.
    Findings,
    /// Exit status 4: nothing that was to be checked is an annual report.
    Unrecognised,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Good => Self::SUCCESS,
            Outcome::Failed => Self::from(1),
            Outcome::Findings => Self::from(3),
            Outcome::Unrecognised => Self::from(4),
        }
    }
}

/// An error of use: exit status 2.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Usage(pub(crate) String);

/// Parses the command line.
///
/// # Errors
/// `Ok(Err(text))` is help or version text asked for (stdout, status 0); `Err` is a usage error in Chinese.
pub(crate) fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Result<args::Cli, String>, Usage> {
    let command = chinese::localised(args::Cli::command()).after_help(crate::config::help());
    let mut arguments: Vec<OsString> = arguments.collect();
    // What newcomers type first.
    if arguments.get(1).is_some_and(|word| word == "help") {
        arguments.remove(1);
        arguments.push("--help".into());
    }
    if arguments.len() < 2 {
        return Err(Usage(
            "请写明要做什么，例如 gongkai demo 建一个演示县看看。\n加上 --help 查看全部命令。".to_owned(),
        ));
    }
    let parsed =
        command.try_get_matches_from(arguments).and_then(|matches| args::Cli::from_arg_matches(&matches));
    match parsed {
        Ok(cli) => Ok(Ok(cli)),
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            // The one word that clap does not let be named.
            Ok(Err(error.render().to_string().replace("[OPTIONS]", "[选项]")))
        }
        Err(error) => Err(Usage(chinese::usage_error(&error))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn usage(line: &str) -> String {
        let words = line.split(' ').map(OsString::from).collect::<Vec<_>>();
        parse(words.into_iter()).unwrap_err().0
    }

    #[test]
    fn a_usage_error_is_a_chinese_sentence() {
        for (line, part) in [
            ("gongkai", "请写明要做什么"),
            ("gongkai organ", "请写明要做什么"),
            ("gongkai chek", "是不是“check”"),
            ("gongkai check", "缺少：<文件>"),
            ("gongkai deadline --from 2020-02-30 --working-days 3", "--from <日期> 的值“2020-02-30”不对"),
            ("gongkai deadline --from 2020-02-20 --working-days 0", "--working-days <天数> 的值“0”不对"),
            ("gongkai deadline --from 2020-02-20 --natural-days 3 --working-days 3", "不能和"),
            ("gongkai deadline --from 2020-02-20", "缺少：<--working-days"),
            ("gongkai report --organ 镇 --year 2020 --format doc", "可以是：html、pdf、docx、xlsx、json"),
            ("gongkai check --jsn x", "是不是“--json”"),
        ] {
            assert!(usage(line).contains(part), "{line}: {}", usage(line));
        }
    }

    #[test]
    fn every_help_page_is_chinese() {
        let words = |line: &str| line.split(' ').map(OsString::from).collect::<Vec<_>>();
        for line in [
            "gongkai --help",
            "gongkai help",
            "gongkai help user add",
            "gongkai import --help",
            "gongkai user add --help",
        ] {
            let help = parse(words(line).into_iter()).unwrap().unwrap_err();
            for english in ["Usage", "OPTIONS", "Options", "Commands", "Arguments", "Print"] {
                assert!(!help.contains(english), "{line} says {english}:\n{help}");
            }
        }
    }
}
