//! What every picture is made of, and what holds for all of them.

use std::fmt;

use askama::Template;
use askama::filters::HtmlSafe;

/// The narrowest a wide drawing is ever shown, in CSS pixels at the standard size of text: 34 em of 18 px, as the
/// container query of `static/app.css` says.
pub(crate) const NARROWEST: u32 = 612;
/// No label is smaller, in CSS pixels.
pub(crate) const LEAST_LABEL: u32 = 14;

/// HTML or SVG that we made ourselves: by [`super::Svg`], or by a template that escapes what it prints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Markup(String);

impl Markup {
    /// What a template prints.
    pub(crate) fn of(template: &impl Template) -> Result<Self, askama::Error> {
        template.render().map(Self)
    }

    /// Only for builders that escape every text they are given.
    pub(super) const fn escaped(text: String) -> Self {
        Self(text)
    }

    #[cfg(test)]
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Markup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for Markup {}

/// What stands in place of the drawing where it is too narrow for its labels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Narrow {
    /// The drawing itself: its labels can be read on a phone of 360 px too.
    Same,
    /// The table of numbers.
    Table,
    /// Something else, e.g. a list.
    Instead(Markup),
}

/// The numbers behind a drawing, as a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Numbers {
    /// The heads of the columns; the first heads the labels of the rows.
    pub(crate) head: Vec<String>,
    pub(crate) rows: Vec<NumberRow>,
}

/// One row: what it is about, and a text for each further column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NumberRow {
    pub(crate) label: String,
    pub(crate) values: Vec<String>,
}

impl Numbers {
    /// The values of a row with the heads of their columns.
    fn cells<'n>(&'n self, row: &'n NumberRow) -> impl Iterator<Item = (&'n String, &'n String)> {
        self.head.iter().skip(1).zip(&row.values)
    }
}

/// A picture, ready to be printed by `{{ picture }}`.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "picture/picture.html")]
pub(crate) struct Picture {
    /// Unique on its page; `<id>-caption` and `<id>-sentence` are the ids that name the drawing.
    pub(crate) id: &'static str,
    /// What it shows, above it.
    pub(crate) caption: String,
    /// What it says, for those who do not look at it, and below it for everybody.
    pub(crate) sentence: String,
    pub(crate) drawing: Markup,
    pub(crate) narrow: Narrow,
    /// `None` only if the drawing is a table itself.
    pub(crate) numbers: Option<Numbers>,
}

impl HtmlSafe for Picture {}
