//! The annual report as a spreadsheet: one sheet a part, the tables with truly merged cells and the exact labels.

use law::Date;
use law::report::{Cell, Content, Grid, Report, Section, Unit};
use rust_xlsxwriter::{Format, FormatAlign, Worksheet};

use crate::Error;
use crate::layout::column_widths;
use crate::sheet::{self, Place, across, bordered, plain};

/// The row of a sheet (from 0) on which its table begins; the title, the period and the heading stand above.
pub const TABLE_ROW: u32 = 3;

/// The width of a page's text (168 mm) in pixels at 96 to the inch.
const PAGE_PIXELS: u32 = 636;
/// The type of prose and of tables, in points.
const PROSE_POINTS: u32 = 12;
const TABLE_POINTS: u32 = 10;

/// The report as an XLSX file. Prose must be resolved: placeholders are printed as they stand.
///
/// `draft` prints 草稿 on the first line and in the header of every printed page. A blank cell stays empty. `on` is
/// the document's date; the same arguments give the same bytes.
///
/// # Errors
/// Only when the spreadsheet library refuses.
pub fn report_sheets(report: &Report, title: &str, draft: bool, on: Date) -> Result<Vec<u8>, Error> {
    let mut workbook = sheet::workbook(title, &report.agency, Some(on))?;
    for section in Section::ALL {
        let sheet = workbook.add_worksheet();
        sheet.set_name(sheet_name(*section))?;
        sheet::page(sheet, draft).set_screen_gridlines(false);
        let part = Part { report, section: *section, title, draft };
        match report.form.grids().iter().find(|grid| grid.section == *section) {
            Some(grid) => part.with_table(sheet, grid)?,
            None => part.of_prose(sheet)?,
        }
    }
    Ok(workbook.save_to_buffer()?)
}

/// The name of a part's sheet: its numeral, since a full heading may be longer than a name may be.
pub fn sheet_name(section: Section) -> String {
    format!("第{}部分", section.numeral())
}

/// One part of the report on its sheet.
struct Part<'a> {
    report: &'a Report,
    section: Section,
    title: &'a str,
    draft: bool,
}

impl Part<'_> {
    fn of_prose(&self, sheet: &mut Worksheet) -> Result<(), Error> {
        sheet.set_column_width_pixels(0, PAGE_PIXELS)?;
        self.head(sheet, 0)?;
        self.prose(sheet, TABLE_ROW, 0)
    }

    fn with_table(&self, sheet: &mut Worksheet, grid: &Grid) -> Result<(), Error> {
        let widths = column_widths(grid, PAGE_PIXELS);
        for (column, width) in widths.iter().enumerate() {
            sheet.set_column_width_pixels(sheet::column(column), *width)?;
        }
        let last = sheet::column(grid.columns.saturating_sub(1));
        self.head(sheet, last)?;
        if grid.header_rows > 0 {
            let below = TABLE_ROW + sheet::row(grid.header_rows);
            sheet.set_repeat_rows(TABLE_ROW, below - 1)?;
        }
        table(sheet, self.report, grid)?;
        heights(sheet, grid, &widths)?;
        self.prose(sheet, TABLE_ROW + sheet::row(grid.rows.len()) + 1, last)
    }

    /// Title, period and heading above the columns up to `last`.
    fn head(&self, sheet: &mut Worksheet, last: u16) -> Result<(), Error> {
        let centred = plain().set_align(FormatAlign::Center);
        let heading = plain().set_bold().set_font_size(14).set_align(FormatAlign::VerticalCenter);
        let title = if self.draft { format!("{}（草稿）", self.title) } else { self.title.to_owned() };
        let year = self.report.year;
        let period = format!("统计期限：{year}年1月1日至{year}年12月31日");
        across(sheet, Place { row: 0, column: 0 }, last, &title, &sheet::title())?;
        across(sheet, Place { row: 1, column: 0 }, last, &period, &centred)?;
        across(sheet, Place { row: 2, column: 0 }, last, &self.section.heading(), &heading)?;
        sheet.set_row_height(0, sheet::height(&title, PAGE_PIXELS, 16) + 10.0)?;
        sheet.set_row_height(2, 30)?;
        Ok(())
    }

    /// A paragraph a row.
    fn prose(&self, sheet: &mut Worksheet, first: u32, last: u16) -> Result<(), Error> {
        let format = plain().set_text_wrap().set_align(FormatAlign::Top).set_font_size(PROSE_POINTS);
        let text = self.report.prose.get(&self.section).map_or("", String::as_str);
        let is_unwritten = self.draft && text.trim().is_empty() && Section::PROSE.contains(&self.section);
        let text = if is_unwritten { "（这一部分还没有写）" } else { text };
        let paragraphs = text.lines().map(str::trim).filter(|line| !line.is_empty());
        for (row, paragraph) in (first..).zip(paragraphs) {
            across(sheet, Place { row, column: 0 }, last, paragraph, &format)?;
            sheet.set_row_height(row, sheet::height(paragraph, PAGE_PIXELS, PROSE_POINTS))?;
        }
        Ok(())
    }
}

fn table(sheet: &mut Worksheet, report: &Report, grid: &Grid) -> Result<(), Error> {
    let text = bordered().set_font_size(TABLE_POINTS).set_text_wrap();
    let centred = text.clone().set_align(FormatAlign::Center);
    for (row, column, cell) in grid.placed() {
        let at = Place { row: TABLE_ROW + sheet::row(row), column: sheet::column(column) };
        let beside_figures = grid.rows.get(row).is_some_and(|cells| cells.iter().any(|cell| !cell.header));
        let is_row_label = cell.header && beside_figures && cell.rowspan == 1;
        let format = if is_row_label { &text } else { &centred };
        let end = (at.row + sheet::row(cell.rowspan - 1), at.column + sheet::column(cell.colspan - 1));
        if end != (at.row, at.column) {
            sheet.merge_range(at.row, at.column, end.0, end.1, "", format)?;
        }
        match &cell.content {
            Content::Label(text) => {
                sheet.write_string_with_format(at.row, at.column, *text, format)?;
            }
            Content::Figure(key) => {
                let is_named = report.form.unit(*key) == Some(Unit::MoneyNamed);
                let named = centred.clone().set_num_format("General\"万元\"");
                let format = if is_named { &named } else { format };
                write_figure(sheet, at, report.cells.get(key), format)?;
            }
        }
    }
    Ok(())
}

/// Makes each row as tall as its tallest label; a label over several rows takes what they have.
fn heights(sheet: &mut Worksheet, grid: &Grid, widths: &[u32]) -> Result<(), Error> {
    for number in 0..grid.rows.len() {
        let cells = grid.placed().into_iter().filter(|(row, _, cell)| *row == number && cell.rowspan == 1);
        let tallest = cells.filter_map(|(_, column, cell)| match &cell.content {
            Content::Label(text) => {
                let pixels: u32 = widths.iter().skip(column).take(cell.colspan).sum();
                Some(sheet::height(text, pixels, TABLE_POINTS))
            }
            Content::Figure(_) => None,
        });
        sheet.set_row_height(TABLE_ROW + sheet::row(number), tallest.fold(LEAST, f64::max))?;
    }
    Ok(())
}

/// The height of a row with one line, in points.
const LEAST: f64 = 20.0;

fn write_figure(
    sheet: &mut Worksheet,
    Place { row, column }: Place,
    cell: Option<&Cell>,
    format: &Format,
) -> Result<(), Error> {
    match cell {
        None | Some(Cell::Blank) => sheet.write_blank(row, column, format)?,
        Some(Cell::Count(number) | Cell::Delta(number)) => {
            sheet.write_number_with_format(row, column, sheet::number(*number), format)?
        }
        Some(Cell::Money(fen)) => {
            sheet.write_number_with_format(row, column, sheet::number(*fen) / FEN_PER_WAN, format)?
        }
        Some(Cell::NotANumber(text)) => sheet.write_string_with_format(row, column, text, format)?,
    };
    Ok(())
}

/// Fen in one 万元.
const FEN_PER_WAN: f64 = 1_000_000.0;
