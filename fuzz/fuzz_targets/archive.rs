//! Office files as they come: whole ZIP archives, packed and damaged.
#![no_main]

use gongkai_fuzz::{forgive_libraries, read};
use libfuzzer_sys::fuzz_target;
use reading::rows;

fuzz_target!(init: forgive_libraries(), |input: &[u8]| {
    let bytes = [b"PK\x03\x04", input].concat();
    read(&bytes);
    if let Ok(mut book) = rows::open("台账.xlsx", bytes) {
        for sheet in book.sheets().to_vec() {
            drop(book.rows(&sheet).map(|rows| rows.count()));
        }
    }
});
