//! The names that placeholders use: `主动公开总数`, `主动公开总数·各发布渠道·政府网站`, `上年·依申请新收数`.

use std::fmt;

use super::nearest::nearest;
use crate::measure::{self, Dimension, Measure};

/// Between the parts of a name.
const DOT: char = '·';
/// Before a measure of the year before.
const LAST_YEAR: &str = "上年";

/// A number that prose may name: a measure, perhaps one part of it, of this year or the last.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    /// The measure's key.
    pub measure: &'static str,
    /// Dimension key and value key, if one part of the measure is meant.
    pub part: Option<(&'static str, &'static str)>,
    /// Whether the year before the report year is meant.
    pub last_year: bool,
}

impl Name {
    /// Reads a name.
    ///
    /// # Errors
    /// In plain Chinese, with the nearest known names, if the measure, dimension or value is unknown.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let (last_year, rest) = match text.strip_prefix(LAST_YEAR).and_then(|rest| rest.strip_prefix(DOT)) {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let mut words = rest.split(DOT).map(str::trim);
        let label = words.next().unwrap_or_default();
        let measure = measure::by_label(label).ok_or_else(|| unknown("口径", label, labels()))?;
        let part = match (words.next(), words.next(), words.next()) {
            (None, ..) => None,
            (Some(dimension), Some(value), None) => Some(part(measure, dimension, value)?),
            _ => return Err(format!("“{text}”写法不对，应为“口径”或“口径·分类方式·类别”")),
        };
        Ok(Self { measure: measure.key, part, last_year })
    }

    /// The measure, as long as the table has it.
    #[must_use]
    pub fn measure(&self) -> Option<&'static Measure> {
        measure::by_key(self.measure)
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.last_year {
            write!(f, "{LAST_YEAR}{DOT}")?;
        }
        let Some(measure) = self.measure() else { return f.write_str(self.measure) };
        f.write_str(measure.label)?;
        if let Some((dimension, value)) = self.part
            && let Some(dimension) = measure.dimension(dimension)
        {
            let value = dimension.label_of(measure.register, value);
            write!(f, "{DOT}{}{DOT}{value}", dimension.label)?;
        }
        Ok(())
    }
}

/// The labels of all measures that prose may name.
pub fn labels() -> impl Iterator<Item = &'static str> {
    measure::all().filter(|measure| measure.is_whole).map(|measure| measure.label)
}

fn part(
    measure: &'static Measure,
    dimension: &str,
    value: &str,
) -> Result<(&'static str, &'static str), String> {
    let known = measure.dimensions.iter();
    let found = known.clone().find(|each| each.label == dimension);
    let dimension = found.ok_or_else(|| unknown("分类方式", dimension, known.map(|each| each.label)))?;
    let choices = choices(measure, dimension);
    let found = choices.iter().find(|choice| choice.1 == value);
    let value = found.ok_or_else(|| unknown("类别", value, choices.iter().map(|choice| choice.1)))?;
    Ok((dimension.key, value.0))
}

/// Key and label of every value of a dimension that is a closed list.
fn choices(measure: &Measure, dimension: &Dimension) -> Vec<(&'static str, &'static str)> {
    let field = measure.register.field(dimension.field);
    let choices = field.map(|field| field.kind.choices()).unwrap_or_default();
    choices.iter().map(|choice| (choice.key, choice.label)).collect()
}

fn unknown(kind: &str, written: &str, known: impl Iterator<Item = &'static str>) -> String {
    let near = nearest(written, known, 3);
    let near: Vec<String> = near.iter().map(|name| format!("“{name}”")).collect();
    if near.is_empty() {
        return format!("没有名为“{written}”的{kind}");
    }
    format!("没有名为“{written}”的{kind}，相近的有{}", near.join("、"))
}
