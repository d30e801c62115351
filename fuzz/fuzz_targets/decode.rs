//! Bytes to text, and which kind of file they are.
#![no_main]

use inspect::Reader as _;
use libfuzzer_sys::fuzz_target;
use reading::{Fault, PlainText, decode, sniff};

fuzz_target!(|input: &[u8]| {
    let kind = sniff(input);
    assert!(!kind.name().is_empty(), "a kind without a name");
    match decode(input) {
        Ok(decoded) => assert!(!decoded.text.trim().is_empty(), "an empty text is refused"),
        Err(Fault::BrokenText { line, .. }) => {
            // In UTF-16 a line has at least two bytes, in UTF-8 one.
            assert!((1..=input.len() + 1).contains(&line), "damage on line {line}");
        }
        Err(fault) => assert!(!fault.to_string().is_empty(), "a fault without a sentence"),
    }
    drop(PlainText.read(input));
});
