//! Days in words, and who acts on them without being a person.

use jiff::Timestamp;
use jiff::civil::Date;

/// Who did what no person at the desk did.
pub(crate) const BY_COMMAND: &str = "系统（命令行）";

/// `2021年1月31日`, for prose; tables print ISO days.
pub(crate) fn in_words(day: Date) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// `星期一`.
pub(crate) fn weekday(day: Date) -> &'static str {
    use jiff::civil::Weekday as W;
    match day.weekday() {
        W::Monday => "星期一",
        W::Tuesday => "星期二",
        W::Wednesday => "星期三",
        W::Thursday => "星期四",
        W::Friday => "星期五",
        W::Saturday => "星期六",
        W::Sunday => "星期日",
    }
}

/// `2021-01-31 09:05`, as the clocks at the desk show it.
pub(crate) fn minute(instant: Timestamp) -> String {
    jiff::tz::Offset::constant(8).to_datetime(instant).strftime("%Y-%m-%d %H:%M").to_string()
}

/// `2021-01-31`, the day here of an instant.
pub(crate) fn of(instant: Timestamp) -> Date {
    jiff::tz::Offset::constant(8).to_datetime(instant).date()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_people_here_write_them() {
        let day = jiff::civil::date(2021, 1, 31);
        assert_eq!(in_words(day), "2021年1月31日");
        assert_eq!(weekday(day), "星期日");
        assert_eq!(minute("2020-12-31T16:05:00Z".parse().unwrap()), "2021-01-01 00:05");
    }
}
