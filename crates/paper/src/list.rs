//! A plain list as a spreadsheet: a title, one line of headings that stays in sight and filters, the rows.

use rust_xlsxwriter::{Format, Worksheet};

use crate::sheet::{self, Place, body, heading, title};
use crate::{Error, ROWS_MAX};

/// The row (from 0) of the headings; the title stands above them.
pub const HEADING_ROW: u32 = 1;

/// A list to be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListSheet {
    /// The name on the sheet's tab: at most 31 characters, none of `[]:*?/\`.
    pub name: String,
    /// The line above the headings.
    pub title: String,
    /// The columns, left to right.
    pub columns: Vec<ListColumn>,
    /// The rows, each with one cell a column; a shorter row leaves the rest empty.
    pub rows: Vec<Vec<ListCell>>,
}

/// A column of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListColumn {
    /// What stands above it.
    pub heading: String,
    /// Its width in half-width characters; a Chinese character takes two.
    pub width: u16,
}

/// A cell of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListCell {
    /// Words, never a formula. An empty text leaves the cell empty.
    Text(String),
    /// A number.
    Number(i64),
}

/// The list as an XLSX file: landscape A4, headings repeated on every page, page numbers.
///
/// # Errors
/// When there are more rows than a sheet holds, or the library refuses the sheet's name.
pub fn list_sheet(list: &ListSheet) -> Result<Vec<u8>, Error> {
    list_sheets(std::slice::from_ref(list))
}

/// Several lists as the sheets of one XLSX file, titled after the first.
///
/// # Errors
/// As [`list_sheet`]; also when two sheets have the same name.
pub fn list_sheets(lists: &[ListSheet]) -> Result<Vec<u8>, Error> {
    let mut workbook = sheet::workbook(lists.first().map_or("", |list| &list.title), "", None)?;
    for list in lists {
        write(workbook.add_worksheet(), list)?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn write(sheet: &mut Worksheet, list: &ListSheet) -> Result<(), Error> {
    sheet.set_name(&list.name)?;
    sheet::page(sheet, false);
    let pixels: u32 = list.columns.iter().map(pixels_of).sum();
    sheet::across_page(sheet, pixels);
    sheet.set_freeze_panes(HEADING_ROW + 1, 0)?.set_repeat_rows(HEADING_ROW, HEADING_ROW)?;
    let last = sheet::column(list.columns.len().saturating_sub(1));
    sheet::across(sheet, Place { row: 0, column: 0 }, last, &list.title, &title())?;
    sheet.set_row_height(0, sheet::height(&list.title, pixels, 16) + LEAST)?;
    let heading = heading();
    for (index, column) in list.columns.iter().enumerate() {
        let at = sheet::column(index);
        sheet.write_string_with_format(HEADING_ROW, at, &column.heading, &heading)?;
        sheet.set_column_width_pixels(at, pixels_of(column))?;
    }
    let format = body();
    let mut row = HEADING_ROW;
    for cells in &list.rows {
        row += 1;
        if row >= ROWS_MAX {
            return Err(Error::TooManyRows);
        }
        let mut tallest = LEAST;
        for (index, column) in list.columns.iter().enumerate() {
            write_cell(sheet, row, sheet::column(index), cells.get(index), &format)?;
            if let Some(ListCell::Text(text)) = cells.get(index) {
                tallest = sheet::height(text, pixels_of(column), POINTS).max(tallest);
            }
        }
        sheet.set_row_height(row, tallest)?;
    }
    if !list.columns.is_empty() {
        sheet.autofilter(HEADING_ROW, 0, row, last)?;
    }
    Ok(())
}

/// The type of a list, in points, and its half-width character, in pixels.
const POINTS: u32 = 11;
const DIGIT_PIXELS: u32 = 8;
/// The height of a row with one line, in points.
const LEAST: f64 = 19.0;

fn pixels_of(column: &ListColumn) -> u32 {
    u32::from(column.width) * DIGIT_PIXELS
}

fn write_cell(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: Option<&ListCell>,
    format: &Format,
) -> Result<(), Error> {
    match cell {
        Some(ListCell::Text(text)) if !text.is_empty() => {
            sheet.write_string_with_format(row, column, text, format)?;
        }
        Some(ListCell::Number(number)) => {
            sheet.write_number_with_format(row, column, sheet::number(*number), format)?;
        }
        _ => {
            sheet.write_blank(row, column, format)?;
        }
    }
    Ok(())
}
