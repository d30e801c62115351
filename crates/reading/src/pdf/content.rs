//! The drawing operations of a page (ISO 32000-1, 8 and 9), followed for words, lines and pictures.

use std::rc::Rc;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document as Pdf, Object};

use super::font::{Font, Fonts};
use super::matrix::Matrix;
use super::path::Path;
use super::{MAX_STREAM, dictionary, entry, number, numbers};
use crate::fault::Fault;
use crate::limits::{MAX_CHARS, MAX_ON_PAGE, MAX_OPERATIONS, MAX_UNPACKED_BYTES};
use crate::pages::{Area, Page, Piece};

/// Forms within forms.
const MAX_FORMS: usize = 12;
/// Saved states.
const MAX_SAVED: usize = 512;

/// What a document may still ask for.
#[derive(Debug)]
pub(super) struct Budget {
    operations: usize,
    bytes: u64,
    signs: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self { operations: MAX_OPERATIONS, bytes: MAX_UNPACKED_BYTES, signs: MAX_CHARS }
    }
}

impl Budget {
    /// Takes unpacked bytes off.
    pub(super) fn unpack(&mut self, bytes: usize) -> Result<(), Fault> {
        let over = Fault::TooLarge { actual: MAX_UNPACKED_BYTES + 1, limit: MAX_UNPACKED_BYTES };
        self.bytes = self.bytes.checked_sub(bytes as u64).ok_or(over)?;
        Ok(())
    }

    fn operation(&mut self) -> Result<(), Fault> {
        let over = Fault::TooMuch { what: "PDF 的绘制内容", unit: "步", limit: MAX_OPERATIONS };
        self.operations = self.operations.checked_sub(1).ok_or(over)?;
        Ok(())
    }

    fn sign(&mut self) -> Result<(), Fault> {
        let over = Fault::TooMuch { what: "文字", unit: "个字", limit: MAX_CHARS };
        self.signs = self.signs.checked_sub(1).ok_or(over)?;
        Ok(())
    }
}

/// What `q` saves and `Q` brings back.
#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    sign_space: f64,
    word_space: f64,
    /// 1 is normal.
    stretch: f64,
    leading: f64,
    rise: f64,
}

/// Follows the operations of one page.
pub(super) struct Interpreter<'p, 'b> {
    pdf: &'p Pdf,
    fonts: &'b mut Fonts,
    budget: &'b mut Budget,
    page: &'b mut Page,
    /// The forms being drawn, by their place in memory of the file: none draws itself (8.10.1).
    open: Vec<usize>,
}

/// One run through one stream of operations.
struct Run<'r> {
    resources: Option<&'r Dictionary>,
    state: State,
    saved: Vec<State>,
    text: Matrix,
    line: Matrix,
    path: Path,
}

impl<'p, 'b> Interpreter<'p, 'b> {
    pub(super) const fn new(
        pdf: &'p Pdf,
        fonts: &'b mut Fonts,
        budget: &'b mut Budget,
        page: &'b mut Page,
    ) -> Self {
        Self { pdf, fonts, budget, page, open: Vec::new() }
    }

    /// Follows a stream of operations; forms in it call this again.
    pub(super) fn run(
        &mut self,
        content: &[u8],
        resources: Option<&'p Dictionary>,
        matrix: Matrix,
    ) -> Result<(), Fault> {
        let state = State {
            matrix,
            font: None,
            size: 0.0,
            sign_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        let (text, line) = (Matrix::IDENTITY, Matrix::IDENTITY);
        let mut run = Run { resources, state, saved: Vec::new(), text, line, path: Path::default() };
        for operation in Content::decode_iter(content) {
            self.budget.operation()?;
            // A damaged operation ends the stream; what came before it was drawn.
            let Ok(operation) = operation else { break };
            self.step(&operation, &mut run)?;
        }
        Ok(())
    }

    fn step(&mut self, operation: &Operation, run: &mut Run<'p>) -> Result<(), Fault> {
        let operands = operation.operands.as_slice();
        let n = |index: usize| operands.get(index).and_then(number).unwrap_or(0.0);
        let matrix = run.state.matrix;
        match operation.operator.as_str() {
            "q" if run.saved.len() < MAX_SAVED => run.saved.push(run.state.clone()),
            "Q" => {
                if let Some(state) = run.saved.pop() {
                    run.state = state;
                }
            }
            "cm" => run.state.matrix = Matrix([n(0), n(1), n(2), n(3), n(4), n(5)]).then(matrix),
            "m" => run.path.move_to(matrix, (n(0), n(1))),
            "l" => run.path.line_to(matrix, (n(0), n(1))),
            "c" | "v" | "y" => run.path.curve(),
            "h" => run.path.close(),
            "re" => run.path.rectangle(matrix, (n(0), n(1)), (n(2), n(3))),
            "S" => run.path.end(true, false, &mut self.page.rules),
            "s" => {
                run.path.close();
                run.path.end(true, false, &mut self.page.rules);
            }
            "f" | "F" | "f*" => run.path.end(false, true, &mut self.page.rules),
            "B" | "B*" | "b" | "b*" => {
                run.path.close();
                run.path.end(true, true, &mut self.page.rules);
            }
            "n" => run.path.end(false, false, &mut self.page.rules),
            "Do" => self.object(operands, run)?,
            "BI" => self.picture(matrix),
            _ => self.text_step(operation, run)?,
        }
        Ok(())
    }

    fn text_step(&mut self, operation: &Operation, run: &mut Run<'p>) -> Result<(), Fault> {
        let operands = operation.operands.as_slice();
        let n = |index: usize| operands.get(index).and_then(number).unwrap_or(0.0);
        match operation.operator.as_str() {
            "BT" => (run.text, run.line) = (Matrix::IDENTITY, Matrix::IDENTITY),
            "Tc" => run.state.sign_space = n(0),
            "Tw" => run.state.word_space = n(0),
            "Tz" => run.state.stretch = n(0) / 100.0,
            "TL" => run.state.leading = n(0),
            "Ts" => run.state.rise = n(0),
            "Tf" => {
                run.state.size = n(1);
                let name = operands.first().and_then(|name| name.as_name().ok());
                run.state.font = match name.zip(run.resources) {
                    Some((name, resources)) => self.fonts.get(self.pdf, resources, name)?,
                    None => None,
                };
            }
            "Td" => run.next_line(n(0), n(1)),
            "TD" => {
                run.state.leading = -n(1);
                run.next_line(n(0), n(1));
            }
            "Tm" => {
                run.line = Matrix([n(0), n(1), n(2), n(3), n(4), n(5)]);
                run.text = run.line;
            }
            "T*" => run.next_line(0.0, -run.state.leading),
            "Tj" => self.show(operands.first(), run)?,
            "'" => {
                run.next_line(0.0, -run.state.leading);
                self.show(operands.first(), run)?;
            }
            "\"" => {
                (run.state.word_space, run.state.sign_space) = (n(0), n(1));
                run.next_line(0.0, -run.state.leading);
                self.show(operands.get(2), run)?;
            }
            "TJ" => {
                for item in operands.first().and_then(|items| items.as_array().ok()).into_iter().flatten() {
                    match number(item) {
                        Some(back) => run.advance(-back / 1000.0 * run.state.size),
                        None => self.show(Some(item), run)?,
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Prints a string.
    fn show(&mut self, string: Option<&Object>, run: &mut Run<'p>) -> Result<(), Fault> {
        let Some(bytes) = string.and_then(|string| string.as_str().ok()) else { return Ok(()) };
        let Some(font) = run.state.font.clone() else { return Ok(()) };
        let mut rest = bytes;
        while !rest.is_empty() {
            let sign = font.next(rest);
            rest = rest.get(sign.length.max(1)..).unwrap_or_default();
            self.budget.sign()?;
            if self.page.pieces.len() >= MAX_ON_PAGE {
                return Err(Fault::TooMuch { what: "PDF 的一页", unit: "个字", limit: MAX_ON_PAGE });
            }
            let is_vertical = font.is_vertical();
            let state = &run.state;
            let scale = Matrix([state.size * state.stretch, 0.0, 0.0, state.size, 0.0, state.rise]);
            let mut placed = scale.then(run.text).then(state.matrix);
            if is_vertical {
                // The place given is the middle of the upper side (9.7.4.3).
                placed = Matrix::shift(-0.5, -0.88).then(placed);
            }
            match sign.text {
                Some(text) => self.page.pieces.push(Piece {
                    text,
                    x: placed.0[4],
                    y: placed.0[5],
                    width: sign.width / 1000.0 * placed.along(),
                    size: placed.across(),
                    heading: placed.heading(),
                }),
                None => self.page.unreadable += 1,
            }
            let space = state.sign_space + if sign.is_blank { state.word_space } else { 0.0 };
            if is_vertical {
                let down = -state.size + space;
                run.text = Matrix::shift(0.0, down).then(run.text);
            } else {
                run.advance(sign.width / 1000.0 * state.size + space);
            }
        }
        Ok(())
    }

    /// Draws a picture or a form.
    fn object(&mut self, operands: &[Object], run: &Run<'p>) -> Result<(), Fault> {
        let name = operands.first().and_then(|name| name.as_name().ok());
        let objects =
            run.resources.and_then(|resources| entry(self.pdf, resources, b"XObject")).and_then(dictionary);
        let object =
            name.and_then(|name| entry(self.pdf, objects?, name)).and_then(|object| object.as_stream().ok());
        let Some(stream) = object else { return Ok(()) };
        let place = std::ptr::from_ref(stream).addr();
        match stream.dict.get(b"Subtype").and_then(Object::as_name) {
            Ok(b"Image") => self.picture(run.state.matrix),
            Ok(b"Form") if self.open.len() < MAX_FORMS && !self.open.contains(&place) => {
                let Ok(content) = stream.get_plain_content_with_limit(MAX_STREAM) else { return Ok(()) };
                self.budget.unpack(content.len())?;
                let own =
                    stream.dict.get(b"Matrix").map(|matrix| numbers(self.pdf, matrix)).unwrap_or_default();
                let own = <[f64; 6]>::try_from(own).map_or(Matrix::IDENTITY, Matrix);
                let resources =
                    entry(self.pdf, &stream.dict, b"Resources").and_then(dictionary).or(run.resources);
                self.open.push(place);
                self.run(&content, resources, own.then(run.state.matrix))?;
                self.open.pop();
            }
            _ => {}
        }
        Ok(())
    }

    /// A picture fills the unit square.
    fn picture(&mut self, matrix: Matrix) {
        let corners = [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)].map(|corner| matrix.point(corner));
        let area = corners.into_iter().map(|corner| Area::of(corner, corner)).reduce(Area::around);
        self.page.pictures.extend(area.filter(|_| self.page.pictures.len() < MAX_ON_PAGE));
    }
}

impl Run<'_> {
    fn next_line(&mut self, x: f64, y: f64) {
        self.line = Matrix::shift(x, y).then(self.line);
        self.text = self.line;
    }

    /// Moves along the line by so many units of text space, before stretching.
    fn advance(&mut self, by: f64) {
        let is_vertical = self.state.font.as_ref().is_some_and(|font| font.is_vertical());
        let (x, y) = if is_vertical { (0.0, by) } else { (by * self.state.stretch, 0.0) };
        self.text = Matrix::shift(x, y).then(self.text);
    }
}
