//! Pages of placed signs: from positions back to lines and tables. PDF and OFD both end here.
//!
//! Words that stand on one height become one line, with blanks in proportion to the gaps, so that columns stand
//! under one another. Where ruled lines form a grid, the words in it become a table with its spans.
//! Places are in points from the upper left corner of the page, y downwards.

mod grid;
mod lines;
mod ruled;
mod turned;

use inspect::{Document, FileKind};

use super::draft::{Draft, DraftCell};
use super::fault::Fault;
use super::limits::{MAX_CELLS, MAX_CHARS, MAX_ON_PAGE};
pub(crate) use ruled::THIN;

/// One sign, or several that were set as one.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Piece {
    pub(crate) text: String,
    /// Left end.
    pub(crate) x: f64,
    /// Base line.
    pub(crate) y: f64,
    pub(crate) width: f64,
    /// Height of the font.
    pub(crate) size: f64,
    /// Which way the line runs.
    pub(crate) heading: Heading,
}

/// Which way a line of signs runs on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Heading {
    Right,
    Down,
    Left,
    Up,
    /// Aslant, as watermarks are.
    Aslant,
}

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Area {
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
}

/// One page as it was drawn.
#[derive(Debug, Clone, Default)]
pub(crate) struct Page {
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) pieces: Vec<Piece>,
    /// Drawn lines and the sides of boxes: rectangles thin one way.
    pub(crate) rules: Vec<Area>,
    pub(crate) pictures: Vec<Area>,
    /// Signs whose meaning the file does not state.
    pub(crate) unreadable: usize,
}

/// What a page says, from top to bottom.
#[derive(Debug)]
pub(super) enum Item {
    Line(String),
    Table(Table),
    Picture,
}

/// A table and where its columns begin and end.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) edges: Vec<f64>,
    pub(super) rows: Vec<Vec<DraftCell>>,
    /// The first column of each cell, from 0.
    pub(super) columns: Vec<Vec<usize>>,
}

/// A picture covering so much of the page with words on it is its background.
const BACKGROUND: f64 = 0.8;
/// So many signs are words on a page, and not a page number below a scanned picture.
const WORDS: usize = 40;
/// The least width and height of a picture that can be a table, in points.
const LARGE: (f64, f64) = (150.0, 60.0);
/// Columns that differ by less, in points, are the same columns on the next page.
const SAME: f64 = 4.0;

/// Puts the pages together.
#[derive(Debug)]
pub(crate) struct Pages {
    items: Vec<(u32, Item)>,
    chars: usize,
    cells: usize,
}

impl Pages {
    /// No page yet.
    pub(crate) const fn new() -> Self {
        Self { items: Vec::new(), chars: 0, cells: 0 }
    }

    /// Adds a page by its number from 1.
    ///
    /// # Errors
    /// [`Fault::TooMuch`]: pages are counted as they come, since a few drawing operations can make a grid of many
    /// cells, and a thousand pages can share them.
    pub(crate) fn add(&mut self, number: u32, page: Page) -> Result<(), Fault> {
        let page = turned::upright(page);
        let (width, height) = (page.width, page.height);
        let signs = page.pieces.iter().filter(|piece| !piece.text.trim().is_empty()).count();
        let is_garbled = page.unreadable * 2 > signs + page.unreadable && page.unreadable > WORDS;
        let mut items: Vec<(f64, Item)> = Vec::new();
        for picture in &page.pictures {
            let (w, h) = (picture.right - picture.left, picture.bottom - picture.top);
            let is_background = signs >= WORDS && w * h >= width * height * BACKGROUND;
            if w >= LARGE.0 && h >= LARGE.1 && !is_background {
                items.push((picture.top, Item::Picture));
            }
        }
        if is_garbled {
            // The page is as good as a picture to whoever reads words.
            items.push((height, Item::Picture));
        }
        let (tables, rest) = ruled::tables(page.pieces, &page.rules);
        items.extend(tables.into_iter().map(|(top, table)| (top, Item::Table(table))));
        items.extend(lines::lines(rest).into_iter().map(|(top, line)| (top, Item::Line(line))));
        items.sort_by(|one, other| one.0.total_cmp(&other.0));
        for (_, mut item) in items {
            self.count(&item)?;
            if let Item::Table(table) = &mut item {
                table.rows.iter_mut().flatten().for_each(|cell| cell.page = Some(number));
            }
            self.items.push((number, item));
        }
        Ok(())
    }

    fn count(&mut self, item: &Item) -> Result<(), Fault> {
        match item {
            Item::Line(line) => self.chars += line.chars().count(),
            Item::Table(table) => {
                let cells = table.rows.iter().flatten();
                self.cells += cells.clone().count();
                self.chars += cells.map(|cell| cell.text.chars().count()).sum::<usize>();
            }
            Item::Picture => {}
        }
        if self.chars > MAX_CHARS {
            return Err(Fault::TooMuch { what: "文字", unit: "个字", limit: MAX_CHARS });
        }
        if self.cells > MAX_CELLS {
            return Err(Fault::TooMuch { what: "表格", unit: "个单元格", limit: MAX_CELLS });
        }
        Ok(())
    }

    /// Whether nothing at all was found so far.
    pub(crate) const fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The document; a table that goes on on the next page is one table.
    pub(crate) fn finish(mut self) -> Result<Document, Fault> {
        self.join_tables();
        let mut draft = Draft::new(FileKind::Pages);
        for (page, item) in self.items {
            draft.on_page(page);
            match item {
                Item::Line(line) => draft.words(&line)?,
                Item::Table(table) => draft.table(table.rows)?,
                Item::Picture => draft.picture(),
            }
        }
        draft.finish()
    }

    fn join_tables(&mut self) {
        let mut at = 0;
        while at < self.items.len() {
            let Some(next) = self.continued_at(at) else {
                at += 1;
                continue;
            };
            let (page, item) = self.items.remove(next);
            let (Some((last, Item::Table(table))), Item::Table(mut more)) = (self.items.get_mut(at), item)
            else {
                at += 1;
                continue;
            };
            let edges =
                if table.edges.len() >= more.edges.len() { table.edges.clone() } else { more.edges.clone() };
            table.set_on(&edges);
            more.set_on(&edges);
            let repeated = head_rows(&table.rows, &more.rows);
            table.rows.extend(more.rows.into_iter().skip(repeated));
            table.columns.extend(more.columns.into_iter().skip(repeated));
            // The table now ends on that page; the next part may follow on the one after it.
            *last = page;
        }
        // A table is announced on the page on which it begins.
        for (page, item) in &mut self.items {
            if let Item::Table(table) = item
                && let Some(first) = table.rows.iter().flatten().find_map(|cell| cell.page)
            {
                *page = first;
            }
        }
    }

    /// Where the table at this place goes on: first on the next page, page numbers apart, with the same columns.
    fn continued_at(&self, at: usize) -> Option<usize> {
        let (page, Item::Table(table)) = self.items.get(at)? else { return None };
        for (index, (next_page, item)) in self.items.iter().enumerate().skip(at + 1) {
            match item {
                Item::Line(line) if *next_page <= page + 1 && is_page_number(line) => {}
                Item::Table(next) if *next_page == page + 1 && same_columns(&table.edges, &next.edges) => {
                    return Some(index);
                }
                _ => return None,
            }
        }
        None
    }
}

/// Whether the parts of a table have the same sides, and one has all columns of the other: a part in which no row is
/// divided so finely lacks some.
fn same_columns(one: &[f64], other: &[f64]) -> bool {
    let near = |one: Option<&f64>, other: Option<&f64>| {
        one.zip(other).is_some_and(|(one, other)| (one - other).abs() < SAME)
    };
    let (few, many) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    near(few.first(), many.first())
        && near(few.last(), many.last())
        && few.iter().all(|edge| many.iter().any(|known| near(Some(edge), Some(known))))
}

impl Table {
    /// Counts its columns anew by these edges, among which its own are.
    fn set_on(&mut self, edges: &[f64]) {
        let own = std::mem::replace(&mut self.edges, edges.to_vec());
        let place = |column: usize| {
            let edge = own.get(column).copied().unwrap_or(f64::INFINITY);
            edges.iter().position(|known| edge - known < SAME).unwrap_or(edges.len().saturating_sub(1))
        };
        for (cell, column) in self.rows.iter_mut().flatten().zip(self.columns.iter_mut().flatten()) {
            let end = place(*column + cell.col_span as usize);
            *column = place(*column);
            cell.col_span = u32::try_from(end.saturating_sub(*column)).unwrap_or(1).max(1);
        }
    }
}

/// How many rows at the head of a table's second part repeat those of its first.
fn head_rows(first: &[Vec<DraftCell>], second: &[Vec<DraftCell>]) -> usize {
    let says = |row: &Vec<DraftCell>| row.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>();
    // A row of figures may be the same by chance, a row of words is not.
    let is_words = |row: &Vec<DraftCell>| {
        row.iter().any(|cell| cell.text.chars().filter(|c| c.is_alphabetic()).count() > 1)
    };
    first.iter().zip(second).take_while(|(one, other)| is_words(other) && says(one) == says(other)).count()
}

/// `- 3 -`, `第 3 页 共 9 页`, `3/9`.
fn is_page_number(line: &str) -> bool {
    let rest: String = line.chars().filter(|c| !c.is_whitespace() && !c.is_ascii_digit()).collect();
    rest.chars().count() <= 4 && rest.chars().all(|c| "-—–－第页共/／·|".contains(c))
}

impl Page {
    /// Takes a drawn line or the side of a box in. A page with more than [`MAX_ON_PAGE`] is a drawing, and more do
    /// not make it less of one.
    pub(crate) fn rule(&mut self, sides: impl Iterator<Item = Area>) {
        let left = MAX_ON_PAGE.saturating_sub(self.rules.len());
        self.rules.extend(sides.take(left));
    }
}

impl Area {
    /// Of two corners.
    pub(crate) fn of(one: (f64, f64), other: (f64, f64)) -> Self {
        Self {
            left: one.0.min(other.0),
            top: one.1.min(other.1),
            right: one.0.max(other.0),
            bottom: one.1.max(other.1),
        }
    }

    /// The smallest one around both.
    pub(crate) const fn around(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }
}
