//! Any text as a report: parts, tables, figures, rules.
#![no_main]

use gongkai_fuzz::{options, sound, warm};
use inspect::{Document, check};
use libfuzzer_sys::fuzz_target;

fuzz_target!(init: warm(), |input: &[u8]| {
    let document = Document::from_text(&String::from_utf8_lossy(input));
    sound(&document, &check(&document, &options(false)));
});
