//! The template can be imported as it is, and headers are found however they are written.

use law::register::{EXAMPLE_NO, MoneyUnit, Record, Register, Value};

use super::changed_example;

#[test]
fn the_example_row_of_every_template_is_a_valid_record() {
    for register in Register::ALL {
        let record: Record = changed_example(*register, &[]).unwrap();
        assert_eq!(record.source_no(), EXAMPLE_NO);
        for column in register.template().columns {
            assert!(!column.required || !column.example.is_empty(), "{}", column.header);
        }
    }
}

#[test]
fn every_header_of_a_template_is_found_again() {
    for register in Register::ALL {
        for (field, column) in register.fields().iter().zip(register.template().columns) {
            for header in
                [column.header.clone(), format!("*{}", column.header), format!(" {}（必填）", column.header)]
            {
                assert_eq!(register.column(&header).map(|column| column.field), Some(field), "{header}");
            }
            assert_eq!(register.column(field.key).map(|column| column.field), Some(field));
        }
        assert_eq!(register.column("没有这一列"), None);
    }
}

#[test]
fn the_header_says_in_which_unit_money_is_written() {
    for (header, text, fen) in [
        ("金额", "12.5", 1_250),
        ("金额（元）", "12.5", 1_250),
        ("金额(万元)", "12.5", 12_500_000),
        ("金额（万元）", "12.5元", 1_250),
        ("金额（元）", "0.0001万元", 100),
    ] {
        let column = Register::DeclaredFigure.column(header).unwrap();
        assert_eq!(column.read(text), Ok(Value::Int(fen)), "{header}: {text}");
    }
    assert_eq!(Register::DeclaredFigure.column("数值（万元）"), None);
    assert_eq!(Register::DeclaredFigure.column("金额（万元）").unwrap().unit, MoneyUnit::TenThousandYuan);
}
