//! Pieces of reports put together without sense: deeper into the recognisers of tables than letters lead.
#![no_main]

use gongkai_fuzz::{heap, options, sound, warm};
use inspect::{Document, check};
use libfuzzer_sys::fuzz_target;

fuzz_target!(init: warm(), |input: &[u8]| {
    let Some((how, pieces)) = input.split_first() else { return };
    let document = Document::from_text(&heap(pieces));
    sound(&document, &check(&document, &options(how % 2 == 1)));
});
