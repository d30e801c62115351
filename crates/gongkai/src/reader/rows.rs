//! Rows for the registers: of a workbook those of its first visible sheet, read by a worker (the other sheets explain);
//! of a CSV file all.

use std::ops::ControlFlow;

use casework::ports::{RowReader, SourceRow};
use reading::{Kind, sniff};

use super::{
    IsolatedReader,
    worker::{Answer, Task},
};

impl RowReader for IsolatedReader {
    fn each_row(
        &self,
        file_name: &str,
        bytes: Vec<u8>,
        receive: &mut dyn FnMut(SourceRow) -> ControlFlow<()>,
    ) -> Result<(), String> {
        if sniff(&bytes) != Kind::Workbook {
            return rows_of_text(file_name, bytes, receive);
        }
        let mut told = Ok(());
        let hear = &mut |answer| match answer {
            Answer::Rows { sheet, rows } => rows
                .into_iter()
                .try_for_each(|(number, cells)| receive(SourceRow { sheet: sheet.clone(), number, cells })),
            Answer::Unreadable(sentence) => {
                told = Err(sentence);
                ControlFlow::Break(())
            }
            Answer::EndOfRows | Answer::Read(_) => ControlFlow::Break(()),
        };
        self.pool.ask(Task::Rows, &bytes, hear).map_err(|unreadable| unreadable.0)?;
        told
    }
}

/// The rows of a CSV file, or why it is none.
fn rows_of_text(
    file_name: &str,
    bytes: Vec<u8>,
    receive: &mut dyn FnMut(SourceRow) -> ControlFlow<()>,
) -> Result<(), String> {
    let mut book = reading::rows::open(file_name, bytes).map_err(|fault| fault.to_string())?;
    let sheet = book.sheets().concat();
    for row in book.rows(&sheet).map_err(|fault| fault.to_string())? {
        let row = row.map_err(|fault| fault.to_string())?;
        if receive(SourceRow { sheet: row.sheet, number: row.number, cells: row.cells }).is_break() {
            break;
        }
    }
    Ok(())
}
