//! PDF: the whole file.
#![no_main]

use gongkai_fuzz::{forgive_libraries, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(init: forgive_libraries(), |input: &[u8]| {
    read(&[b"%PDF-1.7\n", input].concat());
});
