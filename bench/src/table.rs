//! The table: what was measured, the ratio, the aim, whether it is met.

/// What a figure should be.
#[derive(Clone, Copy)]
pub(crate) enum Aim {
    AtLeast(f64),
    AtMost(f64),
    /// Nobody has set one: the figure is there to be compared with the next.
    None,
}

/// One line of the table.
pub(crate) struct Line {
    what: String,
    figure: f64,
    aim: Aim,
}

impl Line {
    /// A ratio or a growth.
    pub(crate) fn new(what: impl Into<String>, figure: f64, aim: Aim) -> Self {
        Self { what: what.into(), figure, aim }
    }
}

/// The table as text. A blank column would mean nothing to a reader aloud, so an aim that is not set is a dash.
pub(crate) fn print(lines: &[Line]) -> String {
    let wide = lines.iter().map(|line| line.what.chars().count()).max().unwrap_or_default();
    let mut text = format!("| {:<wide$} | {:>7} | {:>7} | {:<3} |\n", "what", "ratio", "aim", "met");
    text.push_str(&format!("|{:-<wide$}--|--------:|--------:|-----|\n", ""));
    for line in lines {
        let (aim, met) = match line.aim {
            Aim::AtLeast(least) => (format!("≥ {least}"), yes_no(line.figure >= least)),
            Aim::AtMost(most) => (format!("≤ {most}"), yes_no(line.figure <= most)),
            Aim::None => ("—".to_owned(), "—"),
        };
        text.push_str(&format!("| {:<wide$} | {:>7.2} | {aim:>7} | {met:<3} |\n", line.what, line.figure));
    }
    text.trim_end().to_owned()
}

const fn yes_no(is_met: bool) -> &'static str {
    if is_met { "yes" } else { "NO" }
}
