//! Reports beside each other: last year's, the approved version, a county.
#![no_main]

use gongkai_fuzz::{SEPARATOR, heap, options, warm};
use inspect::{Beside, Document, Examined, Known, Member, Shelf, county, examine};
use libfuzzer_sys::fuzz_target;

fuzz_target!(init: warm(), |input: &[u8]| {
    let examined: Vec<Examined> = input
        .splitn(3, |byte| *byte == SEPARATOR)
        .map(|pieces| examine(&Document::from_text(&heap(pieces)), &options(false), Beside::default()))
        .collect();
    let members: Vec<Member> = examined.iter().map(Member::of).collect();
    let Some(pieces) = input.splitn(3, |byte| *byte == SEPARATOR).last() else { return };
    let mut shelves = examined.into_iter().map(Shelf::of_one);
    let (last_year, approved) = (shelves.next(), shelves.next());
    let beside = Beside { last_year: last_year.as_ref(), approved: approved.as_ref() };
    let document = Document::from_text(&heap(pieces));
    let checked = examine(&document, &options(false), beside).checked;
    assert!(checked.error.is_none(), "{:?}", checked.error);
    let agencies = ["示例镇人民政府".to_owned(), "某县发展和改革局".to_owned()];
    drop(county(&members, Known { agencies: &agencies, last_year: last_year.as_ref() }));
});
