//! The one place where the program learns what time it is and draws new ids.
//!
//! Everything below the binary takes `now`, `today` and ids as arguments (design invariant 1), so that a
//! test can stand on any day and a deadline can be recomputed for any day.

use jiff::{Timestamp, civil::Date};

/// The current instant.
#[expect(clippy::disallowed_methods, reason = "this is the clock")]
pub(crate) fn now() -> Timestamp {
    Timestamp::now()
}

/// The legal day of an instant: the day in Asia/Shanghai.
///
/// A fixed offset is exact for every instant since 1991-09-15, when summer time ended there, and spares the
/// binary a time zone database.
pub(crate) fn legal_day(instant: Timestamp) -> Date {
    law::legal_day(instant)
}

/// Today in Asia/Shanghai.
pub(crate) fn today() -> Date {
    legal_day(now())
}

/// A new record id: a UUID of version 7, so that ids sort by the time they were made.
#[expect(clippy::disallowed_methods, reason = "ids are drawn here and handed down")]
pub(crate) fn new_id() -> String {
    uuid::Uuid::now_v7().to_string()
}

/// 32 random bytes as hex: session tokens and form tokens.
///
/// # Errors
/// When the operating system gives no randomness.
pub(crate) fn new_secret() -> Result<String, getrandom::Error> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes)?;
    Ok(hex::encode(bytes))
}
