//! Draft texts for the written parts, offered from the facts: plain official wording, every number a
//! placeholder, and `【…】` where only a person knows.

use super::super::section::Section;
use super::name::Name;
use super::resolve::Amounts;
use super::{draft_five, draft_one, draft_six};
use crate::measure::dimension::{CATEGORY, FIRST_CHANNEL};
use crate::measure::{self, Dimension, Measure};

/// For whom a draft is written.
#[derive(Debug, Clone, Copy)]
pub struct Occasion<'a> {
    /// The report year.
    pub year: i16,
    /// How the body calls itself in running text: `我镇`.
    pub body: &'a str,
    /// The numbers of [`draft_names`], which decide what there is to say.
    pub amounts: &'a Amounts,
}

/// A draft for a written part; empty for the parts that are tables.
#[must_use]
pub fn draft(section: Section, occasion: &Occasion<'_>) -> String {
    match section {
        Section::One => draft_one::text(occasion),
        Section::Five => draft_five::text(occasion),
        Section::Six => draft_six::text(),
        Section::Two | Section::Three | Section::Four => String::new(),
    }
}

/// The numbers that drafts look at or name.
#[must_use]
pub fn draft_names() -> Vec<Name> {
    let whole = measure::all().filter(|measure| measure.is_whole).map(|measure| name(measure, None));
    let split = [&FIRST_CHANNEL, &CATEGORY].into_iter().flat_map(|dimension| {
        let keys = values(&measure::PUBLICATION_RELEASED, dimension);
        keys.into_iter().map(|(key, _)| name(&measure::PUBLICATION_RELEASED, Some((dimension.key, key))))
    });
    whole.chain(split).collect()
}

fn name(measure: &Measure, part: Option<(&'static str, &'static str)>) -> Name {
    Name { measure: measure.key, part, last_year: false }
}

/// Key and label of the values of a dimension that is a closed list.
fn values(measure: &Measure, dimension: &Dimension) -> Vec<(&'static str, &'static str)> {
    let field = measure.register.field(dimension.field);
    let choices = field.map(|field| field.kind.choices()).unwrap_or_default();
    choices.iter().map(|choice| (choice.key, choice.label)).collect()
}

impl Occasion<'_> {
    /// Whether there is anything to say about a measure.
    pub(super) fn has(&self, measure: &Measure) -> bool {
        self.amounts.get(&name(measure, None)).is_some_and(|amount| *amount != 0)
    }

    /// `政府网站{{…}}条、微信公众号{{…}}条`: the values of a dimension that occur; none if none does.
    pub(super) fn split(&self, measure: &Measure, dimension: &Dimension) -> Option<String> {
        let occurring = values(measure, dimension).into_iter().filter_map(|(key, label)| {
            let name = name(measure, Some((dimension.key, key)));
            let amount = self.amounts.get(&name)?;
            (*amount != 0).then(|| format!("{label}{{{{{name}}}}}{}", measure.unit))
        });
        let parts: Vec<String> = occurring.collect();
        (!parts.is_empty()).then(|| parts.join("、"))
    }
}

/// `{{口径|零}}`: the number, or the measure's own sentence for zero.
pub(super) fn or_zero(measure: &Measure) -> String {
    format!("{{{{{}|零}}}}", measure.label)
}

/// `{{口径}}`: the number, 0 included.
pub(super) fn number(measure: &Measure) -> String {
    format!("{{{{{}}}}}", measure.label)
}
