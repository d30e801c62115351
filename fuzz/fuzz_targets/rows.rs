//! Rows of registers out of text: commas, tabs, quotes, encodings.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reading::rows;

fuzz_target!(|input: &[u8]| {
    let Ok(mut book) = rows::open("台账.csv", input.to_vec()) else { return };
    for sheet in book.sheets().to_vec() {
        let Ok(rows) = book.rows(&sheet) else { continue };
        let mut last = 0;
        for row in rows.flatten() {
            assert!(row.number > last, "rows are counted upwards");
            assert!(row.cells.last().is_some_and(|cell| !cell.is_empty()), "blank rows are left out");
            last = row.number;
        }
    }
});
