//! What an import is told, and what it answers.

use std::{fmt, sync::Arc};

use law::{calendar::WorkCalendar, measure::Year, register::Register};
use store::ImportId;

/// Faults kept for the reader; the rest are only counted.
pub const FAULTS_SHOWN: usize = 500;

/// What is to be imported, and how.
#[derive(Debug)]
pub struct ImportOrder {
    /// Into which register.
    pub register: Register,
    /// The year that the file is the ledger of.
    pub year: Year,
    /// The file's name, kept with the import.
    pub file_name: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// Check only, write nothing.
    pub dry_run: bool,
    /// Correct known records whose content differs, instead of refusing.
    pub update: bool,
}

/// A fault of the file: where it stands and what to do. `Display` is one Chinese line.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct RowFault {
    /// Name of the sheet.
    pub sheet: String,
    /// Row as a person sees it in the file, from 1; 0 when the file as a whole is meant.
    pub row: u64,
    /// Header of the column; empty when the row as a whole is meant.
    pub column: String,
    /// What is wrong and what to do.
    pub message: String,
}

impl fmt::Display for RowFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.row == 0 {
            return write!(f, "{}。", self.message.trim_end_matches('。'));
        }
        write!(f, "工作表“{}”第 {} 行", self.sheet, self.row)?;
        if !self.column.is_empty() {
            write!(f, "“{}”", self.column)?;
        }
        write!(f, "：{}。", self.message.trim_end_matches('。'))
    }
}

/// What came of an import.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct ImportOutcome {
    /// The import, by which it can be undone; none when nothing was written.
    pub import: Option<ImportId>,
    /// Records added (or that would be, in a dry run).
    pub added: usize,
    /// Known records corrected.
    pub corrected: usize,
    /// Known records with the same content.
    pub skipped: usize,
    /// Faults in the order of the file, at most [`FAULTS_SHOWN`]. When there is one, nothing was written.
    pub faults: Vec<RowFault>,
    /// How many faults there are in all.
    pub fault_count: usize,
}

/// How far an import has come, for a progress bar.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Progress {
    /// So many rows were read.
    Read(usize),
    /// So many of so many records were written.
    Written(usize, usize),
}

/// Receives progress.
pub type OnProgress = Arc<dyn Fn(Progress) + Send + Sync>;

/// What an act that makes many records is handed.
#[derive(Clone)]
pub struct Tools<'a> {
    /// Deadlines of what came in are computed with it.
    pub calendar: &'a WorkCalendar,
    /// Makes an identifier.
    pub new_id: &'a (dyn Fn() -> String + Send + Sync),
    /// Hears of progress.
    pub progress: OnProgress,
}

impl ImportOutcome {
    /// Notes faults; only the first are kept.
    pub(super) fn fault(&mut self, faults: Vec<RowFault>) {
        self.fault_count += faults.len();
        let room = FAULTS_SHOWN.saturating_sub(self.faults.len());
        self.faults.extend(faults.into_iter().take(room));
    }
}
