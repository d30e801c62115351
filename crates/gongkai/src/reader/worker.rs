//! The worker: reads files from its input one after the other and writes what they say.

use std::{
    io::{self, Read, Write},
    panic::{AssertUnwindSafe, catch_unwind},
    process::ExitCode,
};

use inspect::Document;
use reading::Aids;
use serde::{Deserialize, Serialize};

use super::frame;

/// The argument that makes this program a worker. It is nobody's command and stands in no help.
pub(crate) const ARGUMENT: &str = "read-worker";

/// What a worker is to do with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Task {
    /// Read it as a report: one answer.
    Document,
    /// Read the first visible sheet of a workbook: answers of some rows each, and one that ends them.
    Rows,
}

/// What a worker answers to a file.
#[derive(Debug, Deserialize, Serialize)]
pub(super) enum Answer {
    /// What it says.
    Read(Document),
    /// The next rows of a sheet.
    Rows {
        /// The name of the sheet.
        sheet: String,
        /// The rows' numbers and cells, as [`reading::rows::Row`] has them.
        rows: Vec<(u64, Vec<String>)>,
    },
    /// There are no more rows.
    EndOfRows,
    /// Why it cannot be read, or not to its end, in a sentence.
    Unreadable(String),
}

/// Rows of one answer.
const ROWS: usize = 256;

/// The most memory for data that a worker may take, in bytes.
#[cfg(unix)]
const MEMORY: u64 = 512 * 1024 * 1024;

/// The most time of a processor that an answer may take, in seconds. The clock on the wall would do wrong to a file
/// that was read while the machine was busy with something else.
pub(super) const SECONDS: u64 = 10;

/// Reads files until the input ends.
pub(crate) fn run() -> ExitCode {
    if limit().is_err() {
        return ExitCode::FAILURE;
    }
    // What a panic has to say about a foreign file is for nobody.
    std::panic::set_hook(Box::new(|_| {}));
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    while let Ok(Some((task, bytes))) = asked(&mut input) {
        if answer(task, bytes, &mut output).is_err() {
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// The next file and what is to be done with it.
fn asked(input: &mut impl Read) -> io::Result<Option<(Task, Vec<u8>)>> {
    let Some(task) = frame::receive(input)?.as_deref().and_then(Task::of) else { return Ok(None) };
    Ok(frame::receive(input)?.map(|bytes| (task, bytes)))
}

fn answer(task: Task, bytes: Vec<u8>, output: &mut impl Write) -> io::Result<()> {
    let mut say = |answer: &Answer| {
        frame::send(output, &serde_json::to_vec(answer)?)?;
        grant_time()
    };
    grant_time()?;
    let last = catch_unwind(AssertUnwindSafe(|| match task {
        Task::Document => Ok(match reading::read(&bytes, &Aids::default()) {
            Ok(document) => Answer::Read(document),
            Err(unreadable) => Answer::Unreadable(unreadable.0),
        }),
        Task::Rows => rows(bytes, &mut say),
    }));
    let torn =
        |_| Ok(Answer::Unreadable("文件的内部结构自相矛盾，无法读取。请打开后另存一份再试。".to_owned()));
    let last = last.unwrap_or_else(torn)?;
    say(&last)
}

/// Says the rows of the first visible sheet, some at a time, and returns the last answer.
fn rows(bytes: Vec<u8>, say: &mut impl FnMut(&Answer) -> io::Result<()>) -> io::Result<Answer> {
    let unreadable = |fault: reading::Fault| Ok(Answer::Unreadable(fault.to_string()));
    let mut book = match reading::rows::open("", bytes) {
        Ok(book) => book,
        Err(fault) => return unreadable(fault),
    };
    let Some(sheet) = book.sheets().first().cloned() else {
        return Ok(Answer::Unreadable("工作簿里没有可见的工作表。".to_owned()));
    };
    let all = match book.rows(&sheet) {
        Ok(all) => all,
        Err(fault) => return unreadable(fault),
    };
    let mut some = Vec::with_capacity(ROWS);
    for row in all {
        match row {
            Ok(row) => some.push((row.number, row.cells)),
            Err(fault) => return unreadable(fault),
        }
        if some.len() == ROWS {
            say(&Answer::Rows { sheet: sheet.clone(), rows: std::mem::take(&mut some) })?;
        }
    }
    say(&Answer::Rows { sheet, rows: some })?;
    Ok(Answer::EndOfRows)
}

impl Task {
    /// The task as it is named on the wire.
    pub(super) const fn name(self) -> &'static [u8] {
        match self {
            Self::Document => b"document",
            Self::Rows => b"rows",
        }
    }

    fn of(name: &[u8]) -> Option<Self> {
        [Self::Document, Self::Rows].into_iter().find(|task| task.name() == name)
    }
}

impl Answer {
    /// Whether nothing more comes about this file.
    pub(super) const fn is_last(&self) -> bool {
        !matches!(self, Self::Rows { .. })
    }
}

/// Limits this process: memory, no files written, no dump of memory when it dies.
#[cfg(unix)]
fn limit() -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    for (resource, most) in [(Resource::Data, MEMORY), (Resource::Fsize, 0), (Resource::Core, 0)] {
        setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) })?;
    }
    Ok(())
}

/// Gives the next answer its time; when it is up, the system ends this process with SIGXCPU.
#[cfg(unix)]
fn grant_time() -> io::Result<()> {
    use rustix::{
        process::{Resource, getrlimit, setrlimit},
        time::{ClockId, clock_gettime},
    };
    let used = u64::try_from(clock_gettime(ClockId::ProcessCPUTime).tv_sec).unwrap_or_default();
    let mut limit = getrlimit(Resource::Cpu);
    // The limit counts whole seconds, and one of them has begun.
    let end = used + 1 + SECONDS;
    limit.current = Some(limit.maximum.map_or(end, |most| most.min(end)));
    Ok(setrlimit(Resource::Cpu, limit)?)
}

/// Elsewhere only the time is limited, by the program.
#[cfg(not(unix))]
const fn limit() -> io::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
const fn grant_time() -> io::Result<()> {
    Ok(())
}
