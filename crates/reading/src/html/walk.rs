//! From the tree to lines, tables and pictures.
//!
//! The walk calls itself for each level; the tree is no deeper than `MAX_DEPTH`.

use super::grid::{self, GridCell};
use super::links::Links;
use super::text::Words;
use super::tree::{Id, Tree};
use crate::draft::{Draft, DraftCell};
use crate::fault::Fault;
use crate::numeral::Numeral;

/// Elements that nobody sees as text of the page.
const UNSEEN: &[&str] = &[
    "head", "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "audio", "video",
    "canvas", "select", "option", "textarea", "button", "input", "datalist", "map", "nav", "footer", "aside",
    "dialog",
];

/// Elements that begin and end a line.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
];

/// A picture of at least so many pixels each way can be a page or a table; smaller ones are icons.
const LARGE: u32 = 200;

/// The walk over one page.
pub(super) struct Walk<'a> {
    tree: &'a Tree,
    draft: &'a mut Draft,
    words: Words,
    links: Links,
}

/// How the items of a list are counted.
struct Counter {
    numeral: Option<Numeral>,
    next: i64,
}

impl<'a> Walk<'a> {
    /// A walk that writes into this draft.
    pub(super) fn new(tree: &'a Tree, draft: &'a mut Draft) -> Self {
        Self { tree, draft, words: Words::default(), links: Links::of(tree) }
    }

    /// The whole page.
    pub(super) fn page(mut self) -> Result<(), Fault> {
        self.children(0)?;
        self.end_block()
    }

    fn children(&mut self, id: Id) -> Result<(), Fault> {
        let mut counter = Counter::of(self.tree, id);
        for child in self.tree.children(id) {
            self.node(*child, &mut counter)?;
        }
        Ok(())
    }

    fn node(&mut self, id: Id, counter: &mut Counter) -> Result<(), Fault> {
        let Some(node) = self.tree.get(id) else { return Ok(()) };
        match node.name.as_str() {
            "" if node.children.is_empty() => self.words.add(&node.text),
            _ if !is_shown(self.tree, id) || self.links.is_list(self.tree, id) => {}
            "br" => self.words.line_end(),
            "img" => self.picture(id)?,
            "table" => self.table(id)?,
            "pre" => {
                self.end_block()?;
                self.words.add_as_it_is(&shown_text(self.tree, id));
                self.end_block()?;
            }
            "li" => {
                self.end_block()?;
                if let Some(mark) = counter.step(self.tree, id) {
                    self.words.add(&mark);
                }
                self.children(id)?;
                self.end_block()?;
            }
            name if BLOCKS.contains(&name) => {
                self.end_block()?;
                self.children(id)?;
                self.end_block()?;
            }
            _ => self.children(id)?,
        }
        Ok(())
    }

    fn end_block(&mut self) -> Result<(), Fault> {
        self.words.take().map_or(Ok(()), |text| self.draft.words(&text))
    }

    fn picture(&mut self, id: Id) -> Result<(), Fault> {
        let side = |name: &str| {
            let stated = self.tree.attribute(id, name)?;
            stated.trim().trim_end_matches("px").parse::<f64>().ok()
        };
        let is_large = |side: Option<f64>| side.is_none_or(|side| side >= f64::from(LARGE));
        if is_large(side("width")) && is_large(side("height")) {
            self.end_block()?;
            self.draft.picture();
        }
        Ok(())
    }

    fn table(&mut self, id: Id) -> Result<(), Fault> {
        self.end_block()?;
        let captions: Vec<Id> = self
            .tree
            .children(id)
            .iter()
            .copied()
            .filter(|child| self.tree.name(*child) == "caption")
            .collect();
        for caption in captions {
            self.children(caption)?;
            self.end_block()?;
        }
        let rows = grid::rows(self.tree, id);
        if grid::is_layout(self.tree, &rows) {
            return self.taken_apart(&rows);
        }
        let rows = rows.iter().map(|row| row.iter().map(|cell| self.cell(*cell)).collect()).collect();
        self.draft.table(rows)?;
        let pictures = pictures_in(self.tree, id);
        for picture in pictures {
            self.picture(picture)?;
        }
        Ok(())
    }

    fn taken_apart(&mut self, rows: &[Vec<GridCell>]) -> Result<(), Fault> {
        for cell in rows.iter().flatten() {
            if !self.links.is_list(self.tree, cell.id) {
                self.children(cell.id)?;
                self.end_block()?;
            }
        }
        Ok(())
    }

    fn cell(&self, cell: GridCell) -> DraftCell {
        DraftCell {
            text: shown_text(self.tree, cell.id),
            row_span: cell.row_span,
            col_span: cell.col_span,
            ..DraftCell::default()
        }
    }
}

impl Counter {
    /// Only an ordered list counts.
    fn of(tree: &Tree, list: Id) -> Self {
        if tree.name(list) != "ol" {
            return Self { numeral: None, next: 1 };
        }
        let style = tree.attribute(list, "style").unwrap_or_default().to_ascii_lowercase();
        let numeral = if style.contains("list-style") && style.contains("none") {
            None
        } else if ["cjk-ideographic", "chinese", "cjk-decimal"].iter().any(|word| style.contains(word)) {
            Some(Numeral::Chinese)
        } else {
            Some(Numeral::of_html(tree.attribute(list, "type").unwrap_or("1")))
        };
        let next = tree.attribute(list, "start").and_then(|start| start.trim().parse().ok()).unwrap_or(1);
        Self { numeral, next }
    }

    /// The mark before an item.
    fn step(&mut self, tree: &Tree, item: Id) -> Option<String> {
        let numeral = self.numeral?;
        let stated = tree.attribute(item, "value").and_then(|value| value.trim().parse().ok());
        let number: i64 = stated.unwrap_or(self.next);
        self.next = number.saturating_add(1);
        let after = if numeral == Numeral::Chinese { "、" } else { ". " };
        Some(format!("{}{after}", numeral.print(number)))
    }
}

/// Whether people see the element.
pub(super) fn is_shown(tree: &Tree, id: Id) -> bool {
    if UNSEEN.contains(&tree.name(id)) || tree.attribute(id, "hidden").is_some() {
        return false;
    }
    if tree.attribute(id, "role").is_some_and(|role| role.eq_ignore_ascii_case("navigation")) {
        return false;
    }
    let Some(style) = tree.attribute(id, "style") else { return true };
    let style: String =
        style.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect();
    !style.contains("display:none") && !style.contains("visibility:hidden") && !style.contains("mso-hide:all")
}

/// The words of an element that are shown, a line end between blocks.
fn shown_text(tree: &Tree, id: Id) -> String {
    let mut words = Words::default();
    let is_pre = tree.name(id) == "pre";
    gather(tree, id, is_pre, &mut words);
    words.take().unwrap_or_default()
}

fn gather(tree: &Tree, id: Id, is_pre: bool, words: &mut Words) {
    for child in tree.children(id) {
        let Some(node) = tree.get(*child) else { continue };
        match node.name.as_str() {
            "" if is_pre => words.add_as_it_is(&node.text),
            "" => words.add(&node.text),
            _ if !is_shown(tree, *child) => {}
            "br" => words.line_end(),
            name if BLOCKS.contains(&name) => {
                words.line_end();
                gather(tree, *child, is_pre || name == "pre", words);
                words.line_end();
            }
            _ => gather(tree, *child, is_pre, words),
        }
    }
}

fn pictures_in(tree: &Tree, table: Id) -> Vec<Id> {
    let mut found = Vec::new();
    let mut open = vec![table];
    while let Some(id) = open.pop() {
        if tree.name(id) == "img" {
            found.push(id);
        }
        open.extend(tree.children(id).iter().copied());
    }
    found
}
