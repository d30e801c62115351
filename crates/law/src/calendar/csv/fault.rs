//! What is wrong with a row, in words for the person who made the file.

use std::fmt;

/// One fault: where, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowFault {
    /// The line of the file, from 1; 0 if the whole file is meant.
    pub row: usize,
    /// The column in Chinese (地区, 日期, 放假或上班, 名称, 通知); empty if the whole row is meant.
    pub column: &'static str,
    /// The reason, a Chinese sentence without a full stop.
    pub message: String,
}

impl RowFault {
    pub(super) fn file(message: impl Into<String>) -> RowFault {
        RowFault::row(0, message)
    }

    pub(super) fn row(row: usize, message: impl Into<String>) -> RowFault {
        RowFault { row, column: "", message: message.into() }
    }

    pub(super) fn cell(row: usize, column: &'static str, message: impl Into<String>) -> RowFault {
        RowFault { row, column, message: message.into() }
    }
}

impl fmt::Display for RowFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.row > 0 {
            write!(f, "第{}行", self.row)?;
        }
        if !self.column.is_empty() {
            write!(f, "“{}”列", self.column)?;
        }
        if self.row > 0 || !self.column.is_empty() {
            f.write_str("：")?;
        }
        f.write_str(&self.message)
    }
}
