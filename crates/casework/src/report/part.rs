//! A written part: as stored, as printed, and what in it still needs a person.

use jiff::Timestamp;
use law::report::{
    Section,
    prose::{Amounts, Fault, Figure, Number, OpenPoint, numbers, open_points, resolve},
};
use store::{Confirmed, PersonId, WrittenPart};

use super::place::{bounded, digest};

/// A written part of a report version.
#[derive(Debug, Clone)]
pub struct Part {
    /// Which part.
    pub section: Section,
    /// The text as stored, with placeholders such as `{{主动公开总数}}`; empty if never written.
    pub words: String,
    /// The text as printed, placeholders resolved; as stored where they cannot be.
    pub printed: String,
    /// Placeholders that cannot be resolved, with their places in `words`.
    pub faults: Vec<Fault>,
    /// Numbers typed by hand, in the order of `words`.
    pub numbers: Vec<HandNumber>,
    /// Places `【…】` that a person has still to write.
    pub open_points: Vec<OpenPoint>,
    /// Who wrote it last.
    pub written_by: Option<PersonId>,
    /// When.
    pub written_at: Option<Timestamp>,
    /// Stands for exactly this text; an editor hands it back so that nobody's work is overwritten unseen.
    pub token: String,
    /// The numbers that measures put into `printed`.
    pub(super) figures: Vec<Figure>,
}

/// A number typed by hand, with its confirmation.
#[derive(Debug, Clone)]
pub struct HandNumber {
    /// The number and its sentence.
    pub number: Number,
    /// By which a confirmation finds it again: the number, which of its like it is, and the sentence. A
    /// changed sentence needs a new confirmation.
    pub mark: String,
    /// Who confirmed it as no statistic, and when.
    pub confirmed: Option<Confirmed>,
}

impl Part {
    /// The part of an open version.
    pub(super) fn open(
        section: Section,
        stored: Option<WrittenPart>,
        amounts: &Amounts,
        confirmed: &[Confirmed],
    ) -> Self {
        let mut part = Self::stored(section, stored, confirmed);
        match resolve(section, &part.words, amounts) {
            Ok(resolved) => (part.printed, part.figures) = (resolved.text, resolved.figures),
            Err(faults) => part.faults = faults,
        }
        part
    }

    /// The part of a version that is final.
    pub(super) fn frozen(section: Section, stored: Option<WrittenPart>, confirmed: &[Confirmed]) -> Self {
        let printed = stored.as_ref().and_then(|part| part.printed.clone());
        let part = Self::stored(section, stored, confirmed);
        Self { printed: printed.unwrap_or_else(|| part.words.clone()), open_points: Vec::new(), ..part }
    }

    fn stored(section: Section, stored: Option<WrittenPart>, confirmed: &[Confirmed]) -> Self {
        let (words, written_by, written_at) = match stored {
            Some(part) => (part.words, part.written_by, Some(part.written_at)),
            None => (String::new(), None, None),
        };
        Self {
            section,
            printed: words.clone(),
            faults: Vec::new(),
            numbers: hand_numbers(section, &words, confirmed),
            open_points: open_points(&words),
            written_by,
            written_at,
            token: token(&words),
            figures: Vec::new(),
            words,
        }
    }
}

/// Stands for exactly this text.
pub(super) fn token(words: &str) -> String {
    digest(words)
}

/// The numbers typed by hand, each with the confirmation given to it.
pub(super) fn hand_numbers(section: Section, words: &str, confirmed: &[Confirmed]) -> Vec<HandNumber> {
    let mut found: Vec<HandNumber> = Vec::new();
    for number in numbers(words) {
        let is_like = |other: &&HandNumber| {
            (&other.number.text, &other.number.sentence) == (&number.text, &number.sentence)
        };
        let which = found.iter().filter(is_like).count() + 1;
        let mark = bounded(&format!("{}（{which}）{}", number.text, number.sentence));
        let confirmed = confirmed.iter().find(|each| each.section == section && each.mark == mark).cloned();
        found.push(HandNumber { number, mark, confirmed });
    }
    found
}
