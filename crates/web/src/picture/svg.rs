//! A drawing in whole units, with every text escaped. One unit is one CSS pixel where the drawing is narrowest.

use std::fmt::Write as _;

use super::contract::{LEAST_LABEL, Markup};

/// An SVG under construction. Classes are those of `static/app.css`.
#[derive(Debug)]
pub(crate) struct Svg {
    text: String,
}

impl Svg {
    /// A drawing of that many units, named by caption and sentence of the picture `id`. `width` should be the
    /// narrowest width at which it is shown, [`super::contract::NARROWEST`] as a rule.
    pub(crate) fn new(id: &str, width: u32, height: u32) -> Self {
        let text = format!(
            "<svg viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"{id}-caption {id}-sentence\">"
        );
        Self { text }
    }

    /// A straight line.
    pub(crate) fn line(&mut self, class: &str, from: (i32, i32), to: (i32, i32)) -> &mut Self {
        let ((x1, y1), (x2, y2)) = (from, to);
        self.push(format_args!("<line class=\"{class}\" x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"/>"))
    }

    /// A disc.
    pub(crate) fn dot(&mut self, class: &str, at: (i32, i32), radius: u32) -> &mut Self {
        let (x, y) = at;
        self.push(format_args!("<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>"))
    }

    /// A text of that size in units; `at` is the middle of its base line. Nothing is ever smaller than
    /// [`LEAST_LABEL`].
    pub(crate) fn text(&mut self, at: (i32, i32), size: u32, text: &str) -> &mut Self {
        let ((x, y), size) = (at, size.max(LEAST_LABEL));
        self.push(format_args!("<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" text-anchor=\"middle\">"));
        for character in text.chars() {
            match character {
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '&' => self.text.push_str("&amp;"),
                other => self.text.push(other),
            }
        }
        self.push(format_args!("</text>"))
    }

    /// The finished drawing.
    pub(crate) fn finish(mut self) -> Markup {
        self.text.push_str("</svg>");
        Markup::escaped(self.text)
    }

    fn push(&mut self, piece: std::fmt::Arguments<'_>) -> &mut Self {
        // Writing to memory does not fail.
        self.text.write_fmt(piece).unwrap_or_default();
        self
    }
}
