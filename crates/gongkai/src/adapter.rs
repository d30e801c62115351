//! Adapters: the engines that read files, behind the ports of `casework`.

use std::ops::ControlFlow;

use casework::ports::{RowReader, SourceFile, SourceRow, Unpacker};

use crate::command::check::{Source, unpacked};

/// Reads XLSX and CSV. Of a workbook the first visible sheet is the register; the others explain.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tables;

impl RowReader for Tables {
    fn each_row(
        &self,
        file_name: &str,
        bytes: Vec<u8>,
        receive: &mut dyn FnMut(SourceRow) -> ControlFlow<()>,
    ) -> Result<(), String> {
        let mut book = reading::rows::open(file_name, bytes).map_err(|fault| fault.to_string())?;
        let Some(sheet) = book.sheets().first().cloned() else {
            return Err("工作簿里没有可见的工作表。".to_owned());
        };
        for row in book.rows(&sheet).map_err(|fault| fault.to_string())? {
            let row = row.map_err(|fault| fault.to_string())?;
            let row = SourceRow { sheet: row.sheet, number: row.number, cells: row.cells };
            if receive(row).is_break() {
                break;
            }
        }
        Ok(())
    }
}

/// Takes ZIP archives apart, also those within archives.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Archives;

impl Unpacker for Archives {
    fn unpack(
        &self,
        file: SourceFile,
        receive: &mut dyn FnMut(SourceFile) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let source = Source { name: file.name, content: file.content };
        unpacked(source, &|_| {}, &mut |Source { name, content }| receive(SourceFile { name, content }))
    }
}
