//! The worker: reads files from its input one after the other and writes what they say.

use std::{
    io::{self, Write},
    panic::{AssertUnwindSafe, catch_unwind},
    process::ExitCode,
};

use inspect::Document;
use reading::Aids;
use serde::{Deserialize, Serialize};

use super::frame;

/// The argument that makes this program a worker. It is nobody's command and stands in no help.
pub(crate) const ARGUMENT: &str = "read-worker";

/// What a worker answers to a file.
#[derive(Debug, Deserialize, Serialize)]
pub(super) enum Answer {
    /// What it says.
    Read(Document),
    /// Why it cannot be read, in a sentence.
    Unreadable(String),
}

/// The most memory for data that a worker may take, in bytes.
#[cfg(unix)]
const MEMORY: u64 = 512 * 1024 * 1024;

/// Reads files until the input ends.
pub(crate) fn run() -> ExitCode {
    if limit().is_err() {
        return ExitCode::FAILURE;
    }
    // What a panic has to say about a foreign file is for nobody.
    std::panic::set_hook(Box::new(|_| {}));
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    while let Ok(Some(bytes)) = frame::receive(&mut input) {
        if answer(&bytes, &mut output).is_err() {
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn answer(bytes: &[u8], output: &mut impl Write) -> io::Result<()> {
    let read = catch_unwind(AssertUnwindSafe(|| reading::read(bytes, &Aids::default())));
    let answer = match read {
        Ok(Ok(document)) => Answer::Read(document),
        Ok(Err(unreadable)) => Answer::Unreadable(unreadable.0),
        Err(_) => Answer::Unreadable("文件的内部结构自相矛盾，无法读取。请打开后另存一份再试。".to_owned()),
    };
    frame::send(output, &serde_json::to_vec(&answer)?)
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

/// Elsewhere only the time is limited, by the program.
#[cfg(not(unix))]
const fn limit() -> io::Result<()> {
    Ok(())
}
