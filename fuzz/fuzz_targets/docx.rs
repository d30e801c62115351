//! DOCX: its parts, already unpacked.
#![no_main]

use gongkai_fuzz::{DOCX, packed, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    read(&packed(&DOCX, input));
});
