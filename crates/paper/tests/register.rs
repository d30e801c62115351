//! Registers as spreadsheets: labels in the header, inert cells, a template that explains itself.

use std::io::Cursor;

use calamine::{Data, Reader as _};
use law::Date;
use law::register::{EXAMPLE_NO, Register, Value, Values};
use paper::{register_sheet, register_template};

use super::reader::open;

const ON: Date = Date::constant(2021, 1, 12);

#[test]
fn an_export_has_the_chinese_labels_as_its_header_and_a_row_a_record() {
    for register in Register::ALL {
        let rows = (0..3).map(|number| Values::from([("source_no", Value::Text(format!("A-{number}")))]));
        let mut book = open(register_sheet(*register, rows, ON).unwrap());
        let range = book.worksheet_range(register.label()).unwrap();
        let header: Vec<String> = range.rows().next().unwrap().iter().map(ToString::to_string).collect();
        let labels: Vec<String> = register.fields().iter().map(law::register::Field::header).collect();
        assert_eq!(header, labels);
        assert_eq!(range.height(), 4);
        assert_eq!(range.get_value((3, 0)), Some(&Data::String("A-2".to_owned())));
    }
}

#[test]
fn a_text_that_looks_like_a_formula_stays_a_text() {
    let evil = "=HYPERLINK(\"http://example.invalid\")";
    let row =
        Values::from([("source_no", Value::Text("1".to_owned())), ("title", Value::Text(evil.to_owned()))]);
    let bytes = register_sheet(Register::Publication, std::iter::once(row), ON).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes.clone())).unwrap();
    let mut sheet = String::new();
    std::io::Read::read_to_string(&mut archive.by_name("xl/worksheets/sheet1.xml").unwrap(), &mut sheet)
        .unwrap();
    assert!(!sheet.contains("<f>"));
    let range = open(bytes).worksheet_range(Register::Publication.label()).unwrap();
    assert!(range.rows().any(|row| row.contains(&Data::String(evil.to_owned()))));
}

#[test]
fn a_template_shows_one_example_and_explains_every_column() {
    for register in Register::ALL {
        let mut book = open(register_template(*register).unwrap());
        assert_eq!(book.sheet_names(), [register.label(), "填写说明"]);
        let form = book.worksheet_range(register.label()).unwrap();
        assert_eq!((form.height(), form.get_value((1, 0))), (2, Some(&Data::String(EXAMPLE_NO.to_owned()))));
        let explained = book.worksheet_range("填写说明").unwrap();
        assert_eq!(explained.height(), register.fields().len() + 1);
    }
}

#[test]
fn a_template_bears_no_moment_of_making() {
    let bytes = register_template(Register::Publication).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut properties = String::new();
    std::io::Read::read_to_string(&mut archive.by_name("docProps/core.xml").unwrap(), &mut properties)
        .unwrap();
    assert!(properties.contains("1980-01-01T00:00:00Z"), "{properties}");
}
