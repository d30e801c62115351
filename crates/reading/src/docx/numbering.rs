//! Numbers that Word counts by itself: 一、 （一） 1. before paragraphs, which the text does not contain.

use std::collections::HashMap;

use crate::numeral::Numeral;
use crate::xml::{Element, Xml};

/// How many levels a list has (ECMA-376 part 1, 17.9.6).
const LEVELS: usize = 9;
/// Styles based on one another at most so many times.
const MAX_BASES: usize = 16;

/// One level of a list.
#[derive(Debug, Clone)]
struct Level {
    numeral: Numeral,
    start: i64,
    /// The text before the paragraph, `%1` standing for the number of the first level.
    text: String,
    suffix: &'static str,
    /// Numbers of upper levels are printed in digits too.
    is_legal: bool,
}

/// The lists of a document and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// The levels of each abstract list.
    lists: HashMap<String, Vec<Option<Level>>>,
    /// From `numId` to the abstract list.
    numbers: HashMap<String, String>,
    /// Starts that a `numId` sets anew, by level.
    restarts: HashMap<(String, usize), i64>,
    /// `numId` and level of each style that counts.
    styles: HashMap<String, (String, usize)>,
    counted: HashMap<String, [Option<i64>; LEVELS]>,
    restarted: Vec<(String, usize)>,
}

impl Numbering {
    /// Out of the parts `numbering.xml` and `styles.xml`.
    pub(super) fn new(numbering: &Xml<'_>, styles: &Xml<'_>) -> Self {
        let mut this = Self::default();
        for list in numbering.root().all("abstractNum") {
            let Some(id) = list.attribute("abstractNumId") else { continue };
            let mut levels: Vec<Option<Level>> = vec![None; LEVELS];
            for element in list.children().filter(|child| child.name() == "lvl") {
                if let Some(place) = level_of(element).and_then(|index| levels.get_mut(index)) {
                    *place = Some(Level::new(element));
                }
            }
            this.lists.insert(id, levels);
        }
        for number in numbering.root().all("num") {
            let (Some(id), Some(list)) = (number.attribute("numId"), value(number, "abstractNumId")) else {
                continue;
            };
            for over in number.children().filter(|child| child.name() == "lvlOverride") {
                let start = value(over, "startOverride").and_then(|start| start.parse().ok());
                if let (Some(level), Some(start)) = (level_of(over), start) {
                    this.restarts.insert((id.clone(), level), start);
                }
            }
            this.numbers.insert(id, list);
        }
        this.read_styles(styles);
        this
    }

    fn read_styles(&mut self, styles: &Xml<'_>) {
        let all: HashMap<String, Element<'_, '_>> = styles
            .root()
            .all("style")
            .into_iter()
            .filter_map(|style| Some((style.attribute("styleId")?, style)))
            .collect();
        for (id, style) in &all {
            let (mut number, mut level) = (None, None);
            let mut at = Some(*style);
            for _ in 0..MAX_BASES {
                let Some(style) = at else { break };
                if let Some(stated) = style.path(&["pPr", "numPr"]) {
                    number = number.or_else(|| value(stated, "numId"));
                    level = level.or_else(|| value(stated, "ilvl"));
                }
                at = value(style, "basedOn").and_then(|base| all.get(&base).copied());
            }
            if let Some(number) = number {
                let level = level.and_then(|level| level.parse().ok()).unwrap_or(0);
                self.styles.insert(id.clone(), (number, level));
            }
        }
    }

    /// Counts a paragraph and gives what stands before it; none for a paragraph without a number of its own.
    pub(super) fn mark(&mut self, paragraph: Element<'_, '_>) -> Option<String> {
        let properties = paragraph.child("pPr")?;
        let own = properties.child("numPr");
        let of_style = value(properties, "pStyle").and_then(|style| self.styles.get(&style).cloned());
        let id = own
            .and_then(|own| value(own, "numId"))
            .or_else(|| of_style.as_ref().map(|(id, _)| id.clone()))?;
        let level = own.and_then(|own| value(own, "ilvl")).and_then(|level| level.parse().ok());
        let level: usize = level.or_else(|| of_style.map(|(_, level)| level)).unwrap_or(0);
        let list = self.numbers.get(&id)?.clone();
        self.count(&id, &list, level)?;
        self.print(&list, level)
    }

    fn count(&mut self, id: &str, list: &str, level: usize) -> Option<()> {
        let start = self.lists.get(list)?.get(level)?.as_ref()?.start;
        let anew = (id.to_owned(), level);
        let restart = self.restarts.get(&anew).copied().filter(|_| !self.restarted.contains(&anew));
        let counted = self.counted.entry(list.to_owned()).or_default();
        let next = match (restart, counted.get(level).copied().flatten()) {
            (Some(start), _) => start,
            (None, Some(last)) => last.saturating_add(1),
            (None, None) => start,
        };
        if restart.is_some() {
            self.restarted.push(anew);
        }
        *counted.get_mut(level)? = Some(next);
        counted.iter_mut().skip(level + 1).for_each(|deeper| *deeper = None);
        Some(())
    }

    fn print(&self, list: &str, level: usize) -> Option<String> {
        let levels = self.lists.get(list)?;
        let this = levels.get(level)?.as_ref()?;
        if this.numeral == Numeral::None || this.text.is_empty() {
            return None;
        }
        let counted = self.counted.get(list)?;
        let mut text = this.text.clone();
        for (index, upper) in levels.iter().enumerate().take(level + 1) {
            let Some(upper) = upper else { continue };
            let number = counted.get(index).copied().flatten().unwrap_or(upper.start);
            let numeral = if this.is_legal { Numeral::Arabic } else { upper.numeral };
            text = text.replace(&format!("%{}", index + 1), &numeral.print(number));
        }
        let suffix = if text.ends_with(|c: char| !c.is_ascii()) { "" } else { this.suffix };
        Some(text + suffix)
    }
}

impl Level {
    fn new(element: Element<'_, '_>) -> Self {
        Self {
            numeral: Numeral::of_word(&value(element, "numFmt").unwrap_or_default()),
            start: value(element, "start").and_then(|start| start.parse().ok()).unwrap_or(0),
            text: value(element, "lvlText").unwrap_or_default(),
            suffix: if value(element, "suff").is_some_and(|suffix| suffix == "nothing") { "" } else { " " },
            is_legal: element.child("isLgl").is_some(),
        }
    }
}

fn level_of(element: Element<'_, '_>) -> Option<usize> {
    element.attribute("ilvl")?.parse().ok().filter(|level| *level < LEVELS)
}

/// The value of the child of this name.
fn value(element: Element<'_, '_>, name: &str) -> Option<String> {
    element.child(name)?.attribute("val")
}
