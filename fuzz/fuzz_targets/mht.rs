//! Web pages saved as one file.
#![no_main]

use gongkai_fuzz::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    read(&[b"MIME-Version: 1.0\r\nContent-Type: multipart/related;", input].concat());
});
