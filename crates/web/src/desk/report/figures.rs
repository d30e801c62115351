//! The panel 数据核对: numbers that measures give, and numbers that were typed by hand.

use casework::report::{NamedFigure, Part};
use law::report::yuan;
use store::Read;

use super::people::People;
use crate::fault::Fault;

/// A number that words may name.
#[derive(Debug)]
pub(super) struct Figure {
    pub(super) name: String,
    /// As it is written into the words: `{{主动公开总数}}`.
    pub(super) slot: String,
    /// With its unit; none if there is none yet.
    pub(super) value: Option<String>,
    pub(super) definition: &'static str,
    pub(super) basis: &'static str,
}

/// A number typed by hand.
#[derive(Debug)]
pub(super) struct HandNumber {
    pub(super) number: usize,
    pub(super) text: String,
    pub(super) sentence: String,
    pub(super) mark: String,
    /// Who confirmed it as no statistic, and when.
    pub(super) confirmed: Option<String>,
    /// Measures that may take its place, those with the same value first: name, and what the list says.
    pub(super) choices: Vec<(String, String)>,
}

/// Every figure, as the panel shows it.
pub(super) fn figures(named: &[NamedFigure]) -> Vec<Figure> {
    named.iter().map(figure).collect()
}

/// Those that are named in the words, in the order of the words.
pub(super) fn figures_in(named: &[NamedFigure], words: &str) -> Vec<Figure> {
    let place = |figure: &NamedFigure| place_in(words, &figure.name.to_string());
    let mut placed: Vec<(usize, &NamedFigure)> =
        named.iter().filter_map(|figure| Some((place(figure)?, figure))).collect();
    placed.sort_by_key(|(place, _)| *place);
    placed.into_iter().map(|(_, known)| figure(known)).collect()
}

/// Which placeholder of the words has that name first, with a sentence for zero or without.
fn place_in(words: &str, name: &str) -> Option<usize> {
    let inside = words.split("{{").skip(1).filter_map(|rest| rest.split("}}").next());
    let mut names = inside.filter_map(|inside| inside.split(['|', '｜']).next());
    names.position(|known| known.trim() == name)
}

fn figure(figure: &NamedFigure) -> Figure {
    let name = figure.name.to_string();
    Figure {
        slot: format!("{{{{{name}}}}}"),
        name,
        value: value(figure),
        definition: figure.measure.definition,
        basis: figure.measure.basis,
    }
}

fn value(figure: &NamedFigure) -> Option<String> {
    let amount = figure.amount?;
    let number = if figure.measure.is_money() { yuan(amount) } else { amount.to_string() };
    Some(format!("{number} {}", figure.measure.unit))
}

/// The numbers of a part that were typed by hand.
pub(super) async fn hand_numbers(
    read: &mut Read,
    people: &mut People,
    part: &Part,
    known: &[NamedFigure],
) -> Result<Vec<HandNumber>, Fault> {
    let mut numbers = Vec::new();
    for (index, found) in part.numbers.iter().enumerate() {
        let confirmed = match &found.confirmed {
            Some(confirmed) => {
                Some(people.say(read, confirmed.confirmed_by.as_ref(), confirmed.confirmed_at).await?)
            }
            None => None,
        };
        numbers.push(HandNumber {
            number: index + 1,
            text: found.number.text.clone(),
            sentence: found.number.sentence.clone(),
            mark: found.mark.clone(),
            confirmed,
            choices: choices(&found.number.text, known),
        });
    }
    Ok(numbers)
}

fn choices(text: &str, known: &[NamedFigure]) -> Vec<(String, String)> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let amount: Option<i64> = digits.parse().ok();
    let is_equal =
        |figure: &&NamedFigure| amount.is_some() && figure.amount == amount && !figure.measure.is_money();
    let choice = |figure: &NamedFigure| {
        let name = figure.name.to_string();
        let value = value(figure).unwrap_or_else(|| "还没有数字".to_owned());
        let label = format!("{name}（{value}）");
        (name, label)
    };
    let equal = known.iter().filter(is_equal);
    let rest = known.iter().filter(|figure| !is_equal(figure));
    equal.chain(rest).map(choice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_placeholder_is_found_with_and_without_a_sentence_for_zero() {
        let words = "公开{{主动公开总数|零}}条，新收{{ 依申请新收数 }}件。";
        assert_eq!(place_in(words, "主动公开总数"), Some(0));
        assert_eq!(place_in(words, "依申请新收数"), Some(1));
        assert_eq!(place_in(words, "依申请新收"), None);
        assert_eq!(place_in("主动公开总数", "主动公开总数"), None);
    }
}
