//! One page: its size, turn and resources, which it may have from the nodes above it.

use lopdf::{Dictionary, Document as Pdf, Object};

use super::content::{Budget, Interpreter};
use super::font::Fonts;
use super::matrix::Matrix;
use super::{MAX_STREAM, entry, follow, number, numbers};
use crate::fault::Fault;
use crate::pages::Page;

/// A page has no more nodes above it.
const MAX_ABOVE: usize = 256;
/// A4, for a page that states no size, in points.
const A4: [f64; 4] = [0.0, 0.0, 595.0, 842.0];

/// Follows everything that is drawn on a page.
pub(super) fn draw(
    pdf: &Pdf,
    page: &Dictionary,
    fonts: &mut Fonts,
    budget: &mut Budget,
) -> Result<Page, Fault> {
    let stated = inherited(pdf, page, b"CropBox").or_else(|| inherited(pdf, page, b"MediaBox"));
    let sides = stated.map(|object| numbers(pdf, object)).unwrap_or_default();
    let [left, bottom, right, top] = <[f64; 4]>::try_from(sides).unwrap_or(A4);
    let (left, right, bottom, top) = (left.min(right), left.max(right), bottom.min(top), bottom.max(top));
    let (width, height) = (right - left, top - bottom);
    let turn = inherited(pdf, page, b"Rotate").and_then(number).unwrap_or(0.0).rem_euclid(360.0);
    // From the file's plane, y upwards, to the page as it is seen, y downwards.
    let upright = Matrix([1.0, 0.0, 0.0, -1.0, -left, top]);
    let (matrix, width, height) = if (turn - 90.0).abs() < 1.0 {
        (upright.then(Matrix([0.0, 1.0, -1.0, 0.0, height, 0.0])), height, width)
    } else if (turn - 180.0).abs() < 1.0 {
        (upright.then(Matrix([-1.0, 0.0, 0.0, -1.0, width, height])), width, height)
    } else if (turn - 270.0).abs() < 1.0 {
        (upright.then(Matrix([0.0, -1.0, 1.0, 0.0, 0.0, width])), height, width)
    } else {
        (upright, width, height)
    };
    let content = content(pdf, page, budget)?;
    let resources = inherited(pdf, page, b"Resources").and_then(super::dictionary);
    let mut drawn = Page { width, height, ..Page::default() };
    Interpreter::new(pdf, fonts, budget, &mut drawn).run(&content, resources, matrix)?;
    // What lies outside the page is not seen.
    drawn.pieces.retain(|piece| {
        piece.x > -piece.size
            && piece.x < width + piece.size
            && piece.y > -piece.size
            && piece.y < height + piece.size
    });
    Ok(drawn)
}

/// An entry of the page or of the nearest node above it that has one.
fn inherited<'a>(pdf: &'a Pdf, page: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    let mut node = page;
    for _ in 0..MAX_ABOVE {
        if let Some(object) = entry(pdf, node, key) {
            return Some(object);
        }
        node = entry(pdf, node, b"Parent")?.as_dict().ok()?;
    }
    None
}

/// The page's drawing operations; several streams are one text.
fn content(pdf: &Pdf, page: &Dictionary, budget: &mut Budget) -> Result<Vec<u8>, Fault> {
    let Some(contents) = entry(pdf, page, b"Contents") else { return Ok(Vec::new()) };
    let streams: Vec<&Object> = match contents {
        Object::Array(parts) => parts.iter().filter_map(|part| follow(pdf, part)).collect(),
        one => vec![one],
    };
    let mut content = Vec::new();
    for stream in streams.into_iter().filter_map(|object| object.as_stream().ok()) {
        // A damaged part is left out; the rest of the page still says something.
        let Ok(part) = stream.get_plain_content_with_limit(MAX_STREAM) else { continue };
        budget.unpack(part.len())?;
        if content.len() + part.len() > 2 * MAX_STREAM {
            let limit = 2 * MAX_STREAM as u64;
            return Err(Fault::TooLarge { actual: limit + 1, limit });
        }
        content.extend(part);
        content.push(b'\n');
    }
    Ok(content)
}
