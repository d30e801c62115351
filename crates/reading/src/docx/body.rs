//! Paragraphs in order, with the tables, boxes and pictures between them.
//!
//! The walk calls itself for each level; the tree is no deeper than `MAX_DEPTH`.

use super::numbering::Numbering;
use super::table;
use crate::draft::Draft;
use crate::fault::Fault;
use crate::xml::Element;

/// English metric units of a picture that can be a page or a table, each way: two hundred pixels.
const LARGE: f64 = 200.0 * 9525.0;

/// The walk over one document.
pub(super) struct Body<'d> {
    draft: &'d mut Draft,
    numbering: Numbering,
    page: u32,
}

/// What a paragraph holds.
#[derive(Default)]
pub(super) struct Paragraph<'t, 'a> {
    pub(super) text: String,
    /// Pages that begin within it.
    pub(super) page_breaks: u32,
    pub(super) pictures: u32,
    /// Contents of text boxes anchored in it.
    pub(super) boxes: Vec<Element<'t, 'a>>,
}

impl<'d> Body<'d> {
    /// A walk that writes into this draft.
    pub(super) const fn new(draft: &'d mut Draft, numbering: Numbering) -> Self {
        Self { draft, numbering, page: 1 }
    }

    /// The whole body.
    pub(super) fn whole(&mut self, body: Element<'_, '_>) -> Result<(), Fault> {
        // Pages are only known where Word noted how it broke them last.
        if !body.all("lastRenderedPageBreak").is_empty() {
            self.draft.on_page(1);
        }
        self.blocks(body)
    }

    /// Footnotes or endnotes, after everything else; separators are not notes.
    pub(super) fn notes(&mut self, notes: Element<'_, '_>) -> Result<(), Fault> {
        for note in ["footnote", "endnote"].into_iter().flat_map(|name| notes.all(name)) {
            if note.attribute("type").is_none_or(|kind| kind == "normal") {
                self.blocks(note)?;
            }
        }
        Ok(())
    }

    fn blocks(&mut self, parent: Element<'_, '_>) -> Result<(), Fault> {
        for block in parent.children() {
            match block.name() {
                "p" => self.paragraph(block)?,
                "tbl" => self.table(block)?,
                name if is_wrapper(name) => self.blocks(unwrapped(block))?,
                _ => {}
            }
        }
        Ok(())
    }

    fn paragraph(&mut self, element: Element<'_, '_>) -> Result<(), Fault> {
        let paragraph = self.read(element);
        self.draft.words(&paragraph.text)?;
        self.turn(paragraph.page_breaks);
        for _ in 0..paragraph.pictures {
            self.draft.picture();
        }
        for content in paragraph.boxes {
            self.blocks(content)?;
        }
        Ok(())
    }

    /// A paragraph with its own number before it.
    pub(super) fn read<'t, 'a>(&mut self, element: Element<'t, 'a>) -> Paragraph<'t, 'a> {
        let mut paragraph = Paragraph::default();
        inline(element, &mut paragraph);
        if !paragraph.text.trim().is_empty()
            && let Some(mark) = self.numbering.mark(element)
        {
            paragraph.text.insert_str(0, &mark);
        }
        paragraph
    }

    fn turn(&mut self, page_breaks: u32) {
        self.page = self.page.saturating_add(page_breaks);
        if self.draft.page().is_some() {
            self.draft.on_page(self.page);
        }
    }

    fn table(&mut self, element: Element<'_, '_>) -> Result<(), Fault> {
        let rows = table::rows(element);
        if table::is_layout(&rows) {
            for cell in rows.into_iter().flatten() {
                self.blocks(cell.element)?;
            }
            return Ok(());
        }
        let paged = self.draft.page().is_some();
        let (mut drafts, mut pictures) = (Vec::new(), 0);
        for row in &rows {
            let page = paged.then_some(self.page);
            let mut cells = Vec::new();
            for cell in row {
                let mut text = Vec::new();
                for paragraph in cell.element.outermost("p", &["txbxContent"]) {
                    let paragraph = self.read(paragraph);
                    self.page = self.page.saturating_add(paragraph.page_breaks);
                    pictures += paragraph.pictures;
                    text.push(paragraph.text);
                    let boxed = paragraph.boxes.iter().flat_map(|content| content.outermost("p", &[]));
                    text.extend(boxed.map(|p| self.read(p).text));
                }
                cells.push(cell.draft(text.join("\n"), page));
            }
            drafts.push(cells);
        }
        self.draft.table(table::merged(&rows, drafts))?;
        self.turn(0);
        (0..pictures).for_each(|_| self.draft.picture());
        Ok(())
    }
}

/// Gathers what runs say.
fn inline<'t, 'a>(parent: Element<'t, 'a>, into: &mut Paragraph<'t, 'a>) {
    for child in parent.children() {
        match child.name() {
            "r" if is_hidden(child) => into.page_breaks += count(child, "lastRenderedPageBreak"),
            "t" => into.text.push_str(&child.text()),
            "tab" if parent.name() == "r" => into.text.push('\t'),
            "br" | "cr" if child.attribute("type").is_none_or(|kind| kind == "textWrapping") => {
                into.text.push('\n')
            }
            "noBreakHyphen" => into.text.push('-'),
            "lastRenderedPageBreak" => into.page_breaks += 1,
            "drawing" | "pict" | "object" => drawn(child, into),
            "ruby" => child.child("rubyBase").into_iter().for_each(|base| inline(base, into)),
            "AlternateContent" => inline(unwrapped(child), into),
            // Taken away by tracked changes; properties; what only steers.
            "del" | "moveFrom" | "pPr" | "rPr" | "instrText" | "delText" | "sdtPr" | "txbxContent" => {}
            _ => inline(child, into),
        }
    }
}

fn drawn<'t, 'a>(element: Element<'t, 'a>, into: &mut Paragraph<'t, 'a>) {
    let boxes = element.outermost("txbxContent", &[]);
    if boxes.is_empty() {
        let is_picture = !element.all("blip").is_empty() || !element.all("imagedata").is_empty();
        let extent = element.all("extent").into_iter().next();
        let side = |name: &str| extent.and_then(|extent| extent.number(name));
        let is_small = |side: Option<f64>| side.is_some_and(|side| side < LARGE);
        into.pictures += u32::from(is_picture && !is_small(side("cx")) && !is_small(side("cy")));
    }
    into.boxes.extend(boxes);
}

fn count(element: Element<'_, '_>, name: &str) -> u32 {
    u32::try_from(element.all(name).len()).unwrap_or(u32::MAX)
}

/// Whether a run is not printed.
fn is_hidden(run: Element<'_, '_>) -> bool {
    let vanish = run.path(&["rPr", "vanish"]);
    vanish.is_some_and(|vanish| {
        vanish.attribute("val").is_none_or(|value| !matches!(value.as_str(), "0" | "false" | "off"))
    })
}

/// Elements that only stand around others.
pub(super) fn is_wrapper(name: &str) -> bool {
    matches!(
        name,
        "sdt"
            | "sdtContent"
            | "customXml"
            | "smartTag"
            | "ins"
            | "moveTo"
            | "AlternateContent"
            | "Choice"
            | "Fallback"
    )
}

/// What a wrapper holds; of alternatives the first.
pub(super) fn unwrapped<'t, 'a>(element: Element<'t, 'a>) -> Element<'t, 'a> {
    match element.name() {
        "sdt" => element.child("sdtContent").unwrap_or(element),
        "AlternateContent" => {
            element.child("Choice").or_else(|| element.child("Fallback")).unwrap_or(element)
        }
        _ => element,
    }
}
