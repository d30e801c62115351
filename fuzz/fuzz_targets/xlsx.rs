//! XLSX: its parts, already unpacked; as a document and as rows of a register.
#![no_main]

use gongkai_fuzz::{XLSX, forgive_libraries, packed, read};
use libfuzzer_sys::fuzz_target;
use reading::rows;

fuzz_target!(init: forgive_libraries(), |input: &[u8]| {
    let bytes = packed(&XLSX, input);
    read(&bytes);
    let Ok(mut book) = rows::open("台账.xlsx", bytes) else { return };
    for sheet in book.sheets().to_vec() {
        let Ok(rows) = book.rows(&sheet) else { continue };
        let read: Vec<_> = rows.collect();
        let failed = read.iter().position(Result::is_err);
        assert!(failed.is_none_or(|at| at + 1 == read.len()), "rows go on after a fault");
    }
});
