//! Legal days.

use jiff::{Timestamp, civil::Date, tz::Offset};

/// The legal day of an instant: the day in Asia/Shanghai.
///
/// UTC+8 without summer time is exact for every instant since 1991-09-15.
pub fn legal_day(instant: Timestamp) -> Date {
    Offset::constant(8).to_datetime(instant).date()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_legal_day_turns_at_four_in_the_afternoon_utc() {
        let day = |text: &str| legal_day(text.parse().unwrap()).to_string();
        assert_eq!(day("2020-12-31T15:59:59Z"), "2020-12-31");
        assert_eq!(day("2020-12-31T16:00:00Z"), "2021-01-01");
    }
}
