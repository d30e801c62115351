//! Cells: what is typed, what is kept, what is printed.

use law::report::{Cell, Remark, Unit, yuan};
use proptest::prelude::*;

fn read(text: &str, unit: Unit) -> Cell {
    Cell::parse(text, unit).cell
}

#[test]
fn numbers_are_read_as_people_write_them() {
    let cases = [
        ("0", 0),
        ("12", 12),
        (" 12 ", 12),
        ("１２", 12),
        ("　１，２３４　", 1234),
        ("1,234,567", 1_234_567),
        ("-3", -3),
        ("−3", -3),
        ("+3", 3),
        ("３件", 3),
        ("12 件", 12),
        ("007", 7),
        ("\u{feff}5", 5),
    ];
    for (text, number) in cases {
        assert_eq!(read(text, Unit::Items), Cell::Count(number), "{text:?}");
    }
}

#[test]
fn changes_may_be_negative_or_spelled_out() {
    for (text, number) in
        [("-11", -11), ("－11", -11), ("+2", 2), ("增加2", 2), ("减少3", -3), ("减3", -3), ("0", 0)]
    {
        assert_eq!(read(text, Unit::Change), Cell::Delta(number), "{text:?}");
    }
}

#[test]
fn a_blank_is_a_blank_and_never_zero() {
    for text in ["", " ", "　", "\t", "\u{200b}"] {
        let read = Cell::parse(text, Unit::Items);
        assert_eq!((read.cell, read.remark), (Cell::Blank, None), "{text:?}");
    }
}

#[test]
fn import_markers_are_blanks_and_flagged() {
    for text in ["/", "-", "—", "——", "／", "－", "空", " / "] {
        for unit in [Unit::Items, Unit::Change, Unit::MoneyWan] {
            let read = Cell::parse(text, unit);
            assert_eq!(read.cell, Cell::Blank, "{text:?}");
            assert_eq!(read.remark, Some(Remark::Marker(text.trim().to_owned())), "{text:?}");
        }
    }
}

#[test]
fn what_is_no_number_is_kept_as_written() {
    for text in [
        "无",
        "三",
        "3.5",
        "1,23",
        "12,3456",
        "3 4",
        "本单位未制作",
        "1e3",
        "--5",
        "99999999999999999999",
        "O",
    ] {
        assert_eq!(read(text, Unit::Items), Cell::NotANumber(text.to_owned()), "{text:?}");
    }
}

#[test]
fn money_is_exact_to_the_fen_or_no_number() {
    let cases = [
        ("75.9260", 75_926_000),
        ("0", 0),
        ("0.000001", 1),
        ("1.5万元", 1_500_000),
        ("380元", 38_000),
        ("380.05 元", 38_005),
        ("1.2亿元", 12_000_000_000),
        ("96171.6", 96_171_600_000),
        ("1,000", 1_000_000_000),
        ("0.00", 0),
        ("-1", -1_000_000),
    ];
    for (text, fen) in cases {
        assert_eq!(read(text, Unit::MoneyWan), Cell::Money(fen), "{text:?}");
        assert_eq!(read(text, Unit::MoneyNamed), Cell::Money(fen), "{text:?}");
    }
    for text in ["0.0000001", "1.005元", "1.", ".5", "约3", "9999999999999999"] {
        assert_eq!(read(text, Unit::MoneyWan), Cell::NotANumber(text.to_owned()), "{text:?}");
    }
}

#[test]
fn money_is_printed_in_the_unit_of_the_label() {
    let cases = [(75_926_000, "75.926"), (0, "0"), (1, "0.000001"), (1_500_000, "1.5"), (-2_000_000, "-2")];
    for (fen, text) in cases {
        assert_eq!(Cell::Money(fen).print(Unit::MoneyWan), text);
    }
    assert_eq!(Cell::Money(125_000).print(Unit::MoneyNamed), "0.125万元");
    assert_eq!(Cell::Money(0).print(Unit::MoneyNamed), "0");
    assert_eq!(yuan(38_000), "380");
    assert_eq!(yuan(38_050), "380.5");
    assert_eq!(yuan(i64::MIN), "-92233720368547758.08");
}

#[test]
fn a_unit_written_into_the_cell_is_remarked() {
    assert_eq!(Cell::parse("3件", Unit::Items).remark, Some(Remark::UnitWritten("3件".to_owned())));
    assert_eq!(Cell::parse("380元", Unit::MoneyWan).remark, Some(Remark::UnitWritten("380元".to_owned())));
}

fn units() -> impl Strategy<Value = Unit> {
    prop::sample::select(vec![Unit::Items, Unit::Change, Unit::MoneyWan, Unit::MoneyNamed])
}

proptest! {
    #[test]
    fn what_is_printed_reads_back(unit in units(), amount in -i64::MAX..i64::MAX) {
        let cell = Cell::of(unit, amount);
        prop_assert_eq!(Cell::parse(&cell.print(unit), unit).cell, cell);
    }

    #[test]
    fn no_text_is_lost_and_none_panics(unit in units(), text in "\\PC{0,12}") {
        match Cell::parse(&text, unit).cell {
            Cell::NotANumber(kept) => prop_assert_eq!(kept, text.trim()),
            Cell::Blank => prop_assert!(text.chars().all(|c| !c.is_ascii_digit())),
            _ => prop_assert!(text.chars().any(char::is_numeric)),
        }
    }
}
