//! The recognisers of figures, claims and years in the words of a report held as data, with figures of any size in
//! its tables.
#![no_main]

use gongkai_fuzz::{heap, number, warm};
use inspect::read_words;
use law::report::{Cell, Form, Level, Report, Section};
use libfuzzer_sys::fuzz_target;

fuzz_target!(init: warm(), |input: &[u8]| {
    let [how, year @ .., last] = input.get(..4).unwrap_or_default() else { return };
    let words = input.get(4..).unwrap_or_default();
    let form = if how & 1 == 0 { Form::F2019 } else { Form::F2021 };
    let mut report = Report::blank("示例镇人民政府", number(year) as i16, form);
    let text = if how & 2 == 0 { heap(words) } else { String::from_utf8_lossy(words).into_owned() };
    let sections = Section::ALL.iter().cycle().skip(usize::from(*last)).take(2);
    let middle = (0..=text.len() / 2).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let (one, other) = text.split_at(middle);
    report.prose = sections.copied().zip([one.to_owned(), other.to_owned()]).collect();
    for (key, at) in form.cells().into_iter().zip((0..words.len()).step_by(3)) {
        report.cells.insert(key, Cell::Count(number(words.get(at..).unwrap_or_default())));
    }
    let level = if how & 4 == 0 { Level::Township } else { Level::Other };
    drop(read_words(&report, level));
});
