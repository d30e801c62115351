//! What is left of a report when everything understood is taken away: listed, not dropped.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use law::report::{Content, Form, Section};

use crate::checked::{Evidence, Format};
use crate::evidence::whole_line;
use crate::tables::row;
use crate::text::squeezed;
use crate::understood::{Understood, is_sentence};

/// How many lines are kept for showing.
const SHOWN: usize = 50;

/// Lines inside the report's parts of which nothing was made.
#[derive(Debug, Default)]
pub(crate) struct Remainder {
    /// The first of them.
    pub(crate) lines: Vec<Evidence>,
    /// How many there are.
    pub(crate) count: usize,
}

impl Remainder {
    /// In parts that are written everything is prose. In parts with tables a line must belong to a table,
    /// be a piece of one of its labels, or be a sentence.
    pub(crate) fn of(understood: &Understood<'_>) -> Self {
        let mut remainder = Self::default();
        if matches!(understood.format, Some(Format::F2008) | None) {
            return remainder;
        }
        let repeated = repeated(understood);
        for section in [Section::Two, Section::Three, Section::Four] {
            for index in understood.parts.body(section) {
                if is_understood(understood, index) || repeated.contains(&index) {
                    continue;
                }
                remainder.count += 1;
                if remainder.lines.len() < SHOWN {
                    remainder.lines.extend(whole_line(understood, index));
                }
            }
        }
        remainder
    }
}

/// The shortest line that may be repeated as a head, in characters.
const SHORTEST: usize = 6;

/// Lines that say again what another line said, as sheets and pages repeat their heads. Figures are never so.
fn repeated(understood: &Understood<'_>) -> BTreeSet<usize> {
    let mut lines: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, line) in understood.source.lines.iter().enumerate() {
        let text = line.squeezed.clone();
        let words = text.chars().filter(|c| !c.is_ascii_digit()).count();
        if words >= SHORTEST && !line.line.text.contains(['\t', '|']) {
            lines.entry(text).or_default().push(index);
        }
    }
    lines.into_values().filter(|same| same.len() > 1).flatten().collect()
}

fn is_understood(understood: &Understood<'_>, index: usize) -> bool {
    let Some(row) = row(&understood.source, index) else { return true };
    understood.tables.lines.contains(&index)
        || is_sentence(&understood.source, index)
        || understood.source.get(index).is_some_and(|line| is_title_or_mark(&line.squeezed))
        || row.tokens.iter().all(|token| is_piece(&token.label))
}

/// Words that stand across the pages of a paper that is not final.
const MARKS: [&str; 3] = ["草稿", "征求意见稿", "送审稿"];

/// Whether a line is the title of a part without its numeral, as pages put it over a table, or a mark of a draft.
fn is_title_or_mark(line: &str) -> bool {
    static TITLES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
        let titles = Section::ALL.iter().flat_map(|section| section.accepted_titles());
        titles.map(|title| squeezed(title)).collect()
    });
    MARKS.contains(&line) || TITLES.contains(line)
}

/// Whether a cell is a piece of what the forms print, as layouts tear it.
pub(crate) fn is_piece(label: &str) -> bool {
    static PRINTED: LazyLock<String> = LazyLock::new(printed);
    label.is_empty() || (!label.chars().any(char::is_numeric) && PRINTED.contains(label)) || {
        let words = label.trim_matches(|c: char| c.is_ascii_digit() || "().、,".contains(c));
        !words.is_empty() && PRINTED.contains(words)
    }
}

/// All labels of both forms, each followed by a mark that no label has.
fn printed() -> String {
    let mut printed = String::new();
    for grid in Form::ALL.iter().flat_map(|form| form.grids()) {
        for cell in grid.rows.iter().flatten() {
            if let Content::Label(label) = &cell.content {
                printed.push_str(&squeezed(label));
                printed.push('\n');
            }
        }
    }
    printed
}
