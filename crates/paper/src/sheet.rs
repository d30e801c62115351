//! What all our spreadsheets have in common: how they look and how they are set up for printing.

use rust_xlsxwriter::{Color, DocProperties, Format, FormatAlign, FormatBorder, Workbook, Worksheet};

use crate::Error;

/// The face of all cells: it stands on every office's machine, and others have a substitute for it.
const FONT: &str = "宋体";
/// A4 in the format's own list of papers.
const A4: u8 = 9;

/// Where something stands, from 0.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    pub(crate) row: u32,
    pub(crate) column: u16,
}

/// A workbook with a title and an author, who may be unknown.
pub(crate) fn workbook(title: &str, author: &str) -> Workbook {
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_title(title).set_author(author));
    workbook
}

/// Sets a sheet up for printing: A4, as wide as the page, numbered; a draft says so on every page.
pub(crate) fn page(sheet: &mut Worksheet, draft: bool) -> &mut Worksheet {
    sheet
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0)
        .set_print_center_horizontally(true)
        .set_footer("&C第 &P 页，共 &N 页");
    if draft {
        sheet.set_header("&R草稿");
    }
    sheet
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
    plain().set_bold().set_font_size(16).set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter)
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
