//! Placeholders into numbers, and sentences about nothing into sentences for zero.

use std::collections::BTreeMap;

use super::super::cell_text::yuan;
use super::super::section::Section;
use super::name::Name;
use super::template::{Fault, Piece, Slot, pieces};
use super::told::{Amount, Figure, Place, Scope, What};

/// What the registers count for each name: things, or fen.
pub type Amounts = BTreeMap<Name, i64>;

/// Prose ready to be printed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Resolved {
    /// The text.
    pub text: String,
    /// The numbers that measures put there, with their places in `text`.
    pub figures: Vec<Figure>,
}

/// Puts numbers in the place of placeholders.
///
/// # Errors
/// Every placeholder that is not closed, names nothing known, or has no number among `amounts`.
pub fn resolve(section: Section, text: &str, amounts: &Amounts) -> Result<Resolved, Vec<Fault>> {
    let sentences = sentences(pieces(text)?);
    let mut resolved = Resolved::default();
    let mut faults = Vec::new();
    for sentence in sentences {
        match written(&sentence, amounts) {
            Ok(words) => resolved.push(section, words),
            Err(missing) => faults.extend(missing),
        }
    }
    if faults.is_empty() { Ok(resolved) } else { Err(faults) }
}

/// Pieces up to and with the mark that ends a sentence.
type Sentence = Vec<Piece>;

/// Words of a resolved sentence; those that a measure gave carry their name and amount.
type Word = (String, Option<(Name, i64)>);

const ENDS: [char; 5] = ['。', '！', '？', '；', '\n'];

fn sentences(pieces: Vec<Piece>) -> Vec<Sentence> {
    let mut sentences = vec![Sentence::new()];
    for piece in pieces {
        match piece {
            Piece::Slot(_) => push(&mut sentences, piece),
            Piece::Text { start, text } => {
                let mut at = start;
                for part in text.split_inclusive(ENDS) {
                    push(&mut sentences, Piece::Text { start: at, text: part.to_owned() });
                    at += part.chars().count();
                    if part.ends_with(ENDS) {
                        sentences.push(Sentence::new());
                    }
                }
            }
        }
    }
    sentences
}

fn push(sentences: &mut [Sentence], piece: Piece) {
    if let Some(sentence) = sentences.last_mut() {
        sentence.push(piece);
    }
}

fn written(sentence: &[Piece], amounts: &Amounts) -> Result<Vec<Word>, Vec<Fault>> {
    let (mut words, mut faults, mut zero) = (Vec::new(), Vec::new(), None);
    for piece in sentence {
        let slot = match piece {
            Piece::Text { text, .. } => {
                words.push((text.clone(), None));
                continue;
            }
            Piece::Slot(slot) => slot,
        };
        match amounts.get(&slot.name) {
            Some(amount) => {
                if *amount == 0 && zero.is_none() {
                    zero = slot.zero.clone();
                }
                words.push((print(&slot.name, *amount), Some((slot.name.clone(), *amount))));
            }
            None => faults.push(no_number(slot)),
        }
    }
    match (faults.is_empty(), zero) {
        (false, _) => Err(faults),
        (true, Some(zero)) => Ok(vec![(around(sentence, &zero), None)]),
        (true, None) => Ok(words),
    }
}

fn no_number(slot: &Slot) -> Fault {
    let message = format!("“{}”还没有数字，无法写入正文", slot.name);
    Fault { start: slot.start, end: slot.end, message }
}

fn print(name: &Name, amount: i64) -> String {
    match name.measure() {
        Some(measure) if measure.is_money() => yuan(amount),
        _ => amount.to_string(),
    }
}

/// The sentence for zero with the indentation and the end mark of the sentence it replaces.
fn around(sentence: &[Piece], zero: &str) -> String {
    let indent: String = match sentence.first() {
        Some(Piece::Text { text, .. }) => {
            text.chars().take_while(|c| c.is_whitespace() && *c != '\n').collect()
        }
        _ => String::new(),
    };
    let end: String = match sentence.last() {
        Some(Piece::Text { text, .. }) => text.chars().rev().take(1).filter(|c| ENDS.contains(c)).collect(),
        _ => String::new(),
    };
    format!("{indent}{}{end}", zero.trim_end_matches('。'))
}

impl Resolved {
    fn push(&mut self, section: Section, words: Vec<Word>) {
        let quote: String = words.iter().map(|(word, _)| word.trim_matches(['\n', ' ', '　'])).collect();
        let mut at = self.text.chars().count();
        for (word, measured) in words {
            let end = at + word.chars().count();
            if let Some((name, amount)) = measured {
                let place = Place { section: Some(section), start: at, end };
                self.figures.push(figure(&name, amount, place, quote.clone()));
            }
            self.text.push_str(&word);
            at = end;
        }
    }
}

fn figure(name: &Name, amount: i64, place: Place, text: String) -> Figure {
    let is_money = name.measure().is_some_and(|measure| measure.is_money());
    Figure {
        what: What::Measure(name.to_string()),
        amount: if is_money { Amount::Money(amount) } else { Amount::Count(amount) },
        approximate: false,
        scope: Scope::ReportYear,
        place,
        text,
    }
}
