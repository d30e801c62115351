//! What a workbook's cell says, as text.

use calamine::{DataRef, ExcelDateTime};

/// The text of a cell.
pub(super) fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(n) => n.to_string(),
        DataRef::Float(n) => number(*n),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(yes) => if *yes { "是" } else { "否" }.to_owned(),
        DataRef::DateTime(date) => moment(date),
        DataRef::DateTimeIso(text) => text.replace('T', " ").trim_end_matches(" 00:00:00").to_owned(),
        DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
    }
}

/// A number without `.0`; Rust prints the shortest text that reads back as the same number.
fn number(n: f64) -> String {
    format!("{n}")
}

/// A date as ISO text; a bare time of day or a duration as hours, minutes, seconds.
fn moment(date: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let clock = format!("{hour:02}:{minute:02}:{second:02}");
    if date.is_duration() || date.as_f64() < 1.0 {
        return clock;
    }
    let day = format!("{year:04}-{month:02}-{day:02}");
    if clock == "00:00:00" { day } else { format!("{day} {clock}") }
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType;

    use super::*;

    #[test]
    fn a_whole_number_has_no_point() {
        assert_eq!(text(&DataRef::Float(125.0)), "125");
        assert_eq!(text(&DataRef::Float(-8.0)), "-8");
        assert_eq!(text(&DataRef::Float(75.926)), "75.926");
        assert_eq!(text(&DataRef::Float(13_900_001_234.0)), "13900001234");
    }

    #[test]
    fn serial_numbers_of_both_epochs_become_dates() {
        let at = |serial, is_1904| {
            text(&DataRef::DateTime(ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, is_1904)))
        };
        assert_eq!(at(43_835.0, false), "2020-01-05");
        assert_eq!(at(42_373.0, true), "2020-01-05");
        assert_eq!(at(43_835.562_5, false), "2020-01-05 13:30:00");
        assert_eq!(at(0.5, false), "12:00:00");
    }
}
