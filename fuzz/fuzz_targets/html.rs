//! Web pages.
#![no_main]

use gongkai_fuzz::read;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    read(&[b"<html>", input].concat());
});
