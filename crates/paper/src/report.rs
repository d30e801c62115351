//! The annual report as a spreadsheet: one sheet a part, the tables with truly merged cells and the exact labels.

use law::report::{Cell, Content, Grid, Report, Section};
use rust_xlsxwriter::{DocProperties, Format, FormatAlign, FormatBorder, Workbook, Worksheet};

use crate::Error;

/// The row of a sheet (from 0) on which its table begins; the title, the period and the heading stand above.
pub const TABLE_ROW: u32 = 3;

/// Characters that fit on a printed line of prose, to set the heights of rows, which a spreadsheet does not
/// compute for text that a program wrote.
const LINE_CHARS: usize = 42;
const LINE_HEIGHT: f64 = 20.0;

/// The report as an XLSX file. Prose must be resolved: placeholders are printed as they stand.
///
/// `draft` prints 草稿 on the first line and in the header of every printed page. A blank cell stays empty.
///
/// # Errors
/// Only when the spreadsheet library refuses.
pub fn report_sheets(report: &Report, title: &str, draft: bool) -> Result<Vec<u8>, Error> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_title(title).set_author(&report.agency));
    for section in Section::ALL {
        let sheet = workbook.add_worksheet();
        sheet.set_name(sheet_name(*section))?;
        page(sheet, draft);
        match report.form.grids().iter().find(|grid| grid.section == *section) {
            Some(grid) => table(sheet, report, grid)?,
            None => prose(sheet, report.prose.get(section).map_or("", String::as_str))?,
        }
        head(sheet, report, title, *section, draft)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// The name of a part's sheet: its numeral, since a full heading may be longer than a name may be.
pub fn sheet_name(section: Section) -> String {
    format!("第{}部分", section.numeral())
}

fn page(sheet: &mut Worksheet, draft: bool) {
    sheet.set_paper_size(9).set_print_fit_to_pages(1, 0).set_footer("&C第 &P 页，共 &N 页");
    if draft {
        sheet.set_header("&R草稿");
    }
}

fn head(
    sheet: &mut Worksheet,
    report: &Report,
    title: &str,
    section: Section,
    draft: bool,
) -> Result<(), Error> {
    let bold = Format::new().set_bold().set_font_size(16);
    let heading = Format::new().set_bold().set_font_size(13);
    let marked = if draft { format!("{title}（草稿）") } else { title.to_owned() };
    sheet.write_string_with_format(0, 0, marked, &bold)?;
    let year = report.year;
    sheet.write_string(1, 0, format!("统计期限：{year}年1月1日至{year}年12月31日"))?;
    sheet.write_string_with_format(2, 0, section.heading(), &heading)?;
    Ok(())
}

fn prose(sheet: &mut Worksheet, text: &str) -> Result<(), Error> {
    let format = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_font_size(12);
    sheet.set_column_width(0, 90)?;
    let paragraphs = text.lines().map(str::trim).filter(|line| !line.is_empty());
    for (row, paragraph) in (TABLE_ROW..).zip(paragraphs) {
        sheet.write_string_with_format(row, 0, paragraph, &format)?;
        let lines = paragraph.chars().count() / LINE_CHARS + 1;
        let lines = u32::try_from(lines).unwrap_or(u32::MAX);
        sheet.set_row_height(row, f64::from(lines) * LINE_HEIGHT)?;
    }
    Ok(())
}

fn table(sheet: &mut Worksheet, report: &Report, grid: &Grid) -> Result<(), Error> {
    let label = bordered().set_text_wrap().set_align(FormatAlign::Center);
    let figure = bordered().set_align(FormatAlign::Right);
    if grid.columns > 8 {
        sheet.set_landscape();
    }
    let (first, last) = (TABLE_ROW, TABLE_ROW + to_row(grid.header_rows).saturating_sub(1));
    if grid.header_rows > 0 {
        sheet.set_repeat_rows(first, last)?;
    }
    for column in 0..grid.columns {
        sheet.set_column_width(to_column(column), if column < 3 { 22 } else { 12 })?;
    }
    for (row, column, cell) in grid.placed() {
        let at = (TABLE_ROW + to_row(row), to_column(column));
        let format = if cell.header { &label } else { &figure };
        let end = (at.0 + to_row(cell.rowspan - 1), at.1 + to_column(cell.colspan - 1));
        if end != at {
            sheet.merge_range(at.0, at.1, end.0, end.1, "", format)?;
        }
        match &cell.content {
            Content::Label(text) => sheet.write_string_with_format(at.0, at.1, *text, format)?,
            Content::Figure(key) => write_figure(sheet, at, report.cells.get(key), format)?,
        };
    }
    Ok(())
}

fn write_figure<'a>(
    sheet: &'a mut Worksheet,
    (row, column): (u32, u16),
    cell: Option<&Cell>,
    format: &Format,
) -> Result<&'a mut Worksheet, Error> {
    #[expect(
        clippy::cast_precision_loss,
        reason = "a spreadsheet's numbers are doubles; counts stay far below 2^53"
    )]
    Ok(match cell {
        None | Some(Cell::Blank) => sheet.write_blank(row, column, format)?,
        Some(Cell::Count(number) | Cell::Delta(number)) => {
            sheet.write_number_with_format(row, column, *number as f64, format)?
        }
        Some(Cell::Money(fen)) => {
            let format = format.clone().set_num_format("0.######");
            sheet.write_number_with_format(row, column, *fen as f64 / FEN_PER_WAN, &format)?
        }
        Some(Cell::NotANumber(text)) => sheet.write_string_with_format(row, column, text, format)?,
    })
}

/// Fen in one 万元.
const FEN_PER_WAN: f64 = 1_000_000.0;

fn bordered() -> Format {
    Format::new().set_border(FormatBorder::Thin).set_align(FormatAlign::VerticalCenter)
}

/// A form has a few dozen rows; the number always fits.
fn to_row(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// A form has at most fifteen columns; the number always fits.
fn to_column(index: usize) -> u16 {
    u16::try_from(index).unwrap_or(u16::MAX)
}
