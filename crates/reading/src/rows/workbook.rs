//! XLSX through calamine, a row at a time.
//!
//! calamine asserts some things that a hostile file can break (folders in part names, the order of a stated
//! range). It is third-party code fed with untrusted bytes, so its calls stand behind `catch_unwind`; after
//! a caught panic the workbook is not used again.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Cell, DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxCellReader, XlsxError};

use super::kept::RawRows;
use super::value::text;
use super::{Fault, MAX_CELL_CHARS, MAX_COLUMNS, archive};

/// An open workbook.
pub(crate) struct Workbook {
    xlsx: Xlsx<Cursor<Vec<u8>>>,
}

impl Workbook {
    /// Opens a workbook after its archive was looked through; it may unpack to so many bytes.
    pub(crate) fn open(bytes: Vec<u8>, most: u64) -> Result<Self, Fault> {
        archive::verify(&bytes, most)?;
        let xlsx = guarded(|| Xlsx::new(Cursor::new(bytes)))?.map_err(|error| broken(&error))?;
        Ok(Self { xlsx })
    }

    /// The visible sheets in order.
    pub(crate) fn sheets(&self) -> Vec<String> {
        let shown = |sheet: &&calamine::Sheet| {
            sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet
        };
        self.xlsx.sheets_metadata().iter().filter(shown).map(|sheet| sheet.name.clone()).collect()
    }

    /// The rows of one sheet.
    pub(crate) fn rows(&mut self, sheet: &str) -> Result<SheetRows<'_>, Fault> {
        let xlsx = &mut self.xlsx;
        let cells = guarded(|| xlsx.worksheet_cells_reader(sheet))?.map_err(|error| broken(&error))?;
        Ok(SheetRows { cells, sheet: sheet.to_owned(), ahead: None, last_row: None, drained: false })
    }

    /// The merged cells of one sheet.
    pub(crate) fn merges(&mut self, sheet: &str) -> Result<Vec<Merge>, Fault> {
        let xlsx = &mut self.xlsx;
        let merges = guarded(|| xlsx.merge_cells_by_sheet_name(sheet))?.map_err(|error| broken(&error))?;
        Ok(merges.into_iter().map(|merge| Merge { first: merge.start, last: merge.end }).collect())
    }
}

/// A merged cell: its first and last field, row and column from 0.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Merge {
    pub(crate) first: (u32, u32),
    pub(crate) last: (u32, u32),
}

/// Rows put together out of the stream of cells.
pub(crate) struct SheetRows<'a> {
    cells: XlsxCellReader<'a, Cursor<Vec<u8>>>,
    sheet: String,
    /// The first cell of the next row, already read.
    ahead: Option<Cell<DataRef<'a>>>,
    /// The last row given out, from 0; rows must come in order.
    last_row: Option<u32>,
    /// The stream of cells has come to its end and may not be asked again.
    drained: bool,
}

impl RawRows for SheetRows<'_> {
    fn sheet(&self) -> &str {
        &self.sheet
    }

    fn next_row(&mut self) -> Result<Option<(u64, Vec<String>)>, Fault> {
        let Some(first) = self.ahead.take().map_or_else(|| self.next_cell(), |cell| Ok(Some(cell)))? else {
            return Ok(None);
        };
        let row = first.get_position().0;
        if self.last_row.is_some_and(|last| row <= last) {
            return Err(self.fault(row, "行的次序颠倒"));
        }
        self.last_row = Some(row);
        let mut cells = Vec::new();
        let mut cell = first;
        loop {
            self.place(&cell, &mut cells)?;
            match self.next_cell()? {
                Some(next) if next.get_position().0 == row => cell = next,
                next => {
                    self.ahead = next;
                    return Ok(Some((u64::from(row) + 1, cells)));
                }
            }
        }
    }
}

impl<'a> SheetRows<'a> {
    fn place(&self, cell: &Cell<DataRef<'a>>, cells: &mut Vec<String>) -> Result<(), Fault> {
        let (row, column) = cell.get_position();
        let text = text(cell.get_value());
        if text.is_empty() {
            return Ok(());
        }
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if column >= MAX_COLUMNS {
            return Err(self.fault(row, &format!("内容超出第 {MAX_COLUMNS} 列")));
        }
        if text.len() > MAX_CELL_CHARS && text.chars().count() > MAX_CELL_CHARS {
            return Err(self.fault(row, &format!("有单元格超过 {MAX_CELL_CHARS} 个字")));
        }
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        if let Some(place) = cells.get_mut(column) {
            *place = text;
        }
        Ok(())
    }

    fn next_cell(&mut self) -> Result<Option<Cell<DataRef<'a>>>, Fault> {
        if self.drained {
            return Ok(None);
        }
        let cells = &mut self.cells;
        let cell = guarded(|| cells.next_cell())?
            .map_err(|error| self.fault(self.row_after(), &error.to_string()))?;
        self.drained = cell.is_none();
        Ok(cell)
    }

    fn row_after(&self) -> u32 {
        self.last_row.map_or(0, |row| row.saturating_add(1))
    }

    fn fault(&self, row: u32, reason: &str) -> Fault {
        Fault::Row { sheet: self.sheet.clone(), row: u64::from(row) + 1, reason: reason.to_owned() }
    }
}

/// Runs third-party code on untrusted bytes; a panic in it becomes a fault.
fn guarded<T>(parse: impl FnOnce() -> T) -> Result<T, Fault> {
    catch_unwind(AssertUnwindSafe(parse)).map_err(|_| Fault::Broken("内部结构自相矛盾".to_owned()))
}

fn broken(error: &XlsxError) -> Fault {
    Fault::Broken(match error {
        XlsxError::Password => "文件加了密码".to_owned(),
        _ => "内部结构读不通".to_owned(),
    })
}
