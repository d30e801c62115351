//! Which panics count.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

/// Lets panics of libraries unwind, to be caught where the product catches them, and says each place once; a panic
/// of our own code still ends the fuzzer, even where the product would catch it.
pub fn forgive_libraries() {
    static SEEN: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    let strict = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        if !place.contains("/registry/") {
            strict(panic);
        }
        if SEEN.lock().unwrap_or_else(PoisonError::into_inner).insert(place.clone()) {
            eprintln!("a library panicked at {place}");
        }
    }));
}
