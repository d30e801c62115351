//! How wide signs are, in thousandths of the size.

use std::collections::HashMap;

use lopdf::{Dictionary, Document as Pdf, Object};

use super::{entry, follow, number, numbers};

/// The widths of one font.
pub(super) struct Widths {
    by_code: HashMap<u32, f64>,
    /// First and last code, and the width of all between.
    ranges: Vec<(u32, u32, f64)>,
    usual: f64,
    /// Nothing is stated: letters and figures are half as wide as Chinese characters.
    is_guessed: bool,
}

/// More ranges than any font has.
const MAX_RANGES: usize = 10_000;

impl Widths {
    /// Of a font with one byte a sign.
    pub(super) fn simple(pdf: &Pdf, font: &Dictionary) -> Self {
        let first = entry(pdf, font, b"FirstChar").and_then(number).unwrap_or(0.0);
        let stated = entry(pdf, font, b"Widths").and_then(|widths| widths.as_array().ok());
        let stated = stated.into_iter().flatten().take(256);
        // Type 3 fonts measure in a space of their own (9.6.5).
        let is_drawn = font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Type3");
        let own = font.get(b"FontMatrix").map(|matrix| numbers(pdf, matrix)).unwrap_or_default();
        let unit = if is_drawn { own.first().map_or(1.0, |unit| unit * 1000.0) } else { 1.0 };
        let by_code: HashMap<u32, f64> = (code(first)..)
            .zip(stated.filter_map(|width| number(follow(pdf, width)?)))
            .map(|(code, width)| (code, width * unit))
            .collect();
        let missing = entry(pdf, font, b"FontDescriptor")
            .and_then(super::dictionary)
            .and_then(|descriptor| number(entry(pdf, descriptor, b"MissingWidth")?));
        let is_guessed = by_code.is_empty();
        Self {
            by_code,
            ranges: Vec::new(),
            usual: missing.filter(|width| *width > 0.0).unwrap_or(500.0),
            is_guessed,
        }
    }

    /// Of a font with several bytes a sign: `W` and `DW` (9.7.4.3).
    /// So many may still be read, which are taken off.
    pub(super) fn composite(pdf: &Pdf, font: &Dictionary, left: &mut usize) -> Self {
        let usual = entry(pdf, font, b"DW").and_then(number).unwrap_or(1000.0);
        let items = entry(pdf, font, b"W").and_then(|object| object.as_array().ok());
        let mut items = items.into_iter().flatten().filter_map(|item| follow(pdf, item));
        let (mut by_code, mut ranges) = (HashMap::new(), Vec::new());
        while let (Some(first), Some(second)) = (items.next().and_then(number), items.next()) {
            if *left == 0 {
                break;
            }
            if let Object::Array(widths) = second {
                let count = widths.len().min(*left);
                by_code.extend((code(first)..).zip(numbers(pdf, second)).take(count));
                *left -= count;
            } else if let (Some(last), Some(width)) = (number(second), items.next().and_then(number))
                && ranges.len() < MAX_RANGES
            {
                ranges.push((code(first), code(last), width));
                *left -= 1;
            }
        }
        let is_guessed = by_code.is_empty() && ranges.is_empty();
        Self { by_code, ranges, usual, is_guessed }
    }

    /// The width of a sign.
    pub(super) fn of(&self, cid: Option<u32>, text: Option<&str>) -> f64 {
        let stated = cid.and_then(|cid| self.by_code.get(&cid).copied().or_else(|| self.of_range(cid)));
        let is_narrow = text.is_some_and(|text| text.is_ascii());
        stated.unwrap_or(if is_narrow && (self.is_guessed || cid.is_none()) { 500.0 } else { self.usual })
    }
}

impl Widths {
    fn of_range(&self, cid: u32) -> Option<f64> {
        let range = self.ranges.iter().find(|(first, last, _)| (*first..=*last).contains(&cid));
        range.map(|(.., width)| *width)
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to small whole numbers before"
)]
fn code(number: f64) -> u32 {
    number.clamp(0.0, 1_000_000.0) as u32
}
