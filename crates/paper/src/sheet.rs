//! What all our spreadsheets have in common: how they look and how they are set up for printing.

use law::Date;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
};

use crate::Error;

/// The face of all cells: it stands on every office's machine, and others have a substitute for it.
const FONT: &str = "宋体";
/// The height of a row and the width of a column that nobody set, in pixels of that face at 11 pt.
const ROW_PIXELS: u32 = 18;
const COLUMN_PIXELS: u32 = 72;
/// Papers in the format's own list.
const A4: u8 = 9;
const A3: u8 = 8;

/// Where something stands, from 0.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    pub(crate) row: u32,
    pub(crate) column: u16,
}

/// A workbook with a title and an author, who may be unknown. It is the same bytes whenever it is made: with a day it bears that,
/// without, it bears the first day of the ZIP format's reckoning, as the parts of the package do.
pub(crate) fn workbook(title: &str, author: &str, on: Option<Date>) -> Result<Workbook, Error> {
    let mut workbook = Workbook::new();
    workbook.set_default_format(&plain(), ROW_PIXELS, COLUMN_PIXELS)?;
    let on = on.unwrap_or(Date::constant(1980, 1, 1));
    let [month, day] = [on.month(), on.day()].map(i8::unsigned_abs);
    let made = ExcelDateTime::from_ymd(on.year().unsigned_abs(), month, day)?;
    workbook.set_properties(
        &DocProperties::new().set_title(title).set_author(author).set_creation_datetime(&made),
    );
    Ok(workbook)
}

/// Sets a sheet up for printing: A4, as wide as the page, numbered; a draft says so on every page.
pub(crate) fn page(sheet: &mut Worksheet, draft: bool) -> &mut Worksheet {
    sheet
        .set_paper_size(A4)
        .set_margins(0.7, 0.6, 0.75, 0.75, 0.3, 0.3)
        .set_print_fit_to_pages(1, 0)
        .set_print_center_horizontally(true)
        .set_footer("&C第 &P 页，共 &N 页");
    if draft {
        sheet.set_header("&R草稿");
    }
    sheet
}

/// The pixels at 96 to the inch between the margins of a page that lies across.
const A4_ACROSS: u32 = 1_000;

/// Lays a list across, on the larger paper if its columns are too wide to be read on the smaller.
pub(crate) fn across_page(sheet: &mut Worksheet, pixels: u32) {
    sheet.set_landscape();
    if pixels * 2 / 3 > A4_ACROSS {
        sheet.set_paper_size(A3);
    }
}

/// Writes a line over the columns from a place to `last`, merged where there are several.
pub(crate) fn across(
    sheet: &mut Worksheet,
    at: Place,
    last: u16,
    text: &str,
    format: &Format,
) -> Result<(), Error> {
    if last > at.column {
        sheet.merge_range(at.row, at.column, at.row, last, "", format)?;
    }
    sheet.write_string_with_format(at.row, at.column, text, format)?;
    Ok(())
}

/// A document's title.
pub(crate) fn title() -> Format {
    plain()
        .set_bold()
        .set_font_size(16)
        .set_text_wrap()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
}

/// The heading of a column.
pub(crate) fn heading() -> Format {
    bordered()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Center)
        .set_background_color(Color::RGB(0x00EE_F3F8))
}

/// A cell of a list.
pub(crate) fn body() -> Format {
    bordered().set_text_wrap()
}

/// A cell with lines around it.
pub(crate) fn bordered() -> Format {
    plain().set_border(FormatBorder::Thin).set_align(FormatAlign::VerticalCenter)
}

/// Nothing but the face.
pub(crate) fn plain() -> Format {
    Format::new().set_font_name(FONT).set_font_size(11)
}

/// The height in points of a text in a cell so many pixels wide, whose type has so many points: a spreadsheet does
/// not compute it by itself for merged cells, nor every program for others.
pub(crate) fn height(text: &str, pixels: u32, points: u32) -> f64 {
    // A Chinese character is as wide as its type is high, 4 pixels for 3 points; others are half as wide.
    let character = (points * 4).div_ceil(3);
    let a_line = (pixels.saturating_sub(MARGIN_PIXELS) / character).max(1);
    let halves = |line: &str| line.chars().map(|sign| if sign.is_ascii() { 1 } else { 2 }).sum::<u32>();
    let lines: u32 = text.split('\n').map(|line| halves(line).div_ceil(a_line * 2).max(1)).sum();
    f64::from(lines * (points + LEADING) + LEADING).min(TALLEST)
}

/// What a cell keeps free at its sides, in pixels.
const MARGIN_PIXELS: u32 = 8;
/// The points between two lines.
const LEADING: u32 = 4;
/// The tallest row, in points (the format allows 409): a text of some 400 characters in a wide column.
const TALLEST: f64 = 300.0;

/// A spreadsheet's number.
#[expect(
    clippy::cast_precision_loss,
    reason = "a spreadsheet's numbers are doubles; counts stay far below 2^53"
)]
pub(crate) const fn number(number: i64) -> f64 {
    number as f64
}

/// A column's number; a table has a few dozen columns, so it always fits.
pub(crate) fn column(index: usize) -> u16 {
    u16::try_from(index).unwrap_or(u16::MAX)
}

/// A row's number; a form has a few dozen rows, so it always fits.
pub(crate) fn row(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
