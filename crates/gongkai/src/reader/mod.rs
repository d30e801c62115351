//! Reading foreign files apart from the program.
//!
//! A file may be made to hang its reader or to eat all memory, and no check of ours finds every such file. So
//! whatever is not plain text is read by a worker: this program once more, under limits that it sets on itself,
//! without the environment and without access to the data. When a worker dies, a sentence comes back and the next
//! file gets another one.

mod frame;
mod office;
mod pool;
mod rows;
pub(crate) mod worker;

use std::{ops::ControlFlow, sync::Arc};

use inspect::{Document, Reader, Unreadable};
use reading::{Aids, Kind, PlainText, sniff};

use self::{
    office::Office,
    pool::Pool,
    worker::{Answer, Task},
};

pub(crate) use self::office::installed;

/// Said where a worker answered another question.
const NO_ANSWER: &str = "读取文件的进程没有给出结果，请再试一次；一再出现时请联系管理员。";

/// Reads any file: text here, everything else in workers.
#[derive(Debug)]
pub(crate) struct IsolatedReader {
    pool: Pool,
    office: Option<Office>,
}

impl IsolatedReader {
    /// A reader with as many workers as there are processors, started when they are first needed.
    pub(crate) fn new() -> Self {
        Self { pool: Pool::of_this_program(), office: installed().map(Office::new) }
    }

    /// What a file says as a report, read by a worker.
    fn document(&self, bytes: &[u8]) -> Result<Document, Unreadable> {
        let mut said = None;
        self.pool.ask(Task::Document, bytes, &mut |answer| {
            said = Some(answer);
            ControlFlow::Break(())
        })?;
        match said {
            Some(Answer::Read(document)) => Ok(document),
            Some(Answer::Unreadable(sentence)) => Err(Unreadable(sentence)),
            _ => Err(Unreadable(NO_ANSWER.to_owned())),
        }
    }
}

impl Reader for IsolatedReader {
    fn read(&self, bytes: &[u8]) -> Result<Document, Unreadable> {
        let sentence = |fault: reading::Fault| Unreadable(fault.to_string());
        reading::admit(bytes.len() as u64).map_err(sentence)?;
        match sniff(bytes) {
            Kind::Text => PlainText.read(bytes),
            Kind::Old(old) => {
                let converter =
                    self.office.as_ref().map(|office| -> &(dyn reading::Converter + Send + Sync) { office });
                let converted = reading::converted(bytes, old, &Aids { converter }).map_err(sentence)?;
                self.document(&converted)
            }
            _ => self.document(bytes),
        }
    }
}

/// The reader that the desk and the command line use.
pub(crate) fn reader() -> Arc<IsolatedReader> {
    Arc::new(IsolatedReader::new())
}
