//! Prose as it is stored: text with placeholders for measures.
//!
//! `{{口径}}` prints the number. `{{口径|零}}` prints it too, but if it is 0 the whole sentence around it
//! gives way to the measure's own sentence for zero; `{{口径|零：另一句话}}` to that sentence. A sentence
//! ends at 。！？； or at the end of the line. Of several placeholders in a sentence the first that is 0
//! and has a sentence for zero decides.
//!
//! `【…】` marks something that a person has still to write or to confirm.

use super::name::Name;

/// A piece of prose, in characters of the stored text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// Running text from `start`.
    Text { start: usize, text: String },
    /// A placeholder.
    Slot(Slot),
}

/// A placeholder in stored prose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// What it names.
    pub name: Name,
    /// The sentence for zero; none if 0 is printed as a number.
    pub zero: Option<String>,
    /// Its first character in the stored text.
    pub start: usize,
    /// One past its last character.
    pub end: usize,
}

/// Something wrong in stored prose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The first character.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// In plain Chinese.
    pub message: String,
}

/// Takes stored prose apart.
///
/// # Errors
/// Every placeholder that is not closed or names nothing known, with its place.
pub(super) fn pieces(text: &str) -> Result<Vec<Piece>, Vec<Fault>> {
    let (mut pieces, mut faults) = (Vec::new(), Vec::new());
    let (mut rest, mut at) = (text, 0);
    while let Some((before, from_slot)) = split_at(rest, "{{") {
        push_text(&mut pieces, at, before);
        at += before.chars().count();
        let Some((inside, after)) = split_at(from_slot, "}}").map(|(inside, end)| (inside, skip(end, "}}")))
        else {
            let message = "占位符没有写完：有“{{”而没有“}}”".to_owned();
            faults.push(Fault { start: at, end: at + from_slot.chars().count(), message });
            return Err(faults);
        };
        let inside = skip(inside, "{{");
        let end = at + inside.chars().count() + 4;
        match slot(inside, at, end) {
            Ok(slot) => pieces.push(Piece::Slot(slot)),
            Err(message) => faults.push(Fault { start: at, end, message }),
        }
        at = end;
        rest = after;
    }
    push_text(&mut pieces, at, rest);
    if faults.is_empty() { Ok(pieces) } else { Err(faults) }
}

/// The placeholders of stored prose, so that a caller knows which numbers to fetch.
///
/// # Errors
/// Every placeholder that is not closed or names nothing known, with its place.
pub fn slots(text: &str) -> Result<Vec<Slot>, Vec<Fault>> {
    let slots = pieces(text)?.into_iter().filter_map(|piece| match piece {
        Piece::Slot(slot) => Some(slot),
        Piece::Text { .. } => None,
    });
    Ok(slots.collect())
}

/// Before and from the first occurrence of a mark.
fn split_at<'a>(text: &'a str, mark: &str) -> Option<(&'a str, &'a str)> {
    text.find(mark).and_then(|at| text.split_at_checked(at))
}

fn skip<'a>(text: &'a str, mark: &str) -> &'a str {
    text.strip_prefix(mark).unwrap_or(text)
}

fn push_text(pieces: &mut Vec<Piece>, start: usize, text: &str) {
    if !text.is_empty() {
        pieces.push(Piece::Text { start, text: text.to_owned() });
    }
}

fn slot(inside: &str, start: usize, end: usize) -> Result<Slot, String> {
    let (name, option) = inside.split_once(['|', '｜']).map_or((inside, None), |(n, o)| (n, Some(o.trim())));
    let name = Name::parse(name)?;
    let zero = match option {
        None => None,
        Some("零") => name.measure().map(|measure| measure.zero.to_owned()),
        Some(option) => {
            let sentence = option.strip_prefix("零：").or_else(|| option.strip_prefix("零:"));
            let sentence = sentence.map(str::trim).filter(|sentence| !sentence.is_empty());
            Some(sentence.ok_or("占位符“|”之后应为“零”或“零：为零时的句子”")?.to_owned())
        }
    };
    Ok(Slot { name, zero, start, end })
}

/// A place marked `【…】` that a person has still to write or confirm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenPoint {
    /// What stands between the brackets.
    pub text: String,
    /// The first character, the bracket.
    pub start: usize,
    /// One past the closing bracket.
    pub end: usize,
}

/// Every `【…】` in a text. Document numbers in such brackets (【2019】60号) are not meant.
#[must_use]
pub fn open_points(text: &str) -> Vec<OpenPoint> {
    let mut points = Vec::new();
    let mut opened: Option<(usize, String)> = None;
    for (at, letter) in text.chars().enumerate() {
        match (letter, &mut opened) {
            ('【', _) => opened = Some((at, String::new())),
            ('】', Some((start, inside))) => {
                let is_number = inside.chars().all(|c| c.is_ascii_digit());
                if !is_number || inside.is_empty() {
                    points.push(OpenPoint { text: std::mem::take(inside), start: *start, end: at + 1 });
                }
                opened = None;
            }
            (_, Some((_, inside))) => inside.push(letter),
            (_, None) => {}
        }
    }
    points
}
