//! The annual report as a Word document.

use law::Date;
use law::report::{Content, Grid, GridCell, Report, Section, Unit};

use super::package::{Document, pack};
use super::page::{OFFICIAL, draft_mark, run};
use super::table::{Merge, Table, TableCell, TableRow};
use super::words::{self, paragraph};
use super::xml::Xml;
use crate::Error;
use crate::layout::column_widths;

/// The report as a DOCX file. Prose must be resolved: placeholders are printed as they stand. A blank cell stays
/// empty.
///
/// `draft` prints 草稿 and the day `on` at the head of every page and leaves the signature out; `on` is also the document's date. The same
/// arguments give the same bytes.
///
/// # Errors
/// Only when memory runs out.
pub fn report_docx(report: &Report, title: &str, draft: bool, on: Date) -> Result<Vec<u8>, Error> {
    let mark = if draft { draft_mark(on) } else { String::new() };
    let document = Document { title, author: &report.agency, on, mark: &mark, page: OFFICIAL };
    pack(&document, |xml| {
        heading(xml, title, &report.agency);
        let year = report.year;
        paragraph(xml, "Subtitle", &format!("统计期限：{year}年1月1日至{year}年12月31日"));
        for section in Section::ALL {
            part(xml, report, *section, draft);
        }
        if !draft {
            let day = format!("{}年{}月{}日", on.year(), on.month(), on.day());
            words::signature(xml, &[&report.agency, &day]);
        }
    })
}

/// The title; one of two lines breaks behind the agency, not inside a word (GB/T 9704-2012, 7.3.1).
fn heading(xml: &mut Xml, title: &str, agency: &str) {
    let rest =
        title.strip_prefix(agency).filter(|rest| !rest.is_empty() && title.chars().count() > TITLE_CHARS);
    match rest {
        Some(rest) => words::title(xml, &[agency, rest], false),
        None => words::title(xml, &[title], false),
    }
}

/// The characters of 2号 that stand on one line.
const TITLE_CHARS: usize = 20;

fn part(xml: &mut Xml, report: &Report, section: Section, draft: bool) {
    paragraph(xml, "Heading1", &section.heading());
    let grids = report.form.grids();
    let grid = grids.iter().find(|grid| grid.section == section);
    let text = report.prose.get(&section).map_or("", String::as_str);
    let mut is_empty = true;
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        body(xml, line);
        is_empty = false;
    }
    if let Some(grid) = grid {
        table(xml, report, grid);
    } else if is_empty && draft {
        paragraph(xml, "BodyText", "（这一部分还没有写）");
    }
}

/// A paragraph of prose. `（一）健全制度。具体做法…` begins with a heading of the second rank (GB/T 9704-2012, 7.3.3).
fn body(xml: &mut Xml, line: &str) {
    let heading = subheading(line);
    let rest = line.get(heading.len()..).unwrap_or_default();
    if rest.is_empty() {
        return paragraph(xml, "Heading2", heading);
    }
    xml.within("w:p", &[], |xml| {
        xml.within("w:pPr", &[], |xml| xml.val("w:pStyle", "BodyText"));
        if !heading.is_empty() {
            xml.within("w:r", &[], |xml| {
                xml.within("w:rPr", &[], |xml| xml.val("w:rStyle", "RunInHeading"));
                xml.leaf("w:t", &[("xml:space", "preserve")], heading);
            });
        }
        run(xml, rest);
    });
}

/// The longest heading, in characters; what is longer is a sentence.
const HEADING_CHARS_MAX: usize = 30;

/// The heading at the beginning of a paragraph, empty if there is none.
fn subheading(line: &str) -> &str {
    let Some((numeral, _)) = line.strip_prefix('（').and_then(|rest| rest.split_once('）')) else {
        return "";
    };
    let is_numeral = !numeral.is_empty() && numeral.chars().all(|sign| "一二三四五六七八九十".contains(sign));
    let end = line.find('。').map_or(line.len(), |at| at + '。'.len_utf8());
    let heading = line.get(..end).unwrap_or_default();
    if is_numeral && heading.chars().count() <= HEADING_CHARS_MAX { heading } else { "" }
}

fn table(xml: &mut Xml, report: &Report, grid: &Grid) {
    let widths = column_widths(grid, OFFICIAL.text_width());
    let table = Table { caption: grid.section.title(), widths: &widths, header_rows: grid.header_rows };
    let texts = Texts::new(report, grid);
    let rows = (0..grid.rows.len()).map(|row| texts.row(grid, row));
    table.write(xml, rows);
}

/// The cells of a grid with what stands in them.
struct Texts<'a> {
    cells: Vec<Placed<'a>>,
}

/// A cell with the place where it begins.
struct Placed<'a> {
    row: usize,
    column: usize,
    cell: &'a GridCell,
    text: String,
}

impl<'a> Texts<'a> {
    fn new(report: &Report, grid: &'a Grid) -> Self {
        let text = |cell: &GridCell| match &cell.content {
            Content::Label(text) => (*text).to_owned(),
            Content::Figure(key) => {
                let unit = report.form.unit(*key).unwrap_or(Unit::Items);
                report.cells.get(key).map(|cell| cell.print(unit)).unwrap_or_default()
            }
        };
        let placed = grid.placed().into_iter();
        Self {
            cells: placed.map(|(row, column, cell)| Placed { row, column, cell, text: text(cell) }).collect(),
        }
    }

    /// A row with the cells that begin in it and those that reach down into it.
    fn row(&self, grid: &Grid, row: usize) -> TableRow<'_> {
        let heads = is_heads(grid, row);
        let mut reaching: Vec<_> = self.cells.iter().filter(|placed| placed.reaches(row)).collect();
        reaching.sort_by_key(|placed| placed.column);
        // Table 二 has no header but blocks, each with a title of its own, between which a page may end; the
        // others fit on a page and stay together, so that their sums can be checked at a glance.
        let ends = row + 1 == grid.rows.len() || (grid.header_rows == 0 && !heads && is_heads(grid, row + 1));
        let cells = reaching.into_iter().map(|placed| placed.within(row, heads)).collect();
        TableRow { cells, with_next: !ends }
    }
}

/// Whether a row has labels only.
fn is_heads(grid: &Grid, row: usize) -> bool {
    grid.rows.get(row).is_some_and(|cells| cells.iter().all(|cell| cell.header))
}

impl Placed<'_> {
    fn reaches(&self, row: usize) -> bool {
        (self.row..self.row + self.cell.rowspan).contains(&row)
    }

    /// The cell as it stands in a row that it covers.
    fn within(&self, row: usize, heads: bool) -> TableCell<'_> {
        let merge = match self.cell.rowspan {
            1 => Merge::None,
            _ if self.row == row => Merge::Begins,
            _ => Merge::Continues,
        };
        let text = if merge == Merge::Continues { "" } else { &self.text };
        TableCell { text, style: style(self.cell, heads), columns: self.cell.colspan, merge }
    }
}

/// Labels above and beside several rows stand in the middle, those of one row at its beginning.
const fn style(cell: &GridCell, in_heads: bool) -> &'static str {
    match (cell.header, in_heads || cell.rowspan > 1) {
        (true, true) => "TableHead",
        (true, false) => "TableLabel",
        (false, _) => "TableFigure",
    }
}
