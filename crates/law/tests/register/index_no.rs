//! Index numbers: ours have twenty characters; another system's are kept as given.

use law::measure::Year;
use law::register::{IndexPrefix, IndexScheme};
use proptest::prelude::*;

#[test]
fn a_number_of_another_system_is_kept_as_given() {
    for given in ["11640000000000000D/2026-206470", "000014349/2026-04311", "QX-2020-7"] {
        assert_eq!(IndexScheme::Assigned.check(given), Ok(()));
    }
    for wrong in ["", "有 空格", &"9".repeat(65)] {
        assert!(IndexScheme::Assigned.check(wrong).is_err());
    }
    assert_eq!(IndexScheme::Assigned.generate(Year::new(2026).unwrap(), 1), None);
}

#[test]
fn only_nine_digits_or_capitals_name_a_publisher() {
    for wrong in ["", "64042102", "6404210270", "64042102a", "乡镇六四〇四二一"] {
        assert!(IndexPrefix::parse(wrong).is_err(), "{wrong}");
    }
    let ours = IndexScheme::National(IndexPrefix::parse("999999ABC").unwrap());
    for wrong in [
        "999999ABC/2025-0001",
        "999999ABD/2025-00001",
        "999999ABC/1025-00001",
        "999999ABC-2025-00001",
        "999999ABC/2025-0000一",
    ] {
        assert!(ours.check(wrong).is_err(), "{wrong}");
    }
}

proptest! {
    #[test]
    fn what_is_generated_is_valid_and_has_twenty_characters(year in 1949_i64..=2200, serial in 0_u32..200_000) {
        let ours = IndexScheme::National(IndexPrefix::parse("999999001").unwrap());
        match ours.generate(Year::new(year).unwrap(), serial) {
            Some(number) => {
                prop_assert_eq!(number.len(), 20);
                prop_assert_eq!(ours.check(&number), Ok(()));
            }
            None => prop_assert!(serial == 0 || serial > 99_999),
        }
    }
}
