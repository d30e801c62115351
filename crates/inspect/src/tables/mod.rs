//! The tables of a report: those that the format states as they are, others rebuilt out of lines. What cannot
//! be aligned with certainty is not assigned to any cell.

mod found;
mod four;
mod grid;
mod labels;
mod stated;
mod three;
mod two;

use law::report::Section;

pub(crate) use found::{FoundCell, Tables, Unaligned};
pub(crate) use grid::{Layout, row};

use crate::document::DocumentTable;
use crate::recognise::Parts;
use crate::text::Source;

/// Finds tables 二, 三 and 四. A table that the format states is never read a second time from its lines.
pub(crate) fn find(source: &Source<'_>, stated: &[DocumentTable], parts: &Parts) -> Tables {
    let end = parts.foot();
    let from = |sections: &[Section]| sections.iter().find_map(|section| parts.heading(*section));
    let five = from(&[Section::Five, Section::Six]).unwrap_or(end);
    let four = from(&[Section::Four]).unwrap_or(five);
    let mut tables = Tables::default();
    stated::find(source, stated, &mut tables);
    if !tables.has(Section::Two) {
        two::find(source, from(&[Section::Three, Section::Four]).unwrap_or(five), &mut tables);
    }
    let start = tables.blocks.values().max().copied().or_else(|| from(&[Section::Two])).unwrap_or(0);
    if !tables.has(Section::Three) {
        three::find(source, start, four, &mut tables);
    }
    let after_three = tables.three.map_or(start, |(_, last)| last + 1);
    let heading = from(&[Section::Four]);
    let start = heading.map_or(after_three, |heading| heading + 1);
    if !tables.has(Section::Four) {
        four::find(source, start, five.max(start), heading.is_some(), &mut tables);
    }
    tables
}
