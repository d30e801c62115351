//! Instants and days as text: fixed width, so that text order is time order.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::error::{Error, Result};

/// `2026-01-05T02:03:04.000000Z`: UTC, microseconds, always 27 characters.
pub(crate) fn to_text(instant: Timestamp) -> String {
    instant.strftime("%Y-%m-%dT%H:%M:%S.%6fZ").to_string()
}

pub(crate) fn from_text(text: &str) -> Result<Timestamp> {
    text.parse().map_err(|error| Error::damaged(format!("instant {text:?}: {error}")))
}

pub(crate) fn day_from_text(text: &str) -> Result<Date> {
    text.parse().map_err(|error| Error::damaged(format!("day {text:?}: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_keeps_its_width_and_comes_back_to_the_microsecond() {
        for text in ["2026-01-05T02:03:04Z", "2026-01-05T02:03:04.000001Z", "1999-12-31T23:59:59.999999Z"] {
            let instant: Timestamp = text.parse().unwrap();
            let stored = to_text(instant);
            assert_eq!(stored.len(), 27, "{stored}");
            assert_eq!(from_text(&stored).unwrap(), instant);
        }
    }
}
