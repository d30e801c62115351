//! The handbook of `docs/` against the program: the references are printed from the tables of the program, and every
//! command that the handbook gives is one that the program takes.

use std::{ffi::OsString, fmt::Write as _, fs, path::PathBuf};

use clap::{Command, CommandFactory as _};

use crate::{
    cli::{self, args::Cli},
    config::{KEYS, Key},
};

/// What stands above both references.
const PRINTED: &str = "本页由程序自己的表打印出来（`cargo xtask docs`），与程序不一致时测试不通过。";

fn docs() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs")
}

fn configuration() -> String {
    let mut page = format!("# 配置参考\n\n{PRINTED}\n\n");
    page.push_str(
        "每一项可以写在当前目录的 `gongkai.toml` 里（名称 = \"值\"），也可以用环境变量。环境变量优先于文件，\
         命令行优先于环境变量。没有的名称是错误，程序会提示最接近的名称。\n\n\
         | 名称 | 环境变量 | 默认 | 说明 |\n|---|---|---|---|\n",
    );
    for Key { name, default, help, .. } in KEYS {
        let default = if default.is_empty() { "（空）".to_owned() } else { format!("`{default}`") };
        let variable = format!("GONGKAI_{}", name.to_uppercase());
        writeln!(page, "| `{name}` | `{variable}` | {default} | {help} |").unwrap();
    }
    page.push_str("\n## 保密的值放在文件里\n\n下面的项还可以写在一个文件里，用变量指明那个文件，免得出现在进程的环境中：\n\n");
    for Key { name, .. } in KEYS.iter().filter(|key| key.secret) {
        writeln!(page, "* `GONGKAI_{}_FILE`：文件里写 `{name}` 的值", name.to_uppercase()).unwrap();
    }
    page
}

/// The paths of all commands that do something: `["calendar", "import"]`.
fn paths(command: &Command) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    for sub in command.get_subcommands() {
        let name = sub.get_name().to_owned();
        let below = paths_or_itself(sub);
        paths.extend(below.into_iter().map(|rest| [vec![name.clone()], rest].concat()));
    }
    paths
}

fn paths_or_itself(command: &Command) -> Vec<Vec<String>> {
    if command.has_subcommands() { paths(command) } else { vec![Vec::new()] }
}

fn help_of(path: &[String]) -> String {
    let words = ["gongkai"].into_iter().chain(path.iter().map(String::as_str)).chain(["--help"]);
    let help = cli::parse(words.map(OsString::from)).unwrap().unwrap_err();
    let lines: Vec<&str> = help.lines().map(str::trim_end).collect();
    lines.join("\n").trim().to_owned()
}

fn commands() -> String {
    let mut page = format!("# 命令参考\n\n{PRINTED}\n\n");
    page.push_str(
        "退出码：0 好，1 没有做成，2 用法不对，3 检查出问题，4 没有一份认得出是年度报告。每条命令加 `--help` 显示同样的说明。\n",
    );
    for path in paths(&Cli::command()) {
        write!(page, "\n## gongkai {}\n\n```\n{}\n```\n", path.join(" "), help_of(&path)).unwrap();
    }
    page
}

/// The command lines of a page: those of fenced blocks in full, and those within sentences.
fn command_lines(text: &str) -> Vec<String> {
    let mut fenced = false;
    let mut found = Vec::new();
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if fenced || line.starts_with("ExecStart=") {
            found.push(line.trim().to_owned());
        } else {
            found.extend(line.split('`').skip(1).step_by(2).map(str::to_owned));
        }
    }
    found.iter().filter_map(|line| of_gongkai(line)).collect()
}

/// The part of a line that runs the program, without what the shell takes for itself.
fn of_gongkai(line: &str) -> Option<String> {
    let line = line.split(" #").next().unwrap_or(line).trim();
    let line = line.strip_prefix("ExecStart=/usr/local/bin/").unwrap_or(line);
    let line = line.strip_prefix("sudo -u gongkai ").unwrap_or(line);
    let line = if line.starts_with("GONGKAI_") { line.split_once(' ')?.1 } else { line };
    line.starts_with("gongkai ").then(|| line.to_owned())
}

/// What the program has against a line. Within a sentence a command may be named without its arguments.
fn fault(line: &str) -> Option<String> {
    let words = line.split_whitespace().map(OsString::from);
    let usage = cli::parse(words).err()?.to_string();
    (!usage.starts_with("缺少：") && !usage.starts_with("请写明要做什么")).then_some(usage)
}

#[test]
fn the_reference_of_the_configuration_is_the_table_of_keys() {
    let page = fs::read_to_string(docs().join("configuration.md")).unwrap();
    assert_eq!(page, configuration(), "run `cargo xtask docs`");
}

#[test]
fn the_reference_of_the_commands_is_what_help_prints() {
    let page = fs::read_to_string(docs().join("commands.md")).unwrap();
    assert_eq!(page, commands(), "run `cargo xtask docs`");
}

#[test]
fn every_command_of_the_handbook_is_one_that_the_program_takes() {
    let mut files: Vec<PathBuf> = fs::read_dir(docs()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.is_file());
    files.push(docs().join("../README.md"));
    let mut seen = 0;
    for path in files {
        for line in command_lines(&fs::read_to_string(&path).unwrap()) {
            seen += 1;
            assert_eq!(fault(&line), None, "{}: {line}", path.display());
        }
    }
    assert!(seen > 50, "only {seen} commands found: looked in the wrong place?");
}

#[test]
fn a_sample_with_a_wrong_option_is_caught() {
    let text = "写 `gongkai chek x`。\n```\nGONGKAI_X=1 gongkai migrate --dta x # y\ncd /etc\n```\n`gongkai organ add`\n";
    let lines = command_lines(text);
    assert_eq!(lines, ["gongkai chek x", "gongkai migrate --dta x", "gongkai organ add"]);
    let faults: Vec<bool> = lines.iter().map(|line| fault(line).is_some()).collect();
    assert_eq!(faults, [true, true, false]);
}

#[test]
#[ignore = "writes into docs/: `cargo xtask docs` runs it"]
fn write_the_references() {
    fs::write(docs().join("configuration.md"), configuration()).unwrap();
    fs::write(docs().join("commands.md"), commands()).unwrap();
}
