//! The ledger of an organ: events in a gapless sequence, chained by hashes, never changed.

mod chain;
mod event;
mod kind;
mod subject;

pub use event::{Act, Event, NewEvent};
pub use kind::EventKind;
pub use subject::Subject;

pub(crate) use chain::Head;
pub(crate) use event::{Draft, EVENT};

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    let digit = |nibble: u8| DIGITS.get(usize::from(nibble)).copied().unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
