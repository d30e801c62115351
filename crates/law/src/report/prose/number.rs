//! Numbers typed by hand into stored prose: everything that a measure did not put there and that is no
//! date, year, document number, article, ordinal, enumerator or the name of the hotline.

use super::numeral::chinese_numeral;
use super::surroundings::Surroundings;

/// A number typed by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// The number with what makes it one: `1,200`, `98.5%`, `三`, `14万`.
    pub text: String,
    /// The first character in the stored text.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// The sentence around it, so that a confirmation stays with the words it was given for.
    pub sentence: String,
}

/// Every number typed by hand, in the order of the text. What a sentence for zero says is looked at too.
#[must_use]
pub fn numbers(text: &str) -> Vec<Number> {
    let letters: Vec<char> = masked(text);
    let mut numbers = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let found = arabic(&letters, at).or_else(|| chinese_numeral(&letters, at));
        let Some((end, counts)) = found else {
            at += 1;
            continue;
        };
        if counts {
            let text: String = letters.iter().skip(at).take(end - at).collect();
            numbers.push(Number { text, start: at, end, sentence: sentence(&letters, at, end) });
        }
        at = end;
    }
    numbers
}

/// The text with the name part of each placeholder covered, character by character.
fn masked(text: &str) -> Vec<char> {
    let mut letters: Vec<char> = text.chars().collect();
    let mut is_name = false;
    let mut before = None;
    for letter in &mut letters {
        let here = *letter;
        match (before, here) {
            (Some('{'), '{') => is_name = true,
            (_, '|' | '｜' | '}' | '\n') => is_name = false,
            _ if is_name => *letter = '◇',
            _ => {}
        }
        before = Some(here);
    }
    letters
}

/// A run of digits that begins here: where it ends, and whether it counts as typed by hand.
fn arabic(letters: &[char], start: usize) -> Option<(usize, bool)> {
    if let Some(end) = whole_date(letters, start) {
        return Some((end, false));
    }
    let end = digits_end(letters, start)?;
    let around = Surroundings::of(letters, start, end);
    if around.is_no_statistic() {
        return Some((end, false));
    }
    let units =
        letters.iter().skip(end).take_while(|letter| matches!(letter, '%' | '％' | '‰' | '万' | '亿'));
    Some((end + units.count(), true))
}

/// One past the digits, thousands separators and one decimal point that begin here.
pub(super) fn digits_end(letters: &[char], start: usize) -> Option<usize> {
    let is_digit = |at: usize| letters.get(at).is_some_and(|letter| digit(*letter).is_some());
    if !is_digit(start) {
        return None;
    }
    let (mut end, mut has_point) = (start, false);
    loop {
        end += 1;
        match letters.get(end) {
            _ if is_digit(end) => {}
            Some('.' | '．') if !has_point && is_digit(end + 1) => has_point = true,
            Some(',') if (1..=3).all(|ahead| is_digit(end + ahead)) && !is_digit(end + 4) => {}
            _ => return Some(end),
        }
    }
}

/// The value of a half-width or full-width digit.
pub(super) fn digit(letter: char) -> Option<u32> {
    match letter {
        '０'..='９' => Some(u32::from(letter) - u32::from('０')),
        _ => letter.to_digit(10),
    }
}

/// One past a date written with points, strokes or slashes: `2020-01-05`, `2020.1.5`.
fn whole_date(letters: &[char], start: usize) -> Option<usize> {
    let part = |from: usize, least: usize, most: usize| {
        let run = letters.iter().skip(from).take_while(|letter| digit(**letter).is_some()).count();
        (least..=most).contains(&run).then_some(from + run)
    };
    let stroke = |at: usize| letters.get(at).filter(|letter| matches!(letter, '-' | '/' | '.')).copied();
    let year = part(start, 4, 4)?;
    let mark = stroke(year)?;
    let month = part(year + 1, 1, 2)?;
    (stroke(month)? == mark).then_some(())?;
    part(month + 1, 1, 2)
}

fn sentence(letters: &[char], start: usize, end: usize) -> String {
    let is_end = |letter: &char| matches!(letter, '。' | '！' | '？' | '；' | '\n');
    let first = letters.iter().take(start).rposition(is_end).map_or(0, |at| at + 1);
    let rest = letters.iter().skip(end).position(is_end).map_or(letters.len(), |at| end + at + 1);
    let sentence: String = letters.iter().skip(first).take(rest - first).collect();
    sentence.trim().to_owned()
}
