//! The command line speaks Chinese: help headings and usage errors.

use clap::{
    Command,
    error::{ContextKind, ContextValue, Error, ErrorKind},
};

const TEMPLATE: &str = "{about}\n\n用法：{usage}\n\n{all-args}{after-help}";

/// Puts every help page of the command and its subcommands into Chinese.
pub(crate) fn localised(command: Command) -> Command {
    let subcommands: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let mut command = command
        .help_template(TEMPLATE)
        .subcommand_help_heading("命令")
        .subcommand_value_name("命令")
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .mut_args(|argument| {
            let heading = if argument.is_positional() { "参数" } else { "选项" };
            let argument = argument.help_heading(heading);
            if argument.get_action().takes_values() {
                argument.hide_default_value(true).hide_possible_values(true)
            } else {
                argument
            }
        })
        .arg(
            clap::Arg::new("help")
                .short('h')
                .long("help")
                .help("显示帮助")
                .help_heading("选项")
                .action(clap::ArgAction::Help),
        );
    if command.get_version().is_some() {
        command = command.arg(
            clap::Arg::new("version")
                .short('V')
                .long("version")
                .help("显示版本")
                .help_heading("选项")
                .action(clap::ArgAction::Version),
        );
    }
    for name in subcommands {
        command = command.mut_subcommand(name, localised);
    }
    command
}

/// A usage error as one Chinese sentence and the way to the help page.
pub(crate) fn usage_error(error: &Error) -> String {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join("、"),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        Some(ContextValue::StyledStrs(texts)) => {
            texts.iter().map(ToString::to_string).collect::<Vec<_>>().join("、")
        }
        _ => String::new(),
    };
    let argument = text(ContextKind::InvalidArg);
    let value = text(ContextKind::InvalidValue);
    let sentence = match error.kind() {
        ErrorKind::MissingRequiredArgument => format!("缺少：{argument}。"),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "请写明要做什么。".to_owned()
        }
        ErrorKind::InvalidSubcommand => {
            format!("没有“{}”这个命令。", text(ContextKind::InvalidSubcommand))
                + &suggestion(&text(ContextKind::SuggestedSubcommand))
        }
        ErrorKind::UnknownArgument => {
            format!("没有“{argument}”这个选项。") + &suggestion(&text(ContextKind::SuggestedArg))
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("{argument} 后面要有值。"),
        ErrorKind::InvalidValue => {
            format!("{argument} 不能是“{value}”。可以是：{}。", text(ContextKind::ValidValue))
        }
        ErrorKind::ValueValidation => format!("{argument} 的值“{value}”不对。{}", expected(&argument)),
        ErrorKind::ArgumentConflict => {
            format!("{argument} 不能和 {} 同时使用。", text(ContextKind::PriorArg))
        }
        _ => format!("命令行写得不对：{argument}{value}。"),
    };
    format!("{sentence}\n加上 --help 查看用法。")
}

/// How the value of an argument is written, by the word that stands for it in the help.
fn expected(argument: &str) -> &'static str {
    let forms = [
        ("<日期>", "请写成 2020-04-24 这样，而且要有这一天。"),
        ("<天数>", "请写 1 以上的整数。"),
        ("<年度>", "请写四位年份，例如 2025。"),
        ("<端口>", "请写 1 到 65535 的整数。"),
    ];
    forms.iter().find(|(word, _)| argument.contains(word)).map_or("", |(_, form)| *form)
}

fn suggestion(candidate: &str) -> String {
    if candidate.is_empty() { String::new() } else { format!("是不是“{candidate}”？") }
}
