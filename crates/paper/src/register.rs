//! A register as a spreadsheet: the export, and the template for an import. Both have the same columns, so what
//! was exported can be imported again.

use law::Date;
use law::register::{Field, FieldKind, Register, Template, Value, Values, value_to_text};
use rust_xlsxwriter::{Color, DataValidation, Format, FormatAlign, Worksheet};

use crate::sheet::{self, column, heading};
use crate::{Error, ROWS_MAX};

/// How many rows of a template get the drop-down lists.
const TEMPLATE_ROWS: u32 = 5_000;
/// Excel refuses a drop-down list whose entries together are longer.
const DROP_DOWN_CHARS_MAX: usize = 255;

/// A register's records as an XLSX file: one sheet, the header frozen and filterable.
///
/// Choices stand as Chinese labels, days as ISO text, counts as numbers, money in yuan. `on` is the document's date.
///
/// # Errors
/// When there are more rows than a sheet holds.
pub fn register_sheet(
    register: Register,
    rows: impl Iterator<Item = Values>,
    on: Date,
) -> Result<Vec<u8>, Error> {
    let mut workbook = sheet::workbook(register.label(), "", Some(on))?;
    let sheet = workbook.add_worksheet();
    header(sheet, register)?;
    let format = sheet::body();
    let mut last = 0;
    for (row, values) in (1_u32..).zip(rows) {
        if row >= ROWS_MAX {
            return Err(Error::TooManyRows);
        }
        write_row(sheet, register, row, &values, &format)?;
        last = row;
    }
    let width = column(register.fields().len().saturating_sub(1));
    sheet.autofilter(0, 0, last, width)?;
    Ok(workbook.save_to_buffer()?)
}

/// The empty form of a register: the header, one example row, drop-down lists, and a sheet that explains each
/// column.
///
/// # Errors
/// Only when the spreadsheet library refuses.
pub fn register_template(register: Register) -> Result<Vec<u8>, Error> {
    let mut workbook = sheet::workbook(register.label(), "", None)?;
    let sheet = workbook.add_worksheet();
    header(sheet, register)?;
    let template = register.template();
    let example = sheet::body().set_italic().set_font_color(Color::RGB(0x0048_504C));
    for (index, column_of) in template.columns.iter().enumerate() {
        let column = column(index);
        sheet.write_string_with_format(1, column, column_of.example, &example)?;
        let together = column_of.options.iter().map(|label| label.chars().count() + 1).sum::<usize>();
        let one_of =
            matches!(register.fields().get(index).map(|field| field.kind), Some(FieldKind::Choice(_)));
        if one_of && together <= DROP_DOWN_CHARS_MAX {
            let list = DataValidation::new().allow_list_strings(&column_of.options)?;
            sheet.add_data_validation(1, column, TEMPLATE_ROWS, column, &list)?;
        }
    }
    explanations(workbook.add_worksheet(), &template)?;
    Ok(workbook.save_to_buffer()?)
}

fn header(sheet: &mut Worksheet, register: Register) -> Result<(), Error> {
    sheet.set_name(register.label())?;
    sheet.set_freeze_panes(1, 0)?;
    sheet::page(sheet, false).set_header(format!("&C{}", register.label())).set_repeat_rows(0, 0)?;
    let plain = heading();
    let required = heading().set_background_color(Color::RGB(0x00FF_F3D1));
    let (mut pixels, mut tallest) = (0, LEAST);
    for (index, field) in register.fields().iter().enumerate() {
        let format = if field.required { &required } else { &plain };
        sheet.write_string_with_format(0, column(index), field.header(), format)?;
        sheet.set_column_width_pixels(column(index), width(field))?;
        pixels += width(field);
        tallest = sheet::height(&field.header(), width(field), POINTS).max(tallest);
    }
    sheet.set_row_height(0, tallest)?;
    sheet::across_page(sheet, pixels);
    Ok(())
}

/// A column's width in pixels; a Chinese character has 15.
const fn width(field: &Field) -> u32 {
    match field.kind {
        FieldKind::LongText { .. } => 300,
        FieldKind::Text { max } if max > 64 => 190,
        FieldKind::Text { .. } | FieldKind::Choices(_) => 110,
        FieldKind::Date | FieldKind::Choice(_) => 92,
        FieldKind::Count | FieldKind::Signed | FieldKind::Money => 76,
    }
}

fn write_row(
    sheet: &mut Worksheet,
    register: Register,
    row: u32,
    values: &Values,
    format: &Format,
) -> Result<(), Error> {
    let mut tallest = LEAST;
    for (index, field) in register.fields().iter().enumerate() {
        let at = column(index);
        match (field.kind, values.get(field.key)) {
            (_, None | Some(Value::Null)) => {
                sheet.write_blank(row, at, format)?;
            }
            (FieldKind::Count | FieldKind::Signed, Some(Value::Int(number))) => {
                sheet.write_number_with_format(row, at, sheet::number(*number), format)?;
            }
            (_, Some(value)) => {
                let text = value_to_text(field, value);
                tallest = sheet::height(&text, width(field), POINTS).max(tallest);
                sheet.write_string_with_format(row, at, text, format)?;
            }
        }
    }
    sheet.set_row_height(row, tallest)?;
    Ok(())
}

/// The type of a register, in points.
const POINTS: u32 = 11;
/// The height of a row with one line, in points.
const LEAST: f64 = 19.0;

fn explanations(sheet: &mut Worksheet, template: &Template) -> Result<(), Error> {
    sheet.set_name("填写说明")?;
    let format = heading();
    let wrapped = sheet::body().set_align(FormatAlign::Top);
    for (index, title) in ["列名", "必填", "可填内容", "说明"].into_iter().enumerate() {
        sheet.write_string_with_format(0, column(index), title, &format)?;
    }
    for (row, explained) in (1_u32..).zip(&template.columns) {
        let required = if explained.required { "是" } else { "" };
        let options = explained.options.join("、");
        for (index, text) in [&explained.header, required, &options, explained.help].into_iter().enumerate() {
            sheet.write_string_with_format(row, column(index), text, &wrapped)?;
        }
    }
    for (index, width) in [20.0, 8.0, 60.0, 60.0].into_iter().enumerate() {
        sheet.set_column_width(column(index), width)?;
    }
    Ok(())
}
