//! The built binary as its users meet it: what it prints, how it ends, what it leaves behind.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests fail a test by panicking, as the tests themselves do"
)]

mod backup;
mod calendar;
mod check;
mod failures;
mod hostile;
mod import;
mod large;
mod paper;
mod people;
mod postgres;
mod reader;
mod report;
mod serve;

use std::{
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// A working folder of an operator, with nothing in it or with a database.
pub(crate) struct Desk {
    folder: tempfile::TempDir,
    /// Stands in `GONGKAI_DATABASE_URL`; without it the data are in `gongkai-data`.
    database_url: Option<String>,
}

/// How a command ended.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Desk {
    /// A folder with nothing in it.
    pub(crate) fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), database_url: None }
    }

    /// A folder with a database in which 示例镇人民政府 and 示范乡人民政府 are.
    pub(crate) fn new() -> Self {
        Self::empty().with_organs()
    }

    /// As [`Desk::new`], the data in this PostgreSQL database.
    pub(crate) fn on_postgres(url: String) -> Self {
        Self { database_url: Some(url), ..Self::empty() }.with_organs()
    }

    fn with_organs(self) -> Self {
        self.good("migrate");
        self.good("organ add 示例镇人民政府");
        self.good("organ add 示范乡人民政府");
        self
    }

    /// The path of a file in the folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Puts a file into the folder.
    pub(crate) fn put(&self, name: &str, content: impl AsRef<[u8]>) {
        std::fs::write(self.path(name), content).unwrap();
    }

    /// A command for this folder; words are separated by blanks.
    pub(crate) fn command(&self, line: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gongkai"));
        command.args(line.split_whitespace()).current_dir(self.folder.path());
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("GONGKAI_")) {
            command.env_remove(name);
        }
        if let Some(url) = &self.database_url {
            command.env("GONGKAI_DATABASE_URL", url);
        }
        command
    }

    /// Runs a command.
    pub(crate) fn run(&self, line: &str) -> Said {
        Said::of(&self.command(line).stdin(Stdio::null()).output().unwrap())
    }

    /// Runs a command that reads a line.
    pub(crate) fn run_with_input(&self, line: &str, input: &str) -> Said {
        let mut command = self.command(line);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // A command that fails early does not read; then the pipe is closed.
        if let Some(mut stdin) = child.stdin.take() {
            stdin.write_all(input.as_bytes()).unwrap_or_default();
        }
        Said::of(&child.wait_with_output().unwrap())
    }

    /// Runs a command that must succeed; what it printed.
    pub(crate) fn good(&self, line: &str) -> String {
        let said = self.run(line);
        assert_eq!(said.code, 0, "{line}: {said:?}");
        said.out
    }

    /// The rows of each table, as a backup counts them.
    pub(crate) fn counts(&self) -> String {
        let name = "counts.jsonl";
        let said = self.run(&format!("backup {name}"));
        assert_eq!(said.code, 0, "{said:?}");
        let backup = std::fs::read_to_string(self.path(name)).unwrap();
        std::fs::remove_file(self.path(name)).unwrap();
        let last: serde_json::Value = serde_json::from_str(backup.lines().last().unwrap()).unwrap();
        let mut counts = last["counts"].clone();
        // The ledger remembers backups; nothing else may differ.
        counts.as_object_mut().unwrap().remove("event");
        counts.to_string()
    }
}

impl Said {
    pub(crate) fn of(output: &std::process::Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        Self {
            code: output.status.code().unwrap_or(-1),
            out: text(&output.stdout),
            err: text(&output.stderr),
        }
    }
}

/// A ledger of publications of 2020, as a clerk keeps it.
pub(crate) fn publications(rows: usize) -> String {
    let mut text = "来源编号,标题,内容性质,公开类别,生成日期,首次发布日期,发布渠道\n".to_owned();
    for row in 1..=rows {
        let (month, day) = (row % 12 + 1, row % 28 + 1);
        text.push_str(&format!(
            "甲{row:06},（演示）第{row}号公告,法定主动公开,\"财政预算、决算\",2020-{month:02}-{day:02},2020-{month:02}-{day:02},\"政府网站、公告栏\"\n"
        ));
    }
    text
}

/// Whether a path exists and what else stands beside it: nothing unfinished may be left behind.
pub(crate) fn leftovers(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    names.filter(|name| name.starts_with('.')).collect()
}
