//! A ZIP archive of reports, unpacked as `gongkai check` unpacks it.
#![no_main]

use std::io::Cursor;
use std::ops::ControlFlow;

use gongkai_fuzz::forgive_libraries;
use libfuzzer_sys::fuzz_target;

#[expect(dead_code, reason = "the target unpacks, the program also looks at files")]
#[path = "../../crates/gongkai/src/command/check/archive.rs"]
mod archive;

/// What the program hands over.
mod sources {
    /// A member with its content, or the sentence why there is none.
    pub(super) struct Source {
        pub(super) name: String,
        pub(super) content: Result<Vec<u8>, String>,
    }

    /// What nobody means; the program knows more of it.
    pub(super) fn is_litter(name: &str) -> bool {
        name.starts_with('.')
    }
}

fuzz_target!(init: forgive_libraries(), |input: &[u8]| {
    let bytes = [b"PK\x03\x04", input].concat();
    let mut handed = 0;
    let flow = archive::each("各镇.zip", Cursor::new(bytes), &|_| {}, &mut |source| {
        assert!(source.name.starts_with("各镇.zip"), "a member of nothing: {}", source.name);
        if let Err(sentence) = source.content {
            assert!(!sentence.is_empty(), "a refusal without a sentence");
        }
        handed += 1;
        if handed < 100 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    assert!(flow.is_break() == (handed == 100), "it goes on");
});
