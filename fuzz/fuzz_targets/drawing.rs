//! PDF whose frame is sound: drawing operations, a font's map of signs, its widths and encoding.
#![no_main]

use gongkai_fuzz::{forgive_libraries, framed, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(init: forgive_libraries(), |input: &[u8]| {
    read(&framed(input));
});
