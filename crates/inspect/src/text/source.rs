//! The lines of a document, folded, with pages told and page numbers taken out.

use std::sync::LazyLock;

use law::report::Section;

use super::fold::{Folded, fold, squeezed};
use super::pages;
use crate::document::{Document, Line};

/// A line with its folded form. A line into which a converter ran a whole report is cut at the headings, so
/// that several of these may stand on one line of the file.
#[derive(Debug)]
pub(crate) struct SourceLine<'d> {
    pub(crate) line: &'d Line,
    pub(crate) folded: Vec<Folded>,
    /// The characters as they are in the file, those that folding drops included.
    pub(crate) written: Vec<char>,
    /// Where they begin in the line.
    start: u32,
    pub(crate) page: Option<u32>,
    /// Folded and without blanks, for comparing.
    pub(crate) squeezed: String,
    /// A page number or a rule between parts: no content.
    pub(crate) is_furniture: bool,
}

/// All lines of a document. Positions in it (`usize`) count from 0.
#[derive(Debug)]
pub(crate) struct Source<'d> {
    pub(crate) lines: Vec<SourceLine<'d>>,
}

impl<'d> Source<'d> {
    pub(crate) fn of(document: &'d Document) -> Self {
        let mut lines: Vec<SourceLine<'d>> = document.lines.iter().flat_map(SourceLine::of).collect();
        pages::tell(&mut lines);
        pages::drop_running_lines(&mut lines);
        Self { lines }
    }

    pub(crate) fn get(&self, index: usize) -> Option<&SourceLine<'d>> {
        self.lines.get(index)
    }

    /// The position of the line with this number in the file.
    pub(crate) fn of_line(&self, no: u32) -> usize {
        self.lines.partition_point(|line| line.line.no < no)
    }

    /// The nearest line before `index` that has content.
    pub(crate) fn content_before(&self, index: usize) -> Option<usize> {
        (0..index.min(self.lines.len())).rev().find(|before| self.has_content(*before))
    }

    pub(crate) fn has_content(&self, index: usize) -> bool {
        self.get(index).is_some_and(|line| !line.is_furniture && !line.is_blank())
    }
}

impl<'d> SourceLine<'d> {
    fn of(line: &'d Line) -> Vec<Self> {
        let mut rest = fold(&line.text);
        let mut pieces = Vec::new();
        for cut in cuts_at_headings(&rest).into_iter().rev() {
            pieces.push(rest.split_off(cut));
        }
        pieces.push(rest);
        let mut chars = line.text.chars();
        let mut start = 0;
        let mut cut = Vec::with_capacity(pieces.len());
        while let Some(folded) = pieces.pop() {
            let next = pieces.last().and_then(|next| next.first()).map_or(u32::MAX, |next| next.at);
            let written: Vec<char> = chars.by_ref().take(next.saturating_sub(start) as usize).collect();
            cut.push(Self::piece(line, folded, written, start));
            start = next;
        }
        cut
    }

    fn piece(line: &'d Line, folded: Vec<Folded>, written: Vec<char>, start: u32) -> Self {
        let text: String = folded.iter().map(|folded| folded.c).collect();
        let text = text.trim();
        let is_rule = text.contains(['-', '=', '*', '_'])
            && text.chars().all(|c| matches!(c, '-' | '=' | '*' | '_' | ' ' | '|' | ':'));
        let is_furniture = is_rule || pages::number(text).is_some();
        let squeezed = text.chars().filter(|c| !c.is_whitespace()).collect();
        Self { line, folded, written, start, page: line.page, squeezed, is_furniture }
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.folded.iter().all(|folded| folded.c.is_whitespace())
    }

    /// The folded text.
    pub(crate) fn text(&self) -> String {
        self.folded.iter().map(|folded| folded.c).collect()
    }

    /// The file's own text between two places of the line (in characters), without blanks at its ends.
    pub(crate) fn quote(&self, from: u32, to: u32) -> String {
        let (from, to) = (from.saturating_sub(self.start) as usize, to.saturating_sub(self.start) as usize);
        let text: String = self.written.iter().skip(from).take(to.saturating_sub(from)).collect();
        text.trim().to_owned()
    }
}

/// The accepted titles of the parts, folded and without blanks.
pub(crate) fn titles() -> &'static [(Section, String)] {
    static TITLES: LazyLock<Vec<(Section, String)>> = LazyLock::new(|| {
        let of_section = |section: &Section| {
            let section = *section;
            section.accepted_titles().iter().map(move |title| (section, squeezed(title)))
        };
        Section::ALL.iter().flat_map(of_section).collect()
    });
    &TITLES
}

/// Where a line is to be cut: before and behind each heading that stands between blanks inside it.
fn cuts_at_headings(folded: &[Folded]) -> Vec<usize> {
    let mut cuts = Vec::new();
    for (index, pair) in folded.windows(2).enumerate().skip(1) {
        let [numeral, comma] = pair else { continue };
        let follows_blank = folded.get(index - 1).is_some_and(|before| before.c.is_whitespace());
        if !follows_blank || comma.c != '、' {
            continue;
        }
        let rest: String = folded.iter().skip(index + 2).map(|folded| folded.c).take(40).collect();
        let of_numeral = |(section, _): &&(Section, String)| section.numeral().contains(numeral.c);
        let mut titles = titles().iter().filter(of_numeral).map(|(_, title)| title);
        let ends =
            |title: &&String| rest.strip_prefix(title.as_str()).is_some_and(|rest| rest.starts_with(' '));
        if let Some(title) = titles.find(ends) {
            cuts.extend([index, index + 2 + title.chars().count()]);
        }
    }
    cuts
}
